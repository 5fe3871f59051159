extension Position: TableRow {
  package static let table = Table.positions
  package static let blank = Position(actor: 0, chain: 0)
  package static let columns = PositionColumns.all
}

/// What `positions.csv` holds.
package enum PositionColumns {
  package static let stage = TableColumn<Position>(
    "stage", ["环节", "環節"], .text(\.stage),
    here: Phrase("The stage of the chain at which the actor stands.", zh: "主体所处的产业链环节。"))

  package static let all: [TableColumn<Position>] = [
    TableColumn(
      "actor", ["主体", "单位", "单位名称", "主體", "單位"], need: .value, .reference(.actors, \.actor),
      here: Phrase("The actor that holds the position.", zh: "占据该链位的主体。")),
    TableColumn(
      "chain", ["产业链", "產業鏈"], need: .value, .reference(.chains, \.chain),
      here: Phrase("The chain in which the position is.", zh: "链位所在的产业链。")),
    TableColumn(
      "role", ["角色", "作用"], .term(\.role), .role, here: Phrase("What the actor does in the chain.", zh: "主体在产业链上的作用。")),
    stage,
    TableColumn(
      "level", ["层级", "级别", "級別", "層級"], .term(\.level),
      InputMeaning(
        "level", Phrase("level", zh: "层级"), or: ["级别"],
        Phrase(
          "By whom an actor is recognized in a chain. A national provider counts for more in the depth of the chain.",
          zh: "主体在产业链上获得哪一级认定；层级越高，对供给深度的贡献越大。"),
        Phrase("Empty counts as ordinary.", zh: "留空按“普通”计。"))),
    TableColumn(
      "capacity", ["能力", "供给能力", "培养规模"], .number(\.capacity), .capacity,
      here: Phrase("What the actor supplies to the chain.", zh: "该主体对产业链的供给能力。")),
    TableColumn("from", ["开始", "起始", "开始时间", "開始"], .start(\.period), .from, here: Here.begin),
    TableColumn("to", ["结束", "截止", "结束时间", "結束"], .end(\.period), .from, here: Here.end),
    TableColumn("evidence", ["依据", "证据", "依據"], .text(\.evidence), .evidence, here: Here.evidence),
    TableColumn("basis", ["数据性质", "性质", "數據性質"], .term(\.basis), .basis, here: Here.basis),
  ]
}
