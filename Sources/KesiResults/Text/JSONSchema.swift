import KesiNetwork

/// The JSON Schema (draft 2020-12) of what ``JSONText`` writes of a table: an array of objects, each with a property for each
/// column, in order. The lines of NDJSON are its items. With a provenance the array is one of two keys of an object.
struct JSONSchema {
  let language: Language
  var words = ResultTable.Words.codes

  /// - Parameter hasProvenance: whether the table says how it came about.
  func text(of table: ResultTable, hasProvenance: Bool) -> String {
    let places = table.places(for: .program)
    let keys = table.heads(of: places, words)
    let properties = zip(keys, places).map { key, place in (key, JSONValue.object(property(table.columns[place]))) }
    let item = Self.object(properties)
    let rows: [(String, JSONValue)] = [("type", .text("array")), ("items", .object(item))]
    let whole =
      hasProvenance ? Self.object([(JSONText.meta, Provenance.schema), (JSONText.rows, .object(rows))]) : rows
    let draft = ("$schema", JSONValue.text("https://json-schema.org/draft/2020-12/schema"))
    return JSONValue.object([draft] + whole).text() + "\n"
  }

  /// An object of these keys and no others, of which all but some have to be there.
  static func object(
    _ properties: [(String, JSONValue)], optional: Set<String> = []
  ) -> [(String, JSONValue)] {
    [
      ("type", .text("object")), ("properties", .object(properties)),
      ("required", .array(properties.map(\.0).filter { !optional.contains($0) }.map(JSONValue.text))),
      ("additionalProperties", .bool(false)),
    ]
  }

  private func property(_ column: ResultTable.Head) -> [(String, JSONValue)] {
    [("title", .text(column.title(language)))] + (column.meaning.map { [("description", .text($0(language)))] } ?? [])
      + keywords(of: column.type)
  }

  private func keywords(of type: ColumnType) -> [(String, JSONValue)] {
    func only(_ name: String) -> [(String, JSONValue)] { [("type", .text(name))] }
    return switch type {
    case .text, .id, .word: only("string")
    case .code(let codes):
      only("string") + [("enum", .array(codes.map { .text(words == .chinese ? $0.label.zh : $0.id) }))]
    case .whole: only("integer")
    case .real, .fraction, .number: only("number")
    case .list: only("array") + [("items", .object(only("string")))]
    // In Chinese words, what the codes mean is one text.
    case .words: words == .chinese ? only("string") : keywords(of: .list)
    case .pairs:
      only("object") + [("additionalProperties", .object([("type", .array([.text("number"), .text("string")]))]))]
    case .optional(let type): keywords(of: type).map(orNull)
    }
  }

  /// A keyword of a type, of null as well.
  private func orNull(_ keyword: String, _ value: JSONValue) -> (String, JSONValue) {
    switch (keyword, value) {
    case ("type", .text): (keyword, .array([value, .text("null")]))
    case ("enum", .array(let values)): (keyword, .array(values + [.null]))
    default: (keyword, value)
    }
  }
}
