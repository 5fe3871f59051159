import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Matrices of organizations")
struct MatrixSheetTests {
  private func ties(_ network: Network) -> Set<String> {
    Set(
      network.ties.map { tie in
        let ends = [network.actors[tie.source].name, network.actors[tie.target].name].sorted().joined(separator: "–")
        return "\(ends) \(tie.kind) \(tie.weight.plain)"
      })
  }

  @Test(
    "The same names on both sides make a matrix, whatever stands in the corner and whether the names tell what they are",
    arguments: ["合作次数/单位", "单位\\次数", "合作次数", ""], [["甲", "乙", "丙"], ["苏州甲一有限公司", "苏州乙二有限公司", "苏州大学"]])
  func corner(corner: String, names: [String]) throws {
    let wide = try WideSheet(rows: [
      [corner] + names, [names[0], "0", "2", "1"], [names[1], "2", "0", "—"], [names[2], "1", "", "0"],
    ])
    let network = try wide.network().network
    func pair(_ other: Int) -> String { [names[0], names[other]].sorted().joined(separator: "–") }
    #expect(wide.confidence >= WideSheet.plausible)
    #expect(ties(network) == ["\(pair(1))  2", "\(pair(2))  1"])
    #expect(network.actors.count == 3 && network.ties.allSatisfy { $0.isDirected != true })
  }

  @Test(
    "Words in its cells are how two work together, each tie of weight 1; signs for none are none",
    arguments: ["单位", "合作次数/单位", ""])
  func words(corner: String) throws {
    let network = try WideSheet(rows: [
      [corner, "苏州甲一有限公司", "苏州乙二有限公司", "苏州大学"], ["苏州甲一有限公司", "本单位", "校企合作", "联合实验室"],
      ["苏州乙二有限公司", "校企合作", "—", "无"], ["苏州大学", "联合实验室", "0", ""],
    ]).network().network
    #expect(ties(network) == ["苏州乙二有限公司–苏州甲一有限公司 校企合作 1", "苏州大学–苏州甲一有限公司 联合实验室 1"])
    #expect(network.actors.count == 3 && network.ties.allSatisfy { $0.isDirected != true })
  }

  @Test(
    "That two do not work together, not yet or no more, is no kind of tie, and is said",
    arguments: ["未合作", "意向", "洽谈中", "拟合作", "已终止", "终止合作", "planned"])
  func notNow(word: String) throws {
    let wide = try WideSheet(rows: [
      ["单位", "苏州甲一有限公司", "苏州乙二有限公司", "苏州大学"], ["苏州甲一有限公司", "", "联合研发", word], ["苏州乙二有限公司", "联合研发", "", ""],
      ["苏州大学", word, "", ""],
    ])
    #expect(try ties(wide.network().network) == ["苏州乙二有限公司–苏州甲一有限公司 联合研发 1"])
    #expect(wide.doubts.contains { $0.remark.line(in: .zh).contains(word) })
  }

  @Test("Words that no list has are kinds as well, and several in a cell are a tie each")
  func otherWords() throws {
    let network = try WideSheet(rows: [
      ["", "甲", "乙", "丙"], ["甲", "", "joint lab", ""], ["乙", "", "", "结对子、联合研发"], ["丙", "", "", ""],
    ]).network().network
    #expect(ties(network) == ["乙–甲 joint lab 1", "丙–乙 结对子 1", "丙–乙 联合研发 1"])
  }

  @Test("A matrix of many organizations is one as well")
  func large() throws {
    let names = (0..<430).map { "公司\($0)" }
    let rows = names.indices.map { row in
      [names[row]] + names.indices.map { row + 1 == $0 || row == $0 + 1 ? "结对子" : "" }
    }
    let network = try WideSheet(rows: [[""] + names] + rows).network().network
    #expect(network.actors.count == names.count && network.ties.count == names.count - 1)
    #expect(network.ties.allSatisfy { $0.kind == "结对子" && abs($0.source - $0.target) == 1 })
  }

  @Test("Where the words on the two sides of the diagonal differ, ties go from the row to the column")
  func directed() throws {
    let network = try WideSheet(rows: [
      ["", "甲", "乙", "丙"], ["甲", "", "供应", ""], ["乙", "采购", "", ""], ["丙", "", "采购", ""],
    ]).network().network
    let said = Set(
      network.ties.map { "\(network.actors[$0.source].name)→\(network.actors[$0.target].name) \($0.kind)" })
    #expect(said == ["甲→乙 供应", "乙→甲 采购", "丙→乙 采购"] && network.ties.allSatisfy { $0.isDirected == true })
  }

  @Test("Enterprises by colleges: words for work together are ties of that kind")
  func twoSides() throws {
    let network = try WideSheet(rows: [
      ["企业名称", "苏州大学", "东南大学"], ["苏州甲一有限公司", "校企合作", ""], ["苏州乙二有限公司", "无合作", "联合研发"],
    ]).network().network
    #expect(ties(network) == ["苏州大学–苏州甲一有限公司 校企合作 1", "东南大学–苏州乙二有限公司 联合研发 1"])
    #expect(network.actors.count == 4)
  }

  @Test("Years in a matrix say since when two work together, not how much; among other numbers they are numbers")
  func years() throws {
    func read(_ number: String) throws -> [Tie] {
      let wide = try WideSheet(rows: [
        ["企业名称", "苏州大学", "东南大学"], ["苏州甲一有限公司", "2021", ""], ["苏州乙二有限公司", "√", number],
      ])
      let isSaid = wide.doubts.contains { $0.remark.line(in: .zh).contains("合作起始时间") }
      #expect(isSaid == (number == "2023"))
      return Array(try wide.network().network.ties)
    }
    let years = try read("2023")
    #expect(years.map(\.weight) == [1, 1, 1])
    #expect(years.map(\.period.from) == [PartialDate("2021"), nil, PartialDate("2023")])
    #expect(try read("15").map(\.weight) == [2021, 1, 15])
  }

  @Test("Lists of neighbors, and columns about an organization, are no matrices")
  func others() throws {
    #expect(throws: BadData.self) {
      try WideSheet(rows: [["甲", "乙", "丙"], ["乙", "丙", "甲"], ["丙", "甲", "乙"]]).network()
    }
    let network = try WideSheet(rows: [
      ["企业名称", "合作单位", "与苏州大学合作情况", "与东南大学合作情况"], ["苏州甲一有限公司", "江南大学", "合作中", "√"],
      ["苏州乙二有限公司", "南京大学", "√", "合作中"],
    ]).network().network
    #expect(network.pairs == ["江南大学–苏州甲一有限公司", "南京大学–苏州乙二有限公司"])
  }

  @Test("A note below the rows says nothing of the column above it")
  func note() throws {
    let rows = [
      ["企业", "苏州大学", "江南大学", "苏州职业大学"], ["明达电子有限公司", "3", "1", ""], ["天平机械厂", "", "2", "4"],
      ["合计", "3", "3", "4"], ["填表人：李娜", "", "填表日期：2024年6月", ""],
    ]
    let network = try WideSheet(rows: rows).network().network
    #expect(
      network.pairs == ["明达电子有限公司–苏州大学", "明达电子有限公司–江南大学", "天平机械厂–江南大学", "天平机械厂–苏州职业大学"])
    let square = try WideSheet(rows: [
      ["单位", "甲", "乙", "丙"], ["甲", "", "√", ""], ["乙", "√", "", ""], ["丙", "", "", ""],
      ["制表：李娜", "", "审核：王芳（各单位均已核对无误，现报送市科技局汇总）", ""],
    ]).network().network
    #expect(square.pairs == ["乙–甲"] && square.actors.count == 3)
  }

  @Test(
    "Short names over columns of marks are partners where the corner names both sides, or between names that tell",
    arguments: ["院校＼企业", "院校"])
  func shortNames(corner: String) throws {
    let network = try WideSheet(rows: [
      [corner, "明达电子", "华星光电", "东吴新材料", "天平机械厂", "备注"], ["苏州大学", "√", "", "√", "", "主要为联合研发"],
      ["江南大学", "", "√", "", "", ""], ["苏州职业大学", "√", "√", "×", "", ""], ["小计", "2", "2", "1", "0", ""],
    ]).network().network
    #expect(
      network.pairs == ["明达电子–苏州大学", "东吴新材料–苏州大学", "华星光电–江南大学", "明达电子–苏州职业大学", "华星光电–苏州职业大学"])
  }

  @Test("A short name that is taken for a partner is told before those that are sure")
  func shortNameIsTold() throws {
    let names = ["甲一", "乙二", "丙三", "丁四", "戊五"].map { $0 + "有限公司" } + ["华星光电"]
    let wide = try WideSheet(rows: [
      ["院校＼企业"] + names, ["苏州大学"] + names.map { _ in "√" }, ["江南大学", "√", "", "", "", "", ""],
    ])
    #expect(wide.doubts.contains { $0.remark.line(in: .zh).contains("6 列为打勾：华星光电") })
  }

  @Test("Marks beside the columns of partners, and measures between them, are no partners")
  func measures() throws {
    let network = try WideSheet(rows: [
      ["企业名称", "苏州大学", "论文篇数", "江南大学", "高企"], ["明达电子有限公司", "1", "2", "3", "√"], ["天平机械厂", "2", "5", "", "√"],
    ]).network().network
    #expect(network.pairs == ["明达电子有限公司–苏州大学", "明达电子有限公司–江南大学", "天平机械厂–苏州大学"])
  }

  @Test("Marks in rows of data are no names that stand on both sides")
  func marksAreNoNames() throws {
    let wide = try WideSheet(rows: [
      ["院校", "明达电子", "华星光电", "东吴新材料"], ["苏州大学", "√", "", "√"], ["江南大学", "", "√", ""], ["苏州职业大学", "√", "√", ""],
    ])
    #expect(wide.tally.map(\.headerRow) == [1])
  }
}
