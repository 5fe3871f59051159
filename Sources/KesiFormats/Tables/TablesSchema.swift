import KesiNetwork

/// The JSON Schema (draft 2020-12) of the tables that people bring: an object of tables, each a list of rows, each value
/// what a cell holds.
package struct TablesSchema {
  private let language: Language

  package init(in language: Language) { self.language = language }

  package var text: String {
    JSONValue.object([
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text(Phrase("The tables of a network", zh: "网络的数据表")(language))),
      ("description", .text(about(language))),
      ("type", .text("object")), ("properties", .object(Table.allCases.map { ($0.rawValue, schema(of: $0)) })),
      ("required", .array([.text(Table.actors.rawValue)])),
      (
        "anyOf",
        .array([Table.ties, .members, .positions].map { .object([("required", .array([.text($0.rawValue)]))]) })
      ),
    ]).text() + "\n"
  }

  private let about = Phrase(
    "Each table is a CSV file of that name (actors.csv); each value is what a cell holds. A column that is not required may be left out, and its cells may be empty: leave empty cells out of what is checked, and give numbers as numbers. Heads and words may be Chinese. Other columns pass through unread.",
    zh: "每张表为同名的 CSV 文件（如 actors.csv），取值即单元格内容。非必填的列可以没有，单元格可以留空；校验时略去空单元格，数字按数值给出。表头与取值可用中文。其他列原样保留。")

  private func schema(of table: Table) -> JSONValue {
    let heads = table.heads
    return .object([
      ("title", .text(table.name(language))), ("description", .text(table.file)), ("type", .text("array")),
      (
        "items",
        .object([
          ("type", .text("object")), ("properties", .object(heads.map { ($0.id, schema(of: $0)) })),
          ("required", .array(heads.filter(\.isRequired).map { .text($0.id) })),
        ])
      ),
    ])
  }

  private func schema(of column: ColumnHead) -> JSONValue {
    let title = language == .zh ? column.chinese ?? column.id : column.id
    let hint = column.kind.hint?(language)
    let description = [column.definition(language), hint].compactMap { $0 }.joined(
      separator: language == .zh ? "" : " ")
    return .object([("title", .text(title)), ("description", .text(description))] + type(of: column))
  }

  private func type(of column: ColumnHead) -> [(String, JSONValue)] {
    let text: (String, JSONValue) = ("type", .text("string"))
    func words(_ words: [String]) -> [(String, JSONValue)] { [text, ("enum", .array(words.map { .text($0) }))] }
    switch column.kind {
    case .number(let range):
      let held = range.clamped(to: -Double.greatestInTables...Double.greatestInTables)
      return [
        ("type", .text("number")), ("minimum", .number(held.lowerBound)), ("maximum", .number(held.upperBound)),
      ]
    case .term(let closed): return words(closed.forms.joined().map(\.self))
    case .flag: return words(Answer.words)
    case .direction: return words(Answer.words + [openDirection.en, openDirection.zh])
    case .date: return [text, ("pattern", .text("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"))]
    case .kind: return [text, ("examples", .array(Kind.builtIn.map { .text(language == .zh ? $0.label.zh : $0.id) }))]
    case .text where column.need == .value, .reference where column.need == .value,
      .references where column.need == .value:
      return [text, ("minLength", .number(1))]
    case .text, .zone, .tieKind, .list, .kinds, .reference, .references: return [text]
    }
  }
}

extension CellKind {
  /// What a cell has to look like, where the type does not say.
  package var hint: Phrase? {
    switch self {
    case .list, .kinds: Phrase("Several in one cell, with ; between.", zh: "一格可填多个，用分号隔开。")
    case .reference(let table):
      Phrase("An id of \(table.file), or a name that only one has.", zh: "填写 \(table.file) 中的编号，或不重复的名称。")
    case .references(let table):
      Phrase(
        "Ids of \(table.file), or names that only one has, with ; between.", zh: "填写 \(table.file) 中的编号，或不重复的名称，用分号隔开。")
    case .date: Phrase("A year, a month or a day.", zh: "写年、年月或年月日。")
    case .direction:
      Phrase(
        "Empty is as the kind of the tie has it; open where it is not known.", zh: "留空以联系类型的设置为准；不清楚方向的填“不定”。")
    case .text, .kind, .zone, .tieKind, .flag, .number, .term: nil
    }
  }
}
