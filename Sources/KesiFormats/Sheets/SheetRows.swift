/// The rows of a sheet, one after the other.
struct SheetRows: RecordSource {
  private let sheet: Sheet
  /// The row that is next.
  private(set) var place: Int
  private let end: Int
  let record: Record

  /// - Parameters:
  ///   - text: the bytes of the sheet.
  ///   - range: the rows to read.
  init(of sheet: Sheet, _ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.sheet = sheet
    (place, end) = (range.lowerBound, range.upperBound)
    record = Record(text: text)
  }

  mutating func next() -> Bool {
    while place < end {
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
