import KesiNetwork

/// What the job has to know of tables: their columns, and the words that cells may hold.
enum TableHeads {
  private static let tables: [Table] = [.actors, .ties, .chains, .positions, .consortia, .members]

  /// The columns of each table, with what else they may be called.
  static var json: JSONValue {
    .object(
      tables.map { table in
        (
          table.rawValue,
          .array(
            table.heads.map { head in
              .object([
                ("id", .text(head.id)), ("names", .array((head.names + head.spareNames).map { .text($0) })),
                ("required", .bool(head.isRequired)), ("kind", .text(word(for: head.kind))),
              ])
            })
        )
      })
  }

  /// For each column whose cells hold words of a closed list, what each form of a word means.
  static var words: JSONValue {
    .object(
      tables.flatMap { table in
        table.heads.compactMap { head -> (String, JSONValue)? in
          let name = "\(table.rawValue).\(head.id)"
          switch head.kind {
          case .term(let words):
            return (
              name,
              .object(
                zip(words.labels, words.forms).flatMap { label, forms in forms.map { ($0, .text(label.en)) } })
            )
          case .flag, .direction:
            return (
              name,
              .object(
                Answer.allCases.flatMap { answer in
                  ([answer.rawValue] + answer.others + answer.chinese).map { ($0, .text(answer.rawValue)) }
                })
            )
          default: return nil
          }
        }
      })
  }

  private static func word(for kind: CellKind) -> String {
    switch kind {
    case .text, .zone: "text"
    case .kind, .tieKind: "kind"
    case .list, .kinds, .references: "list"
    case .flag, .direction: "flag"
    case .date: "date"
    case .number: "real"
    case .term: "term"
    case .reference: "reference"
    }
  }
}
