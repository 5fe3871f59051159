import KesiCluster

/// A table of results: what a command prints, in whatever format. Programs read names and values, people read titles and
/// what is shown in place of a value.
public struct ResultTable: Sendable {
  public struct Column: Sendable {
    /// The name that programs rely on.
    public let name: String
    public let title: Phrase
    /// Who sees it.
    public let audience: Audience

    public init(_ name: String, _ title: Phrase, for audience: Audience = .everyone) {
      self.name = name
      self.title = title
      self.audience = audience
    }
  }

  public enum Audience: Sendable { case everyone, programs, people }

  public indirect enum Cell: Sendable, Equatable {
    case text(String)
    case whole(Int)
    case real(Double)
    case missing
    case list([String])
    case pairs([Pair])
    /// A value that people see under another name.
    case shown(Cell, as: String)

    public struct Pair: Sendable, Equatable {
      public let name: String
      public let value: Cell
    }

    /// A number, or missing where it is nil or not finite.
    static func real(optional value: Double?) -> Cell { value.flatMap { $0.isFinite ? .real($0) : nil } ?? .missing }
    static func text(optional value: String?) -> Cell { value.map { .text($0) } ?? .missing }

    /// The value without its name for people.
    var bare: Cell {
      if case .shown(let value, _) = self { return value }
      return self
    }

    var number: Double? {
      switch bare {
      case .whole(let value): Double(value)
      case .real(let value): value
      default: nil
      }
    }
  }

  /// What stands above the table for people: the title of the network, and whether it is illustrative.
  public let heading: Phrase
  public let columns: [Column]
  public private(set) var rows: [[Cell]]

  public init(heading: Phrase, columns: [Column], rows: [[Cell]]) {
    self.heading = heading
    self.columns = columns
    self.rows = rows
  }

  /// Sorts by a column, greatest numbers first, words in order, missing values last; equal rows keep their order.
  ///
  /// - Returns: nil where there is no such column.
  public func sorted(by name: String) -> ResultTable? {
    guard let column = columns.firstIndex(where: { $0.name == name }) else { return nil }
    var copy = self
    copy.rows = rows.enumerated().sorted { a, b in
      let (left, right) = (a.element[column], b.element[column])
      if let x = left.number, let y = right.number { return x == y ? a.offset < b.offset : x > y }
      if left.number != nil || right.number != nil { return left.number != nil }
      guard case (.text(let x), .text(let y)) = (left.bare, right.bare), x != y else { return a.offset < b.offset }
      return x < y
    }.map(\.element)
    return copy
  }

  /// The first rows.
  public func prefix(_ count: Int) -> ResultTable {
    var copy = self
    copy.rows = Array(rows.prefix(count))
    return copy
  }

  /// The heading of every table made from a network: its title, and the mark of illustrative data.
  static func heading(of network: Network) -> Phrase {
    func text(_ language: Language) -> String {
      let mark = language == .zh ? "示意数据" : "illustrative data"
      return [network.profile.title?(language), network.isIllustrative ? mark : nil].compactMap { $0 }
        .joined(separator: " · ")
    }
    return Phrase(text(.en), zh: text(.zh))
  }
}
