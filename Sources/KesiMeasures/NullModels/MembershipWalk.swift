import KesiMatrix

/// Memberships under random swaps that keep the size of every group and the number of groups of every member.
struct MembershipWalk: RandomWalk, ~Copyable {
  /// The member in each place; the places of a group lie side by side and stay its own.
  private let member: Scratch<UInt32>
  private let group: Scratch<UInt32>
  private let start: [Int]
  private let count: Int
  /// In how many groups each two members meet.
  private var meetings: TieCounts

  /// - Parameter counts: takes the ties of the projection.
  init(lists: [[UInt32]], counts: inout GroupCounts) {
    count = lists.reduce(0) { $0 + $1.count }
    member = Scratch(uninitialized: count)
    group = Scratch(uninitialized: count)
    var start = [0]
    var place = 0
    var pairs = 0
    for (number, list) in lists.enumerated() {
      for one in list {
        member[place] = one
        group[place] = UInt32(number)
        place += 1
      }
      start.append(place)
      pairs += list.count * (list.count - 1) / 2
    }
    self.start = start
    meetings = TieCounts(capacity: pairs)
    for list in lists {
      for (place, a) in list.enumerated() {
        for b in list[(place + 1)...] where meetings.add(1, a, b) == 1 { counts.add(1, a, b) }
      }
    }
  }

  mutating func swap(times: Int, _ counts: inout GroupCounts, _ random: inout SplitMix) {
    guard count > 1 else { return }
    for _ in 0..<times {
      let (one, two) = (random.below(count), random.below(count))
      let (c, d) = (Int(group[one]), Int(group[two]))
      let (a, b) = (member[one], member[two])
      guard c != d, a != b, !isMember(b, of: c), !isMember(a, of: d) else { continue }
      for place in start[c]..<start[c + 1] where place != one { exchange(a, for: b, with: member[place], &counts) }
      for place in start[d]..<start[d + 1] where place != two { exchange(b, for: a, with: member[place], &counts) }
      member[one] = b
      member[two] = a
    }
  }

  private func isMember(_ one: UInt32, of group: Int) -> Bool {
    (start[group]..<start[group + 1]).contains { member[$0] == one }
  }

  private mutating func exchange(
    _ old: UInt32, for new: UInt32, with other: UInt32, _ counts: inout GroupCounts
  ) {
    if meetings.add(-1, old, other) == 0 { counts.add(-1, old, other) }
    if meetings.add(1, new, other) == 1 { counts.add(1, new, other) }
  }
}

/// How often each two vertices are tied: open addressing by the key of a tie. What has come to 0 stays until the table is
/// built anew, twice as large as what is left in it.
private struct TieCounts: ~Copyable {
  private var keys: Scratch<UInt64>
  private var values: Scratch<Int32>
  private var mask: Int
  private var used = 0
  /// No tie has this key: its ends would be the same.
  private static let empty = UInt64.max

  init(capacity: Int) {
    var size = 16
    while size < 2 * capacity { size *= 2 }
    keys = Scratch(repeating: Self.empty, count: size)
    values = Scratch(repeating: 0, count: size)
    mask = size - 1
  }

  /// Adds to the count of a tie, and returns it.
  @inline(__always) mutating func add(_ amount: Int32, _ a: UInt32, _ b: UInt32) -> Int32 {
    let key = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    var place = home(key)
    while keys[place] != key, keys[place] != Self.empty { place = (place &+ 1) & mask }
    if keys[place] == Self.empty {
      if used &* 4 >= mask &* 3 {
        rebuild()
        return add(amount, a, b)
      }
      keys[place] = key
      used &+= 1
    }
    values[place] &+= amount
    return values[place]
  }

  @inline(__always) private func home(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
  }

  private mutating func rebuild() {
    let old = mask + 1
    let live = (0..<old).count { values[$0] != 0 }
    var larger = TieCounts(capacity: max(16, 2 * live))
    for place in 0..<old where values[place] != 0 {
      var free = larger.home(keys[place])
      while larger.keys[free] != Self.empty { free = (free &+ 1) & larger.mask }
      larger.keys[free] = keys[place]
      larger.values[free] = values[place]
      larger.used += 1
    }
    self = larger
  }
}
