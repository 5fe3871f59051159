import KesiNetwork

/// Keys of objects that are the name of a column which Kesi knows, as they come: `Weight` of one object is the `weight` of
/// the next, as in heads of tables. The column is called as it is spelled first.
struct KeySpellings {
  /// More are not kept.
  private static let most = 1 << 12
  private static let words: [Table: Set<String>] = [.actors: words(of: Actor.heads), .ties: words(of: Tie.heads)]

  /// The names of columns. What may be called so beside others is mostly no such column, but of ties: programs call their
  /// weights and kinds `value` and `type`.
  private static func words(of heads: [ColumnHead]) -> Set<String> {
    let mayBeCalledOtherwise = [TieColumns.weight.head, TieColumns.kind.head]
    return Set(
      heads.flatMap { head in
        [head.id] + head.names + (mayBeCalledOtherwise.contains { $0.isSame(as: head) } ? head.spareNames : [])
      }.map(\.plainWord))
  }

  /// What a key is, however it is spelled; nil where it is no name of a column, of which two may differ in just that.
  static func word(of key: String, in table: Table) -> String? {
    let word = key.plainWord
    return words[table]?.contains(word) == true ? word : nil
  }

  private struct Key: Hashable {
    let table: Table
    let key: ExactText
  }

  private var first: [Table: [String: String]] = [:]
  private var known: [Key: String] = [:]

  /// The title of the column of a key.
  mutating func title(of key: String, in table: Table) -> String {
    let place = Key(table: table, key: ExactText(key))
    if let title = known[place] { return title }
    var title = key
    if let word = Self.word(of: key, in: table) {
      title = first[table]?[word] ?? key
      first[table, default: [:]][word] = title
    }
    if known.count < Self.most { known[place] = title }
    return title
  }
}

extension BadShape {
  /// That an attribute of one object has two values.
  static func statedTwice(_ title: String) -> BadShape {
    BadShape(
      message: Phrase(
        "“\(title.shortened)” has two values here. Leave one of them.", zh: "此处“\(title.shortened)”有两个值，请只保留一个。"))
  }

  /// That two keys of one object mean the same: which of both counts, nobody can tell.
  static func doubled(_ key: String, _ other: String) -> BadShape {
    BadShape(
      message: Phrase(
        "“\(key.shortened)” and “\(other.shortened)” of one object mean the same. Leave one of them.",
        zh: "同一对象中的“\(key.shortened)”与“\(other.shortened)”含义相同，请只保留一个。"))
  }
}
