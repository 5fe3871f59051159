import KesiNetwork

/// Tables as a database of SQLite, for whoever has some: columns with types, `NULL` where nothing is stated.
package struct WrittenDatabase: Sendable {
  package enum Kind: String, Sendable {
    case whole = "INTEGER"
    case real = "REAL"
    /// Whole numbers and others.
    case number = "NUMERIC"
    case text = "TEXT"
  }

  package enum Cell: Sendable {
    case nothing
    case whole(Int)
    case real(Double)
    case text(String)
  }

  package struct Table: Sendable {
    let name: String
    let columns: [(title: String, kind: Kind)]
    /// Hands over each row, a cell for each column.
    let rows: @Sendable (_ put: ([Cell]) throws -> Void) throws -> Void

    package init(
      _ name: String, _ columns: [(title: String, kind: Kind)],
      rows: @escaping @Sendable (_ put: ([Cell]) throws -> Void) throws -> Void
    ) {
      (self.name, self.columns, self.rows) = (name, columns, rows)
    }
  }

  private let tables: [Table]

  package init(_ tables: [Table]) { self.tables = tables }

  /// Hands its bytes over piece by piece.
  ///
  /// - Throws: ``CannotWrite`` where it cannot be made; what `write` throws.
  package func body(_ write: (UnsafeRawBufferPointer) throws -> Void) throws {
    var scratch = try ScratchFile(isNamed: true)
    let output = try OutputDatabase(at: scratch.path, for: Self.name)
    scratch.dropName()
    for table in tables {
      try output.create(table.name, table.columns.map { (title: $0.title, type: $0.kind.rawValue) })
      try output.insert(into: table.name, width: table.columns.count) { insert in
        try table.rows { row in
          for (place, cell) in row.enumerated() {
            switch cell {
            case .nothing: continue
            case .whole(let value): try insert.bind(value, at: place)
            case .real(let value): try insert.bind(value, at: place)
            case .text(let text): try insert.bind(text, at: place)
            }
          }
          try insert.step()
        }
      }
    }
    try output.finish()
    try scratch.read(write)
  }

  private static let name = Format.sqlite.name.en

  /// Refuses to replace a database of which the last changes lie beside it: SQLite would play them into the new one.
  ///
  /// - Throws: ``CannotWrite``.
  package static func checkPlace(_ path: String) throws {
    do { try Database.refuseUnfinished(path, path) } catch let error as BadData {
      guard let problem = error.problems.first else { throw error }
      throw CannotWrite(message: Phrase(problem.line(in: .en), zh: problem.line(in: .zh)), isClosedPipe: false)
    }
  }
}
