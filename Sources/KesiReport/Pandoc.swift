import KesiDrawing
import KesiFormats
import KesiNetwork
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program that makes office documents of markup, as the system has it. It is given files and words, no shell, and none
/// of the user's settings, so that it makes the same of the same.
package struct Pandoc {
  private let path: String
  /// The process that runs, so that an interrupted run can end it.
  private static let running = Mutex<pid_t?>(nil)
  /// A report takes a second or two.
  private static let mostSeconds = 120.0

  /// - Throws: `DrawingError` where it is not installed, with what to install.
  static func find() throws -> Pandoc {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin"
    for folder in folders.utf8.split(separator: UInt8(ascii: ":")).map({ String(decoding: $0, as: UTF8.self) }) {
      let path = "\(folder)/pandoc"
      if access(path, X_OK) == 0 { return Pandoc(path: path) }
    }
    throw DrawingError(
      Phrase(
        "a document (.docx) is made by pandoc, which is not installed. Install it: apt install pandoc",
        zh: "生成文档（.docx）需要 pandoc，尚未安装。请安装：apt install pandoc"), isForWant: true)
  }

  /// Runs it to its end.
  ///
  /// - Parameter folder: what it says is written there, and its home is there.
  /// - Throws: `DrawingError` with what it says where it fails, or does not come to an end.
  func run(_ arguments: [String], in folder: String) throws {
    let said = "\(folder)/said"
    let status = try withSettings(errors: said) { actions, attributes in
      // The date that stands in a document would be that of the run.
      let settings = ["HOME=\(folder)", "LANG=C.UTF-8", "SOURCE_DATE_EPOCH=\(Self.date)"]
      func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] { texts.map { strdup($0) } + [nil] }
      let (words, surroundings) = (copies([path] + arguments), copies(settings))
      defer { for word in words + surroundings { free(word) } }
      return Self.running.withLock { running in
        var process = pid_t()
        let status = posix_spawn(&process, path, actions, attributes, words, surroundings)
        if status == 0 { running = process }
        return status
      }
    }
    guard status == 0 else { throw Self.failure(String(cString: strerror(status))) }
    guard let end = Self.end() else {
      throw Self.failure("it had not ended after \(Int(Self.mostSeconds)) s")
    }
    guard end == 0 else {
      let text = (try? FileSource.path(said).withBytes { String(decoding: $0, as: UTF8.self) }) ?? ""
      throw Self.failure(text.unicodeScalars.split(separator: "\n").first.map { String($0) } ?? "status \(end)")
    }
  }

  /// The document that it was to make.
  ///
  /// - Throws: `DrawingError` where it made none.
  func document(_ file: String) throws -> [UInt8] {
    var status = stat()
    guard lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Self.failure("it wrote no document")
    }
    let bytes = try FileSource.path(file).withBytes { Array($0) }
    guard bytes.starts(with: [0x50, 0x4B]) else { throw Self.failure("what it wrote is no document") }
    return bytes
  }

  /// As somebody states it, else that of no day.
  private static var date: Int { getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) } ?? 0 }

  /// It reads nothing from the terminal, writes nothing there, and can be interrupted, though this run holds signals back.
  private func withSettings(
    errors: String,
    _ body: (
      UnsafePointer<posix_spawn_file_actions_t>, UnsafePointer<posix_spawnattr_t>
    ) throws -> Int32
  ) rethrows -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    return try body(&actions, &attributes)
  }

  /// How the process that runs ends; nil where it takes too long and is ended.
  private static func end() -> Int32? {
    let (pause, start) = (0.01, monotonicSeconds)
    while monotonicSeconds - start < mostSeconds {
      if let end = running.withLock({ end(of: &$0) }) { return end }
      usleep(useconds_t(1e6 * pause))
    }
    running.withLock { stop(&$0) }
    return nil
  }

  /// How a process has ended; nil where it has not. Its number is forgotten at once: it may be given to another.
  private static func end(of running: inout pid_t?) -> Int32? {
    guard let process = running else { return -1 }
    var status: Int32 = 0
    let ended = waitpid(process, &status, WNOHANG)
    guard ended == process || ended < 0 && errno != EINTR else { return nil }
    running = nil
    // Where a signal ended it, that is no success, whatever its number.
    return ended < 0 ? -1 : status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  private static func stop(_ running: inout pid_t?) {
    guard let process = running else { return }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    running = nil
  }

  /// Ends the program if it runs, and then this run, which says nothing more of it.
  package static func end(before exit: () -> Never) -> Never {
    running.withLock { running in
      stop(&running)
      exit()
    }
  }

  private static var monotonicSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func failure(_ words: String) -> DrawingError {
    DrawingError(
      Phrase(
        "pandoc made no document: \(words.visible). Ask for .html or .xlsx instead.",
        zh: "pandoc 未能生成文档：\(words.visible)。可改用 .html 或 .xlsx。"))
  }
}
