import KesiNetwork

/// Which columns of the tables that people bring stand beside measures.
public enum AttributeChoice: Sendable {
  /// All that any row fills, and those that are carried along unread.
  case all
  /// These, by their ids or by any name that a head may have.
  case named([String])

  public static let none = AttributeChoice.named([])
}

/// A column of the tables that people bring, as a result shows it.
struct Attribute: Sendable {
  let id: String
  let title: Phrase
  /// What one row of the table has.
  let type: ColumnType
  let told: Phrase
  /// The cell of a row, by its place in the network.
  let cell: @Sendable (Int, TableContext) -> ResultTable.Cell

  /// The column of results that are each about one row.
  func column<Subject>(of row: @escaping @Sendable (Subject) -> Int) -> Column<Subject> {
    Column(id, title, type, told: told) { subject, table in cell(row(subject), table) }
  }

  /// The column of results that are each about several rows: what each of them has, in their order.
  func column<Subject>(ofEach rows: @escaping @Sendable (Subject) -> [Int]) -> Column<Subject> {
    let isOfWords =
      switch type {
      case .optional(.word), .optional(.code): true
      default: false
      }
    return Column(id, title, isOfWords ? .words : .list, told: told) { subject, table in
      let cells = rows(subject).map { cell($0, table) }
      let isStated = cells.contains { $0 != .missing }
      let values = isStated ? cells.map(\.plainText) : []
      guard isOfWords else { return .list(values) }
      return .word(.list(values), as: isStated ? table.list(cells.map(\.label)) : "")
    }
  }

  /// The columns of a table that are asked for.
  ///
  /// - Parameters:
  ///   - row: the row of a network at a place.
  ///   - shown: the ids of columns that the result has anyway.
  /// - Throws: where a name means no column, or one that is there already.
  static func chosen<Row: TableRow>(
    _ choice: AttributeChoice, of network: Network, _ row: @escaping @Sendable (Network, Int) -> Row,
    beside shown: Set<String>
  ) throws(UnknownWord) -> [Attribute] {
    let carried = network.carried[Row.table] ?? []
    func attribute(_ place: Int) -> Attribute {
      place < Row.columns.count
        ? Attribute(Row.columns[place], row)
        : Attribute(carried[place - Row.columns.count], place - Row.columns.count, of: Row.table)
    }
    let all = (0..<Row.columns.count + carried.count)
    switch choice {
    case .all:
      let rows = 0..<network.rowCount(of: Row.table)
      let context = TableContext(network, .en)
      return all.filter { $0 >= Row.columns.count || !shown.contains(Row.columns[$0].head.id) }.map(attribute).filter {
        attribute in rows.contains { attribute.cell($0, context).isStated }
      }
    case .named(let words):
      var taken: Set<Int> = []
      var attributes: [Attribute] = []
      for word in words {
        let place = try place(of: word, Row.columns.map(\.head), carried.map(\.name))
        guard place >= Row.columns.count || !shown.contains(Row.columns[place].head.id) else {
          throw UnknownWord(
            Phrase("--columns: the table has “\(word)” anyway. Leave it out.", zh: "--columns：表中本来就有“\(word)”一列，请去掉。"))
        }
        guard taken.insert(place).inserted else {
          throw UnknownWord(
            Phrase("--columns: “\(word)” is named twice; once is enough.", zh: "--columns：“\(word)”重复，写一次即可。"))
        }
        attributes.append(attribute(place))
      }
      return attributes
    }
  }

  /// The place of a column among those that are declared and those that are carried along.
  private static func place(
    of word: String, _ heads: [ColumnHead], _ carried: [String]
  ) throws(UnknownWord) -> Int {
    if let place = heads.firstIndex(where: { $0.id == word }) { return place }
    if let place = carried.firstIndex(where: { $0.isExactly(word) }) { return heads.count + place }
    if let place = carried.firstIndex(where: { $0.plainWord == word.plainWord }) { return heads.count + place }
    if let meaning = heads.meanings(of: [word])[0] { return meaning.column }
    let known = heads.map { Named(id: $0.id, names: $0.names) } + carried.map { Named(id: $0) }
    let near = Network.near(word, among: known)
    let list = known.map(\.id)
    throw UnknownWord(
      Phrase(
        "--columns: “\(word)” is not a column of the table." + (near.map { " Did you mean \($0)?" } ?? "")
          + " There are: \(list.joined(separator: ", ")); or all.",
        zh: "--columns：表中没有“\(word)”一列。" + (near.map { "是否指 \($0)？" } ?? "")
          + "可用：\(list.joined(separator: "、"))；全部写 all。"))
  }
}

extension Attribute {
  /// A column that is declared.
  fileprivate init<Row: TableRow>(_ column: TableColumn<Row>, _ row: @escaping @Sendable (Network, Int) -> Row) {
    let content = column.content
    self.init(
      id: column.head.id,
      title: Phrase(String(column.head.id.map { $0 == "_" ? " " : $0 }), zh: column.head.chinese ?? column.head.id),
      type: content.resultType, told: column.head.definition
    ) { place, table in content.cell(of: row(table.network, place), table) }
  }

  /// A column that is carried along: of numbers where all that is stated reads as one and is written back the same.
  fileprivate init(_ column: Network.CarriedColumn, _ index: Int, of table: Table) {
    let isOfNumbers = column.values.allSatisfy { text in text.isEmpty || text.asExactNumber != nil }
    self.init(
      id: column.name, title: Phrase(column.name, zh: column.name), type: .optional(isOfNumbers ? .number : .text),
      told: Phrase(
        "A column of \(table.file) that Kesi does not know and carries along.", zh: "\(table.file) 中 Kesi 不认识、原样保留的一列。")
    ) { place, _ in
      guard place < column.count, !column[place].isEmpty else { return .missing }
      let text = column[place]
      return isOfNumbers ? .amount(optional: text.asExactNumber) : .text(text)
    }
  }
}

extension String {
  /// The number that it is, where that is written just so: `12.5`, not `012` nor `12.50`.
  fileprivate var asExactNumber: Double? { Double(decimal: self).flatMap { $0.plain == self ? $0 : nil } }
}

extension CellContent {
  fileprivate var resultType: ColumnType {
    switch self {
    case .text, .start, .end: .optional(.text)
    case .kind, .zone, .tieKind: .optional(.word)
    case .list: .list
    case .kinds: .words
    case .number: .optional(.number)
    case .flag, .direction: .optional(.whole)
    case .term(let words, _): .optional(.code(words.labels.map { ColumnType.Code($0.en, $0) }))
    case .reference: .optional(.id)
    case .references: .list
    }
  }

  fileprivate func cell(of row: Row, _ table: TableContext) -> ResultTable.Cell {
    func word(_ id: String?, _ label: (String) -> Phrase) -> ResultTable.Cell {
      guard let id, !id.isEmpty else { return .missing }
      return .word(.text(id), as: label(id)(table.language))
    }
    let profile = table.network.profile
    return switch self {
    case .text(let access): .text(optional: access.get(row))
    case .kind(let access): word(access.get(row)) { profile.kind($0).label }
    case .zone(let access): word(access.get(row), profile.zone)
    case .tieKind(let access, _): word(access.get(row)) { profile.tieKind($0).label }
    case .list(let access): .list(access.get(row))
    case .kinds(let access):
      .word(
        .list(access.get(row)), as: table.list(access.get(row).map { profile.kind($0).label(table.language) }))
    case .number(let access, _): .amount(optional: access.get(row))
    case .flag(let access), .direction(let access): .whole(optional: access.get(row).map { $0 ? 1 : 0 })
    case .start(let access): .text(optional: access.get(row).from?.text)
    case .end(let access): .text(optional: access.get(row).to?.text)
    case .term(let words, let access):
      word(access.get(row)) { id in words.labels.first { $0.en == id } ?? Phrase(id, zh: id) }
    case .reference(let other, let access): access.get(row).map { Self.row($0, of: other, table) } ?? .missing
    case .references(let other, let access):
      .list(access.get(row).map { Self.row($0, of: other, table).plainText })
    }
  }

  /// A row that another refers to.
  private static func row(_ index: Int, of other: Table, _ table: TableContext) -> ResultTable.Cell {
    switch other {
    case .actors: .actor(index, table)
    case .chains: .chain(index, table)
    case .consortia, .ties, .positions, .members, .coalitions, .supplies, .demands, .history:
      .text(table.network.consortia[index].id)
    }
  }
}

extension ResultTable.Cell {
  /// Whether it says more than an empty cell.
  fileprivate var isStated: Bool {
    switch bare {
    case .missing, .whole(0): false
    case .list(let items): !items.isEmpty
    default: true
    }
  }

  var plainText: String {
    switch bare {
    case .text(let text): text
    case .whole(let value): String(value)
    case .real(let value), .fraction(let value): value.plain
    case .list(let items): items.joined(separator: "、")
    default: ""
    }
  }

  fileprivate var label: String {
    switch self {
    case .shown(_, let text), .word(_, let text): text
    default: plainText
    }
  }
}
