import Testing

@testable import KesiFormats

@Suite("Lists of names in a cell")
struct NameListTests {
  private func names(_ cell: String, known: [String] = []) -> [String] { list(cell, known: known).items.map(\.name) }

  private func list(_ cell: String, known: [String] = []) -> NameList {
    NameList(cell, names: NameList.Names(isKnown: { name in known.contains(name) }))
  }

  @Test(
    "Signs that stand in no name part names",
    arguments: [
      "苏州大学、东南大学", "苏州大学；东南大学", "苏州大学;东南大学", "苏州大学|东南大学", "苏州大学\n东南大学", "1.苏州大学 2.东南大学", "1、苏州大学 2、东南大学",
      "（1）苏州大学；（2）东南大学。", "①苏州大学②东南大学", "苏州大学，东南大学", "苏州大学,东南大学", "苏州大学/东南大学", "苏州大学 东南大学", " 苏州大学、 东南大学等",
      "苏州大学（牵头）、东南大学（参与）", "牵头单位：苏州大学；参与单位：东南大学", "苏州大学、东南大学、苏州大学",
    ])
  func parts(cell: String) { #expect(names(cell) == ["苏州大学", "东南大学"]) }

  @Test("Signs within a name do not")
  func wholes() {
    for name in [
      "Jiangsu Muchuan Co., Ltd.", "苏州（中国、江苏）某某有限公司", "University of California, Berkeley", "A/S Nordheim",
      "人力资源和社会保障局",
      "中国科学院苏州纳米技术与纳米仿生研究所", "360.cn公司",
    ] { #expect(names(name) == [name]) }
    #expect(
      names("Jiangsu Muchuan Co., Ltd., Harrow & Finch Ltd") == ["Jiangsu Muchuan Co., Ltd.", "Harrow & Finch Ltd"])
  }

  @Test(
    "An amount in brackets counts with other brackets on either side, and with a sign of money",
    arguments: [
      ("苏州大学（2021年）（100万元）", 1_000_000.0), ("苏州大学（100万元）（2021年）", 1_000_000), ("苏州大学（¥5000）", 5000),
      ("苏州大学（￥5000）", 5000), ("苏州大学（牵头）（¥1.5万）", 15_000), ("苏州大学（人民币3000）", 3000),
    ])
  func amounts(cell: String, amount: Double) {
    #expect(names(cell) == ["苏州大学"])
    #expect(list(cell).items.map(\.amount) == [amount])
  }

  @Test("“And” parts only what are known to be two names; else that is said")
  func and() {
    #expect(names("苏州大学和东南大学", known: ["苏州大学", "东南大学"]) == ["苏州大学", "东南大学"])
    let unknown = list("苏州大学和东南大学")
    #expect(unknown.items.count == 1)
    #expect(unknown.notes == [.unsplit("苏州大学和东南大学")])
  }

  @Test("A part says the same in the next cell, and by itself")
  func parts() {
    let names = NameList.Names(isKnown: { $0 == "苏州大学" || $0 == "东南大学" })
    let cells = ["甲公司、苏州大学和东南大学", "苏州大学和东南大学", "苏州大学和东南大学、苏州大学", "东南大学等、东南大学等"]
    let expected = [["甲公司", "苏州大学", "东南大学"], ["苏州大学", "东南大学"], ["苏州大学", "东南大学"], ["东南大学"]]
    for _ in 0..<2 { #expect(cells.map { NameList($0, names: names).items.map(\.name) } == expected) }
    let isOne = NameList("苏州大学和东南大学", separators: [.enumeration], names: names)
    #expect(isOne.items.map(\.name) == ["苏州大学和东南大学"])
    #expect(NameList("东南大学等、东南大学等", names: names).notes.count == 2)
  }

  @Test("Words for nobody are nobody", arguments: ["", "无", "/", "—", "暂无", "N/A", "自主研发", "、"])
  func nobody(cell: String) { #expect(names(cell).isEmpty) }

  @Test(
    "Whoever says that there is none, or does not answer, names nobody",
    arguments: [
      "以上都没有", "无此类单位", "不清楚", "都没有", "无合作", "暂无合作单位", "(跳过)", "从未合作", "目前没有合作企业", "不太了解", "none of the above",
      "Not applicable", "I don't know", "其他（请注明）",
    ])
  func noAnswer(cell: String) { #expect(names(cell).isEmpty) }

  @Test(
    "A name that begins as such words do is a name", arguments: ["无锡大学", "未来机器人公司", "不锈钢研究院", "无锡企业", "Nevermore Ltd"])
  func likeDenials(name: String) { #expect(names(name) == [name]) }

  @Test(
    "Under 其他 whoever was filled in is named",
    arguments: ["其他〖苏州大学〗", "其他（请注明）：苏州大学", "其他(请填写)苏州大学", "其它：苏州大学", "Other: 苏州大学", "其他（苏州大学）", "东南大学┋其他〖苏州大学〗"])
  func others(cell: String) { #expect(names(cell).last == "苏州大学" && !names(cell).contains { $0.holds("其") }) }

  @Test("Several names under 其他 are several")
  func severalOthers() {
    #expect(names("其他〖苏州大学、东南大学〗") == ["苏州大学", "东南大学"])
    #expect(names("Other Minds Ltd") == ["Other Minds Ltd"])
  }

  @Test("A name that comes again has every way to work together of its brackets; another amount is said")
  func again() {
    let list = list("苏州大学（联合研发）、苏州大学（委托开发）、东南大学（1万元）、东南大学（2万元）")
    #expect(list.items.map(\.ways) == [["联合研发", "委托开发"], []])
    #expect(list.notes == [.namedAgain("东南大学")])
  }

  @Test("The legal form in brackets is a part of the name", arguments: ["苏州某某有限公司（中外合作）", "苏州某某公司（股份合作）"])
  func legalForms(name: String) { #expect(names(name) == [name]) }

  @Test("What is cut at the end is said, and roles are kept")
  func notes() {
    let list = list("苏州大学（牵头）、东南大学等5家单位")
    #expect(list.items.map(\.role) == ["牵头", nil])
    #expect(list.notes == [.cut("东南大学等5家单位")])
    #expect(names("江苏省高等教育学会") == ["江苏省高等教育学会"])
  }

  @Test("A hostile cell ends")
  func hostile() {
    #expect(names(String(repeating: "(", count: 100_000)).count <= 1)
    #expect(names(String(repeating: "、", count: 100_000)).isEmpty)
    #expect(names(String(repeating: "1.", count: 2000)).count <= 2000)
    // What takes time that grows with the square of the length does not end within a test run.
    #expect(names(String(repeating: "和", count: 10_000)).count == 1)
    #expect(names(String(repeating: " ", count: 30_000) + "苏州大学") == ["苏州大学"])
    #expect(names((0..<4000).map { "甲\($0)" }.joined(separator: "、")).count == 4000)
  }
}
