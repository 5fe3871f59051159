extension Network {
  /// A column that is carried along unread: its cells one behind the other, not a text for each.
  public struct CarriedColumn: Sendable, Equatable {
    public let name: String
    private var text: [UInt8] = []
    /// Where the cell of each row ends.
    private var ends: [Int] = []

    public init(name: String, values: some Sequence<String> = []) {
      self.name = name
      for value in values { append(value) }
    }

    public var count: Int { ends.count }

    public subscript(row: Int) -> String {
      String(decoding: text[(row == 0 ? 0 : ends[row - 1])..<ends[row]], as: UTF8.self)
    }

    /// Every cell as a text.
    public var values: [String] { ends.indices.map { self[$0] } }

    public mutating func append(_ value: String) {
      text.append(contentsOf: value.utf8)
      ends.append(text.count)
    }

    /// Adds the cells of another one, but for those of some rows, which are in rising order.
    package mutating func append(_ other: CarriedColumn, without rows: [Int]) {
      guard rows.isEmpty else {
        let left = Set(rows)
        for row in 0..<other.count where !left.contains(row) { append(other[row]) }
        return
      }
      let shift = text.count
      text.append(contentsOf: other.text)
      for end in other.ends { ends.append(end + shift) }
    }

    /// The same column of some rows, in their order and in step with them: empty for rows that it does not reach.
    public func kept(_ rows: some Sequence<Int>) -> CarriedColumn {
      CarriedColumn(name: name, values: rows.lazy.map { $0 < count ? self[$0] : "" })
    }
  }
}
