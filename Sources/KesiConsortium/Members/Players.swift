import KesiNetwork

/// The members of a consortium who are appraised or share in its gains, or other actors in their place, with what they put in and
/// what they get today.
package struct Players: Sendable {
  /// Indices of the network.
  package let actors: [Int]
  /// Of whose gains; nil where the actors are no members of one consortium.
  package let consortium: Int?
  /// How many members of the consortium only observe, and are none of them.
  package private(set) var observers = 0
  /// How many members of the consortium are not chosen, and which part of the gains they get today.
  package private(set) var others = 0
  package private(set) var sharesOfOthers = 0.0
  /// What shares add up to that are a little more than the whole, as rounded ones may be, and count as parts of it.
  package private(set) var roundedSum: Double?
  /// The rows of memberships that tell of them.
  package var rows: [Int] = []
  /// What each puts in; nil where that is not stated.
  package var contributions: [Double?]
  /// Which part of the gains each gets today; nil where that is not stated.
  package var shares: [Double?]

  /// Actors by themselves.
  package init(_ actors: [Int]) {
    self.actors = actors
    consortium = nil
    contributions = actors.map { _ in nil }
    shares = contributions
  }

  /// The members of a consortium in a period, but for those who only observe, each once: what is stated of someone several
  /// times is added up.
  ///
  /// - Parameter chosen: only these of them; nil for all.
  /// - Throws: `BadData` where shares of all members add up to more than the whole.
  package init(
    of consortium: Int, in network: Network, during period: Period, only chosen: Set<Int>? = nil
  ) throws(BadData) {
    rows = network.members.indices.filter { row in
      let member = network.members[row]
      return member.consortium == consortium && member.role != .observer && member.period.overlaps(period)
    }
    var places: [Int: Int] = [:]
    var actors: [Int] = []
    var (contributions, shares): ([Double?], [Double?]) = ([], [])
    for row in rows.map({ network.members[$0] }) {
      let place = places[row.actor, default: actors.count]
      if place == actors.count {
        places[row.actor] = place
        actors.append(row.actor)
        contributions.append(nil)
        shares.append(nil)
      }
      if let contribution = row.contribution { contributions[place] = (contributions[place] ?? 0) + contribution }
      if let share = row.share { shares[place] = (shares[place] ?? 0) + share }
    }
    let sum = shares.reduce(0) { $0 + ($1 ?? 0) }
    if sum > Membership.mostTogether(shares.count { $0 != nil }) {
      let name = network.consortia[consortium]
      let isPercent = sum <= 101 && shares.contains { ($0 ?? 0) > 1 }
      let advice =
        isPercent
        ? Phrase(" If they are percent, write 0.4 for 40.", zh: "如按百分数填写，请改为小数，如 40 写作 0.4。")
        : Phrase(" Correct them so that they add up to 1 at most.", zh: "请改正，使合计不超过 1。")
      let largest = actors.indices.filter { shares[$0] ?? 0 > 0 }
        .sorted { (shares[$1] ?? 0, actors[$0]) < (shares[$0] ?? 0, actors[$1]) }.prefix(3)
        .map { "\(network.actors[actors[$0]].id.shortened) \(Figure.amount(shares[$0] ?? 0).text)" }
      throw BadData([
        Problem(
          .error, .cell(file: Table.members.file, row: nil, column: "share", columnZh: "份额"),
          Phrase(
            "the shares of the members of “\(name.name(in: .en))” add up to \(Figure.amount(sum).text), more than the whole (1); the largest are \(largest.joined(separator: ", ")).\(advice.en)",
            zh:
              "“\(name.name(in: .zh))”各成员的份额合计 \(Figure.amount(sum).text)，超过全部（1），其中较大的为 \(largest.joined(separator: "、"))。\(advice.zh)"
          ))
      ])
    }
    let watching = network.members.filter {
      $0.consortium == consortium && $0.role == .observer && $0.period.overlaps(period)
    }
    observers = Set(watching.map(\.actor)).subtracting(actors).count
    let kept = actors.indices.filter { chosen?.contains(actors[$0]) ?? true }
    self.actors = kept.map { actors[$0] }
    self.consortium = consortium
    self.contributions = kept.map { contributions[$0] }
    // Rounded shares of a whole are parts of the whole.
    self.shares = kept.map { place in shares[place].map { $0 / max(1, sum) } }
    sharesOfOthers = (sum / max(1, sum) - self.shares.reduce(0) { $0 + ($1 ?? 0) }).withoutNoise
    others = places.count - kept.count
    if sum > 1 + 1e-9 { roundedSum = sum.withoutNoise }
  }

  package var count: Int { actors.count }

  /// That so many observers are left out.
  static func observersNote(_ count: Int) -> Phrase {
    Phrase(
      "\(count.counted("member")) who only \(count == 1 ? "observes is" : "observe are") left out.",
      zh: "另有 \(count) 家观察员不参与计算。")
  }

  /// A whole in proportion to what each puts in; nil where that is not stated of all, or nobody puts in anything.
  package func proportional(of whole: Double) -> [Double]? {
    let stated = contributions.compactMap(\.self)
    let sum = stated.reduce(0, +)
    guard stated.count == count, sum > 0 else { return nil }
    return stated.map { whole * $0 / sum }
  }

  /// What each gets today of a whole; nil where that is not stated of all.
  package func today(of whole: Double) -> [Double]? {
    let stated = shares.compactMap(\.self)
    return stated.count == count && count > 0 ? stated.map { whole * $0 } : nil
  }
}
