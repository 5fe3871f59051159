/// Texts one behind the other, in blocks: one run of all would be copied again and again as it grows, and take up to three
/// times its room.
///
/// Memory: 2 bytes a text beside its own.
struct TextRun: Sendable {
  private struct Block {
    var bytes: [UInt8] = []
    /// Where each text begins.
    var starts: [UInt16] = []

    var isFull: Bool { starts.count == TextRun.mostOfBlock || bytes.count > Int(UInt16.max) }

    /// Gives back the room that it has not filled.
    mutating func close() {
      bytes = bytes.withUnsafeBufferPointer { Array($0) }
      starts = starts.withUnsafeBufferPointer { Array($0) }
    }
  }

  private static let mostOfBlock = 1 << 12

  private var blocks: [Block] = []
  /// How many texts are before each block.
  private var firsts: [Int] = []
  private(set) var count = 0

  /// - Complexity: O(log texts) and the length of the text.
  subscript(row: Int) -> String {
    let place = place(of: row)
    let (block, number) = (blocks[place], row - firsts[place])
    let end = number + 1 < block.starts.count ? Int(block.starts[number + 1]) : block.bytes.count
    return String(decoding: block.bytes[Int(block.starts[number])..<end], as: UTF8.self)
  }

  /// The last block that does not begin behind a text.
  private func place(of row: Int) -> Int {
    var (low, high) = (0, firsts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if firsts[middle] <= row { low = middle } else { high = middle }
    }
    return low
  }

  mutating func append(_ text: String) {
    if blocks.last?.isFull ?? true {
      closeLast()
      blocks.append(Block())
      firsts.append(count)
    }
    let last = blocks.count - 1
    blocks[last].starts.append(UInt16(blocks[last].bytes.count))
    blocks[last].bytes.append(contentsOf: text.utf8)
    count += 1
  }

  /// Adds all texts of another.
  mutating func append(_ other: TextRun) {
    guard other.count >= Self.mostOfBlock else {
      for row in 0..<other.count { append(other[row]) }
      return
    }
    closeLast()
    for (block, first) in zip(other.blocks, other.firsts) {
      blocks.append(block)
      firsts.append(count + first)
    }
    count += other.count
  }

  private mutating func closeLast() { if !blocks.isEmpty { blocks[blocks.count - 1].close() } }
}
