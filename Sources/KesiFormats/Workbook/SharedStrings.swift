import KesiNetwork

/// The texts of a workbook, which cells name by number: one run of bytes.
struct SharedStrings: Sendable {
  fileprivate(set) var bytes: [UInt8] = []
  fileprivate var ends: [Int] = []

  var count: Int { ends.count }

  /// Where a text stands in the bytes; nil where there is none of this number.
  func range(_ number: Int) -> Range<Int>? {
    guard ends.indices.contains(number) else { return nil }
    return (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }
}

/// Reads the shared texts. Runs of one look each are joined; how characters are spoken (`rPh`) is left out.
final class SharedStringsPart: XMLHandler {
  private(set) var strings = SharedStrings()
  private var isInItem = false
  private var isInText = false
  private var isSpoken = false

  func start(_ name: XMLName, _ attributes: XMLAttributes, in reader: XMLReader) {
    switch name {
    case "si": isInItem = true
    case "t": isInText = isInItem && !isSpoken
    case "rPh": isSpoken = true
    default: break
    }
  }

  func end(_ name: XMLName, in reader: XMLReader) {
    switch name {
    case "si":
      EscapedText.decode(&strings.bytes, from: strings.ends.last ?? 0)
      strings.ends.append(strings.bytes.count)
      isInItem = false
    case "t": isInText = false
    case "rPh": isSpoken = false
    default: break
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>, in reader: XMLReader) throws {
    guard isInText else { return }
    strings.bytes.append(contentsOf: piece)
    guard strings.bytes.count <= SheetCells.Bounds().bytes else { throw reader.problem(SheetCells.tooMuchText) }
  }
}
