/// How much may be asked of a database, by its length: what is stored in a file never comes near; a view that makes rows of
/// nothing stops within a minute.
struct DatabaseBounds {
  /// So many steps of SQLite's machine may pass between two rows: a hundred million a second, or half as many. A row that
  /// is stored takes some twenty, and no fewer than two bytes.
  let steps: Int
  /// So many cells may come of a table, a view or a query: each that is stored takes a byte at least.
  let cells: Int

  /// A file of any length may ask for so many.
  private static let (leastSteps, leastCells) = (200_000_000, 50_000_000)
  private static let stepsOfByte = 20
  private static let mostSteps = 2_000_000_000

  init(length: Int) {
    let (product, isLarge) = length.multipliedReportingOverflow(by: Self.stepsOfByte)
    steps = isLarge ? Self.mostSteps : min(Self.mostSteps, Self.leastSteps + product)
    cells = max(Self.leastCells, length)
  }

  init(steps: Int, cells: Int) { (self.steps, self.cells) = (steps, cells) }
}
