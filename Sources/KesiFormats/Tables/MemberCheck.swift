import KesiNetwork

extension NetworkReader {
  /// Looks at what members put in and get where rows together say more than each: who is listed twice, and shares of more
  /// than the whole.
  func checkMembers() {
    let file = references.name(of: .members)
    let named = Dictionary(grouping: network.members.filter { $0.contribution != nil }) { [$0.consortium, $0.actor] }
    let twice = named.filter { _, rows in
      rows.indices.contains { one in rows[..<one].contains { $0.period.overlaps(rows[one].period) } }
    }.keys.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    if let first = twice.first {
      let (consortium, actor) = (network.consortia[first[0]], network.actors[first[1]].id.shortened)
      log.add(
        Problem(
          .warning, MemberColumns.contribution.head.place(in: file, row: nil),
          Phrase(
            "\(twice.count.counted("member")) \(twice.count == 1 ? "has" : "have") several rows for the same time, as \(actor) in “\(consortium.name(in: .en).shortened)”: what they put in is added up. If a row was entered twice by mistake, delete one.",
            zh:
              "有 \(twice.count) 家成员在同一时期有多行，例如“\(consortium.name(in: .zh).shortened)”的 \(actor)：投入已相加。若属重复填写，请删去一行。")))
    }
    // Observers take no part in what is shared out.
    let shares = Dictionary(
      grouping: network.members.filter { $0.share != nil && $0.role != .observer && $0.period.to == nil },
      by: \.consortium)
    for (consortium, rows) in shares.sorted(by: { $0.key < $1.key }) {
      let sum = rows.reduce(0) { $0 + ($1.share ?? 0) }
      guard sum > Membership.mostTogether(Set(rows.map(\.actor)).count) else { continue }
      let name = network.consortia[consortium]
      log.add(
        Problem(
          .warning, MemberColumns.share.head.place(in: file, row: nil),
          Phrase(
            "the shares of the members of “\(name.name(in: .en).shortened)” add up to \(Figure.amount(sum.withoutNoise).text), more than the whole (1): nothing is shared out by them until they are corrected. Write 40% as 0.4 or 40%.",
            zh:
              "“\(name.name(in: .zh).shortened)”各成员的份额合计 \(Figure.amount(sum.withoutNoise).text)，超过全部（1）：改正之前无法按份额测算。40% 应写作 0.4 或 40%。"
          )))
    }
  }
}
