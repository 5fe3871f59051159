extension CoalitionWorth: TableRow {
  package static let table = Table.coalitions
  package static let blank = CoalitionWorth(members: [])
  package static let columns = CoalitionColumns.all
}

/// What `coalitions.csv` holds.
package enum CoalitionColumns {
  package static let members = TableColumn<CoalitionWorth>(
    "members", ["联盟成员", "成员组合", "合作各方", "coalition"], need: .value,
    .references(.actors, Access({ $0.members }, { $0.members = $1.sorted() })),
    InputMeaning(
      "coalition_members", Phrase("members of a coalition", zh: "联盟成员"), or: ["coalition", "成员组合"],
      Phrase("The actors that would work together, and with nobody else.", zh: "单独合作、不与其他单位联手的各家单位。"),
      Phrase(
        "Ids or names with semicolons between: A;B;C. Each combination in one row; one actor alone is one, too.",
        zh: "填编号或名称，用分号隔开，如 A;B;C。每种组合一行；单独一家也算一种组合。")))

  package static let value = TableColumn<CoalitionWorth>(
    "value", ["联盟收益", "合作收益", "worth"], need: .column, .number(\.value),
    InputMeaning(
      "coalition_value", Phrase("value of a coalition", zh: "联盟收益"), or: ["worth"],
      Phrase(
        "What these actors would gain together by themselves, less what it costs them.", zh: "这几家单位自行合作所能得到的收益（已扣除成本）。"),
      Phrase(
        "A number, 0 or more, in one unit for all rows. Empty where it is not known; `kesi share` then says what is missing.",
        zh: "填 0 或更大的数字，各行单位一致。不清楚的留空，kesi share 会说明缺哪些。")))

  package static let all: [TableColumn<CoalitionWorth>] = [
    members, value,
    TableColumn("evidence", ["依据", "证据"], .text(\.evidence), .evidence, here: Here.evidence),
    TableColumn("basis", ["数据性质"], .term(\.basis), .basis, here: Here.basis),
  ]
}
