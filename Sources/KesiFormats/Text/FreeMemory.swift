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

/// How much memory is left.
enum FreeMemory {
  /// The bytes that are free, as far as the system and the limits of a container say; nil where they do not.
  static var bytes: Int? {
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
}
