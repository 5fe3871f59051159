import KesiNetwork

/// Nodes and ties of which a file has but numbers, those of rows and columns of a matrix: of one mode these are the same, of
/// two modes the columns are what the rows are members of.
extension GraphTables {
  /// Adds a tie, or a membership.
  ///
  /// - Parameters:
  ///   - row: from 0; so is the column.
  ///   - value: how strong it is; empty where the file does not say it. A 1 is kept, too: among signs it is one.
  ///   - kind: empty for none.
  mutating func addEntry(
    _ row: Int, _ column: Int, _ value: UnsafeBufferPointer<UInt8>, isDirected: Bool, isTwoMode: Bool,
    kind: [UInt8] = [], line: Int
  ) throws {
    let weight = TieColumns.weight.head.id
    if isTwoMode {
      members.set(member, "\(row + 1)")
      members.set(consortium, "\(column + 1)")
      if !value.isEmpty { members.set(try attribute(weight, of: \.members), value) }
      return try members.endRow(line: line)
    }
    beginEdge("\(row + 1)".utf8, "\(column + 1)".utf8, isDirected: isDirected)
    if !value.isEmpty { ties.set(try attribute(weight, of: \.ties), value) }
    if !kind.isEmpty { ties.set(try attribute(TieColumns.kind.head.id, of: \.ties), kind) }
    try ties.endRow(line: line)
  }

  /// Adds what the rows and columns are called; names are ids where each has one of its own.
  ///
  /// - Parameter columns: nil where they are the rows.
  mutating func addNumbered(rows: [[UInt8]], columns: [[UInt8]]?) throws {
    let label = try actors.column("label")
    for (place, name) in rows.enumerated() {
      actors.set(id, "\(place + 1)")
      actors.set(label, name)
      try actors.endRow(line: 1)
    }
    if let columns {
      let label = try consortia.column("name")
      for (place, name) in columns.enumerated() {
        consortia.set(consortiumID, "\(place + 1)")
        consortia.set(label, name)
        try consortia.endRow(line: 1)
      }
    }
    idsAreNames = true
    ownsWeights = true
  }
}
