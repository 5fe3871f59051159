// Times kernels on an edge list, in this process, without reading it (but for the kernel `read`):
//   kernels FILE THREADS RUNS KERNEL …
// The kernel `harmonic-two-mode` takes FILE as memberships: project, organization.
// Prints a line for each: name, median seconds, and a checksum by which the answers of peers are compared.

import Dispatch
import Foundation
import KesiFormats
import KesiMatrix
import KesiMeasures

@main
struct Kernels {
  /// Each runs on a matrix and hands back how the number compared follows from its result, which is not timed.
  typealias Kernel = @Sendable (AdjacencyMatrix, Parallel) throws -> () -> Double

  static let kernels: [(name: String, run: Kernel)] = [
    ("harmonic", { sum(try distances(of: $0, on: $1).harmonic) }),
    ("betweenness", { sum(try betweenness(of: $0, on: $1)) }),
    ("constraint", { sum(try structuralHoles(of: $0, on: $1).constraint.filter { !$0.isNaN }) }),
    ("pagerank", { largest(try pageRank(of: $0, on: $1)) }),
    ("triangles", { sum(try triangles(of: $0, on: $1).map(Double.init)) }),
    ("coreness", { matrix, _ in sum(coreness(of: matrix).map(Double.init)) }),
    ("components", { largest(components(of: $0, on: $1).map(Double.init)) }),
    ("cutpoints", { matrix, _ in largest([Double(cutpoints(of: matrix).bridges.count)]) }),
    (
      "bfs",
      { matrix, parallel in
        let searches = try (0..<16).map {
          try breadthFirstDistances(of: matrix, from: $0 * matrix.order / 16, on: parallel)
        }
        return sum(searches.map { Double($0.count { $0 >= 0 }) })
      }
    ),
    (
      "betweenness4",
      { matrix, parallel in
        let sources = stride(from: 0, to: 16, by: 4).map { $0 * matrix.order / 16 }
        return sum(try betweenness(of: matrix, from: sources, on: parallel))
      }
    ),
    ("pagerank-4", { largest(try pageRank(of: $0, tolerance: 1e-4, on: $1)) }),
    ("leiden", { modularity(try leiden(of: $0, rounds: 1, on: $1), $0) }),
    ("leiden-10", { modularity(try leiden(of: $0, rounds: 10, on: $1), $0) }),
    ("labels", { modularity(try labelPropagation(of: $0, on: $1), $0) }),
  ]

  private static func sum(_ values: [Double]) -> () -> Double { { values.reduce(0, +) } }
  private static func largest(_ values: [Double]) -> () -> Double { { values.max() ?? 0 } }
  private static func modularity(_ communities: [Int], _ matrix: AdjacencyMatrix) -> () -> Double {
    { quality(of: communities, in: matrix, by: .modularity()) ?? .nan }
  }

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 4, let threads = Int(arguments[2]), let runs = Int(arguments[3]) else {
      print("usage: kernels FILE THREADS RUNS KERNEL …\nkernels: \(kernels.map(\.name).joined(separator: " "))")
      return
    }
    let matrix = try read(arguments[1], threads)
    let clock = ContinuousClock()
    for name in arguments[4...] {
      if name == "harmonic-two-mode" {
        try timeTwoMode(arguments[1], threads, runs)
        continue
      }
      let kernel = kernels.first { $0.name == name }
      guard kernel != nil || name == "read" else { fatalError("no kernel \(name)") }
      var checksum = { 0.0 }
      let times = try (0..<runs).map { _ in
        try clock.measure {
          if let kernel {
            checksum = try kernel.run(matrix, Parallel(threads: threads))
          } else {
            checksum = sum([Double(try read(arguments[1], threads).tieCount)])
          }
        }
      }.sorted()
      print("\(name)\t\(times[runs / 2] / .seconds(1))\t\(checksum())")
    }
  }

  private static func read(_ path: String, _ threads: Int) throws -> AdjacencyMatrix {
    let network = try NetworkReader.read(path, on: Parallel(threads: threads)).network
    return MatrixBuilder(order: network.actors.count, isSymmetric: true, ties: network.ties.list).build(threads: threads)
  }

  private static func timeTwoMode(_ path: String, _ threads: Int, _ runs: Int) throws {
    let numbers = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isWhitespace).map {
      Int($0)!
    }
    let pairs = stride(from: 0, to: numbers.count, by: 2).map { (group: numbers[$0], member: numbers[$0 + 1]) }
    let incidence = IncidenceMatrix(
      groupCount: pairs.map(\.group).max()! + 1, memberCount: pairs.map(\.member).max()! + 1, pairs: pairs)
    var total = 0.0
    let times = try (0..<runs).map { _ in
      try ContinuousClock().measure {
        total = try distances(of: incidence, on: Parallel(threads: threads)).harmonic.reduce(0, +)
      }
    }.sorted()
    print("harmonic-two-mode\t\(times[runs / 2] / .seconds(1))\t\(total)")
  }
}
