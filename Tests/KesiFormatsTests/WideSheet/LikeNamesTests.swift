import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Names that may be one organization")
struct LikeNamesTests {
  private func pairs(_ names: String...) throws -> [LikeNames] {
    try LikeNames.search(
      among: names.map { LikeNames.Candidate(name: $0, mentions: 1, kind: KindOfName.told(by: $0)?.kind) }
    ).pairs
  }

  @Test(
    "Forms, places, short forms and slips are proposed",
    arguments: [
      ("苏州达砺芯片技术有限公司", "苏州达砺芯片技术股份有限公司"), ("苏州达砺芯片有限公司", "苏州市达砺芯片有限公司"), ("达砺芯片（苏州）有限公司", "苏州达砺芯片有限公司"),
      ("中国科学院苏州纳米技术与纳米仿生研究所", "中科院苏州纳米所"), ("苏州砥川芯片技术有限公司", "苏州砥州芯片技术有限公司"), ("苏州大学", "苏大"),
      ("Harrow Ltd", "HARROW LTD"), ("江南大學", "江南大学"), ("華東電氣有限公司", "华东电气有限公司"),
      ("Nordlicht Robotics GmbH", "Nordlicht Robotics"), ("某某纳米协同中心（纳米协中心）", "纳米协中心"),
    ])
  func proposed(a: String, b: String) throws {
    let found = try pairs(a, b)
    #expect(found.count == 1)
    #expect(found.first.map { Set([$0.name, $0.other]) } == Set([a, b]))
  }

  @Test(
    "Names that letters tell apart are not",
    arguments: [
      ("胥江大学附属第一医院", "胥江大学附属第二医院"), ("胥江大学", "胥江科技大学"), ("苏州大学", "苏州大学文正学院"), ("苏州大学", "东南大学"),
      ("康屿集团有限公司", "青屿集团有限公司"), ("苏州大学", "苏州大学附属第一医院"),
    ])
  func apart(a: String, b: String) throws { #expect(try pairs(a, b).isEmpty) }

  @Test("The likelier come first, each pair once")
  func order() throws {
    let found = try pairs("苏州达砺芯片技术有限公司", "苏州达砺芯片技术股份有限公司", "苏州达励芯片技术有限公司")
    #expect(found.count == 2)
    #expect(found[0].likelihood >= found[1].likelihood)
  }

  @Test("A short form is found among very many names that begin alike")
  func many() throws {
    let others = (0..<900).map { number in
      let letters = [number / 30, number % 30].map { Unicode.Scalar(0x4E00 + 7 * UInt32($0))! }
      return "苏" + String(String.UnicodeScalarView(letters)) + "精密机械有限公司"
    }
    let found = try LikeNames.search(
      among: (others + ["苏州大学", "苏大"]).map { LikeNames.Candidate(name: $0, mentions: 1, kind: nil) })
    #expect(found.unsought == 0)
    #expect(found.pairs.contains { Set([$0.name, $0.other]) == ["苏州大学", "苏大"] })
  }

  @Test("Of how many names no longer forms were sought is told")
  func unsought() throws {
    let names = ["苏州大学", "苏大", "苏州科技", "苏科技"].map { LikeNames.Candidate(name: $0, mentions: 1, kind: nil) }
    // One name has the rarest letter of the first, two have that of each of the others.
    #expect(try LikeNames.search(among: names, mostComparisons: 7).unsought == 0)
    #expect(try LikeNames.search(among: names, mostComparisons: 6).unsought == 1)
    #expect(try LikeNames.search(among: names, mostComparisons: 3).unsought == 2)
  }

  @Test("merges.csv merges what is accepted, and nothing else")
  func merges() throws {
    let sheet = Sheet([
      ["name", "other_name", "why", "cells", "other_cells", "accept"], ["甲甲甲甲有限公司", "甲甲甲甲公司", "", "1", "1", "是"],
      ["乙乙乙乙有限公司", "乙乙乙乙公司", "", "1", "1", ""], ["丙丙丙丙有限公司", "丙丙丙丙公司", "", "1", "1", "no"],
      ["丁丁丁丁有限公司", "丁丁丁丁公司", "", "1", "1", "对"], ["戊戊戊戊有限公司", "戊戊戊戊公司", "", "1", "1", "不合并"],
    ])
    let merges = try MergesFile.read(sheet, "merges.csv")
    #expect(merges.name(for: "甲甲甲甲公司") == "甲甲甲甲有限公司")
    #expect(merges.name(for: "乙乙乙乙公司") == "乙乙乙乙公司")
    #expect(merges.name(for: "丙丙丙丙公司") == "丙丙丙丙公司")
    #expect(merges.name(for: "丁丁丁丁公司") == "丁丁丁丁有限公司")
    #expect(merges.name(for: "戊戊戊戊公司") == "戊戊戊戊公司")
    #expect(throws: (any Error).self) {
      try MergesFile.read(Sheet([["name", "other_name", "accept"], ["a", "b", "maybe"]]), "m")
    }
    let heads = ["name", "other_name", "accept"]
    let decided = try MergesFile.read(Sheet([heads, ["a", "b", "yes"], ["c", "d", "no"]]), "m")
    let text = MergesFile.text(of: [], after: decided, in: .en)
    #expect(text.contains("a,b,said before,,,yes\nc,d,said before,,,no\n"))
    #expect(throws: BadData.self) { try MergesFile.read(Sheet([heads, ["a", "b", "yes"], ["b", "a", "no"]]), "m") }
    #expect(throws: (any Error).self) { try MergesFile.read(Sheet([["a", "b"]]), "m") }
  }

  @Test("Merges follow each other")
  func chains() throws {
    var merges = NameMerges()
    merges.merge("b", into: "a")
    merges.merge("a", into: "z")
    merges.merge("c", into: "b")
    #expect(["a", "b", "c"].map(merges.name) == ["z", "z", "z"])
    merges.merge("z", into: "a")
    #expect(merges.name(for: "z") == "z")
  }

  @Test("Pairs beyond the most that are listed are counted, and those that were decided make room for them")
  func unlisted() throws {
    // Two forms of each of 2,100 names.
    let letters = Array("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥".unicodeScalars)
    let names = (0..<2_100).flatMap { number -> [LikeNames.Candidate] in
      var (rest, core) = (number, "")
      for _ in 0..<3 {
        core.unicodeScalars.append(letters[rest % letters.count])
        rest /= letters.count
      }
      return ["有限公司", "股份有限公司"].map { .init(name: "\(core)\(core)\($0)", mentions: 1, kind: nil) }
    }
    let found = try LikeNames.search(among: names)
    #expect(found.pairs.count == 2_000 && found.unlisted > 0)
    var merges = NameMerges()
    for pair in found.pairs { _ = merges.decide(pair.other, isOneWith: pair.name, false) }
    let next = try LikeNames.search(among: names, after: merges)
    #expect(next.pairs.count == min(2_000, found.unlisted))
    #expect(next.pairs.allSatisfy { !merges.isDecided($0.name, $0.other) })
  }
}
