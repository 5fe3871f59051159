/// An entry that is told from others by its id: there is one object of each, however many findings name it.
public protocol CatalogueEntry: AnyObject, Hashable, Sendable, CustomStringConvertible {
  var id: String { get }
}

extension CatalogueEntry {
  public static func == (a: Self, b: Self) -> Bool { a === b || a.id == b.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
  public var description: String { id }
}
