import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Numbers and addresses of persons")
struct PersonalDataTests {
  @Test(
    "Telephones, mail addresses and numbers of identity cards are left out, what stands around them stays",
    arguments: [
      ("联系张三 13800005527", "联系张三 ***"), ("电话：138 0000 5527，138-0000-5527", "电话：***，***"),
      ("+86-13800005527。", "***。"), ("tel13800005527", "tel***"), ("１３８００００５５２７", "***"),
      ("0512-65880001，zs@example.edu.cn", "***，***"), ("(0512) 65880001 转 12", "(*** 转 12"),
      ("身份证 11010519491231002X", "身份证 ***"), ("见 a.b-c@x-y.example.com.", "见 ***."),
    ])
  func removed(text: String, rest: String) { #expect(PersonalData.removed(from: text) == rest) }

  @Test(
    "Codes, amounts, dates and ids of organizations are none",
    arguments: [
      "合同 HT-2023-13800005527", "HT13800005527", "13800005527元", "0.13800005527", "13800005527.50",
      "2024-05-06 10:00:00",
      "91320594MA1XABCD2E", "913205941377000018", "110105194912310021", "138000055271", "12800005527", "0202401001",
      "@苏州", "见 x@y",
      "2021.3—2025.6", "",
    ])
  func none(text: String) { #expect(PersonalData.removed(from: text) == nil) }

  @Test("Remarks are carried on without them, and in how many cells that was done is said without them, too")
  func remarks() throws {
    let wide = try WideSheet(rows: [
      ["企业名称", "合作单位", "备注"], ["苏州甲一有限公司", "苏州大学（张三 13800005527）", "可联系李四 13900005527"],
      ["苏州乙二有限公司", "东南大学", "重点客户"], ["苏州丙三有限公司", "南京大学", "li@example.com 催办"],
    ])
    let network = try wide.network().network
    #expect(
      network.carried[.actors]?.first { $0.name == "备注" }?.values.filter { !$0.isEmpty } == [
        "可联系李四 ***", "重点客户", "*** 催办",
      ])
    #expect(network.actors.contains { $0.name == "苏州大学" })
    let doubts = wide.doubts.map { $0.remark.line(in: .en) }.joined(separator: "\n")
    #expect(doubts.contains("2 cells") && doubts.contains("identity cards"), "\(doubts)")
    #expect(!doubts.contains("5527") && !doubts.contains("@"), "\(doubts)")
  }
}
