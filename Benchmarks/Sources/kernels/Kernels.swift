// Times kernels on an edge list, in this process, without reading:
//   kernels FILE THREADS RUNS KERNEL …
// Prints a line for each: name, median seconds, and a checksum by which the answers of peers are compared.

import Dispatch
import KesiMatrix
import KesiMeasures

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@main
struct Kernels {
  static let kernels: [(name: String, run: @Sendable (AdjacencyMatrix, Parallel) throws -> Double)] = [
    ("harmonic", { try distances(of: $0, on: $1).harmonic.reduce(0, +) }),
    ("betweenness", { try betweenness(of: $0, on: $1).reduce(0, +) }),
    ("constraint", { try structuralHoles(of: $0, on: $1).constraint.reduce(0) { $1.isNaN ? $0 : $0 + $1 } }),
    ("pagerank", { try pageRank(of: $0, on: $1).reduce(0) { max($0, $1) } }),
    ("triangles", { Double(try triangles(of: $0, on: $1).reduce(0, +)) }),
    ("coreness", { matrix, _ in Double(coreness(of: matrix).reduce(0, +)) }),
    ("components", { matrix, _ in Double(components(of: matrix).max() ?? 0) }),
    ("cutpoints", { matrix, _ in Double(cutpoints(of: matrix).bridges.count) }),
  ]

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 4, let threads = Int(arguments[2]), let runs = Int(arguments[3]) else {
      print("usage: kernels FILE THREADS RUNS KERNEL …\nkernels: \(kernels.map(\.name).joined(separator: " "))")
      return
    }
    let matrix = try read(arguments[1])
    let clock = ContinuousClock()
    for name in arguments[4...] {
      guard let kernel = kernels.first(where: { $0.name == name }) else { continue }
      var checksum = 0.0
      let times = try (0..<runs).map { _ in
        try clock.measure { checksum = try kernel.run(matrix, Parallel(threads: threads)) }
      }.sorted()
      let median = times[runs / 2].components
      print("\(name)\t\(Double(median.seconds) + Double(median.attoseconds) / 1e18)\t\(checksum)")
    }
  }

  /// Reads pairs of numbers, a tie a line.
  private static func read(_ path: String) throws -> AdjacencyMatrix {
    guard let file = fopen(path, "r") else { fatalError("\(path) cannot be read") }
    defer { fclose(file) }
    var ties: [(UInt32, UInt32)] = []
    var number: UInt32 = 0
    var pair: [UInt32] = []
    var isInNumber = false
    while true {
      let byte = getc_unlocked(file)
      if byte >= 48, byte <= 57 {
        number = number * 10 + UInt32(byte - 48)
        isInNumber = true
        continue
      }
      if isInNumber { pair.append(number) }
      (number, isInNumber) = (0, false)
      if pair.count == 2 {
        ties.append((pair[0], pair[1]))
        pair.removeAll(keepingCapacity: true)
      }
      if byte == EOF { break }
    }
    let order = ties.reduce(0) { max($0, Int(max($1.0, $1.1)) + 1) }
    var builder = MatrixBuilder(order: order, isSymmetric: true, isWeighted: false)
    builder.reserveCapacity(ties.count)
    for tie in ties { builder.add(tie.0, tie.1) }
    return builder.build()
  }
}
