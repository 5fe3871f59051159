import Foundation
import KesiCluster
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiFormats

@Suite("Cells filled into a folder of tables")
struct PatchedFolderTests {
  private func folder(_ texts: [String: [UInt8]]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kesi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, bytes) in texts { try Data(bytes).write(to: folder.appending(path: name)) }
    return folder
  }

  /// The files after some cells were filled in; nil where they could not be.
  private func filled(_ texts: [String: [UInt8]], _ answers: [(OpenCell, CellAnswer)]) throws -> [String: [UInt8]]? {
    let source = try folder(texts)
    defer { try? FileManager.default.removeItem(at: source) }
    let network = try NetworkReader.read(folder: source.path).network
    var scenario = Scenario()
    scenario.revisions = answers.map { .cell($0.0, $0.1) }
    let after = scenario.applied(to: network).network
    let target = source.path + "-after"
    defer { try? FileManager.default.removeItem(atPath: target) }
    let patched = try PatchedFolder(
      of: source.path, ReadingOptions(), becoming: after, cells: answers.map(\.0), on: Parallel())
    guard try patched.write(to: target, on: Parallel()) else { return nil }
    // What is read back is what was meant.
    let read = try NetworkReader.read(folder: target).network
    #expect(read.ties.elementsEqual(after.ties) && read.positions == after.positions && read.chains == after.chains)
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: target) {
      files[name] = Array(try Data(contentsOf: URL(filePath: target + "/" + name)))
    }
    return files
  }

  /// As people keep tables: a mark, semicolons, CR LF, comments, columns that are empty or unknown, zeros, quotes.
  private static let odd: [String: [UInt8]] = [
    "actors.csv": Array(
      "\u{FEFF}id;name;kind;leader;zone;farbe\r\n# two of them\r\nA;\"Alpha; the first\";enterprise;0;;rot\r\nB;Beta ; college;;  ;\"\"\"blau\"\"\"\r\n"
        .utf8),
    "ties.csv": Array(
      "weight,target,note,source,outcome,kind,from\n1.50,B,\"a,b\",A,,work,2019\n\n2,B,,A,,play,\n".utf8),
    "chains.csv": Array("id,name,demand,requires\npump,Pump,59.0,enterprise;college\n".utf8),
    "positions.csv": Array("actor,chain,role,level,capacity\nA,pump,demander,,\n".utf8),
    "network.yml": Array("# ours\ntitle:   Odd\n".utf8),
    "README.md": Array("hello".utf8),
  ]

  @Test("Only what is answered changes: every other byte of every table stays")
  func cells() throws {
    let files = try #require(
      try filled(
        Self.odd,
        [
          (OpenCell(.ties, row: 1, column: "outcome"), .word("satisfactory")),
          (OpenCell(.positions, row: 0, column: "level"), .word("national")),
          (OpenCell(.actors, row: 1, column: "zone"), .word("North; or \"South\"")),
          (.seat(of: 1), .row(0)),
        ]))
    func expect(_ name: String, _ changes: [(String, String)]) throws {
      var text = String(decoding: try #require(Self.odd[name]), as: UTF8.self)
      for (old, new) in changes { text = text.replacing(old, with: new, maxReplacements: 1) }
      #expect(files[name].map { String(decoding: $0, as: UTF8.self) } == text, "\(name)")
    }
    try expect("ties.csv", [("2,B,,A,,play", "2,B,,A,satisfactory,play")])
    try expect("actors.csv", [(";;  ;", ";;\"North; or \"\"South\"\"\";")])
    try expect("chains.csv", [])
    try expect("network.yml", [])
    try expect("positions.csv", [("demander,,\n", "demander,national,\nB,pump,,,\n")])
    #expect(files["README.md"] == nil)
  }

  @Test("A column that the table lacks comes behind the others, and words are in the language of its heads")
  func columns() throws {
    var texts = Self.odd
    texts["ties.csv"] = Array("甲方,乙方,联系类型\nA,B,work\nA,B,play".utf8)
    let files = try #require(
      try filled(
        texts,
        [
          (OpenCell(.ties, row: 1, column: "outcome"), .word("satisfactory")),
          (OpenCell(.ties, row: 0, column: "benefit_source"), .number(2.5)),
          (OpenCell(.ties, row: 0, column: "benefit_target"), .number(0)),
        ]))
    let outcome = Table.ties.heads.first { $0.id == "outcome" }
    let word = Outcome.satisfactory.label.zh
    #expect(
      files["ties.csv"].map { String(decoding: $0, as: UTF8.self) }
        == "甲方,乙方,联系类型,甲方收益,乙方收益,\(outcome?.title(in: .zh) ?? "")\nA,B,work,2.5,0\nA,B,play,,,\(word)")
  }

  @Test("In another encoding than UTF-8, or packed, nothing is patched")
  func others() throws {
    var texts = Self.odd
    // “需求方” of GB 18030.
    texts["positions.csv"] =
      Array("actor,chain,role,level\nA,pump,".utf8) + [0xD0, 0xE8, 0xC7, 0xF3, 0xB7, 0xBD] + Array(",\n".utf8)
    #expect(try filled(texts, [(OpenCell(.positions, row: 0, column: "level"), .word("national"))]) == nil)
  }

  @Test("A run that is cancelled says so, and is not taken for tables that cannot be patched")
  func cancelled() throws {
    let source = try folder(Self.odd)
    let target = source.path + "-after"
    defer { try? FileManager.default.removeItem(at: source) }
    let network = try NetworkReader.read(folder: source.path).network
    let patched = try PatchedFolder(
      of: source.path, ReadingOptions(), becoming: network, cells: [], on: Parallel())
    let cancellation = Parallel.Cancellation()
    cancellation.cancel()
    #expect(throws: Cancelled.self) { try patched.write(to: target, on: Parallel(cancellation: cancellation)) }
    #expect(!FileManager.default.fileExists(atPath: target))
  }

  @Test(
    "Shipped networks keep every byte but those of the answers", arguments: ["park", "suzhou", "wenzhou", "majors"])
  func shipped(name: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "graphs/\(name)")
    var texts: [String: [UInt8]] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: root.path)
    where file.hasSuffix(".csv") || file == "network.yml" {
      texts[file] = Array(try Data(contentsOf: root.appending(path: file)))
    }
    let network = try NetworkReader.read(folder: root.path).network
    let row = try #require(network.ties.indices.first { network.ties[$0].outcome == nil })
    let files = try #require(
      try filled(texts, [(OpenCell(.ties, row: row, column: "outcome"), .word("satisfactory"))]))
    #expect(Set(files.keys) == Set(texts.keys))
    for (file, bytes) in texts where file != "ties.csv" { #expect(files[file] == bytes) }
    let (old, new) = (texts["ties.csv"] ?? [], files["ties.csv"] ?? [])
    let before = old.split(separator: 0x0A)
    let after = new.split(separator: 0x0A)
    #expect(before.count == after.count)
    // Where the table has the column one row differs, else each by what is added behind it.
    for (place, (old, new)) in zip(before, after).enumerated() where old != new {
      #expect(place == 0 || new.starts(with: old) || String(decoding: new, as: UTF8.self).contains("satisfactory"))
    }
    #expect(zip(before, after).count { $0 != $1 } <= 2)
  }
}
