import KesiMatrix

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Organizations tied by the projects they share: sizes of projects are log-normal, and an organization is drawn in
/// proportion to the projects it has already, one time in three anew.
public struct ConsortiumNetwork {
  /// The members of each project, distinct.
  public let projects: [[UInt32]]
  public let organizations: Int

  public init(organizations: Int = 30_000, projects: Int = 35_000, seed: UInt64 = 1) {
    var random = SplitMix(seed: seed, use: "consortium")
    var drawn: [UInt32] = []
    self.organizations = organizations
    self.projects = (0..<projects).map { _ in
      let size = min(60, max(2, Int(exp(1.3 + 0.78 * random.normal()).rounded())))
      var members = Set<UInt32>()
      while members.count < size {
        let isNew = drawn.isEmpty || random.below(3) == 0
        members.insert(isNew ? UInt32(random.below(organizations)) : drawn[random.below(drawn.count)])
      }
      drawn.append(contentsOf: members.sorted())
      return members.sorted()
    }
  }

  /// Each pair of organizations that share a project, once, the lower first.
  public var ties: [(UInt32, UInt32)] {
    var keys: [UInt64] = []
    for members in projects {
      for (index, a) in members.enumerated() {
        for b in members[(index + 1)...] { keys.append(tieKey(a, b)) }
      }
    }
    return distinctTies(keys)
  }
}
