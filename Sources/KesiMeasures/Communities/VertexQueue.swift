import KesiMatrix

/// Vertices waiting to be looked at, each at most once: at first all, in random order.
struct VertexQueue: ~Copyable {
  /// A ring with a place more than there are vertices: what is written there before it is known to be wanted.
  private let ring: Scratch<UInt32>
  private let isWaiting: Scratch<Bool>
  private let capacity: Int
  private var first = 0
  private var end: Int

  init(of count: Int, _ random: inout SplitMix) {
    ring = Scratch(repeating: 0, count: count + 1)
    isWaiting = Scratch(repeating: true, count: count)
    capacity = count + 1
    end = count
    for (place, vertex) in (0..<count).shuffled(using: &random).enumerated() {
      ring[place] = UInt32(truncatingIfNeeded: vertex)
    }
  }

  @inline(__always) mutating func next() -> Int? {
    guard first != end else { return nil }
    let vertex = Int(ring[first])
    first = first &+ 1 == capacity ? 0 : first &+ 1
    isWaiting[vertex] = false
    return vertex
  }

  /// Adds a vertex that does not wait yet, if it is wanted; without a branch, for the answer is hard to predict.
  @inline(__always) mutating func add(_ vertex: Int, if isWanted: Bool) {
    let isNew = isWanted && !isWaiting[vertex]
    ring[end] = UInt32(truncatingIfNeeded: vertex)
    isWaiting[vertex] = isWaiting[vertex] || isWanted
    let next = end &+ (isNew ? 1 : 0)
    end = next == capacity ? 0 : next
  }
}
