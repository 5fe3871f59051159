import CXlsxWriter
import KesiNetwork

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a workbook by libxlsxwriter, sheet by sheet and row by row.
struct WorkbookWriter: ~Copyable {
  /// Cells wider than this, in digits, are broken into lines.
  private static let widest = 60
  private static let narrowest = 6
  /// What the button of a filter takes of a head.
  private static let button = 4
  /// In points: of a row of one line, of each line of several, and what no row is higher than.
  private static let (rowHeight, lineHeight, greatestHeight) = (19.5, 16.5, 400.0)
  /// 1980, as the entries of the container have it.
  private static let time: time_t = 315_532_800

  private let book: UnsafeMutablePointer<lxw_workbook>
  private var isOpen = true
  private var formats: CellFormats
  private(set) var shortened = 0

  /// - Parameter keepsRows: whether rows are kept until the end, as notes and lists to choose from need.
  init(to path: String, in language: Language, keepsRows: Bool) throws {
    var options = lxw_workbook_options(constant_memory: keepsRows ? 0 : 1, tmpdir: getenv("TMPDIR"), use_zip64: 1)
    guard let book = workbook_new_opt(path, &options) else { throw CannotWrite(path, ENOMEM) }
    self.book = book
    formats = CellFormats(book, in: language)
  }

  deinit { if isOpen { lxw_workbook_free(book) } }

  func set(title: String, comment: String) throws {
    try SheetText(title.visible).written.withCString { title in
      try SheetText(comment.visible).written.withCString { comment in
        var properties = lxw_doc_properties()
        // It only reads them.
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.comments = UnsafeMutablePointer(mutating: comment)
        properties.created = Self.time
        try check(workbook_set_properties(book, &properties))
      }
    }
  }

  /// - Parameters:
  ///   - name: what it is called, as spreadsheets allow it.
  ///   - names: those of all sheets, for lists to choose from.
  mutating func add(_ sheet: WrittenSheet, named name: String, among names: [String]) throws {
    guard let page = workbook_add_worksheet(book, name) else { throw CannotWrite(name, ENOMEM) }
    // Programs do not all find out how high a row must be.
    worksheet_set_default_row(page, Self.rowHeight, 0)
    var widths = sheet.columns.map { $0.head.displayWidth + Self.button }
    let rooms = sheet.columns.map { $0.width.map { Int($0) } ?? Self.widest }
    var row: UInt32 = 0
    if sheet.isTable {
      for (column, head) in zip(UInt16(0)..., sheet.columns) {
        _ = try write(
          .text(head.head, head.isRequired ? .requiredHead : .head), row, column, within: Self.widest, on: page)
        if let note = head.note { try self.note(note, row, column, on: page) }
      }
      row = 1
    }
    try sheet.rows { cells in
      var height = Self.rowHeight
      for (column, cell) in zip(UInt16(0)..., cells.prefix(widths.count)) {
        let size = try write(cell, row, column, within: rooms[Int(column)], on: page)
        widths[Int(column)] = max(widths[Int(column)], size.width)
        height = max(height, size.height)
      }
      if height > Self.rowHeight { try check(worksheet_set_row(page, row, height, nil)) }
      row += 1
    }
    for (column, (head, width)) in zip(UInt16(0)..., zip(sheet.columns, widths)) {
      let width = head.width ?? Double(min(max(width + 1, Self.narrowest), Self.widest))
      let format = head.entry.map { $0.numbers == nil ? formats.format(.entry) : nil } ?? nil
      try check(worksheet_set_column(page, column, column, width, format))
      if let entry = head.entry { try check(EntryCheck(entry, among: names).set(column, on: page)) }
    }
    for cell in sheet.entries {
      try check(EntryCheck(cell.entry, among: names).set(UInt16(cell.column), row: UInt32(cell.row + 1), on: page))
    }
    if sheet.isTable { try setTable(sheet, lastRow: max(1, row) - 1, on: page) }
    try setPrint(sheet, on: page)
    try check(
      worksheet_ignore_errors(page, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576"))
  }

  private func note(
    _ text: String, _ row: UInt32, _ column: UInt16, on page: UnsafeMutablePointer<lxw_worksheet>
  ) throws {
    var options = lxw_comment_options()
    let lines = Self.lines(of: text, within: 36)
    options.width = 280
    // There are never as many lines as to go beyond.
    options.height = UInt16(min(lines * 22 + 16, 600))
    try check(worksheet_write_comment_opt(page, row, column, SheetText(text).written, &options))
  }

  /// The head stays in sight and filters; of a table to be filled in there is nothing to filter yet.
  private func setTable(_ sheet: WrittenSheet, lastRow: UInt32, on page: UnsafeMutablePointer<lxw_worksheet>) throws {
    worksheet_freeze_panes(page, 1, 0)
    worksheet_repeat_rows(page, 0, 0)
    guard let last = sheet.columns.indices.last, sheet.columns[last].entry == nil else { return }
    try check(worksheet_autofilter(page, 0, 0, lastRow, UInt16(last)))
  }

  private func setPrint(_ sheet: WrittenSheet, on page: UnsafeMutablePointer<lxw_worksheet>) throws {
    worksheet_set_paper(page, 9)  // A4
    if sheet.isTable {
      worksheet_set_landscape(page)
    } else {
      worksheet_gridlines(page, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    }
    worksheet_fit_to_pages(page, 1, 0)
    // An ampersand begins an order there.
    let head = sheet.printedHead.visible(most: 100).replacing("&", with: "&&")
    if !head.isEmpty { try check(worksheet_set_header(page, "&C" + head)) }
    try check(worksheet_set_footer(page, "&C&P / &N"))
  }

  /// - Parameter room: how wide its column is at most, in digits.
  /// - Returns: how wide the cell is, in digits, and how high its row must be, in points.
  private mutating func write(
    _ cell: WrittenSheet.Cell, _ row: UInt32, _ column: UInt16, within room: Int,
    on page: UnsafeMutablePointer<lxw_worksheet>
  ) throws -> (width: Int, height: Double) {
    switch cell {
    case .empty: return (0, 0)
    case .number(let value, let look):
      guard value.isFinite else { return (0, 0) }
      try check(worksheet_write_number(page, row, column, value, formats.format(look)))
      return ((look == .decimals ? Figure.index(value).cell : value.plain).utf8.count + 2, 0)
    case .text(let text, let look):
      guard !text.isEmpty else { return (0, 0) }
      let held = SheetText(text)
      if held.isShortened { shortened += 1 }
      let width = Self.width(of: held.written)
      let isBroken = held.written.utf8.contains(0x0A)
      // Titles run on over the cells beside them.
      let wraps = (width >= room || isBroken) && look.isBody
      try check(worksheet_write_string(page, row, column, held.written, formats.format(look, wraps: wraps)))
      if look == .title { return (width, Self.rowHeight + Self.lineHeight / 2) }
      guard wraps else { return (width, 0) }
      return (width, min(Self.lines(of: held.written, within: room) * Self.lineHeight + 3, Self.greatestHeight))
    }
  }

  /// How many lines a text takes, nearly: fonts differ from program to program.
  private static func lines(of text: String, within room: Int) -> Double {
    let parts = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return parts.reduce(0) { $0 + max(1, (Double(width(of: String($1))) / Double(max(1, room - 2))).rounded(.up)) }
  }

  /// In digits. A Chinese character is a little wider than two of them: 15 pixels beside 14 in the usual size.
  private static func width(of text: String) -> Int {
    let width = text.displayWidth
    return width + (width + 13) / 14
  }

  mutating func close() throws {
    isOpen = false
    try check(workbook_close(book))
  }

  private func check(_ error: lxw_error) throws {
    guard error != LXW_NO_ERROR else { return }
    let reason = lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
    throw CannotWrite(
      message: Phrase(
        "the workbook could not be made: \(reason). Check that there is room in \(TemporaryFolder.place), or set TMPDIR to another folder.",
        zh: "无法生成工作簿：\(reason)。请检查 \(TemporaryFolder.place) 是否有剩余空间，或将 TMPDIR 设为其他文件夹。"),
      isClosedPipe: false)
  }
}
