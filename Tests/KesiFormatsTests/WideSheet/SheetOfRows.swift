import KesiNetwork

@testable import KesiFormats

extension Sheet {
  /// A sheet of rows as they stand, from row 1 on.
  init(_ rows: [[String]], file: String = "台账.csv", title: String = "") {
    self.init(file: file, title: title)
    for (place, row) in rows.enumerated() {
      beginRow(place + 1)
      for cell in row { append(cell) }
    }
  }
}

extension WideSheet {
  init(rows: [[String]], _ settings: Settings = Settings()) throws { try self.init(Workbook([Sheet(rows)]), settings) }
}

extension Network {
  /// Each tie by the names of its ends, in order.
  var pairs: Set<String> {
    Set(ties.map { [actors[$0.source].name, actors[$0.target].name].sorted().joined(separator: "–") })
  }

  func kind(of name: String) -> String? { actors.first { $0.name == name }?.kind }
}
