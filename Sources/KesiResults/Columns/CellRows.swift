extension ResultTable {
  /// The rows of a table, each a cell a column: made once, or anew whenever they are asked for. Those of all actors of a large
  /// network take more memory than the network, and are mostly written once.
  public struct Rows: RandomAccessCollection, Sendable, Equatable {
    private enum Source: Sendable {
      case made([[Cell]])
      case inTurn(count: Int, make: @Sendable (Int) -> [Cell])
    }

    private let source: Source

    init(_ rows: [[Cell]]) { source = .made(rows) }

    init(count: Int, inTurn make: @escaping @Sendable (Int) -> [Cell]) { source = .inTurn(count: count, make: make) }

    public var startIndex: Int { 0 }

    public var endIndex: Int {
      switch source {
      case .made(let rows): rows.count
      case .inTurn(let count, _): count
      }
    }

    public subscript(place: Int) -> [Cell] {
      switch source {
      case .made(let rows): return rows[place]
      case .inTurn(let count, let make):
        precondition(place >= 0 && place < count, "row \(place) of \(count)")
        return make(place)
      }
    }

    public static func == (one: Rows, other: Rows) -> Bool { one.elementsEqual(other) }

    /// Some of them, in this order.
    func at(_ places: [Int]) -> Rows {
      switch source {
      case .made(let rows): Rows(places.map { rows[$0] })
      case .inTurn(_, let make): Rows(count: places.count) { make(places[$0]) }
      }
    }
  }
}
