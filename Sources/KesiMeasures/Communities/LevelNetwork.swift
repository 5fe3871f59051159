import KesiMatrix

/// A network on one level of the Leiden algorithm: vertices stand for parts of the network below. A vertex has a mass,
/// and twice the quality is Σ_c [ links inside − pressure · mass² ] over communities: mass is strength for modularity and
/// the number of vertices for the constant Potts model. Unchecked: immutable once built.
final class LevelNetwork: @unchecked Sendable {
  let order: Int
  /// What two unit masses in one community cost.
  let pressure: Double
  /// The network itself on the lowest level, where nothing is copied; then the arrays of entries below are empty.
  private let rows: Rows?
  /// Where the row of each vertex begins and ends; rows need not touch.
  private let starts: Scratch<Int>
  private let ends: Scratch<Int>
  private let columns: Scratch<UInt32>
  private let weights: Scratch<Double>
  private let masses: Scratch<Double>
  /// The weight of the ties inside a vertex, each counted twice.
  private let inside: Scratch<Double>

  private init(order: Int, entries: Int, rows: Rows? = nil, pressure: Double) {
    self.order = order
    self.rows = rows
    self.pressure = pressure
    starts = Scratch(repeating: 0, count: rows == nil ? order : 0)
    ends = Scratch(repeating: 0, count: rows == nil ? order : 0)
    columns = Scratch(uninitialized: entries)
    weights = Scratch(uninitialized: entries)
    masses = Scratch(repeating: 0, count: order)
    inside = Scratch(repeating: 0, count: order)
  }

  /// The network itself, every vertex for itself; used no longer than the rows are lent.
  convenience init(_ rows: Rows, _ quality: CommunityQuality) {
    let strength = (0..<rows.order).map { vertex in
      rows.isWeighted ? rows.entries(vertex).reduce(0) { $0 + rows.weight($1) } : Double(rows.degree(vertex))
    }
    let pressure =
      switch quality {
      case .modularity(let resolution): resolution / strength.reduce(0, +)
      case .constantPotts(let resolution): resolution
      }
    self.init(order: rows.order, entries: 0, rows: rows, pressure: pressure)
    for vertex in 0..<order {
      if case .modularity = quality { masses[vertex] = strength[vertex] } else { masses[vertex] = 1 }
    }
  }

  @inline(__always) func mass(_ vertex: Int) -> Double { masses[vertex] }

  @inline(__always)
  func forEachNeighbor(of vertex: Int, _ body: (_ neighbor: Int, _ weight: Double) -> Void) {
    guard let rows else {
      for entry in starts[vertex]..<ends[vertex] { body(Int(columns[entry]), weights[entry]) }
      return
    }
    if rows.isWeighted {
      for entry in rows.entries(vertex) { body(rows.column(entry), rows.weight(entry)) }
    } else {
      for neighbor in rows[vertex] { body(Int(neighbor), 1) }
    }
  }

  private func degree(_ vertex: Int) -> Int { rows?.degree(vertex) ?? ends[vertex] - starts[vertex] }

  /// Twice the quality that labels 0 ..< order give, up to a constant.
  func value(of communities: [Int], on parallel: Parallel) throws(Cancelled) -> Double {
    var total = [Double](repeating: 0, count: order)
    for vertex in 0..<order { total[communities[vertex]] += mass(vertex) }
    let links = try parallel.sumOverChunks(count: order) { chunk in
      var sum = 0.0
      for vertex in chunk {
        sum += self.inside[vertex]
        let own = communities[vertex]
        self.forEachNeighbor(of: vertex) { neighbor, weight in sum += communities[neighbor] == own ? weight : 0 }
      }
      return sum
    }
    return links - pressure * total.reduce(0) { $0 + $1 * $1 }
  }

  /// The network whose vertices are the parts 0 ..< count.
  func aggregated(by parts: [Int], count: Int, on parallel: Parallel) throws(Cancelled) -> LevelNetwork {
    // Vertices sorted by part, and the most entries that each part may have.
    let firsts = Scratch<Int>(repeating: 0, count: count + 1)
    let result = LevelNetwork(order: count, entries: entryBound, pressure: pressure)
    for vertex in 0..<order {
      firsts[parts[vertex] + 1] += 1
      result.ends[parts[vertex]] += degree(vertex)
    }
    var bound = 0
    for part in 0..<count {
      firsts[part + 1] += firsts[part]
      result.starts[part] = bound
      bound += result.ends[part]
      result.ends[part] = firsts[part]
    }
    let members = Scratch<UInt32>(repeating: 0, count: order)
    let label = Scratch<UInt32>(repeating: 0, count: order)
    for vertex in 0..<order {
      let part = parts[vertex]
      members[result.ends[part]] = UInt32(truncatingIfNeeded: vertex)
      result.ends[part] += 1
      label[vertex] = UInt32(truncatingIfNeeded: part)
    }
    let (sharedFirsts, sharedMembers, sharedLabel) = (firsts.shared, members.shared, label.shared)
    try parallel.forEachWorker(count: count, grain: 64) { chunks in
      let sums = LinkSums(count: count)
      while let chunk = chunks.take() {
        for part in chunk {
          var labels = 0
          for place in sharedFirsts[part]..<sharedFirsts[part + 1] {
            let vertex = Int(sharedMembers[place])
            result.masses[part] += self.mass(vertex)
            result.inside[part] += self.inside[vertex]
            self.forEachNeighbor(of: vertex) { neighbor, weight in sums.add(weight, to: sharedLabel[neighbor], &labels)
            }
          }
          var end = result.starts[part]
          sums.drain(labels) { other, sum in
            guard Int(other) != part else {
              result.inside[part] += sum
              return
            }
            result.columns[end] = other
            result.weights[end] = sum
            end &+= 1
          }
          result.ends[part] = end
        }
      }
    }
    return result
  }

  private var entryBound: Int {
    var bound = 0
    for vertex in 0..<order { bound += degree(vertex) }
    return bound
  }
}
