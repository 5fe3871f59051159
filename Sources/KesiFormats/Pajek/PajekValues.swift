import KesiNetwork

/// What actors of a network state that Pajek has a place for in a project: words of few classes are partitions, numbers are
/// vectors.
///
/// Pajek knows classes by numbers only. Comments say which word each stands for, which other programs pass over:
/// `%class 2 "university"`.
struct PajekValues {
  static let classMark = "%class"
  /// What Pajek writes for a value that is not there.
  static let (noClass, noNumber) = ("9999998", "999999998")

  struct Column {
    let title: String
    let values: [String]
    let isVector: Bool
  }

  let columns: [Column]
  /// The titles of columns among them that Kesi does not know.
  let carried: Set<String>

  /// - Parameter others: the titles of columns for which there is a place elsewhere.
  init(_ network: Network, besides others: Set<String>) {
    let stated = Actor.columns(statedBy: network.actors, in: network).filter { Self.holds($0.head) }.map { column in
      Column(
        title: column.head.id,
        values: network.actors.map { column.content.text(of: $0, in: network).unwrapped },
        isVector: Self.isNumber(column.head))
    }
    let carried = (network.carried[.actors] ?? []).filter { !others.contains($0.name) }.compactMap { column in
      let values = (0..<column.count).map { column[$0] }
      let words = values.filter { !$0.isEmpty }
      let hasFewClasses = Set(words.map(ExactText.init)).count * 2 <= words.count
      return column.areNumbers || hasFewClasses
        ? Column(title: column.name, values: values, isVector: column.areNumbers) : nil
    }
    columns = stated + carried
    self.carried = Set(carried.map(\.title))
  }

  /// Whether a column that Kesi knows is one of classes or numbers.
  static func holds(_ head: ColumnHead) -> Bool {
    let isMeant =
      switch head.kind {
      case .kind, .zone, .flag, .number: true
      default: false
      }
    return isMeant && ActorColumns.all.contains { $0.head.isSame(as: head) }
  }

  private static func isNumber(_ head: ColumnHead) -> Bool {
    if case .number = head.kind { true } else { false }
  }

  func write(_ out: inout PieceWriter) throws {
    for column in columns {
      try out.put("*\(column.isVector ? "Vector" : "Partition") \(PajekText.encoded(column.title))\n")
      var numbers: [ExactText: Int] = [:]
      if !column.isVector {
        for value in column.values where !value.isEmpty && numbers[ExactText(value)] == nil {
          numbers[ExactText(value)] = numbers.count + 1
          try out.put("\(Self.classMark) \(numbers.count) \(PajekText.encoded(value))\n")
        }
      }
      try out.put("*Vertices \(column.values.count)\n")
      for value in column.values {
        guard !column.isVector || value != Self.noNumber else { throw Self.unwritable(column.title) }
        let word =
          column.isVector
          ? value.isEmpty ? Self.noNumber : value : numbers[ExactText(value)].map(String.init) ?? Self.noClass
        try out.put(word + "\n")
      }
    }
  }

  /// That a number would be read back as none.
  private static func unwritable(_ title: String) -> CannotWrite {
    CannotWrite(
      message: Phrase(
        "\(title.shortened.visible) of an actor is \(noNumber), by which Pajek says that there is no value. Change that number, or write a network of Pajek (.net), which has no such values.",
        zh: "有主体的 \(title.shortened.visible) 为 \(noNumber)，而 Pajek 以此表示没有数值。请改动该数值，或改写为不含数值的 Pajek 网络（.net）。"),
      isClosedPipe: false)
  }
}
