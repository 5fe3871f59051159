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
  /// By which a user says how many GiB may be used, whatever the system says.
  static let variable = "KESI_MEMORY"

  /// The bytes that are free, as far as the user, or else the system and the limits of containers, say; nil where they do not.
  static var bytes: Int? { said(getenv(variable).map { String(cString: $0) }) ?? found() }

  static func said(_ text: String?) -> Int? {
    guard let gibibytes = text.flatMap(Double.init), gibibytes > 0, gibibytes < 1e9 else { return nil }
    return Int(gibibytes * Double(1 << 30))
  }

  /// - Parameter root: the folder in which `proc` and `sys` are.
  static func found(in root: String = "") -> Int? {
    let available = number(after: "MemAvailable:", in: root + "/proc/meminfo").map { $0 * 1024 }
    return ([available] + groups(in: root).map { rest(of: $0) }).compactMap(\.self).min()
  }

  /// A group of processes that may have a limit: its folder, and what the files in it are called.
  private struct Group {
    let folder: String
    let (most, used, cached): (String, String, String)
  }

  /// Those that this process is in, and all around them: any may have the least limit.
  private static func groups(in root: String) -> [Group] {
    let lines = text(of: root + "/proc/self/cgroup")?.split(separator: "\n") ?? []
    // A line each: number, controllers, path. The new kind has no controllers. Seen from within a container the path is /.
    let found = lines.flatMap { line -> [Group] in
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return [] }
      let isNew = parts[1].isEmpty
      guard isNew || parts[1].split(separator: ",").contains("memory") else { return [] }
      var folders = [""]
      for part in parts[2].split(separator: "/") { folders.append(folders[folders.count - 1] + "/" + part) }
      return folders.map { folder in
        isNew
          ? Group(
            folder: root + "/sys/fs/cgroup" + folder, most: "memory.max", used: "memory.current",
            cached: "inactive_file ")
          : Group(
            folder: root + "/sys/fs/cgroup/memory" + folder, most: "memory.limit_in_bytes",
            used: "memory.usage_in_bytes", cached: "total_inactive_file ")
      }
    }
    return found
  }

  private static func rest(of group: Group) -> Int? {
    // Without a limit there is no such file, or no number in it; the old kind has one beyond any memory.
    guard let most = number(after: "", in: "\(group.folder)/\(group.most)"), most < 1 << 60,
      let used = number(after: "", in: "\(group.folder)/\(group.used)")
    else { return nil }
    // What files hold in memory is given back when it is asked for.
    let cached = number(after: group.cached, in: "\(group.folder)/memory.stat") ?? 0
    return max(0, most - used + cached)
  }

  private static func number(after word: String, in path: String) -> Int? {
    guard let line = text(of: path)?.split(separator: "\n").first(where: { $0.hasPrefix(word) }) else { return nil }
    return Int(line.dropFirst(word.count).drop { $0 == " " }.prefix { $0.isNumber })
  }

  private static func text(of path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
