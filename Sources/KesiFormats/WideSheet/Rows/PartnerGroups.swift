import KesiNetwork

/// Of each column of partners it and those that say something of the ties to these, where such columns come again with each.
struct PartnerGroups {
  /// None where such columns stand once for all.
  private(set) var groups: [[SheetPart.Column]] = []
  /// What several columns say of which each has not a partner of its own: nothing is read of these.
  private(set) var ungrouped: [ColumnMeaning] = []
  /// What may belong to the partners before as well as to those behind: it was taken for those before.
  private(set) var unsure: [ColumnMeaning] = []

  init(of columns: [SheetPart.Column], rows: [Int]) {
    let columns = columns.sorted { $0.place < $1.place }
    func those(_ meaning: ColumnMeaning) -> [SheetPart.Column] { columns.filter { $0.meaning == meaning } }
    let partners = those(.partners)
    let repeated = ColumnMeaning.allCases.filter { $0.describesTie && those($0).count > 1 }
    guard partners.count > 1, !repeated.isEmpty else { return }
    groups = partners.map { [$0] }
    for meaning in repeated {
      let own = those(meaning)
      let sides = PartnerColumns.sides(of: own.map(\.place), among: partners.map(\.place))
      guard let first = sides.first else {
        ungrouped.append(meaning)
        continue
      }
      var owners = first
      if sides.count > 1 {
        if let told = Self.toldByNumbers(sides, own, partners) ?? Self.toldByValues(sides, own, partners, rows) {
          owners = told
        } else {
          unsure.append(meaning)
        }
      }
      for (column, owner) in zip(own, owners) { groups[owner].append(column) }
    }
  }

  /// `合作方式2` belongs to `合作单位2`.
  private static func toldByNumbers(
    _ sides: [[Int]], _ own: [SheetPart.Column], _ partners: [SheetPart.Column]
  ) -> [Int]? {
    let fitting = sides.filter { side in
      zip(own, side).allSatisfy { column, owner in
        PartnerColumns.number(of: column.head).map { $0 == PartnerColumns.number(of: partners[owner].head) } ?? false
      }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// What is said of a partner where none stands is said of another: the side on which that is never so.
  private static func toldByValues(
    _ sides: [[Int]], _ own: [SheetPart.Column], _ partners: [SheetPart.Column], _ rows: [Int]
  ) -> [Int]? {
    func states(_ column: SheetPart.Column, _ row: Int) -> Bool {
      !MissingValue.isStated(by: column.texts[column.texts.number(ofRow: row)])
    }
    let wrong = sides.map { side in
      rows.count { row in
        zip(own, side).contains { column, owner in states(column, row) && !states(partners[owner], row) }
      }
    }
    let fitting = sides.indices.filter { wrong[$0] == 0 }
    return fitting.count == 1 ? sides[fitting[0]] : nil
  }
}
