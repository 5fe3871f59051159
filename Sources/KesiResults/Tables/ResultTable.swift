import KesiCluster
import KesiNetwork

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

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
    /// A number that people see with three decimals where any of its column has them.
    case real(Double)
    /// A share, an index, a severity: people see three decimals, always.
    case fraction(Double)
    case missing
    case list([String])
    case pairs([Pair])
    /// A value that people see under another name.
    case shown(Cell, as: String)
    /// A code of Kesi's or a name, with the word for it: programs see the word, too, where they ask for Chinese.
    case word(Cell, as: String)

    public struct Pair: Sendable, Equatable {
      public let name: String
      /// What the name is called where words are asked for.
      public let label: String
      public let value: Cell

      public init(name: String, label: String? = nil, value: Cell) {
        (self.name, self.label, self.value) = (name, label ?? name, value)
      }
    }

    /// A number, or missing where it is nil or not finite.
    static func real(optional value: Double?) -> Cell { value.flatMap { $0.isFinite ? .real($0) : nil } ?? .missing }
    static func text(optional value: String?) -> Cell { value.map { .text($0) } ?? .missing }

    /// A ``fraction(_:)`` to twelve significant digits: those after them are noise of sums. Missing where it is nil or not
    /// finite.
    static func fraction(optional value: Double?) -> Cell {
      value.flatMap { $0.isFinite ? .fraction($0.withoutNoise) : nil } ?? .missing
    }

    /// The value without its name for people.
    var bare: Cell {
      switch self {
      case .shown(let value, _), .word(let value, _): value.bare
      default: self
      }
    }

    var number: Double? {
      switch bare {
      case .whole(let value): Double(value)
      case .real(let value), .fraction(let value): value
      default: nil
      }
    }
  }

  /// How columns and codes are called where programs read.
  public enum Words: String, Sendable, CaseIterable {
    /// By the names that programs rely on.
    case codes = "en"
    /// By their Chinese titles and words.
    case chinese = "zh"
  }

  public let heading: Heading
  public let columns: [Column]
  public private(set) var rows: [[Cell]]

  public init(heading: Heading, columns: [Column], rows: [[Cell]]) {
    self.heading = heading
    self.columns = columns
    self.rows = rows
  }

  /// The column of a name, of a title in either language, or of another name that the glossary knows.
  public func column(called word: String) -> Int? {
    let entry = Glossary.entry(for: word)?.id
    return columns.firstIndex { $0.name == word }
      ?? columns.firstIndex { $0.title.en.lowercased() == word.lowercased() || $0.title.zh == word }
      ?? columns.firstIndex { $0.name == entry }
  }

  /// The heads of columns where programs read: each once, since they are keys.
  func heads(of places: [Int], _ words: Words) -> [String] {
    var taken: Set<ExactText> = []
    return places.map { place in
      let column = columns[place]
      let head = words == .chinese ? column.title.zh : column.name
      var unique = head
      // Where another column is called so, its name tells them apart, or else a number.
      if taken.contains(ExactText(unique)), words == .chinese { unique = "\(head)（\(column.name)）" }
      var number = 2
      while !taken.insert(ExactText(unique)).inserted {
        unique = "\(head)_\(number)"
        number += 1
      }
      return unique
    }
  }

  /// Sorts by a column, greatest numbers first, words in order, missing values last; equal rows keep their order.
  ///
  /// - Returns: nil where there is no such column.
  public func sorted(by name: String) -> ResultTable? {
    guard let column = column(called: name) else { return nil }
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
}
