import KesiNetwork

/// How a direction is written that is left open.
package let openDirection = Phrase("open", zh: "不定")

func isOpenDirection(_ word: String) -> Bool { word.lowercased() == openDirection.en || word == openDirection.zh }

/// The text of a cell that is read back as the value it was written for: empty where nothing is stated.
extension CellContent where Row: TableRow {
  /// Whether a row has here what an empty cell does not mean.
  func isStated(by row: Row, in network: Network) -> Bool {
    if case .number(let access, _) = self, !access.isOptional { return access.get(row) != access.get(Row.blank) }
    return !text(of: row, in: network).isEmpty
  }

  func text(of row: Row, in network: Network) -> String {
    switch self {
    case .text(let access), .kind(let access), .zone(let access), .tieKind(let access, _):
      access.get(row)?.wrapped ?? ""
    case .list(let access), .kinds(let access):
      access.get(row).filter { !$0.isEmpty }.map(\.asListItem).joined(separator: ";")
    case .number(let access, _): access.get(row)?.plain ?? ""
    case .flag(let access): Self.text(of: access.get(row), isOptional: access.isOptional)
    case .direction(let access): Self.text(of: access.get(row), in: network.profile)
    case .start(let access): access.get(row).from?.text ?? ""
    case .end(let access): access.get(row).to?.text ?? ""
    case .term(_, let access): access.get(row) ?? ""
    case .reference(let table, let access): access.get(row).flatMap { network.id(of: $0, in: table)?.wrapped } ?? ""
    case .references(let table, let access):
      access.get(row).compactMap { network.id(of: $0, in: table)?.asListItem }.joined(separator: ";")
    }
  }

  /// What is either so or not is said of those of which it is.
  private static func text(of flag: Bool?, isOptional: Bool) -> String {
    flag.map { $0 ? "1" : isOptional ? "0" : "" } ?? ""
  }

  /// Where kinds of ties have directions of their own, each row says what it has.
  private static func text(of isDirected: Bool?, in profile: Profile) -> String {
    switch isDirected {
    case nil: openDirection.en
    case true?: "1"
    case false?: profile.tieKinds.contains(where: \.isDirected) ? "0" : ""
    }
  }
}

extension TableRow {
  /// The columns of which any of some rows states something, as they are declared.
  ///
  /// - Complexity: O(rows) for each column that none fills.
  static func columns(statedBy rows: some Collection<Self>, in network: Network) -> [TableColumn<Self>] {
    let columns = Self.columns
    var open = Array(columns.indices)
    for row in rows {
      open.removeAll { columns[$0].content.isStated(by: row, in: network) }
      if open.isEmpty { break }
    }
    return columns.indices.filter { !open.contains($0) }.map { columns[$0] }
  }
}

extension Network {
  /// By what other tables call a row.
  fileprivate func id(of row: Int, in table: Table) -> String? {
    switch table {
    case .actors: actors[row].id
    case .chains: chains[row].id
    case .consortia: consortia[row].id
    case .ties, .positions, .members, .coalitions, .supplies, .demands, .history: nil
    }
  }
}

extension String {
  /// White space around a cell is not taken for a part of it, in quotes or not. A text that has some is written in quotes
  /// of its own, which a spreadsheet shows: `" a"`. So is one that would be taken for such a text.
  var wrapped: String { needsWrapping ? "\"\(self)\"" : self }

  /// The text that ``wrapped`` has made of another, or itself.
  var unwrapped: String {
    let bytes = utf8
    guard bytes.count > 1, bytes.first == Self.quote, bytes.last == Self.quote, needsWrapping else { return self }
    return String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
  }

  /// Whether white space stands at either end of what is left without the quotes around it, however many there are.
  ///
  /// - Complexity: O(bytes).
  private var needsWrapping: Bool {
    var bytes = utf8[...]
    while bytes.count > 1, bytes.first == Self.quote, bytes.last == Self.quote {
      bytes.removeFirst()
      bytes.removeLast()
    }
    let scalars = Substring(bytes).unicodeScalars
    return scalars.first?.isBlank == true || scalars.last?.isBlank == true
  }

  private static var quote: UInt8 { UInt8(ascii: "\"") }

}

/// Several values in one cell, with `;`, `；`, `、`, `|` or a line break between, as in sheets of offices. A value that could
/// not be told there stands in quotes.
extension String {
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool { ListSeparator(scalar) != nil }

  var listItems: [String] {
    var items: [String] = []
    var rest = Substring(self).unicodeScalars
    while true {
      rest = rest.drop { $0.properties.isWhitespace }
      if let (item, after) = Self.quotedItem(rest) {
        // Quotes with nothing in them say nothing, as a place between two separators does.
        if !item.isEmpty { items.append(item) }
        rest = after
      } else {
        // By scalar: a sign before a combining mark is a sign.
        let item = rest.prefix { !Self.isSeparator($0) }
        rest = rest[item.endIndex...]
        let text = String(String.UnicodeScalarView(item.trimmed))
        if !text.isEmpty { items.append(text) }
      }
      guard !rest.isEmpty else { return items }
      rest = rest.dropFirst()
    }
  }

  var asListItem: String { isNoPlainItem ? "\"\(replacing(["\"": "\"\""]))\"" : self }

  /// Whether it would be taken for something else among others.
  private var isNoPlainItem: Bool {
    unicodeScalars.isEmpty || unicodeScalars.first == "\"" || unicodeScalars.contains(where: Self.isSeparator)
      || unicodeScalars.trimmed.count < unicodeScalars.count
  }

  /// The item that a text begins with where it stands in quotes that it needs, and what follows up to the next separator.
  private static func quotedItem(
    _ text: Substring.UnicodeScalarView
  ) -> (item: String, rest: Substring.UnicodeScalarView)? {
    guard text.first == "\"" else { return nil }
    var item = String.UnicodeScalarView()
    var rest = text.dropFirst()
    while let scalar = rest.popFirst() {
      if scalar == "\"" {
        if rest.first != "\"" {
          rest = rest.drop { $0.properties.isWhitespace && !isSeparator($0) }
          guard rest.first.map(isSeparator) ?? true else { return nil }
          let text = String(item)
          return text.isNoPlainItem ? (text, rest) : nil
        }
        rest = rest.dropFirst()
      }
      item.append(scalar)
    }
    return nil
  }
}
