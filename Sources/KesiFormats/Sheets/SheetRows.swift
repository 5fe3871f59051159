/// The rows of a sheet, one after the other.
struct SheetRows: RecordSource {
  private let sheet: Sheet
  private var place: Int
  let record: Record

  /// - Parameters:
  ///   - text: the bytes of the sheet.
  ///   - first: the row with which it begins.
  init(of sheet: Sheet, _ text: UnsafeBufferPointer<UInt8>, from first: Int = 0) {
    self.sheet = sheet
    place = first
    record = Record(text: text)
  }

  mutating func next() -> Bool {
    while place < sheet.rowCount {
      record.begin(at: 0)
      record.row = sheet.number(ofRow: place)
      // Sheets have no more columns than rows may have cells: see `Sheet.append`.
      for field in sheet.fields(ofRow: place) { _ = record.append(field) }
      place += 1
      if !record.isEmpty { return true }
    }
    return false
  }
}
