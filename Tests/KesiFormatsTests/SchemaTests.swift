import Foundation
import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("What tables hold is declared once")
struct SchemaTests {
  @Test(
    "No header means two columns of a table; every column has a Chinese name and says what it means in both languages")
  func heads() {
    for table in Table.allCases {
      for names in [\ColumnHead.strictNames, \.spareNames] {
        let owners = table.heads.flatMap { head in Set(head[keyPath: names].map(\.plainWord)).map { ($0, head.id) } }
        let twice = Dictionary(grouping: owners) { $0.0 }.filter { $1.count > 1 }
        #expect(twice.isEmpty, "\(table): \(twice)")
      }
      for head in table.heads {
        #expect(head.chinese != nil && head.isCalled(head.chinese ?? "") && head.isCalled(head.id.uppercased()))
        #expect(!head.definition.en.isEmpty && head.definition.zh != head.definition.en, "\(head.id)")
      }
    }
  }

  @Test("The JSON Schema has every column with its type, words and bounds", arguments: Language.allCases)
  func schema(language: Language) throws {
    let data = Data(TablesSchema(in: language).text.utf8)
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let tables = try #require(schema["properties"] as? [String: [String: Any]])
    #expect(Set(tables.keys) == Set(Table.allCases.map(\.rawValue)))
    for table in Table.allCases {
      let items = try #require(tables[table.rawValue]?["items"] as? [String: Any])
      let columns = try #require(items["properties"] as? [String: [String: Any]])
      #expect(Set(columns.keys) == Set(table.heads.map(\.id)))
      #expect(items["required"] as? [String] == table.heads.filter(\.isRequired).map(\.id))
      for head in table.heads {
        let title = columns[head.id]?["title"] as? String
        #expect(title == (language == .zh ? head.chinese : head.id))
        #expect((columns[head.id]?["description"] as? String)?.hasPrefix(head.definition(language)) == true)
      }
    }
    func column(_ table: String, _ name: String) -> [String: Any] {
      ((tables[table]?["items"] as? [String: Any])?["properties"] as? [String: [String: Any]])?[name] ?? [:]
    }
    #expect(column("actors", "lat")["minimum"] as? Double == -90 && column("actors", "lat")["maximum"] as? Double == 90)
    #expect((column("positions", "level")["enum"] as? [String])?.contains("省级") == true)
    #expect((column("ties", "directed")["enum"] as? [String])?.contains("open") == true)
  }
}

extension ColumnHead {
  fileprivate var strictNames: [String] { [id] + names }
}
