import KesiMatrix
import KesiNetwork

/// How much memory a graph file takes, told before it is read.
enum MemoryNeed {
  /// - Throws: ``NotEnoughMemory`` where a file of ties is estimated to need more than is free.
  static func check(_ text: UnsafeBufferPointer<UInt8>, named name: String, free: Int? = FreeMemory.bytes) throws {
    guard let free else { return }
    let ties = lines(in: text)
    let isWeighted = text.prefix(1 << 16).contains(UInt8(ascii: ".")) || ties > 0 && text.count / ties > 24
    // Names cost more than numbers; vertices are seldom more than a fifth of the ties.
    let need =
      MatrixBuilder.bytesNeeded(
        order: ties / 5, ties: ties, isSymmetric: true, isWeighted: isWeighted, threads: 2)
      + ties / 5 * MemoryLayout<Actor>.stride
    guard need > free else { return }
    let (needed, there) = (gibibytes(need), gibibytes(free))
    throw NotEnoughMemory(
      message: Phrase(
        "\(name) holds about \(ties) ties, which need about \(needed) GiB of memory; only \(there) GiB are free. Read a part of the ties, or use a machine with more memory.",
        zh: "\(name) 约有 \(ties) 条联系，约需 \(needed) GiB 内存，现仅有 \(there) GiB 可用。请只取其中一部分，或换用内存更大的机器。"))
  }

  /// About how many lines there are, from the length of those in a few places.
  static func lines(in text: UnsafeBufferPointer<UInt8>) -> Int {
    let window = 1 << 16
    guard text.count > 8 * window else { return text.count { $0 == UInt8(ascii: "\n") } + 1 }
    let sampled = (0..<8).reduce(0) { sum, place in
      let start = place * (text.count - window) / 7
      return sum + text[start..<start + window].count { $0 == UInt8(ascii: "\n") }
    }
    return Int(Double(sampled) / Double(8 * window) * Double(text.count)) + 1
  }

  private static func gibibytes(_ bytes: Int) -> String {
    Figure.expected(Double(bytes) / Double(1 << 30)).text
  }
}
