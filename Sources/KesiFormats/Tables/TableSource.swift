import KesiMatrix

/// Where a table comes from: a text, or a sheet that is in memory, or made when it is read, or comes in parts.
enum TableSource {
  /// - Parameter file: what messages call it.
  case text(FileSource, file: String)
  case sheet(Sheet)
  case draft(name: String, make: () throws(Cancelled) -> Sheet)
  case parts(SheetParts)

  /// What messages call it.
  var name: String {
    switch self {
    case .text(_, let file): file
    case .sheet(let sheet): sheet.name
    case .draft(let name, _): name
    case .parts(let parts): parts.name
    }
  }
}
