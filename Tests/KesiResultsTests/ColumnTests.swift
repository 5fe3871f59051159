import Foundation
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiResults

@Suite("Columns of results")
struct ColumnTests {
  @Test(
    "Every cell is of the type that its column promises",
    arguments: ["suzhou", "wenzhou", "consortium", "park", "classics/karate", "classics/davis"], Language.allCases)
  func types(name: String, language: Language) throws {
    for table in try everyTable(of: shipped(name), in: language) {
      #expect(table.misfits.isEmpty, "\(table.columns.map(\.id)): \(table.misfits.prefix(3))")
    }
  }

  @Test("A cell of another type than its column is found")
  func misfits() {
    func misfits(_ type: ColumnType, _ cell: ResultTable.Cell) -> Int {
      let column = Column<Int>("a", Phrase("a", zh: "甲"), type) { _, _ in cell }
      let context = TableContext(Network(), .en)
      return ResultTable(heading: Heading(), [1], columns: [column], in: context).misfits.count
    }
    #expect(misfits(.whole, .real(1)) == 1 && misfits(.whole, .whole(1)) == 0)
    #expect(misfits(.fraction, .missing) == 1 && misfits(.optional(.fraction), .missing) == 0)
    #expect(misfits(.id, .shown(.text("x"), as: "X")) == 0 && misfits(.list, .shown(.text("x"), as: "X")) == 1)
    let code = ColumnType.code([.init("weak", Phrase("weak", zh: "薄弱"))])
    #expect(misfits(code, .word(.text("weak"), as: "薄弱")) == 0)
    #expect(misfits(code, .word(.text("strong"), as: "薄弱")) == 1)
    #expect(misfits(code, .word(.text("weak"), as: "较强")) == 1)
  }

  @Test("The schema has the keys of JSON, in their order, and no others", arguments: ResultTable.Words.allCases)
  func schema(words: ResultTable.Words) throws {
    for table in try everyTable(of: fixture("cluster"), in: .zh) {
      let schema = TableFormat.jsonSchema.text(of: table, in: .zh, width: 80, words: words)
      let keys = table.heads(of: table.places(for: .program), words)
      let json = try JSONSerialization.jsonObject(with: Data(schema.utf8))
      let items = try #require((json as? [String: Any])?["items"] as? [String: Any])
      #expect(items["required"] as? [String] == keys)
      #expect(Set((items["properties"] as? [String: Any] ?? [:]).keys) == Set(keys))
      var rest = schema[...]
      for key in keys {
        let place = try #require(rest.firstRange(of: "      \(key.inJSON): {"), "\(key)")
        rest = rest[place.upperBound...]
      }
      #expect(items["additionalProperties"] as? Bool == false)
    }
  }

  @Test("Every column of results is explained in its schema, in both languages")
  func descriptions() throws {
    let measured = try everyTable(of: fixture("cluster"), in: .en)
    for column in measured.flatMap(\.columns) where column.audience != .people {
      #expect(column.meaning != nil, "\(column.id)")
    }
  }

  @Test("A name of a file asks for a schema by its ending")
  func ending() {
    #expect(TableFormat(file: "gaps.schema.json") == .jsonSchema && TableFormat(file: "a/B.Schema.JSON") == .jsonSchema)
    #expect(TableFormat(file: ".schema.json") == .jsonSchema && TableFormat(file: "a.b/.schema.json") == .jsonSchema)
    #expect(TableFormat(file: "a.schema/x.json") == .json)
    #expect(TableFormat(file: "schema.json") == .json && TableFormat(file: "gaps.json") == .json)
  }

  @Test("A column's entry in the glossary says where the column stands")
  func places() {
    func tables(_ id: String) -> String? { Glossary.entry(for: id)?.tables }
    #expect(tables("severity") == "gaps (severity)")
    #expect(tables("gain") == "suggest (gain, before, after)")
    #expect(tables("before") == "compare, what-if, suggest (before, after)")
    #expect(tables("a") == "mixing (a, b, group); gaps (evidence)")
    #expect(tables("rank_from") == "chains (rank_from, rank_to)")
  }
}
