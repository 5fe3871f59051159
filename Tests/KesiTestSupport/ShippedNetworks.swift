import KesiFormats
import KesiNetwork

private let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

/// A network that ships, by the name of its folder under `graphs`.
public func shipped(_ name: String) throws -> Network {
  try NetworkReader.read(folder: "\(root)/graphs/\(name)").network
}

/// A network that only tests know, by the name of its folder under `Tests/Networks`: what is shipped may be drawn anew,
/// these stay.
public func fixture(_ name: String) throws -> Network {
  try NetworkReader.read(folder: "\(root)/Tests/Networks/\(name)").network
}
