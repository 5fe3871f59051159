/// The rows of a sheet, one after the other.
struct SheetRows: RecordSource {
  private let sheet: Sheet
  private var place = 0
  private(set) var record: Record

  /// - Parameter text: the bytes of the sheet.
  init(of sheet: Sheet, _ text: UnsafeBufferPointer<UInt8>) {
    self.sheet = sheet
    record = Record(text: text)
  }

  mutating func next() -> Bool {
    while place < sheet.rowCount {
      record.fields = sheet.fields(ofRow: place)
      record.row = sheet.number(ofRow: place)
      place += 1
      if !record.isEmpty { return true }
    }
    return false
  }
}
