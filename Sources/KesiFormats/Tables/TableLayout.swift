import KesiNetwork

/// In which cells of a row the columns of a table stand: decided once, from its header.
struct TableLayout<Row: TableRow> {
  /// A column that Kesi knows, and where it stands.
  struct Used {
    let column: TableColumn<Row>
    let place: Int
    /// What the header calls it; empty where there is none.
    let title: String
    /// What stands in brackets in its title.
    var unit: String?
  }

  /// How many cells a row may have.
  let width: Int
  private(set) var used: [Used] = []
  /// The columns that are carried along unread.
  private(set) var carried: [(title: String, place: Int)] = []
  /// The columns of one meaning that stand twice, by the title of the second.
  private(set) var doubled: [(column: ColumnHead, title: String)] = []

  /// - Parameter titles: the cells of the header.
  init(titles: [String]) {
    width = titles.count
    let columns = Row.columns
    var found = [(place: Int, unit: String?)?](repeating: nil, count: columns.count)
    for (place, meaning) in columns.map(\.head).meanings(of: titles).enumerated() {
      guard let meaning else {
        if !titles[place].isEmpty { carried.append((titles[place], place)) }
        continue
      }
      if found[meaning.column] == nil {
        found[meaning.column] = (place, meaning.unit)
      } else {
        doubled.append((columns[meaning.column].head, titles[place]))
      }
    }
    // As they are declared, however the table has them: so problems of a row have an order.
    for (column, found) in zip(columns, found) {
      if let found {
        used.append(Used(column: column, place: found.place, title: titles[found.place], unit: found.unit))
      }
    }
  }

  /// A table of which no title tells what it is: its first columns are these, others are carried along.
  ///
  /// - Parameters:
  ///   - width: how many cells a row may have.
  ///   - titles: what its header says; empty where it has none.
  init(of columns: [TableColumn<Row>], width: Int, titles: [String] = []) {
    self.width = max(width, columns.count)
    used = columns.enumerated().map { Used(column: $1, place: $0, title: $0 < titles.count ? titles[$0] : "") }
    for (place, title) in titles.enumerated().dropFirst(columns.count) where !title.isEmpty {
      carried.append((title, place))
    }
  }

  /// The columns that a table must have and this one has not.
  var missing: [ColumnHead] {
    Row.columns.map(\.head).filter { head in head.isRequired && !used.contains { $0.column.head.isSame(as: head) } }
  }

  func place(of column: TableColumn<Row>) -> Int? { used.first { $0.column.head.isSame(as: column.head) }?.place }

  /// What reads the cells without which a row is none.
  var keys: [CellDecoder<Row>] { decoders { $0.head.need == .value } }
  /// What reads the others.
  var others: [CellDecoder<Row>] { decoders { $0.head.need != .value } }

  private func decoders(_ isMeant: (TableColumn<Row>) -> Bool) -> [CellDecoder<Row>] {
    var start: Int?
    var decoders: [CellDecoder<Row>] = []
    for used in used {
      if case .start = used.column.content { start = used.place }
      if isMeant(used.column) { decoders.append(used.column.decoder(at: used.place, start: start)) }
    }
    return decoders
  }
}
