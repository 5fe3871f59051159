/// A two-mode matrix: groups by members. It holds which members belong to which group, both ways, and is projected to
/// an ``AdjacencyMatrix`` only where a kernel needs the ties themselves.
public struct IncidenceMatrix: Sendable {
  /// How groups become ties between their members (Breiger 1974; Newman 2001).
  public enum Projection: String, Sendable, CaseIterable {
    /// A tie's weight is the number of groups that both belong to.
    case count
    /// Each group of k members adds 1/(k − 1) to each of its pairs, so that it adds 1 to each member's strength.
    case newman
    /// A tie wherever there is a common group, weight 1.
    case binary
  }

  /// A projection would have more entries than this machine should hold.
  public struct TooLarge: Error, Sendable {
    /// An upper bound of the entries: the sum of k(k − 1) over groups of k members.
    public let entries: Int
    public let limit: Int
  }

  /// Projections above this bound are refused: 4 G entries take 16 GiB without weights.
  public static let projectionLimit = 4_000_000_000

  public let groupCount: Int
  public let memberCount: Int
  private let memberLists: Lists
  private let groupLists: Lists

  /// - Parameter pairs: (group, member); repeated pairs count once.
  /// - Complexity: O(p log p) for p pairs; 8 bytes a pair.
  public init(groupCount: Int, memberCount: Int, pairs: some Sequence<(group: Int, member: Int)>) {
    var keys: [UInt64] = []
    for (group, member) in pairs {
      precondition(group >= 0 && group < groupCount, "group \(group) of \(groupCount)")
      precondition(member >= 0 && member < memberCount, "member \(member) of \(memberCount)")
      keys.append(UInt64(group) << 32 | UInt64(member))
    }
    keys.sort()
    self.groupCount = groupCount
    self.memberCount = memberCount
    memberLists = Lists(sorted: keys, count: groupCount)
    var mirrored = keys.map { $0 << 32 | $0 >> 32 }
    mirrored.sort()
    groupLists = Lists(sorted: mirrored, count: memberCount)
  }

  /// Lends the members of every group and the groups of every member to `body`.
  public func withLists<Result, Failure: Error>(
    _ body: (_ members: UncheckedLists, _ groups: UncheckedLists) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try memberLists.lend { (members) throws(Failure) in
      try groupLists.lend { (groups) throws(Failure) in try body(members, groups) }
    }
  }

  /// Lists of numbers that workers read without checks, lent for the length of a closure: for kernels only.
  public struct UncheckedLists: Sendable {
    @usableFromInline let offsets: UncheckedVector<Int>
    @usableFromInline let items: UncheckedVector<UInt32>

    @inlinable public subscript(list: Int) -> UnsafeBufferPointer<UInt32> { items[offsets[list]..<offsets[list &+ 1]] }
  }

  /// Lists of numbers, one behind the other in one array.
  private struct Lists {
    private var offsets: [Int]
    private var items: [UInt32] = []

    /// Takes keys of a list's number in the upper half and an item in the lower, sorted; equal keys count once.
    init(sorted keys: [UInt64], count: Int) {
      offsets = [Int](repeating: 0, count: count + 1)
      items.reserveCapacity(keys.count)
      var last: UInt64?
      for key in keys where key != last {
        items.append(UInt32(truncatingIfNeeded: key))
        offsets[Int(key >> 32) + 1] += 1
        last = key
      }
      for list in 0..<count { offsets[list + 1] += offsets[list] }
    }

    func lend<Result, Failure: Error>(_ body: (UncheckedLists) throws(Failure) -> Result) throws(Failure) -> Result {
      try offsets.withUnsafeBufferPointer { (offsets) throws(Failure) in
        try items.withUnsafeBufferPointer { (items) throws(Failure) in
          try body(UncheckedLists(offsets: UncheckedVector(offsets), items: UncheckedVector(items)))
        }
      }
    }

    var itemCount: Int { items.count }
    func count(_ list: Int) -> Int { offsets[list + 1] - offsets[list] }
    subscript(list: Int) -> ArraySlice<UInt32> { items[offsets[list]..<offsets[list + 1]] }
  }

  /// The members of a group, ascending.
  public func members(of group: Int) -> ArraySlice<UInt32> { memberLists[group] }
  /// The groups of a member, ascending.
  public func groups(of member: Int) -> ArraySlice<UInt32> { groupLists[member] }

  /// The number of distinct (group, member) pairs.
  public var pairCount: Int { memberLists.itemCount }

  /// The symmetric matrix of ties between members that share a group.
  ///
  /// - Throws: ``TooLarge`` before anything is built.
  /// - Complexity: O(Σ k²) time over groups of k members; memory for the entries found.
  public func projected(_ projection: Projection) throws(TooLarge) -> AdjacencyMatrix {
    let bound = (0..<groupCount).reduce(0) { sum, group in
      let size = memberLists.count(group)
      return sum + size * max(0, size - 1)
    }
    guard bound <= Self.projectionLimit else { throw TooLarge(entries: bound, limit: Self.projectionLimit) }
    var sums = [Double](repeating: 0, count: memberCount)
    var touched: [UInt32] = []
    // Walks one row; the same walk first counts, then fills, so nothing is held twice.
    func walkRow(_ member: Int) {
      touched.removeAll(keepingCapacity: true)
      for group in groupLists[member] {
        let members = memberLists[Int(group)]
        guard members.count > 1 else { continue }
        let weight = projection == .newman ? 1 / Double(members.count - 1) : 1
        for other in members where Int(other) != member {
          if sums[Int(other)] == 0 { touched.append(other) }
          sums[Int(other)] += weight
        }
      }
    }
    let starts = UnsafeMutablePointer<Int>.allocate(capacity: memberCount + 1)
    starts[0] = 0
    for member in 0..<memberCount {
      walkRow(member)
      starts[member + 1] = starts[member] + touched.count
      for other in touched { sums[Int(other)] = 0 }
    }
    let storage = CompressedRows(order: memberCount, offsets: starts, isWeighted: projection != .binary)
    for member in 0..<memberCount {
      walkRow(member)
      touched.sort()
      for (index, other) in touched.enumerated() {
        storage.columns[starts[member] + index] = other
        storage.weights?[starts[member] + index] = sums[Int(other)]
        sums[Int(other)] = 0
      }
    }
    return AdjacencyMatrix(storage, isSymmetric: true)
  }
}
