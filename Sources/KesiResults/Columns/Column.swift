import KesiNetwork

/// A column of a result table, whole: what programs and people call it, what its cells are, who sees it, what it means, and
/// how its cell is made from a row. To add one to a table is to write one of these in the list of its columns: every format,
/// the schema and the glossary take it from there.
///
/// ```swift
/// Column<Gap>("severity", Phrase("severity", zh: "严重度"), .fraction) { gap, _ in .fraction(gap.severity) }
/// ```
public struct Column<Row>: Sendable {
  public let head: ResultTable.Head
  let cell: @Sendable (Row, TableContext) -> ResultTable.Cell

  init(
    _ id: String, _ title: Phrase, _ type: ColumnType, for audience: ResultTable.Audience = .everyone,
    means meanings: [ColumnMeaning] = [], told: Phrase? = nil,
    cell: @escaping @Sendable (Row, TableContext) -> ResultTable.Cell
  ) {
    head = ResultTable.Head(id, title, type, for: audience, means: meanings, told: told)
    self.cell = cell
  }

  /// - Parameters:
  ///   - id: what programs call it.
  ///   - type: what all its cells are: a cell of another type is a mistake of the one who wrote `cell`.
  ///   - told: what it means, for the schema.
  public init(
    _ id: String, _ title: Phrase, _ type: ColumnType, for audience: ResultTable.Audience = .everyone,
    told: Phrase? = nil, cell: @escaping @Sendable (Row, TableContext) -> ResultTable.Cell
  ) {
    head = ResultTable.Head(id, title, type, for: audience, means: [], told: told)
    self.cell = cell
  }

  private init(head: ResultTable.Head, cell: @escaping @Sendable (Row, TableContext) -> ResultTable.Cell) {
    self.head = head
    self.cell = cell
  }

  /// The same column of rows that have one of these in them.
  func of<Outer>(_ inner: @escaping @Sendable (Outer) -> Row) -> Column<Outer> {
    let cell = cell
    return Column<Outer>(head: head) { cell(inner($0), $1) }
  }

  /// The same column of rows some of which have one of these in them; empty for the others.
  func ofSome<Outer>(_ inner: @escaping @Sendable (Outer) -> Row?) -> Column<Outer> {
    let cell = cell
    return Column<Outer>(head: head.optional) { row, table in inner(row).map { cell($0, table) } ?? .missing }
  }

  /// The same column for others.
  func shown(to audience: ResultTable.Audience) -> Column {
    Column(head: head.shown(to: audience), cell: cell)
  }
}

/// What a cell is made from beside its row: the network that holds the names, and the language of words.
public struct TableContext: Sendable {
  /// Empty for tables of none.
  public let network: Network
  public let language: Language
  /// Whether ties are assessed; else nothing that follows from them is stated.
  public let judgesTies: Bool

  public init(_ network: Network, _ language: Language, judgesTies: Bool = true) {
    self.network = network
    self.language = language
    self.judgesTies = judgesTies
  }

  /// A list in words, as the language has it.
  func list(_ words: [String]) -> String { words.joined(separator: language == .zh ? "、" : ", ") }
}
