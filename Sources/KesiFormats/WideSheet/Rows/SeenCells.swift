import KesiMatrix
import KesiNetwork

/// What the cells of a sheet say, each text of a column read once.
final class SeenCells {
  let part: SheetPart
  let columns: [SheetPart.Column]
  private let names: NameList.Names
  private let seen: [Seen]

  /// What the texts of a column were read as.
  private struct Seen {
    let plain = Readings<String?>()
    let lists: Readings<NameList>
    let periods = Readings<WrittenPeriod>()
    let dates = Readings<WrittenDate.Reading>()
    let numbers = Readings<WrittenNumber.Reading>()
  }

  /// What was made of texts, by their numbers.
  private final class Readings<Reading> {
    private var made: [Reading?]

    init(_ made: [Reading?] = []) { self.made = made }

    @inline(__always) func of(_ number: Int, in column: SheetPart.Column, _ read: () -> Reading) -> Reading {
      if number < made.count, let reading = made[number] { return reading }
      let reading = read()
      if made.isEmpty || made.count < column.texts.count {
        made += repeatElement(nil, count: column.texts.count - made.count)
      }
      made[number] = reading
      return reading
    }
  }

  /// - Parameter isKnown: whether a name is known to stand by itself.
  init(_ part: SheetPart, isKnown: @escaping @Sendable (String) -> Bool, on parallel: Parallel) throws(Cancelled) {
    (self.part, columns) = (part, part.columns)
    names = NameList.Names(isKnown: isKnown)
    var seen: [Seen] = []
    for column in part.columns {
      let lists = column.meaning.namesActors ? try Self.lists(column, isKnown, on: parallel) : []
      seen.append(Seen(lists: Readings(lists)))
    }
    self.seen = seen
  }

  /// Whom the texts of a column name.
  private static func lists(
    _ column: SheetPart.Column, _ isKnown: @escaping @Sendable (String) -> Bool, on parallel: Parallel
  ) throws(Cancelled) -> [NameList?] {
    let texts = column.texts
    // What a text comes to depends on nothing else, so it does not matter how many are read together.
    let length = max(1024, texts.dataCount / (parallel.threads * 4) + 1)
    return try parallel.parts((texts.dataCount + length - 1) / length) { part in
      let names = NameList.Names(isKnown: isKnown)
      return (part * length..<min(texts.dataCount, (part + 1) * length)).map { number -> NameList? in
        NameList(column.text(number), separators: column.separators, names: names)
      }
    }.flatMap { $0 }
  }

  /// A text as a name is written on; nil where it states nothing.
  func plain(_ number: Int, in column: SheetPart.Column) -> String? {
    seen[column.number].plain.of(number, in: column) {
      let text = column.text(number).asName
      return Self.statesNothing(text, in: column.meaning) ? nil : text
    }
  }

  /// Whether a text is none that counts. That two do not work together is said of a tie, and counts.
  private static func statesNothing(_ text: String, in meaning: ColumnMeaning) -> Bool {
    MissingValue.isStated(by: text)
      || meaning.isRead && NoAnswer.isStated(by: text) && !NoAnswer.deniesWork(text)
  }

  func list(_ number: Int, in column: SheetPart.Column) -> NameList {
    seen[column.number].lists.of(number, in: column) {
      NameList(column.text(number), separators: column.separators, names: names)
    }
  }

  func period(_ number: Int, in column: SheetPart.Column) -> WrittenPeriod {
    seen[column.number].periods.of(number, in: column) { WrittenPeriod.read(column.text(number), style: column.style) }
  }

  func date(_ number: Int, in column: SheetPart.Column) -> WrittenDate.Reading {
    seen[column.number].dates.of(number, in: column) {
      let text = column.text(number)
      let reading = WrittenDate.read(text, style: column.style)
      // A year with a digit too many is no day of another century.
      guard case .date(let date) = reading, column.isFar(date.first), WrittenDate.read(text) == .unreadable else {
        return reading
      }
      return .unreadable
    }
  }

  func number(_ number: Int, in column: SheetPart.Column) -> WrittenNumber.Reading {
    seen[column.number].numbers.of(number, in: column) {
      WrittenNumber.read(column.text(number), decimals: column.decimals)
    }
  }
}
