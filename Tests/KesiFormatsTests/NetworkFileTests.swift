import Foundation
import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("The page on network.yml")
struct NetworkFileTests {
  /// The example of the page in a language, line by line.
  private static func example(_ page: String) throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "docs/\(page)"), encoding: .utf8)
    let start = try #require(text.range(of: "```yaml\n"))
    let end = try #require(text[start.upperBound...].range(of: "\n```"))
    return text[start.upperBound..<end.lowerBound].split(separator: "\n").map(String.init)
  }

  /// What some lines set, as it would be written.
  private func settings(_ lines: [String]) throws -> (text: String, warnings: [Problem]) {
    let reading = try NetworkReader.read(
      tables: tables(), profile: Array((lines.joined(separator: "\n") + "\n").utf8))
    var profile = reading.network.profile
    profile.text = nil
    return (String(decoding: ProfileWriter.text(of: profile) ?? [], as: UTF8.self), reading.warnings)
  }

  private func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }

  @Test(
    "Its example is read without a warning, and has every setting", arguments: ["network-yml.md", "network-yml.zh.md"])
  func whole(page: String) throws {
    let lines = try Self.example(page)
    let found = try settings(lines)
    // The tables of the test use words of their own, which is no matter of the settings.
    #expect(found.warnings.filter { $0.file == "network.yml" }.isEmpty, "\(found.warnings)")
    func keys(_ settings: [ProfileSetting]) -> [String] { settings.flatMap { [$0.key] + keys($0.below) } }
    let known =
      keys(ProfileSetting.all) + Thresholds.names.map(\.name) + Thresholds.wholeNames.map(\.name)
      + IndexWeights.names.map(\.name)
    for key in known {
      #expect(lines.contains { $0.trimmingCharacters(in: .whitespaces).hasPrefix("\(key):") }, "\(key)")
    }
  }

  @Test("Every line of it sets something", arguments: ["network-yml.md", "network-yml.zh.md"])
  func each(page: String) throws {
    let lines = try Self.example(page)
    let all = try settings(lines).text
    for (place, line) in lines.enumerated() where place + 1 == lines.count || indent(lines[place + 1]) <= indent(line) {
      var rest = lines
      rest.remove(at: place)
      // A heading with nothing below it is refused.
      let without = try? settings(rest)
      #expect(without?.text != all, "\(line)")
    }
  }

  @Test("A slip in a key is told, also below kinds, tie kinds and zones")
  func slips() throws {
    for (slip, key) in [
      ("tilte: x", "tilte"), ("kinds: {a: {lable: x}}", "lable"), ("tie_kinds: {a: {direct: true}}", "direct"),
      ("zones: {a: {label_cn: x}}", "label_cn"),
    ] {
      let found = try settings([slip])
      #expect(found.warnings.contains { $0.file == "network.yml" && $0.message.en.contains(key) }, "\(slip)")
    }
    #expect(try settings(["licence: MIT"]).text == "license: \"MIT\"\n")
  }
}
