import KesiNetwork

/// What the main part of a workbook says: its sheets in their order, and how dates count.
final class WorkbookPart: XMLHandler {
  struct Listed {
    let title: String
    /// The id of the relation that leads to it.
    let relation: String
    let isHidden: Bool
  }

  private(set) var sheets: [Listed] = []
  /// Whether dates are days since 1904, as they were on a Macintosh, rather than since 1900.
  private(set) var countsFrom1904 = false
  /// Whether the program that wrote it left all formulas to be calculated by whoever opens it: what is kept as their
  /// results may be made up.
  private(set) var isUncalculated = false

  func start(_ name: XMLName, _ attributes: XMLAttributes, in reader: XMLReader) {
    switch name {
    case "workbookPr": countsFrom1904 = attributes.flag("date1904") ?? false
    case "calcPr": isUncalculated = attributes.flag("fullCalcOnLoad") ?? false
    case "sheet":
      guard let title = attributes.string("name"), let relation = attributes.string("id") else { return }
      let state = attributes["state"]
      sheets.append(
        Listed(
          title: title, relation: relation,
          isHidden: state.map { $0.isExactly("hidden") || $0.isExactly("veryHidden") } ?? false))
    default: break
    }
  }
}

extension XMLAttributes {
  /// A truth as XML Schema writes it; nil where there is none.
  func flag(_ name: StaticString) -> Bool? {
    self[name].map { $0.isExactly("1") || $0.isExactly("true") || $0.isExactly("on") }
  }

  /// A whole number from 0 on; nil where there is none.
  func count(_ name: StaticString) -> Int? { self[name].flatMap { Int(digits: $0) } }
}

extension Int {
  /// A whole number from 0 on, in at most ten digits.
  init?(digits bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty, bytes.count <= 10 else { return nil }
    var number = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte & 0x0F)
    }
    self = number
  }
}

extension RandomAccessCollection<UInt8> {
  /// Without blanks at either end.
  var trimmed: SubSequence {
    guard let first = firstIndex(where: { $0 > 0x20 }), let last = lastIndex(where: { $0 > 0x20 }) else {
      return self[startIndex..<startIndex]
    }
    return self[first...last]
  }
}
