import KesiCluster
import KesiFormats

/// A network that ships, by the name of its folder under `graphs`.
public func shipped(_ name: String) throws -> Network {
  let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
  return try NetworkReader.read(folder: "\(root)/graphs/\(name)").network
}
