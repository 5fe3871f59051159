import KesiNetwork

/// Reads the cells of one sheet of a workbook.
final class WorksheetPart: XMLHandler {
  /// What cells of all sheets refer to.
  struct Context: Sendable {
    let formats: [NumberFormat]
    let numbers: CellNumber
    /// Whether results of formulas may be made up: a 0 that is kept as one means nothing then.
    let isUncalculated: Bool
  }

  private enum Kind {
    case number, shared, inline, string, flag, error, date
  }

  private enum Part {
    case value, formula, inline
  }

  private let context: Context
  private(set) var cells: SheetCells
  private var row = 0
  private var column = 0
  private var kind = Kind.number
  private var format = NumberFormat.plain
  private var part: Part?
  private var isInCell = false
  private var isSpoken = false
  private var hasFormula = false
  private var value: [UInt8] = []
  private var formula: [UInt8] = []

  init(_ cells: SheetCells, _ context: Context) {
    self.cells = cells
    self.context = context
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes, in reader: XMLReader) throws {
    if isInCell {
      switch name {
      case "v": part = .value
      case "f": (part, hasFormula) = (.formula, true)
      case "t": part = kind == .inline && !isSpoken ? .inline : nil
      case "rPh": isSpoken = true
      default: break
      }
      return
    }
    switch name {
    case "c": try startCell(attributes, in: reader)
    case "row":
      column = 0
      if let number = attributes["r"] {
        guard let number = Int(digits: number), SheetCells.rows.contains(number) else { throw outside(reader, number) }
        row = number
      } else {
        row += 1
      }
      if attributes.flag("hidden") == true { cells.hiddenRows.append(row) }
    case "col":
      guard attributes.flag("hidden") == true, let first = attributes.count("min"), let last = attributes.count("max"),
        first <= last, SheetCells.columns.contains(first)
      else { return }
      cells.hide(columns: first...min(last, SheetCells.columns.upperBound))
    case "mergeCell":
      guard let area = attributes["ref"] else { return }
      guard let range = CellRange(area) else { throw outside(reader, area) }
      cells.merge(rows: range.rows, columns: range.columns)
    default: break
    }
  }

  func end(_ name: XMLName, in reader: XMLReader) throws {
    guard isInCell else { return }
    switch name {
    case "c":
      isInCell = false
      try endCell()
    case "v", "f", "t": part = nil
    case "rPh": isSpoken = false
    default: break
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>, in reader: XMLReader) throws {
    switch part {
    case .value, .inline: value.append(contentsOf: piece)
    case .formula: formula.append(contentsOf: piece)
    case nil: return
    }
    guard value.count + formula.count <= SheetCells.Bounds().bytes else { throw reader.problem(SheetCells.tooMuchText) }
  }

  private func startCell(_ attributes: XMLAttributes, in reader: XMLReader) throws {
    column += 1
    if let reference = attributes["r"] {
      guard let place = CellPlace(reference) else { throw outside(reader, reference) }
      column = place.column ?? column
      row = place.row ?? row
    }
    row = max(row, 1)
    guard SheetCells.columns.contains(column), SheetCells.rows.contains(row) else {
      throw outside(reader, "\(CellPlace.letters(of: column))\(row)".utf8)
    }
    kind = attributes["t"].map(Self.kind) ?? .number
    let style = attributes.count("s") ?? 0
    format = style < context.formats.count ? context.formats[style] : .plain
    isInCell = true
    hasFormula = false
    isSpoken = false
    value.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
  }

  private static func kind(_ type: UnsafeBufferPointer<UInt8>) -> Kind {
    switch type.first {
    case UInt8(ascii: "s"): type.count == 1 ? .shared : .string
    case UInt8(ascii: "i"): .inline
    case UInt8(ascii: "b"): .flag
    case UInt8(ascii: "e"): .error
    case UInt8(ascii: "d"): .date
    default: .number
    }
  }

  private func endCell() throws {
    if hasFormula, isWithoutResult {
      cells.bytes.append(0x3D)
      cells.bytes.append(contentsOf: formula)
      try cells.add(row: row, column: column, .error)
      return
    }
    try cells.add(row: row, column: column, write(), isShared: kind == .shared)
  }

  /// Whether a formula was never calculated. A text may be empty.
  private var isWithoutResult: Bool {
    switch kind {
    case .string: false
    case .number where context.isUncalculated: value.isEmpty || value == [0x30]
    default: value.isEmpty
    }
  }

  private func write() -> Sheet.Content {
    let start = cells.bytes.count
    switch kind {
    case .shared:
      cells.bytes.append(contentsOf: value)
      return .text
    case .inline, .string:
      cells.bytes.append(contentsOf: value)
      EscapedText.decode(&cells.bytes, from: start)
      return .text
    case .flag:
      switch value.trimmed.first {
      case nil: return .text
      case 0x30, UInt8(ascii: "f"): cells.bytes.append(contentsOf: "FALSE".utf8)
      default: cells.bytes.append(contentsOf: "TRUE".utf8)
      }
      return .flag
    case .error:
      cells.bytes.append(contentsOf: value)
      return .error
    case .date:
      cells.bytes.append(contentsOf: SerialDate.short(value))
      return .date
    case .number:
      let digits = value.trimmed
      return digits.isEmpty ? .text : context.numbers.write(digits, as: format, to: &cells.bytes)
    }
  }

  private func outside(_ reader: XMLReader, _ found: some Sequence<UInt8>) -> Problem {
    let found = String(decoding: Array(found), as: UTF8.self).shortened
    return reader.problem(
      Phrase(
        "“\(found)” is no place in a sheet (A1 to XFD1048576). Open the workbook in Excel or WPS and save it.",
        zh: "“\(found)”不是有效的单元格位置（A1 至 XFD1048576）。请在 Excel 或 WPS 中打开后重新保存。"))
  }
}
