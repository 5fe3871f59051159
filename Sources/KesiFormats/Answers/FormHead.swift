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

  /// The needed heads that are not in the row which has most of them.
  func lacking<Head: FormHead>(_: Head.Type) -> [Head] {
    let needed = Head.allCases.filter(\.isNeeded)
    let lacking = (0..<min(rowCount, deepestHead)).map { row in
      let texts = (0..<width(ofRow: row)).map { text(row, $0) }
      return needed.filter { head in !texts.contains(where: head.isCalled) }
    }
    return lacking.min { $0.count < $1.count } ?? needed
  }
}
