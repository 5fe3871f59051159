import KesiMatrix

/// A relation between two actors: an edge of the network. Ends are indices of ``Network/actors``.
public struct Tie: Sendable, Equatable {
  public var source: Int
  public var target: Int
  /// The id of a ``TieKind``; empty where a source has none.
  public var kind: String
  /// Finite and not negative; 0 is no tie.
  public var weight: Double
  /// Nil where that is not stated, as in a list of ties: then each has a direction where an analysis asks for directions.
  public var isDirected: Bool?
  public var period: Period
  public var stage: TieStage?
  public var outcome: Outcome?
  /// What each side draws from it, in any one unit.
  public var benefitToSource: Double?
  public var benefitToTarget: Double?
  /// An index of ``Network/chains``.
  public var chain: Int?
  /// An index of ``Network/consortia``.
  public var consortium: Int?
  public var evidence: String?
  /// Where the row is from; nil where that is not stated.
  public var basis: Basis?

  public init(_ source: Int, _ target: Int, kind: String = "", weight: Double = 1, isDirected: Bool? = false) {
    self.source = source
    self.target = target
    self.kind = kind
    self.weight = weight
    self.isDirected = isDirected
    period = Period()
  }
}

/// The ties of a network, from a table of some hundred rows or a list of a hundred million lines: held as columns, of which
/// those that no tie fills take no room. A ``Tie`` is put together when it is asked for; loops over many read columns.
///
/// Memory: 8 bytes a tie, 8 more where weights are not all 1; then what else is stated.
public struct Ties: Sendable {
  /// Ends and weights: what a matrix is built from.
  public private(set) var list: TieList
  /// The symmetric matrix of the ties, where a file held it ready and no tie was changed since.
  package private(set) var matrix: AdjacencyMatrix?
  private var kindWords = WordColumn("")
  private var directions = UniformColumn<Bool?>(nil)
  /// Packed, 0 for none: half the room of an optional.
  private var starts = UniformColumn<Int32>(0)
  private var ends = UniformColumn<Int32>(0)
  private var stages = UniformColumn<TieStage?>(nil)
  private var outcomes = UniformColumn<Outcome?>(nil)
  private var benefitsToSource = UniformColumn<Double?>(nil)
  private var benefitsToTarget = UniformColumn<Double?>(nil)
  /// Indices, `.max` for none: half the room of an optional.
  private var chains = UniformColumn<UInt32>(.max)
  private var consortia = UniformColumn<UInt32>(.max)
  private var evidenceWords = WordColumn("")
  private var bases = UniformColumn<Basis?>(nil)

  public init() { list = TieList() }

  /// Ties of which only ends and weights are known, as a list has them.
  ///
  /// - Parameter matrix: the symmetric matrix of the list, where it is there.
  public init(_ list: TieList, matrix: AdjacencyMatrix? = nil) {
    self.list = list
    self.matrix = matrix
  }

  /// Whether of every tie only ends and weight are known. A row of a table is such a tie only where it says that its
  /// direction is open.
  public var isList: Bool {
    kindWords.isUniform && directions.isUniform && starts.isUniform && !statesWork && chains.isUniform
      && consortia.isUniform && evidenceWords.isUniform && bases.isUniform
  }

  /// Whether of any tie it is not stated whether it has a direction.
  package var leavesDirectionsOpen: Bool { isList ? !isEmpty : indices.contains { directions[$0] == nil } }

  /// Whether any tie states how it goes: stage, outcome, end, benefits.
  package var statesWork: Bool {
    !(stages.isUniform && outcomes.isUniform && ends.isUniform && benefitsToSource.isUniform
      && benefitsToTarget.isUniform)
  }

  /// Whether any tie states when it began or ended.
  package var areDated: Bool { !(starts.isUniform && ends.isUniform) }

  /// The kinds of the ties, in the order in which they first come.
  public var kinds: [String] {
    guard !kindWords.isUniform else { return isEmpty ? [] : [kindWords.words[0].text] }
    var seen = [Bool](repeating: false, count: kindWords.words.count)
    var kinds: [String] = []
    for index in indices where !seen[kindWords.code(index)] {
      seen[kindWords.code(index)] = true
      kinds.append(kindWords[index])
    }
    return kinds
  }

  // MARK: Columns, read without putting a tie together

  public func source(_ index: Int) -> Int { Int(list.sources[index]) }
  public func target(_ index: Int) -> Int { Int(list.targets[index]) }
  public func weight(_ index: Int) -> Double { list.weight(index) }
  public func kind(_ index: Int) -> String { kindWords[index] }
  /// Nil where that is not stated.
  public func isDirected(_ index: Int) -> Bool? { directions[index] }
  public func period(_ index: Int) -> Period {
    Period(from: PartialDate(kept: starts[index]), to: PartialDate(kept: ends[index]))
  }
  public func stage(_ index: Int) -> TieStage? { stages[index] }
  public func outcome(_ index: Int) -> Outcome? { outcomes[index] }
  public func benefitToSource(_ index: Int) -> Double? { benefitsToSource[index] }
  public func benefitToTarget(_ index: Int) -> Double? { benefitsToTarget[index] }
  public func chain(_ index: Int) -> Int? { chains[index] == .max ? nil : Int(chains[index]) }
  public func consortium(_ index: Int) -> Int? { consortia[index] == .max ? nil : Int(consortia[index]) }
  public func evidence(_ index: Int) -> String? { evidenceWords.code(index) == 0 ? nil : evidenceWords[index] }
  public func basis(_ index: Int) -> Basis? { bases[index] }

  /// Whether a kind is among some, told for every kind once.
  package func isOfKind(_ wanted: Set<ExactText>) -> (Int) -> Bool {
    let isWanted = kindWords.words.map(wanted.contains)
    return { isWanted[kindWords.code($0)] }
  }
}

extension Ties: RandomAccessCollection, MutableCollection {
  public var indices: Range<Int> { 0..<list.count }
  public var startIndex: Int { 0 }
  public var endIndex: Int { list.count }

  public subscript(index: Int) -> Tie {
    get {
      var tie = Tie(source(index), target(index), kind: kind(index), weight: weight(index))
      tie.isDirected = isDirected(index)
      tie.period = period(index)
      tie.stage = stages[index]
      tie.outcome = outcomes[index]
      tie.benefitToSource = benefitsToSource[index]
      tie.benefitToTarget = benefitsToTarget[index]
      tie.chain = chain(index)
      tie.consortium = consortium(index)
      tie.evidence = evidence(index)
      tie.basis = basis(index)
      return tie
    }
    set {
      put(newValue, at: index)
      list.set(UInt32(newValue.source), UInt32(newValue.target), weight: newValue.weight, at: index)
    }
  }

  /// Sets what a tie states beside ends and weight, or adds that of the next one.
  private mutating func put(_ tie: Tie, at index: Int) {
    matrix = nil
    let count = list.count
    kindWords.put(tie.kind, at: index, of: count)
    directions.put(tie.isDirected, at: index, of: count)
    starts.put(tie.period.from?.packed ?? 0, at: index, of: count)
    ends.put(tie.period.to?.packed ?? 0, at: index, of: count)
    stages.put(tie.stage, at: index, of: count)
    outcomes.put(tie.outcome, at: index, of: count)
    benefitsToSource.put(tie.benefitToSource, at: index, of: count)
    benefitsToTarget.put(tie.benefitToTarget, at: index, of: count)
    chains.put(tie.chain.map(UInt32.init) ?? .max, at: index, of: count)
    consortia.put(tie.consortium.map(UInt32.init) ?? .max, at: index, of: count)
    evidenceWords.put(tie.evidence ?? "", at: index, of: count)
    bases.put(tie.basis, at: index, of: count)
  }
}

extension Ties: RangeReplaceableCollection {
  public mutating func reserveCapacity(_ ties: Int) {
    list.reserveCapacity(ties)
    kindWords.reserve(ties)
    directions.reserve(ties)
    starts.reserve(ties)
    ends.reserve(ties)
    stages.reserve(ties)
    outcomes.reserve(ties)
    benefitsToSource.reserve(ties)
    benefitsToTarget.reserve(ties)
    chains.reserve(ties)
    consortia.reserve(ties)
    evidenceWords.reserve(ties)
    bases.reserve(ties)
  }

  public mutating func append(_ tie: Tie) {
    put(tie, at: count)
    list.append(UInt32(tie.source), UInt32(tie.target), weight: tie.weight)
  }

  /// Adds other ties, column by column.
  ///
  /// - Parameter actors: where each of the actors is now that their ends stand for; nil where that is where they were.
  package mutating func append(_ others: Ties, actors: [UInt32]? = nil) {
    matrix = nil
    let (count, added) = (list.count, others.count)
    kindWords.append(others.kindWords, after: count, adding: added)
    directions.append(others.directions, after: count, adding: added)
    starts.append(others.starts, after: count, adding: added)
    ends.append(others.ends, after: count, adding: added)
    stages.append(others.stages, after: count, adding: added)
    outcomes.append(others.outcomes, after: count, adding: added)
    benefitsToSource.append(others.benefitsToSource, after: count, adding: added)
    benefitsToTarget.append(others.benefitsToTarget, after: count, adding: added)
    chains.append(others.chains, after: count, adding: added)
    consortia.append(others.consortia, after: count, adding: added)
    evidenceWords.append(others.evidenceWords, after: count, adding: added)
    bases.append(others.bases, after: count, adding: added)
    list.append(others.list, at: actors)
  }

  /// Lets each tie have its ends where these actors are now.
  package mutating func moveEnds(to places: [UInt32]) {
    matrix = nil
    list.moveEnds(to: places)
  }

  /// - Complexity: O(ties): columns are laid anew.
  public mutating func replaceSubrange(_ range: Range<Int>, with ties: some Collection<Tie>) {
    if range == endIndex..<endIndex {
      for tie in ties { append(tie) }
      return
    }
    var replaced = Ties()
    replaced.reserveCapacity(count - range.count + ties.count)
    for tie in self[..<range.lowerBound] { replaced.append(tie) }
    for tie in ties { replaced.append(tie) }
    for tie in self[range.upperBound...] { replaced.append(tie) }
    self = replaced
  }

  /// Some of the ties, in this order, with their ends at other places.
  ///
  /// - Parameter place: where an actor now is; not nil for the ends of these ties.
  package func kept(_ indices: some Sequence<Int>, at place: [Int?]) -> Ties {
    var kept = Ties(TieList(isWeighted: list.isWeighted))
    for index in indices {
      guard let source = place[source(index)], let target = place[target(index)] else { continue }
      var tie = self[index]
      (tie.source, tie.target) = (source, target)
      kept.append(tie)
    }
    return kept
  }
}

extension Ties: Equatable {
  public static func == (a: Ties, b: Ties) -> Bool {
    a.list == b.list && (a.isList && b.isList || a.indices.allSatisfy { a[$0] == b[$0] })
  }
}

extension Ties: ExpressibleByArrayLiteral {
  public init(arrayLiteral ties: Tie...) { self.init(ties) }
}
