import KesiMatrix
import KesiNetwork

/// A graph file of ties, a line each: two ends and, where lines have a third field, a weight.
///
/// Fields stand apart by commas, tabs, semicolons or spaces; lines that begin with `#` or `%` are comments; a header is
/// one that names `source` and `target` (or `from` and `to`), in English or Chinese. Ends that are all numbers are
/// vertices in rising order; else ends are names, and vertices in the order of these.
public struct EdgeList: Sendable {
  /// What the file calls each vertex.
  public let ids: [String]
  public let ties: TieList

  /// Reads a file by byte ranges on several threads; the result is the same for any number.
  ///
  /// - Throws: ``NoInput`` where there is no such file; ``NotEnoughMemory`` before it is read; `BadData` with the lines
  ///   that are no ties.
  /// - Complexity: O(bytes); 8 bytes a tie beside the file itself, 16 when weighted.
  public static func read(_ path: String, on parallel: Parallel = Parallel()) throws -> EdgeList {
    try read(.path(path), named: path, on: parallel)
  }

  /// - Parameter name: what messages call the file.
  static func read(_ source: FileSource, named name: String, on parallel: Parallel) throws -> EdgeList {
    try source.withBytes { bytes in
      try MemoryNeed.check(bytes.bindMemory(to: UInt8.self), named: name)
      if let numbers = try NumberedTies.read(bytes.bindMemory(to: UInt8.self), on: parallel) { return numbers }
      do {
        return try TextDecoding.withUTF8(bytes) { try NamedTies(text: $0, file: name).read(on: parallel) }
      } catch let failure as TextDecoding.Failure {
        throw BadData([Problem(.error, .file(name), failure.message)])
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Cuts text into ranges of about equal length that end where lines end.
  func lineRanges(count: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for part in 1...Swift.max(1, count) {
      var end = part == count ? self.count : Swift.max(start, part * self.count / Swift.max(1, count))
      while end < self.count, end > 0, self[end - 1] != UInt8(ascii: "\n") { end += 1 }
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }
}
