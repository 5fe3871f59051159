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
  /// Members of each group, ascending, and groups of each member, ascending.
  private let groups: [[UInt32]]
  private let memberships: [[UInt32]]

  /// - Parameter pairs: (group, member); repeated pairs count once.
  public init(groupCount: Int, memberCount: Int, pairs: some Sequence<(group: Int, member: Int)>) {
    var groups = [Set<UInt32>](repeating: [], count: groupCount)
    for (group, member) in pairs {
      precondition(member >= 0 && member < memberCount, "member \(member) of \(memberCount)")
      groups[group].insert(UInt32(member))
    }
    var memberships = [[UInt32]](repeating: [], count: memberCount)
    for (group, members) in groups.enumerated() {
      for member in members { memberships[Int(member)].append(UInt32(group)) }
    }
    self.groupCount = groupCount
    self.memberCount = memberCount
    self.groups = groups.map { $0.sorted() }
    self.memberships = memberships
  }

  /// The members of a group, ascending.
  public func members(of group: Int) -> [UInt32] { groups[group] }
  /// The groups of a member, ascending.
  public func groups(of member: Int) -> [UInt32] { memberships[member] }
  /// The number of distinct (group, member) pairs.
  public var pairCount: Int { groups.reduce(0) { $0 + $1.count } }

  /// The symmetric matrix of ties between members that share a group.
  ///
  /// - Throws: ``TooLarge`` before anything is built.
  /// - Complexity: O(Σ k²) time over groups of k members; memory for the entries found.
  public func projected(_ projection: Projection, layout: MatrixLayout = .automatic) throws -> AdjacencyMatrix {
    let bound = groups.reduce(0) { $0 + $1.count * max(0, $1.count - 1) }
    guard bound <= Self.projectionLimit else { throw TooLarge(entries: bound, limit: Self.projectionLimit) }
    var sums = [Double](repeating: 0, count: memberCount)
    var touched: [UInt32] = []
    // Walks one row; the same walk first counts, then fills, so nothing is held twice.
    func walkRow(_ member: Int) {
      touched.removeAll(keepingCapacity: true)
      for group in memberships[member] {
        let members = groups[Int(group)]
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
    return AdjacencyMatrix(storage, isSymmetric: true, layout: layout)
  }
}
