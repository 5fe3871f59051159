/// How much may be asked of a database, by its length: what is stored in a file never comes near; a view that makes rows of
/// nothing stops within a minute.
struct DatabaseBounds {
  /// So many steps of SQLite's machine may pass between two rows: a hundred million a second, or half as many. A row that
  /// is stored takes some twenty, and no fewer than two bytes.
  let steps: Int
  /// So many cells may come of a table, a view or a query: each that is stored takes a byte at least.
  let cells: Int

  /// So many bytes of text may come of one: views repeat what is stored, if not without end.
  let bytes: Int

  /// A file of any length may ask for so many.
  private static let (leastSteps, leastCells, leastBytes) = (200_000_000, 5_000_000, 64 << 20)
  private static let (stepsOfByte, cellsOfByte, bytesOfByte) = (20, 256, 256)
  private static let mostSteps = 2_000_000_000
  /// More come of what is stored only.
  private static let mostCells = 50_000_000

  init(length: Int) {
    /// What a file may always ask for, and so much more for each of its bytes.
    func bound(_ least: Int, _ ofByte: Int) -> Int {
      let (product, isLarge) = length.multipliedReportingOverflow(by: ofByte)
      let (sum, isLarger) = product.addingReportingOverflow(least)
      return isLarge || isLarger ? .max : sum
    }
    steps = min(Self.mostSteps, bound(Self.leastSteps, Self.stepsOfByte))
    cells = max(length, min(Self.mostCells, bound(Self.leastCells, Self.cellsOfByte)))
    bytes = bound(Self.leastBytes, Self.bytesOfByte)
  }

  init(steps: Int, cells: Int, bytes: Int = .max) { (self.steps, self.cells, self.bytes) = (steps, cells, bytes) }
}
