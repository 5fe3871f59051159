/// The heads of a form by which it is read back, whatever else stands in it and wherever.
protocol FormHead: Hashable, CaseIterable {
  /// Whether a form without it is none.
  var isNeeded: Bool { get }
  func isCalled(_ head: String) -> Bool
}

/// How far down heads are looked for: people write above tables.
private let deepestHead = 20

extension Sheet {
  /// The first row that has all of the heads that are needed, with where each stands.
  func heads<Head: FormHead>(_: Head.Type) -> (row: Int, places: [Head: Int])? {
    for row in 0..<min(rowCount, deepestHead) {
      var places: [Head: Int] = [:]
      for column in 0..<width(ofRow: row) {
        let text = text(row, column)
        if let head = Head.allCases.first(where: { $0.isCalled(text) }), places[head] == nil {
          places[head] = column
        }
      }
      if Head.allCases.allSatisfy({ !$0.isNeeded || places[$0] != nil }) { return (row, places) }
    }
    return nil
  }
}
