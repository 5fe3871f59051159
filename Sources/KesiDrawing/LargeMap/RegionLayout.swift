import KesiCluster
import KesiMatrix
import KesiNetwork

/// Where the actors of a large map stand: each region is a disc of as much area as it has actors, in which those who are
/// tied stand near each other; discs with many ties between them stand side by side.
struct RegionLayout {
  struct Disc {
    var middle: Point
    let radius: Double
  }

  private(set) var places: [Point]
  private(set) var discs: [Disc] = []
  /// Where those without ties stand, and how many they are; nil where there are none.
  private(set) var isolated: (bounds: Bounds, count: Int)?

  /// What each actor takes across a disc, on average, in points.
  private static let spacing = 14.0
  private static let margin = 9.0
  /// What stays free between two discs: room for the band between them and its number.
  private static let gap = 46.0
  /// The room above a disc for its name.
  static let head = 24.0
  /// - Parameters:
  ///   - ties: those that the map is drawn from.
  ///   - sizes: of the marks.
  ///   - counts: how many ties there are between any two regions.
  ///   - names: how wide the name of each region is.
  init(
    of regions: Regions, ties: [(source: Int, target: Int)], sizes: [Double], counts: [[Int]: Int], names: [Double],
    seed: Int, on parallel: Parallel
  ) throws {
    places = [Point](repeating: Point(x: 0, y: 0), count: sizes.count)
    var number = [Int](repeating: 0, count: sizes.count)
    for set in regions.all { for (place, vertex) in set.vertices.enumerated() { number[vertex] = place } }
    var builders = regions.all.map { MatrixBuilder(order: $0.vertices.count + 1, isSymmetric: true, isWeighted: false) }
    for (source, target) in ties {
      guard let region = regions.region[source], region == regions.region[target] else { continue }
      builders[region].add(UInt32(number[source]), UInt32(number[target]))
    }
    for (index, set) in regions.all.enumerated() {
      // A middle that all are tied to keeps the parts of a region together.
      for place in set.vertices.indices { builders[index].add(UInt32(place), UInt32(set.vertices.count)) }
      var local = try ForceLayout.places(
        of: builders[index].build(), spacing: Self.spacing, seed: UInt64(seed), on: parallel)
      Self.fill(&local)
      local = MarkParting.parted(local, sizes: set.vertices.map { sizes[$0] + 3 })
      var radius = 0.0
      for (place, vertex) in set.vertices.enumerated() {
        places[vertex] = local[place]
        let far = (local[place].x * local[place].x + local[place].y * local[place].y).squareRoot()
        radius = max(radius, far + sizes[vertex] / 2)
      }
      discs.append(Disc(middle: Point(x: 0, y: 0), radius: radius + Self.margin))
    }
    arrange(counts, names, seed: seed)
    for (index, set) in regions.all.enumerated() {
      for vertex in set.vertices {
        places[vertex].x += discs[index].middle.x
        places[vertex].y += discs[index].middle.y
      }
    }
    placeIsolated(regions.region.indices.filter { regions.region[$0] == nil })
  }

  /// Spreads places evenly over a disc around 0 of the area that so many take: each keeps its direction, and its rank by how
  /// far out it is. The last place, which is the middle that all were tied to, is left out.
  private static func fill(_ places: inout [Point]) {
    places.removeLast()
    let count = Double(places.count)
    let middle = Point(
      x: places.reduce(0) { $0 + $1.x } / max(1, count), y: places.reduce(0) { $0 + $1.y } / max(1, count))
    let steps = places.map { Point(x: $0.x - middle.x, y: $0.y - middle.y) }
    let far = steps.map { ($0.x * $0.x + $0.y * $0.y).squareRoot() }
    let radius = count > 1 ? spacing * (count / Double.pi).squareRoot() : 0
    for (rank, place) in steps.indices.sorted(by: { (far[$0], $0) < (far[$1], $1) }).enumerated() {
      let share = radius * ((Double(rank) + 0.5) / count).squareRoot() / max(1e-9, far[place])
      places[place] = Point(x: share * steps[place].x, y: share * steps[place].y)
    }
  }

  /// Places the discs: those with many ties side by side, none on another, toward the shape of a page.
  private mutating func arrange(_ counts: [[Int]: Int], _ names: [Double], seed: Int) {
    guard discs.count > 1 else { return }
    let strongest = Double(max(1, counts.values.max() ?? 1))
    let links = counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { pair, count in
      let near = discs[pair[0]].radius + discs[pair[1]].radius + Self.gap
      return StressLayout.Link(
        a: pair[0], b: pair[1], length: near * (1.5 - 0.5 * (Double(count) / strongest).squareRoot()))
    }
    var middles = StressLayout.places(count: discs.count, links: links, seed: UInt64(seed))
    PageShape.fit(&middles)
    middles = BoxParting.parted(
      middles, zip(discs, names).map { (max(2 * $0.radius, $1), 2 * $0.radius + Self.head) }, gap: Self.gap / 2)
    for index in discs.indices {
      discs[index].middle = Point(x: middles[index].x, y: middles[index].y - Self.head / 2)
    }
  }

  /// In rows under the discs.
  private mutating func placeIsolated(_ single: [Int]) {
    guard !single.isEmpty else { return }
    var map = Bounds()
    for disc in discs { map.add(disc.middle, width: 2 * disc.radius, height: 2 * disc.radius) }
    let width = max(map.width, Self.spacing * (3 * Double(single.count)).squareRoot())
    let (left, top) = map.isEmpty ? (0, 0) : (map.left, map.bottom - 48)
    let perRow = max(1, Int(width / Self.spacing))
    var bounds = Bounds()
    for (place, vertex) in single.enumerated() {
      places[vertex] = Point(
        x: left + Self.spacing * (Double(place % perRow) + 0.5), y: top - Self.spacing * Double(place / perRow))
      bounds.add(places[vertex], width: Self.spacing, height: Self.spacing)
    }
    isolated = (bounds, single.count)
  }
}
