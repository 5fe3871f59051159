import Foundation
import KesiCluster
import KesiFormats
import KesiMeasures
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiResults

@Suite("Words of tables")
struct WordTests {
  /// What tables call each column that people bring: the English name and the usual Chinese one.
  static let columns: [(table: String, name: String, chinese: String?)] = {
    Table.allCases.flatMap { table in table.heads.map { (table.file, $0.id, $0.chinese) } }
  }()

  @Test("Every column that people bring has a Chinese name and is explained")
  func explained() {
    for column in Self.columns {
      #expect(column.chinese != nil, "\(column.table): \(column.name)")
      #expect(!Glossary.entries(for: column.name).isEmpty, "\(column.table): \(column.name)")
      if let chinese = column.chinese { #expect(!Glossary.entries(for: chinese).isEmpty, "\(chinese)") }
    }
  }

  @Test("README.zh.md and the Chinese pages have every column, every gap and class, and every word of a coded column")
  func readme() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try ["README.zh.md", "docs/columns.zh.md", "docs/network-yml.zh.md"].map {
      try String(contentsOf: root.appending(path: $0), encoding: .utf8)
    }.joined()
    for column in Self.columns {
      #expect(
        text.contains("`\(column.table)`") && text.contains("`\(column.name)`"), "\(column.table): \(column.name)")
      if let chinese = column.chinese { #expect(text.contains(chinese), "\(column.table): \(chinese)") }
    }
    var words: [Phrase] = Level.allCases.map(\.label) + GapLevel.allCases.map { Phrase($0.rawValue, zh: $0.label.zh) }
    words += ChainRole.allCases.map(\.label) + MemberRole.allCases.map(\.label) + TieStage.allCases.map(\.label)
    words += Outcome.allCases.map(\.label) + Helix.allCases.map(\.label) + IndexPart.all.map(\.label)
    words +=
      Kind.builtIn.map { Phrase($0.id, zh: $0.label.zh) }
      + GapClass.allCases.map { Phrase($0.rawValue, zh: $0.chinese[0]) }
    words += GapKind.all.map { Phrase($0.id, zh: $0.label.zh) }
    words += ChainIndex.Verdict.allCases.map { Phrase($0.rawValue, zh: $0.label.zh) }
    words += ActorMeasure.all.map(\.title)
    words += TieMeasure.all.map(\.title)
    for word in words {
      #expect(
        text.contains("`\(word.en)`") && text.contains(word.zh), "no page tells of `\(word.en)` \(word.zh)"
      )
    }
    for name in Thresholds.names.map(\.name) + Thresholds.wholeNames.map(\.name) {
      #expect(text.contains("`\(name)`"), "\(name)")
    }
  }

  @Test("Actors of no kind are counted under words, in a table and for programs")
  func noKind() throws {
    var network = try fixture("cluster")
    for index in network.actors.indices { network.actors[index].kind = "" }
    let row = try #require(
      ResultTable.check(CheckedReading(of: network), in: .zh).rows
        .dropFirst().first)
    guard case .shown(.word(.text(let code), as: _), as: let shown) = row[0] else {
      Issue.record("\(row)")
      return
    }
    #expect(code == "actors:no kind" && shown.contains("未填类型"))
  }

  @Test("Kinds that look the same but are written otherwise are counted each")
  func twins() throws {
    var network = Network()
    for kind in ["caf\u{E9}", "cafe\u{301}", "caf\u{E9}"] {
      network.actors.append(Actor(id: "\(network.actors.count)", name: "A", kind: kind))
    }
    #expect(network.contents.prefix(3).map(\.count) == [3, 2, 1])
    #expect(
      ResultTable.check(CheckedReading(of: network), in: .en).rows
        .count == Table.allCases.count + 2)
  }

  @Test("The note of a square says by which threshold its marks go", arguments: [0.05, 0.01])
  func threshold(_ significance: Double) throws {
    var network = try fixture("cluster")
    network.profile.thresholds.significance = significance
    let pairs = try Analysis(of: try NetworkGraph(of: network), draws: 100).mixing(by: .kind)
    let note = try #require(ResultTable.mixingSquare(pairs, of: network, in: .en).heading.note)
    #expect(note.en.contains("p < \(significance))") && note.zh.contains("p < \(significance) 时"))
    for word in ["p", "verdict"] {
      let advice = try #require(Glossary.entry(for: word)).advice
      #expect(advice.en.contains("network.yml") && advice.zh.contains("network.yml"))
    }
  }

  @Test("Columns of results have Chinese titles, each its own", arguments: ["cluster", "colleges"])
  func titles(_ name: String) throws {
    let network = try fixture(name)
    let tables = try fixedTables(of: network, in: .zh)
    for table in tables {
      let titles = table.columns.map(\.title.zh)
      #expect(Set(titles).count == titles.count, "\(titles)")
      for title in titles where title != "PageRank" {
        #expect(title.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(title)")
      }
      for word in table.columns.flatMap({ [$0.id, $0.title.en, $0.title.zh] }) {
        #expect(!Glossary.entries(for: word).isEmpty, "\(word) is not explained")
      }
      #expect(!titles.contains { $0.contains("断点") || $0.contains("中介中心性") }, "\(titles)")
    }
  }
}
