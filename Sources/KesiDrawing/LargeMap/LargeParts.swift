import KesiCluster
import KesiMatrix

/// What a map shows of a network that is too large to draw each tie: its regions, which ties hold it together, and the
/// bands that stand for the ties between two regions.
struct LargeParts {
  /// The ties between two regions, drawn as one.
  struct Band {
    let from: Int
    let to: Int
    let count: Int
  }

  let regions: Regions
  /// Which entries above the diagonal the map is drawn from.
  let backbone: [Bool]
  /// How many ties there are between any two regions that have some, the lower first.
  let counts: [[Int]: Int]
  /// The most tied of all, as many as can be told apart.
  let bands: [Band]

  /// So few ties between two regions are drawn one by one.
  private static let single = 3
  private static let bandsPerRegion = 2

  init(of analysis: Analysis) throws {
    let regions = try Regions(of: analysis)
    backbone = Backbone.ties(of: analysis.partners)
    var counts: [[Int]: Int] = [:]
    analysis.partners.forEachTie { a, b, _ in
      guard let one = regions.region[a], let other = regions.region[b], one != other else { return }
      counts[[min(one, other), max(one, other)], default: 0] += 1
    }
    let strong = counts.filter { $0.value > Self.single }.sorted {
      $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value > $1.value
    }
    // Each region hangs on the others by its strongest bands; the strongest of the rest fill up.
    let parts = DisjointSets(count: regions.all.count)
    var (forest, rest): ([Band], [Band]) = ([], [])
    for (pair, count) in strong {
      let band = Band(from: pair[0], to: pair[1], count: count)
      if parts.least(with: pair[0]) == parts.least(with: pair[1]) {
        rest.append(band)
      } else {
        parts.join(pair[0], pair[1])
        forest.append(band)
      }
    }
    self.regions = regions
    self.counts = counts
    bands = forest + rest.prefix(max(0, Self.bandsPerRegion * regions.all.count - forest.count))
  }

  /// Whether the ties between two vertices' regions are too many to be drawn one by one.
  func isBanded(_ a: Int, _ b: Int) -> Bool {
    guard let one = regions.region[a], let other = regions.region[b], one != other else { return false }
    return counts[[min(one, other), max(one, other)], default: 0] > Self.single
  }

  /// The actors that stand for each region: the largest of it, more where it is larger.
  func leading(by size: (Int) -> Double) -> Set<Int> {
    Set(
      regions.all.flatMap { set in
        let most = min(10, max(3, Int(0.6 * Double(set.vertices.count).squareRoot())))
        return set.vertices.sorted { (size($1), $0) < (size($0), $1) }.prefix(most)
      })
  }
}
