/// Ties in any order, as flat arrays: what a graph file holds, and what a matrix is built from.
///
/// Memory: 8 bytes a tie, 16 when weighted; none of its own where it lies in a mapped file.
public struct TieList: Sendable, Equatable {
  public private(set) var sources = LentArray<UInt32>()
  public private(set) var targets = LentArray<UInt32>()
  /// In step with the ends; nil where every tie counts 1.
  public private(set) var weights: LentArray<Double>?
  /// For how many ties there is room: weights that come later find it, too.
  private var room = 0

  public init(isWeighted: Bool = false) { weights = isWeighted ? LentArray() : nil }

  /// Takes arrays of one length. Weights are finite and not negative.
  public init(sources: [UInt32], targets: [UInt32], weights: [Double]? = nil) {
    self.init(
      sources: LentArray(sources), targets: LentArray(targets), lentWeights: weights.map { LentArray($0) })
  }

  /// The same with arrays that may lie in memory of someone else.
  package init(sources: LentArray<UInt32>, targets: LentArray<UInt32>, lentWeights: LentArray<Double>?) {
    precondition(
      sources.count == targets.count && lentWeights?.count ?? sources.count == sources.count, "arrays in step")
    self.sources = sources
    self.targets = targets
    weights = lentWeights
  }

  /// The same weights between other ends.
  package func withEnds(_ sources: [UInt32], _ targets: [UInt32]) -> TieList {
    TieList(sources: LentArray(sources), targets: LentArray(targets), lentWeights: weights)
  }

  public static func == (one: TieList, other: TieList) -> Bool {
    one.sources == other.sources && one.targets == other.targets && one.weights == other.weights
  }

  public var count: Int { sources.count }
  public var isWeighted: Bool { weights != nil }

  public func weight(_ index: Int) -> Double { weights?[index] ?? 1 }

  public mutating func reserveCapacity(_ ties: Int) {
    room = max(room, ties)
    sources.reserveCapacity(ties)
    targets.reserveCapacity(ties)
    weights?.reserveCapacity(ties)
  }

  /// Adds a tie. A list without weights gets them with the first that is not 1.
  ///
  /// - Precondition: the weight is finite and not negative.
  public mutating func append(_ source: UInt32, _ target: UInt32, weight: Double = 1) {
    check(weight, of: source, target)
    sources.append(source)
    targets.append(target)
    weights?.append(weight)
  }

  /// Adds the ties of another list.
  ///
  /// - Parameter places: where each of the vertices is now that its ends stand for; nil where that is where they were.
  public mutating func append(_ others: TieList, at places: [UInt32]? = nil) {
    if others.weights != nil { beginWeights() }
    if let added = others.weights {
      weights?.append(contentsOf: added)
    } else {
      weights?.append(contentsOf: repeatElement(1, count: others.count))
    }
    guard let places else {
      sources.append(contentsOf: others.sources)
      targets.append(contentsOf: others.targets)
      return
    }
    sources.append(contentsOf: others.sources.lazy.map { places[Int($0)] })
    targets.append(contentsOf: others.targets.lazy.map { places[Int($0)] })
  }

  /// Lets each end be where its vertex is now.
  public mutating func moveEnds(to places: [UInt32]) {
    for index in sources.indices { sources[index] = places[Int(sources[index])] }
    for index in targets.indices { targets[index] = places[Int(targets[index])] }
  }

  /// Puts a tie into the place of another.
  ///
  /// - Precondition: the weight is finite and not negative.
  public mutating func set(_ source: UInt32, _ target: UInt32, weight: Double = 1, at index: Int) {
    check(weight, of: source, target)
    sources[index] = source
    targets[index] = target
    weights?[index] = weight
  }

  private mutating func beginWeights() {
    guard weights == nil else { return }
    var weights = LentArray<Double>()
    weights.reserveCapacity(max(room, count))
    weights.append(contentsOf: repeatElement(1, count: count))
    self.weights = weights
  }

  private mutating func check(_ weight: Double, of source: UInt32, _ target: UInt32) {
    precondition(weight >= 0 && weight < .infinity, "weight \(weight) of tie \(source)–\(target)")
    if weight != 1 { beginWeights() }
  }
}
