import KesiNetwork

@testable import KesiFormats

extension FileTests.Place {
  /// What a file of some text is read as.
  func read(_ text: String, as name: String) throws -> NetworkReading {
    try write(text, name)
    return try NetworkReader.read(path(name))
  }
}

/// The problems that reading ends with, a line each; `read` where it does not.
func problems(of read: () throws -> some Any) -> String {
  do {
    _ = try read()
    return "read"
  } catch let error as BadData {
    return error.problems.map { $0.line(in: .en) }.joined(separator: "\n")
  } catch { return "\(error)" }
}

extension Network {
  /// The ends of its ties, `a>b` where a tie has a direction and `a-b` where it has none or leaves it open.
  var ends: [String] {
    ties.map { actors[$0.source].id + ($0.isDirected == true ? ">" : "-") + actors[$0.target].id }
  }
}
