import KesiNetwork

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An input that is not there or cannot be opened.
public struct NoInput: Error, Sendable {
  public let message: Phrase

  public init(_ message: Phrase) { self.message = message }
}

enum FileBytes {
  /// By which standard input is named on the command line, what messages call it, and where systems have it.
  static let standardInput = "-"
  static let nameOfStandardInput = "stdin"
  static let standardInputPath = "/dev/stdin"

  /// How many of the first bytes of a file tell what it is.
  static let startLength = 4096

  /// How many bytes are held of an input that is not a file which can be mapped: half of what is free, since it is to
  /// become a network, too.
  static var most: Int { FreeMemory.bytes.map { max($0 / 2, 1 << 20) } ?? 8 << 30 }

  /// How many bytes are read of a stream: some two hundred million ties. One without end stops there.
  static var mostOfStream: Int { min(most, 4 << 30) }

  /// The first bytes of a file; none where it cannot be read twice, as a pipe, or not at all.
  static func start(of path: String) -> [UInt8] {
    var information = stat()
    guard path != standardInput, stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG else {
      return []
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    return [UInt8](unsafeUninitializedCapacity: startLength) { bytes, count in
      count = max(0, pread(descriptor, bytes.baseAddress, bytes.count, 0))
    }
  }

  /// Whether what a path names is read to its end, and only once: standard input, a pipe, a device.
  static func isStream(_ path: String) -> Bool {
    guard path != standardInput else { return true }
    var information = stat()
    guard stat(path, &information) == 0 else { return false }
    return information.st_mode & S_IFMT != S_IFREG && information.st_mode & S_IFMT != S_IFDIR
  }

  /// All that comes from a stream.
  ///
  /// - Throws: ``NoInput`` where it cannot be read; ``NotEnoughMemory`` where more comes than memory can hold.
  static func readStream(_ path: String, most: Int = mostOfStream) throws -> GrownBytes {
    let descriptor = isStandardInput(path) ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw NoInput(path, errno) }
    defer { close(descriptor) }
    let bytes = GrownBytes()
    while true {
      guard bytes.count < most else { throw NotEnoughMemory(stream: name(of: path), most: most) }
      var got = 0
      let isThere = bytes.append(most: 1 << 18) { room in
        got = read(descriptor, room.baseAddress, room.count)
        return max(0, got)
      }
      guard isThere else { throw NotEnoughMemory(stream: name(of: path), most: bytes.count) }
      if got == 0 { return bytes }
      guard got > 0 || errno == EINTR else { throw NoInput(path, errno) }
    }
  }

  static func isStandardInput(_ path: String) -> Bool { path == standardInput || path == standardInputPath }

  /// What messages call an input.
  static func name(of path: String) -> String { path == standardInput ? nameOfStandardInput : path }

  static func exists(_ path: String) -> Bool {
    var information = stat()
    return path == standardInput || stat(path, &information) == 0
  }

  /// Whether it is a file of an end: no folder, and nothing that others write into while it is read.
  static func isRegular(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
  }

  static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return path != standardInput && stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }
}

extension NoInput {
  init(_ path: String, _ code: Int32) {
    guard path != FileBytes.standardInput else {
      self.init(
        Phrase(
          "Standard input cannot be read: \(String(cString: strerror(code))). Pipe a network into this command, or name a file.",
          zh: "无法读取标准输入：\(String(cString: strerror(code)))。请用管道传入数据，或指定一个文件。"))
      return
    }
    self.init(
      Phrase(
        "\(path): cannot be read. Check that it is a file and that you are allowed to read it.",
        zh: "\(path)：无法读取。请检查它是否为文件、是否有读取权限。"))
  }
}

extension NotEnoughMemory {
  fileprivate init(stream name: String, most: Int) {
    let read = Figure.count(most >> 20).text
    message = Phrase(
      "\(name) has given \(read) MiB and more is to come, which is more than is held of a stream. Write it to a file and give its name: files are not held in memory.",
      zh: "\(name) 已传入 \(read) MiB 且仍未结束，超出可容纳的数据流大小。请先存为文件，再指定该文件：读取文件不占用内存。")
  }
}
