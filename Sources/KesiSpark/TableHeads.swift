import KesiFormats
import KesiNetwork

/// What the job has to know of tables: their columns, by which rules their heads are told, and what words in cells mean.
enum TableHeads {
  private static let tables: [Table] = [.actors, .ties, .chains, .positions, .consortia, .members]

  /// The keys of a request that tell it.
  static var json: [(String, JSONValue)] {
    let simplified = Unicode.Scalar.simplifiedForms.sorted { $0.key < $1.key }
    return [
      ("schema", .object(tables.map { ($0.rawValue, .array($0.heads.map(column))) })),
      ("simplified", .object(simplified.map { (String($0.key), .text(String($0.value))) })),
      ("missing", .array(MissingValue.words.sorted().map { .text($0) })),
      (
        "words",
        .object([("kind", words(Kind.builtIn.flatMap(forms))), ("tie_kind", words(Profile().tieKinds.flatMap(forms)))])
      ),
    ]
  }

  private static func column(_ head: ColumnHead) -> JSONValue {
    let need =
      switch head.need {
      case .optional: "optional"
      case .column: "column"
      case .value: "value"
      }
    return .object([
      ("id", .text(head.id)), ("names", .array(head.names.map { .text($0) })),
      ("spares", .array(head.spareNames.map { .text($0) })), ("need", .text(need)),
    ])
  }

  /// What each form of a word means; a form that means two is none.
  private static func words(_ forms: [(word: String, id: String)]) -> JSONValue {
    let meanings = Dictionary(grouping: forms) { ExactText($0.word) }
    let clear = meanings.filter { _, meant in meant.allSatisfy { $0.id == meant[0].id } }
    return .object(clear.sorted { $0.key.text < $1.key.text }.map { ($0.key.text, JSONValue.text($0.value[0].id)) })
  }

  private static func forms(_ kind: Kind) -> [(word: String, id: String)] {
    ([kind.label.en, kind.label.zh] + kind.synonyms).map { ($0, kind.id) }
  }

  private static func forms(_ kind: TieKind) -> [(word: String, id: String)] {
    [kind.label.en, kind.label.zh].map { ($0, kind.id) }
  }
}
