extension Observation: TableRow {
  package static let table = Table.history
  package static let blank = Observation("", in: 0, 0)
  package static let columns = HistoryColumns.all
}

/// What `history.csv` holds.
package enum HistoryColumns {
  package static let subject = TableColumn<Observation>(
    "subject", ["对象", "统计对象", "种群", "subject_id", "population"],
    or: ["主体", "单位", "产业链", "指标", "名称", "entity", "series", "name", "id"], need: .value, .text(\.subject),
    InputMeaning(
      "subject_of_year", Phrase("subject of a year", zh: "统计对象"), or: ["subject", "对象", "population", "种群"],
      Phrase("Whose yearly data a row of history.csv is.", zh: "历年数据所属的对象。"),
      Phrase(
        "An id of an actor or a chain, network for the whole, or a name of your own for a population, such as a kind of actors.",
        zh: "填主体或产业链的编号；整个网络填 network；也可自定名称，如某一类主体。")))
  package static let year = TableColumn<Observation>(
    "year", ["年份", "年度", "年"], or: ["时间", "日期", "date", "time", "period"], need: .value, .start(\.period),
    InputMeaning(
      "year_of_value", Phrase("year of a value", zh: "年份"), or: ["year", "年度"],
      Phrase("The year that a value of history.csv is of.", zh: "历年数据的年份。"),
      Phrase("A year each, one row a subject and year; years may be missing.", zh: "一行一年，同一对象每年一行；可以缺若干年。")))
  package static let value = TableColumn<Observation>(
    "value", ["数值", "值", "规模"], or: ["数据", "数量", "产值", "人数", "金额", "amount", "size", "number"], need: .value,
    .number(
      Access(\.value), in: InputMeaning.anyNumber),
    InputMeaning(
      "value_of_year", Phrase("value of a year", zh: "历年数值"), or: ["规模"],
      Phrase(
        "What was observed of a subject in a year: output, graduates, members.", zh: "该对象当年的数值，如产值、毕业生数、成员数。"),
      Phrase(
        "In one unit for a subject. `kesi symbiosis` needs values above 0: what grows as a population does.",
        zh: "同一对象单位一致。kesi symbiosis 要求数值大于 0，即像种群那样增长的量。")))

  package static let all: [TableColumn<Observation>] = [
    subject, year, value,
    TableColumn("evidence", ["依据", "证据"], .text(\.evidence), .evidence, here: Here.evidence),
    TableColumn("basis", ["数据性质"], .term(\.basis), .basis, here: Here.basis),
  ]
}
