import KesiNetwork

/// A table that is read part by part: how its rows are read, which the first part has told, and what is kept of them until
/// all are read.
struct TableUnderWay<Row: NetworkRow> {
  /// Nil before the first part.
  private(set) var work: Work<Row>?
  /// The columns that are not declared, in step with the rows.
  var carried: [Network.CarriedColumn] = []
  var leftOut = LeftOut()

  mutating func begin(_ work: Work<Row>) {
    guard self.work == nil else { return }
    self.work = work
    carried = work.layout.carried.map { Network.CarriedColumn(name: $0.title) }
  }
}
