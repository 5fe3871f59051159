import KesiMatrix
import KesiNetwork

/// What an array of a snapshot holds.
struct SnapshotTag: Hashable {
  let rawValue: UInt32

  static let text = SnapshotTag(rawValue: 1)
  static let textEnds = SnapshotTag(rawValue: 2)
  static let profile = SnapshotTag(rawValue: 3)
  static let listSources = SnapshotTag(rawValue: 4)
  static let listTargets = SnapshotTag(rawValue: 5)
  static let listWeights = SnapshotTag(rawValue: 6)
  static let matrixOffsets = SnapshotTag(rawValue: 7)
  static let matrixColumns = SnapshotTag(rawValue: 8)
  static let matrixWeights = SnapshotTag(rawValue: 9)
  static let carriedNames = SnapshotTag(rawValue: 10)
  static let settled = SnapshotTag(rawValue: 11)

  /// The words and the numbers of a table, column by column.
  static func words(_ table: Int, _ column: Int) -> SnapshotTag {
    SnapshotTag(rawValue: UInt32(table + 1) << 16 | UInt32(column))
  }
  static func numbers(_ table: Int, _ column: Int) -> SnapshotTag {
    SnapshotTag(rawValue: UInt32(table + 1) << 16 | 0x8000 | UInt32(column))
  }
}

/// Every text of a network, each once, by its number; number 0 stands for none.
final class TextPool {
  private(set) var texts: [String?] = [nil]
  private var numbers: [ExactText: UInt32] = [:]
  /// Whether a number was asked for that no text has.
  private(set) var isBroken = false

  init() {}

  init?(_ reader: SnapshotReader) throws {
    let bytes = try reader.lend(.text, as: UInt8.self)
    let ends = try reader.lend(.textEnds, as: UInt64.self)
    texts.reserveCapacity(ends.count + 1)
    var start = 0
    for end in ends {
      guard end >= UInt64(start), end <= UInt64(bytes.count) else { return nil }
      texts.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<Int(end)]), as: UTF8.self))
      start = Int(end)
    }
  }

  func number(of text: String?) -> UInt32 {
    guard let text else { return 0 }
    if let known = numbers[ExactText(text)] { return known }
    let number = UInt32(texts.count)
    numbers[ExactText(text)] = number
    texts.append(text)
    return number
  }

  func text(_ number: UInt32) -> String? {
    guard Int(number) < texts.count else {
      isBroken = true
      return nil
    }
    return texts[Int(number)]
  }

  func add(to writer: inout SnapshotWriter) {
    var bytes: [UInt8] = []
    var ends: [UInt64] = []
    // Only the first, which stands for no text, is none.
    for text in texts.dropFirst() {
      bytes.append(contentsOf: text!.utf8)
      ends.append(UInt64(bytes.count))
    }
    writer.add(.text, bytes)
    writer.add(.textEnds, ends)
  }
}
