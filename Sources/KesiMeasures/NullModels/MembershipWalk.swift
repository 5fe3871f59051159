import KesiMatrix

/// Memberships under random swaps that keep the size of every group and the number of groups of every member:
/// (a in c, b in d) → (b in c, a in d), unless one is a member there already.
struct MembershipWalk: RandomWalk, ~Copyable {
  /// The member in each place; the places of a group lie side by side and stay its own.
  private let member: Scratch<UInt32>
  private let group: Scratch<UInt32>
  private let start: [Int]
  /// The places, in an order that changes.
  private let places: Scratch<UInt32>
  private let count: Int
  private let order: Int
  /// Where the places of each member begin when they are sorted by member: the same after any swap.
  private let startOfMember: [Int]

  init(_ incidence: IncidenceMatrix) {
    order = incidence.memberCount
    let lists = (0..<incidence.groupCount).map { incidence.members(of: $0) }
    count = lists.reduce(0) { $0 + $1.count }
    member = Scratch(uninitialized: count)
    group = Scratch(uninitialized: count)
    places = Scratch(uninitialized: count)
    var start = [0]
    var startOfMember = [Int](repeating: 0, count: order + 1)
    var place = 0
    for (number, list) in lists.enumerated() {
      for one in list {
        member[place] = UInt32(one)
        group[place] = UInt32(number)
        places[place] = UInt32(place)
        startOfMember[Int(one) + 1] += 1
        place += 1
      }
      start.append(place)
    }
    for one in 0..<order { startOfMember[one + 1] += startOfMember[one] }
    self.start = start
    self.startOfMember = startOfMember
  }

  var pairs: Int { count / 2 }

  func round(_ random: inout SplitMix) -> Int {
    var made = 0
    start.withUnsafeBufferPointer { start in
      places.pairOff(count, &random) { first, second, word in
        let (one, two) = (Int(places[first]), Int(places[second]))
        let (c, d) = (Int(group[one]), Int(group[two]))
        let (a, b) = (member[one], member[two])
        guard word & 63 != 0, c != d, a != b else { return }
        guard !isMember(b, in: start[c]..<start[c &+ 1]), !isMember(a, in: start[d]..<start[d &+ 1]) else { return }
        member[one] = b
        member[two] = a
        made &+= 1
      }
    }
    return made
  }

  /// Without a way out of the loop, so that several places are looked at at once.
  @inline(__always) private func isMember(_ one: UInt32, in places: Range<Int>) -> Bool {
    var found: UInt32 = 0
    for place in places { found |= member[place] == one ? 1 : 0 }
    return found != 0
  }

  /// Counts each pair of members that meet in a group once, however often they meet.
  func count(by groups: GroupCounts, into values: borrowing Scratch<Int>) {
    let width = groups.classMarks.count
    // Pairs are tallied by the classes of both, and what these are is looked at once a count, not once a pair; unless there
    // would be more to look at than pairs.
    guard width <= Self.mostTallied else {
      forEachMeeting(by: groups) { one, other, isNew in
        if isNew != 0 { groups.add(groups.classMarks[one], groups.classMarks[other], times: 1, to: values) }
      }
      return
    }
    let tally = Scratch<Int>(repeating: 0, count: width * width)
    forEachMeeting(by: groups) { one, other, isNew in tally[one &* width &+ other] &+= isNew }
    for one in 0..<width {
      for other in 0..<width where tally[one &* width &+ other] > 0 {
        groups.add(
          groups.classMarks[one], groups.classMarks[other], times: tally[one &* width &+ other], to: values)
      }
    }
  }

  private static let mostTallied = 512

  /// Hands over each pair of members in each group where they meet: the classes of both, and 1 where they have not met
  /// before, else 0. Members are gone through from the last to the first, and each meets those who came before it.
  @inline(__always) private func forEachMeeting(
    by groups: GroupCounts, _ body: (_ one: Int, _ other: Int, _ isNew: Int) -> Void
  ) {
    let groupOf = groupsByMember()
    // Those who have come, group by group, each with its class.
    let came = Scratch<UInt32>(uninitialized: count)
    let classes = Scratch<UInt32>(uninitialized: count)
    let end = Scratch<Int>(uninitialized: start.count)
    for group in start.indices { end[group] = start[group] }
    let met = Scratch<UInt32>(repeating: .max, count: order)
    start.withUnsafeBufferPointer { start in
      startOfMember.withUnsafeBufferPointer { startOfMember in
        groups.classes.withUnsafeBufferPointer { own in
          for one in stride(from: order - 1, through: 0, by: -1) where own[one] != GroupCounts.none {
            let number = UInt32(truncatingIfNeeded: one)
            let groups = startOfMember[one]..<startOfMember[one &+ 1]
            for index in groups {
              let group = Int(groupOf[index])
              let last = end[group]
              if groups.count == 1 {
                // Nobody is met twice.
                for place in start[group]..<last { body(Int(own[one]), Int(classes[place]), 1) }
              } else {
                for place in start[group]..<last {
                  let other = Int(came[place])
                  let isNew = met[other] == number ? 0 : 1
                  met[other] = number
                  body(Int(own[one]), Int(classes[place]), isNew)
                }
              }
              came[last] = number
              classes[last] = own[one]
              end[group] = last &+ 1
            }
          }
        }
      }
    }
  }

  /// The groups of each member, one member after the other.
  private func groupsByMember() -> Scratch<UInt32> {
    let groupOf = Scratch<UInt32>(uninitialized: count)
    let next = Scratch<Int>(uninitialized: order)
    for one in 0..<order { next[one] = startOfMember[one] }
    for place in 0..<count {
      let one = Int(member[place])
      groupOf[next[one]] = group[place]
      next[one] &+= 1
    }
    return groupOf
  }

  /// The members of each group as they are.
  var lists: [[UInt32]] {
    start.indices.dropLast().map { group in (start[group]..<start[group + 1]).map { member[$0] } }
  }
}
