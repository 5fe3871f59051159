import KesiNetwork

/// A table of results: what a command prints, in whatever format. Programs read ids and values, people read titles and what
/// is shown in place of a value. It is made once from rows and ``Column``s; formats see cells only.
public struct ResultTable: Sendable {
  /// What a column is, without how its cells are made.
  public struct Head: Sendable {
    /// The name that programs rely on.
    public let id: String
    public let title: Phrase
    public let type: ColumnType
    /// Who sees it.
    public let audience: Audience
    /// What it means, as entries of the glossary; empty where the glossary explains its id.
    let meanings: [BorneMeaning]
    /// What it means here, where the glossary explains another thing that is called so.
    let told: Phrase?

    init(
      _ id: String, _ title: Phrase, _ type: ColumnType, for audience: Audience, means meanings: [ColumnMeaning],
      told: Phrase?
    ) {
      self.id = id
      self.title = title
      self.type = type
      self.audience = audience
      self.meanings = meanings.map { BorneMeaning($0, by: id, title) }
      self.told = told
    }

    func shown(to audience: Audience) -> Head {
      Head(id, title, type, for: audience, means: meanings.map(\.meaning), told: told)
    }

    /// The same where some rows have nothing in it.
    var optional: Head {
      if case .optional = type { return self }
      return of(type: .optional(type))
    }

    func of(type: ColumnType) -> Head {
      Head(id, title, type, for: audience, means: meanings.map(\.meaning), told: told)
    }
  }

  public enum Audience: Sendable {
    case everyone, programs, people
    /// Everyone but those who read it in lines of a terminal or a text, where it would leave no room for what matters.
    case sheets

    func includes(_ reader: Reader) -> Bool {
      switch self {
      case .everyone: true
      case .programs: reader == .program
      case .people: reader != .program
      case .sheets: reader != .line
      }
    }
  }

  /// Where a table is read: by a program, by people in a sheet that is as wide as it has to be, by people in lines.
  enum Reader { case program, sheet, line }

  /// How columns and codes are called where programs read.
  public enum Words: String, Sendable, CaseIterable {
    /// By the names that programs rely on.
    case codes = "en"
    /// By their Chinese titles and words.
    case chinese = "zh"
  }

  /// What a table is called that is of nothing in particular.
  public static let unnamed = Phrase("table", zh: "表")
  /// What it is a table of, in a word or two: by which a sheet of a workbook goes.
  public let name: Phrase
  public let heading: Heading
  public let columns: [Head]
  public private(set) var rows: Rows
  /// What formats for people show below it.
  var appendices: [Appendix] = []

  /// Lines below a table, under a title of their own.
  struct Appendix: Sendable {
    let title: Phrase
    let lines: [String]
  }

  /// Makes every cell, once.
  ///
  /// - Complexity: a call of each column for each row.
  public init<Row>(
    heading: Heading, _ rows: [Row], columns: [Column<Row>], in context: TableContext,
    called name: Phrase = unnamed
  ) {
    self.name = name
    self.heading = heading
    self.columns = columns.map(\.head)
    self.rows = Rows(rows.map { row in columns.map { $0.cell(row, context) } })
  }

  /// Makes cells whenever they are asked for: for tables with a row for each actor.
  init<Row: Sendable>(
    inTurn rows: [Row], _ columns: [Column<Row>], in context: TableContext, called name: Phrase
  ) {
    self.name = name
    heading = Heading(of: context.network)
    self.columns = columns.map(\.head)
    self.rows = Rows(count: rows.count) { place in columns.map { $0.cell(rows[place], context) } }
  }

  /// A table of cells that are there.
  init(heading: Heading, _ columns: [Head], _ rows: [[Cell]], called name: Phrase) {
    self.name = name
    self.heading = heading
    self.columns = columns
    self.rows = Rows(rows)
  }

  /// A table made from a network, whose title and mark it bears.
  init<Row>(
    _ rows: [Row], _ columns: [Column<Row>], in context: TableContext, called name: Phrase, note: Phrase? = nil
  ) {
    self.init(heading: Heading(of: context.network, note: note), rows, columns: columns, in: context, called: name)
  }

  /// The cells that are not what their columns say, each with the id of its column: mistakes in the columns' code. None of
  /// Kesi's tables has any; a test looks.
  var misfits: [(column: String, cell: Cell)] {
    rows.flatMap { row in
      zip(columns, row).filter { !$0.type.admits($1) }.map { (column: $0.id, cell: $1) }
    }
  }

  /// The places of the columns that a reader sees.
  func places(for reader: Reader) -> [Int] { columns.indices.filter { columns[$0].audience.includes(reader) } }

  /// The heads of columns where programs read: each once, since they are keys.
  func heads(of places: [Int], _ words: Words) -> [String] {
    var taken: Set<ExactText> = []
    return places.map { place in
      let column = columns[place]
      let head = words == .chinese ? column.title.zh : column.id
      var unique = head
      // Where another column is called so, its id tells them apart, or else a number.
      if taken.contains(ExactText(unique)), words == .chinese { unique = "\(head)（\(column.id)）" }
      var number = 2
      while !taken.insert(ExactText(unique)).inserted {
        unique = "\(head)_\(number)"
        number += 1
      }
      return unique
    }
  }

  /// Sorts by a column, given by its place: greatest numbers first, words in order, missing values last; equal rows keep
  /// their order.
  public func sorted(by column: Int) -> ResultTable {
    var copy = self
    let cells = rows.map { $0[column] }
    copy.rows = rows.at(
      cells.indices.sorted { a, b in
        let (left, right) = (cells[a], cells[b])
        if let x = left.number, let y = right.number { return x == y ? a < b : x > y }
        if left.number != nil || right.number != nil { return left.number != nil }
        guard case (.text(let x), .text(let y)) = (left.bare, right.bare), x != y else { return a < b }
        return x < y
      })
    return copy
  }

  /// The first rows.
  public func prefix(_ count: Int) -> ResultTable {
    var copy = self
    copy.rows = rows.at(Array(rows.indices.prefix(count)))
    return copy
  }
}
