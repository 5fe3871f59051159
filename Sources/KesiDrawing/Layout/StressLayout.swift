import KesiMatrix

/// Places for a connected network of some hundred vertices: every two stand about as far apart as the shortest path
/// between them is long. The same in every run and on every machine: only sums, products and square roots decide, in one
/// order.
///
/// - Source: Gansner, Koren & North, *Graph Drawing by Stress Majorization*, GD 2004; the start by classical scaling after
///   Torgerson (1952).
enum StressLayout {
  struct Link {
    let a: Int
    let b: Int
    let length: Double
  }

  private static let sweeps = 200
  private static let powers = 40

  /// - Parameter seed: another one, another layout.
  /// - Complexity: O(n · (m + n · rounds)) time, O(n²) memory.
  static func places(count: Int, links: [Link], seed: UInt64) -> [Point] {
    guard count > 1 else { return [Point](repeating: Point(x: 0, y: 0), count: count) }
    let distances = distances(count, links)
    var random = SplitMix(seed: seed, use: "stress layout")
    var places = scaled(distances, count, &random)
    let mean = links.isEmpty ? 1 : links.reduce(0) { $0 + $1.length } / Double(links.count)
    for index in places.indices {
      places[index].x += 0.3 * mean * (random.unit() - 0.5)
      places[index].y += 0.3 * mean * (random.unit() - 0.5)
    }
    majorize(&places, distances, until: 0.002 * mean)
    return places
  }

  /// The lengths of all shortest paths; of vertices that none joins, somewhat more than the longest.
  private static func distances(_ count: Int, _ links: [Link]) -> [Double] {
    var neighbors = [[(vertex: Int, length: Double)]](repeating: [], count: count)
    for link in links where link.a != link.b {
      neighbors[link.a].append((link.b, link.length))
      neighbors[link.b].append((link.a, link.length))
    }
    var distances = [Double](repeating: .infinity, count: count * count)
    var isQueued = [Bool](repeating: false, count: count)
    for source in 0..<count {
      let row = source * count
      distances[row + source] = 0
      var queue = [source]
      var first = 0
      while first < queue.count {
        let vertex = queue[first]
        first += 1
        isQueued[vertex] = false
        for (other, length) in neighbors[vertex] where distances[row + vertex] + length < distances[row + other] {
          distances[row + other] = distances[row + vertex] + length
          if !isQueued[other] {
            isQueued[other] = true
            queue.append(other)
          }
        }
      }
    }
    let longest = distances.lazy.filter(\.isFinite).max() ?? 1
    for index in distances.indices where !distances[index].isFinite { distances[index] = 1.2 * longest + 1 }
    return distances
  }

  /// The two directions in which the distances differ most.
  private static func scaled(_ distances: [Double], _ count: Int, _ random: inout SplitMix) -> [Point] {
    let n = Double(count)
    var centered = distances.map { $0 * $0 }
    var means = [Double](repeating: 0, count: count)
    for row in 0..<count {
      for column in 0..<count { means[row] += centered[row * count + column] }
      means[row] /= n
    }
    let mean = means.reduce(0, +) / n
    for row in 0..<count {
      for column in 0..<count {
        centered[row * count + column] = -0.5 * (centered[row * count + column] - means[row] - means[column] + mean)
      }
    }
    var axes: [[Double]] = []
    var stretches: [Double] = []
    for _ in 0..<2 {
      var axis = (0..<count).map { _ in random.unit() - 0.5 }
      var value = 0.0
      for _ in 0..<powers {
        var next = [Double](repeating: 0, count: count)
        for row in 0..<count {
          var sum = 0.0
          for column in 0..<count { sum += centered[row * count + column] * axis[column] }
          next[row] = sum
        }
        for other in axes { remove(other, from: &next) }
        value = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard value > 1e-9 else { break }
        axis = next.map { $0 / value }
      }
      axes.append(axis)
      stretches.append(value > 1e-9 ? value.squareRoot() : 0)
    }
    return (0..<count).map { Point(x: stretches[0] * axes[0][$0], y: stretches[1] * axes[1][$0]) }
  }

  /// What of a vector does not lie along another of length 1.
  private static func remove(_ axis: [Double], from vector: inout [Double]) {
    var share = 0.0
    for index in vector.indices { share += axis[index] * vector[index] }
    for index in vector.indices { vector[index] -= share * axis[index] }
  }

  /// Moves each vertex in turn to where the others would have it, near ones weighing most, until none moves far.
  private static func majorize(_ places: inout [Point], _ distances: [Double], until still: Double) {
    let count = places.count
    for _ in 0..<sweeps {
      var farthest = 0.0
      for vertex in 0..<count {
        let place = places[vertex]
        var (x, y, sum) = (0.0, 0.0, 0.0)
        for other in 0..<count where other != vertex {
          let wanted = max(1e-6, distances[vertex * count + other])
          let weight = 1 / (wanted * wanted)
          let (dx, dy) = (place.x - places[other].x, place.y - places[other].y)
          let distance = (dx * dx + dy * dy).squareRoot()
          let pull = distance > 1e-9 ? wanted / distance : 0
          x += weight * (places[other].x + pull * dx)
          y += weight * (places[other].y + pull * dy)
          sum += weight
        }
        guard sum > 0 else { continue }
        places[vertex] = Point(x: x / sum, y: y / sum)
        let (dx, dy) = (places[vertex].x - place.x, places[vertex].y - place.y)
        farthest = max(farthest, dx * dx + dy * dy)
      }
      if farthest < still * still { break }
    }
  }
}
