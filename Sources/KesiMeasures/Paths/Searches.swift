import KesiMatrix

/// A search from one source that settles vertices by rising distance and can tell who precedes whom on a shortest path.
/// Scratch memory is made once per worker; a search clears only what the one before touched.
protocol ShortestPathSearch: ~Copyable, SendableMetatype {
  init(order: Int)
  /// The number of vertices reached, the source included.
  var count: Int { get }
  mutating func search(_ rows: Rows, from source: Int)
  /// The vertex settled at a position, the source at 0.
  func settled(_ position: Int) -> Int
  /// Whether the tie from `before`, an entry of `columns` in the row of `after`, is on a shortest path to `after`.
  func precedes(_ before: Int, _ after: Int, entry: Int, of columns: Rows) -> Bool
}

/// Breadth-first search: every tie has length 1.
struct HopSearch: ShortestPathSearch, ~Copyable {
  private let distances: Scratch<Int32>
  private let queue: Scratch<UInt32>
  private(set) var count = 0

  init(order: Int) {
    distances = Scratch(repeating: -1, count: order)
    queue = Scratch(repeating: 0, count: order)
  }

  mutating func search(_ rows: Rows, from source: Int) {
    for position in 0..<count { distances[settled(position)] = -1 }
    distances[source] = 0
    queue[0] = UInt32(truncatingIfNeeded: source)
    var end = 1
    var position = 0
    while position < end {
      let vertex = settled(position)
      let next = distances[vertex] &+ 1
      for neighbor in rows[vertex] where distances[Int(neighbor)] < 0 {
        distances[Int(neighbor)] = next
        queue[end] = neighbor
        end &+= 1
      }
      position &+= 1
    }
    count = end
  }

  @inline(__always) func settled(_ position: Int) -> Int { Int(queue[position]) }
  @inline(__always) func precedes(_ before: Int, _ after: Int, entry: Int, of columns: Rows) -> Bool {
    distances[before] &+ 1 == distances[after]
  }
}

/// Dijkstra's algorithm with a binary heap: a tie of weight w has length 1/w (Newman 2001; Opsahl et al. 2010).
///
/// Two path lengths count as equal when they differ by less than one part in 10¹²: sums of reciprocals that are equal
/// as fractions seldom are as binary numbers.
struct LengthSearch: ShortestPathSearch, ~Copyable {
  private static let tolerance = 1e-12

  private let distances: Scratch<Double>
  /// Where a vertex was settled; −1 while it is not.
  private let positions: Scratch<Int32>
  private let order: Scratch<UInt32>
  /// A heap of vertices by distance, and the place of each vertex in it.
  private let heap: Scratch<UInt32>
  private let places: Scratch<Int32>
  private var heapCount = 0
  private(set) var count = 0

  init(order: Int) {
    distances = Scratch(repeating: .infinity, count: order)
    positions = Scratch(repeating: -1, count: order)
    self.order = Scratch(repeating: 0, count: order)
    heap = Scratch(repeating: 0, count: order)
    places = Scratch(repeating: -1, count: order)
  }

  mutating func search(_ rows: Rows, from source: Int) {
    for position in 0..<count {
      distances[settled(position)] = .infinity
      positions[settled(position)] = -1
    }
    count = 0
    relax(source, to: 0)
    while heapCount > 0 {
      let vertex = popNearest()
      positions[vertex] = Int32(truncatingIfNeeded: count)
      order[count] = UInt32(truncatingIfNeeded: vertex)
      count &+= 1
      let distance = distances[vertex]
      for entry in rows.entries(vertex) {
        let neighbor = rows.column(entry)
        let reached = distance + 1 / rows.weight(entry)
        if reached < distances[neighbor], positions[neighbor] < 0 { relax(neighbor, to: reached) }
      }
    }
  }

  @inline(__always) func distance(_ vertex: Int) -> Double { distances[vertex] }
  @inline(__always) func settled(_ position: Int) -> Int { Int(order[position]) }
  @inline(__always) func precedes(_ before: Int, _ after: Int, entry: Int, of columns: Rows) -> Bool {
    // The order of settling stands in for the order of distances: beside a long path a very short tie adds nothing.
    positions[before] >= 0 && positions[before] < positions[after]
      && distances[before] + 1 / columns.weight(entry) <= distances[after] * (1 + Self.tolerance)
  }

  private mutating func relax(_ vertex: Int, to distance: Double) {
    distances[vertex] = distance
    var place = Int(places[vertex])
    if place < 0 {
      place = heapCount
      heapCount &+= 1
    }
    while place > 0 {
      let parent = (place &- 1) / 2
      let other = Int(heap[parent])
      guard distances[other] > distance else { break }
      put(other, at: place)
      place = parent
    }
    put(vertex, at: place)
  }

  private mutating func popNearest() -> Int {
    let nearest = Int(heap[0])
    places[nearest] = -1
    heapCount &-= 1
    guard heapCount > 0 else { return nearest }
    let moved = Int(heap[heapCount])
    let distance = distances[moved]
    var place = 0
    while true {
      var child = 2 &* place &+ 1
      guard child < heapCount else { break }
      if child &+ 1 < heapCount, distances[Int(heap[child &+ 1])] < distances[Int(heap[child])] { child &+= 1 }
      guard distances[Int(heap[child])] < distance else { break }
      put(Int(heap[child]), at: place)
      place = child
    }
    put(moved, at: place)
    return nearest
  }

  @inline(__always) private func put(_ vertex: Int, at place: Int) {
    heap[place] = UInt32(truncatingIfNeeded: vertex)
    places[vertex] = Int32(truncatingIfNeeded: place)
  }
}
