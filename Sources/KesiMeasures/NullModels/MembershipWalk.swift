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
    let sorted = Scratch<UInt32>(uninitialized: count)
    let next = Scratch<Int>(uninitialized: order)
    for one in 0..<order { next[one] = startOfMember[one] }
    for place in 0..<count {
      let one = Int(member[place])
      sorted[next[one]] = group[place]
      next[one] &+= 1
    }
    let met = Scratch<UInt32>(repeating: .max, count: order)
    groups.marks.withUnsafeBufferPointer { marks in
      for one in 0..<order where marks[one] != 0 {
        for index in startOfMember[one]..<startOfMember[one &+ 1] {
          let group = Int(sorted[index])
          for place in start[group]..<start[group &+ 1] {
            let other = Int(member[place])
            guard other > one, met[other] != UInt32(truncatingIfNeeded: one) else { continue }
            met[other] = UInt32(truncatingIfNeeded: one)
            groups.add(marks[one], marks[other], to: values)
          }
        }
      }
    }
  }

  /// The members of each group as they are.
  var lists: [[UInt32]] {
    start.indices.dropLast().map { group in (start[group]..<start[group + 1]).map { member[$0] } }
  }
}
