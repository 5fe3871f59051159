import KesiNetwork

extension ResultTable {
  /// What stands in a row and a column.
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
    static func whole(optional value: Int?) -> Cell { value.map { .whole($0) } ?? .missing }

    /// A ``fraction(_:)`` to twelve significant digits: those after them are noise of sums. Missing where it is nil or not
    /// finite.
    static func fraction(optional value: Double?) -> Cell {
      value.flatMap { $0.isFinite ? .fraction($0.withoutNoise) : nil } ?? .missing
    }

    /// A number without digits after the point where it has none, as weights are given.
    static func amount(optional value: Double?) -> Cell {
      guard let value, value == value.rounded(), value.magnitude < 1e15 else { return .real(optional: value) }
      return .whole(Int(value))
    }

    /// The id of a chain, by its name for people; missing where there is none.
    static func chain(_ chain: Int?, _ table: TableContext) -> Cell {
      guard let chain = chain.map({ table.network.chains[$0] }) else { return .missing }
      return .shown(.text(chain.id), as: chain.name(in: table.language))
    }

    /// The id of an actor, by its short name for people.
    static func actor(_ actor: Int, _ table: TableContext) -> Cell {
      let actor = table.network.actors[actor]
      return .shown(.text(actor.id), as: actor.shortName(in: table.language))
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
}
