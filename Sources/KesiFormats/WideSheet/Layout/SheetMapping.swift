import KesiNetwork

/// How sheets are read: what `mapping.yml` says.
package struct SheetMapping: Sendable, Equatable {
  package var layouts: [SheetLayout] = []
  /// Sheets that are not read, each with why.
  package var skipped: [SkippedSheet] = []

  /// The shortest text of a mapping that says of a column what it is.
  static func example(_ label: String, _ meaning: ColumnMeaning) -> String {
    "layouts: [{columns: {\(label.inJSON): \(meaning.rawValue)}}]"
  }

  /// The same, with the sign before decimals where a column does not have its own.
  func with(_ decimals: WrittenNumber.DecimalSign?) -> SheetMapping {
    var mapping = self
    for place in mapping.layouts.indices { mapping.layouts[place].set(decimals) }
    return mapping
  }

  package struct SkippedSheet: Sendable, Equatable {
    package let sheet: String
    package let reason: Phrase
  }
}

/// How sheets that look alike are read.
package struct SheetLayout: Sendable, Equatable {
  /// The sheets that it was made for, as messages call them.
  package var sheets: [String] = []
  /// How many lines the header has.
  package var headerLines = 1
  package var columns: [MappedColumn] = []
  /// The unit of amounts, where their heads have none.
  package var unit: WrittenUnit?
  /// The kind of those whom the rows are about, where it is said.
  package var actorKind: String?
  /// With whom all those work whom the rows are about, as where a ledger is of one college and names it in its title only.
  package var owner: String?
  var separators = Set(ListSeparator.allCases)
  /// Rows that are left out.
  var leftOut = Set(LeftOutReason.allCases)

  func columns(_ meaning: ColumnMeaning) -> [MappedColumn] { columns.filter { $0.meaning == meaning } }

  /// Sets the sign before decimals of columns of numbers that do not have their own.
  mutating func set(_ decimals: WrittenNumber.DecimalSign?) {
    for place in columns.indices where columns[place].meaning.isNumber {
      columns[place].decimals = columns[place].decimals ?? decimals
    }
  }

  func has(_ meaning: ColumnMeaning) -> Bool { columns.contains { $0.meaning == meaning } }

  /// What a row of it tells.
  enum Shape: Sendable {
    /// A project or consortium, with its leader and members, or one of these.
    case project
    /// An actor and its partners.
    case ties
    /// A chain or a part of one, with those in each of its stages.
    case chains
    /// An actor alone, with its place in a chain or without.
    case actors
  }

  /// Nil where the columns name nobody.
  var shape: Shape? {
    if has(.stageMembers) { return .chains }
    if has(.project), has(.leader) || has(.members) || has(.actor) && !has(.partners) && owner == nil {
      return .project
    }
    guard has(.actor) else { return nil }
    return has(.partners) || has(.partnerMark) || has(.projectMark) || owner != nil ? .ties : .actors
  }
}

/// What a column of a sheet is taken for.
package struct MappedColumn: Sendable, Equatable {
  package let label: String
  package var meaning: ColumnMeaning
  /// From 0 to 1.
  package var confidence: Double
  package var reason: Phrase
  /// Whether the next sheet may be without it.
  package var isOptional = false
  package var unit: WrittenUnit?
  /// Which of day and month comes first, where it is said rather than told by the column.
  package var order: WrittenDate.Style.Order?
  package var decimals: WrittenNumber.DecimalSign?
}
