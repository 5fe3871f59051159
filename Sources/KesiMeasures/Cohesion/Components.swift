import KesiMatrix
import Synchronization

/// The component of each vertex: 1 for the largest, then by decreasing size, equal sizes by their first vertex.
/// Direction and weights are ignored (weak components).
///
/// Afforest: two ties of each vertex join most of the network; the ties of vertices in the largest part found so far are
/// then passed over, since whoever is not in it yet will look at those ties from the other end.
///
/// - Complexity: O(n + m) at most, in most networks O(n); 4 bytes a vertex beside the result.
/// - Source: Sutton, Ben-Nun & Barak, *Optimizing Parallel Graph Connectivity Computation via Subgraph Sampling*, IPDPS
///   2018.
public func components(of matrix: AdjacencyMatrix, on parallel: Parallel = Parallel()) -> [Int] {
  let order = matrix.order
  guard order > 0 else { return [] }
  let threads = order < 1 << 14 ? 1 : parallel.threads
  let forest = Forest(order: order)
  matrix.withRows { rows in
    matrix.withColumns { columns in
      func forEachVertex(_ body: @Sendable (Int) -> Void) {
        Parallel.perform(threads) { worker in
          for vertex in worker * order / threads..<(worker + 1) * order / threads { body(vertex) }
        }
      }
      forEachVertex { vertex in
        for neighbor in rows[vertex].prefix(Forest.sampledTies) { forest.join(vertex, Int(neighbor)) }
      }
      let largest = forest.mostFrequentRoot()
      forEachVertex { vertex in
        guard forest.root(vertex) != largest else { return }
        for neighbor in rows[vertex].dropFirst(Forest.sampledTies) { forest.join(vertex, Int(neighbor)) }
        guard !matrix.isSymmetric else { return }
        for neighbor in columns[vertex] { forest.join(vertex, Int(neighbor)) }
      }
    }
  }
  let roots = [Int](unsafeUninitializedCapacity: order) { roots, count in
    let shared = SharedBuffer(roots)
    Parallel.perform(threads) { worker in
      for vertex in worker * order / threads..<(worker + 1) * order / threads { shared[vertex] = forest.root(vertex) }
    }
    count = order
  }
  return numberedBySize(roots)
}

/// Disjoint sets of vertices, joined by several workers at once; the root of a set is its lowest vertex.
private final class Forest: @unchecked Sendable {
  static let sampledTies = 2

  private let order: Int
  private let parents: UnsafeMutablePointer<Atomic<UInt32>>

  init(order: Int) {
    self.order = order
    parents = .allocate(capacity: order)
    for vertex in 0..<order { (parents + vertex).initialize(to: Atomic(UInt32(truncatingIfNeeded: vertex))) }
  }

  deinit {
    parents.deinitialize(count: order)
    parents.deallocate()
  }

  @inline(__always) private func parent(_ vertex: Int) -> Int { Int(parents[vertex].load(ordering: .relaxed)) }

  /// The root of a vertex; the path to it is halved on the way, which no other worker can mind.
  @inline(__always) func root(_ vertex: Int) -> Int {
    var vertex = vertex
    while true {
      let above = parent(vertex)
      if above == vertex { return vertex }
      let next = parent(above)
      if next == above { return above }
      parents[vertex].store(UInt32(truncatingIfNeeded: next), ordering: .relaxed)
      vertex = next
    }
  }

  /// A root is hung below a lower vertex only, and only as long as it is a root: so no order of joins makes a cycle.
  @inline(__always) func join(_ a: Int, _ b: Int) {
    var (x, y) = (root(a), root(b))
    while x != y {
      let (high, low) = x > y ? (x, y) : (y, x)
      let (isDone, _) = parents[high].compareExchange(
        expected: UInt32(truncatingIfNeeded: high), desired: UInt32(truncatingIfNeeded: low), ordering: .relaxed)
      if isDone { return }
      (x, y) = (root(high), root(low))
    }
  }

  /// The root that most of some thousand vertices, evenly spread, have.
  func mostFrequentRoot() -> Int {
    var counts: [Int: Int] = [:]
    for vertex in stride(from: 0, to: order, by: max(1, order / 1024)) { counts[root(vertex), default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }!.key
  }
}
