import KesiMatrix
import KesiNetwork

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A network that would not fit into the memory of this machine.
public struct NotEnoughMemory: Error, Sendable {
  public let message: Phrase
}

/// How much memory a graph file takes, told before it is read.
enum MemoryNeed {
  /// - Throws: ``NotEnoughMemory`` where a file of ties is estimated to need more than is free.
  static func check(_ text: UnsafeBufferPointer<UInt8>, named name: String, free: Int? = available) throws {
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

  /// The bytes that are free, as far as the system and the limits of a container say; nil where they do not.
  static var available: Int? {
    let limits = [number(after: "MemAvailable:", in: "/proc/meminfo").map { $0 * 1024 }, containerRest].compactMap {
      $0
    }
    return limits.min()
  }

  private static var containerRest: Int? {
    guard let most = number(after: "", in: "/sys/fs/cgroup/memory.max"),
      let used = number(after: "", in: "/sys/fs/cgroup/memory.current")
    else { return nil }
    // What files hold in memory is given back when it is asked for.
    let cached = number(after: "inactive_file ", in: "/sys/fs/cgroup/memory.stat") ?? 0
    return max(0, most - used + cached)
  }

  private static func number(after word: String, in path: String) -> Int? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = fread(&bytes, 1, bytes.count, file)
    let text = String(decoding: bytes[..<count], as: UTF8.self)
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(word) }) else { return nil }
    return Int(line.dropFirst(word.count).drop { $0 == " " }.prefix { $0.isNumber })
  }

  private static func gibibytes(_ bytes: Int) -> String {
    Figure.expected(Double(bytes) / Double(1 << 30)).text
  }
}
