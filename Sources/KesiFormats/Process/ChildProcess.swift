import KesiNetwork
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that runs beside this one: it is given words, no shell, and nothing of the terminal, and it ends when this run
/// is interrupted.
package struct ChildProcess: ~Copyable {
  /// Where what a program prints goes.
  package enum Output {
    case nowhere
    case file(String)
    /// To whoever calls ``forEachLine(_:)``.
    case lines
  }

  /// The processes that run, each with how many seconds it is given to end by itself.
  private static let running = Mutex<[pid_t: Double]>([:])

  private let process: pid_t
  private let lines: Int32?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - environment: `NAME=value`; nil for that of this run.
  ///   - grace: how many seconds it is given to end by itself when it is to end.
  /// - Throws: `ChildFailure` where it cannot be started.
  package init(
    _ path: String, _ arguments: [String], environment: [String]? = nil, output: Output, errors: String,
    grace: Double = 0
  ) throws {
    var pipes: [Int32] = [-1, -1]
    if case .lines = output, pipe(&pipes) != 0 { throw ChildFailure(path, errno) }
    for end in pipes where end >= 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    switch output {
    case .nowhere: posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    case .file(let file):
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    case .lines: posix_spawn_file_actions_adddup2(&actions, pipes[1], STDOUT_FILENO)
    }
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // It can be interrupted, though this run holds signals back; and Ctrl-C reaches it through this run alone.
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] { texts.map { strdup($0) } + [nil] }
    let (words, settings) = (copies([path] + arguments), environment.map(copies))
    defer { for word in words + (settings ?? []) { free(word) } }
    var started = pid_t()
    let status = Self.running.withLock { running in
      let status =
        if let settings { posix_spawn(&started, path, &actions, &attributes, words, settings) } else {
          posix_spawn(&started, path, &actions, &attributes, words, environ)
        }
      if status == 0 { running[started] = grace }
      return status
    }
    if pipes[1] >= 0 { close(pipes[1]) }
    guard status == 0 else {
      if pipes[0] >= 0 { close(pipes[0]) }
      throw ChildFailure(path, status)
    }
    process = started
    lines = pipes[0] >= 0 ? pipes[0] : nil
  }

  deinit { if let lines { close(lines) } }

  /// Where a program is, by the `PATH`; nil where there is none of the name.
  package static func path(of name: String) -> String? {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin"
    return folders.utf8.split(separator: UInt8(ascii: ":")).lazy.map {
      "\(String(decoding: $0, as: UTF8.self))/\(name)"
    }
    .first { access($0, X_OK) == 0 }
  }

  /// The lines that it prints, as they come, until it prints no more or has ended; those beyond a mebibyte in pieces. What it has
  /// started and left behind may hold its output open.
  package func forEachLine(_ body: (String) -> Void) {
    guard let lines else { return }
    var rest: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var hasEnded = false
    while true {
      var state = pollfd(fd: lines, events: Int16(POLLIN), revents: 0)
      let isReady = poll(&state, 1, hasEnded ? 0 : Self.patience)
      if isReady == 0 {
        // What was printed before its end is read still.
        if hasEnded { break }
        hasEnded = hasExited
        continue
      }
      let count = read(lines, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      rest += buffer[..<count]
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        body(String(decoding: rest[..<end], as: UTF8.self))
        rest.removeSubrange(...end)
      }
      if rest.count > 1 << 20 {
        body(String(decoding: rest, as: UTF8.self))
        rest = []
      }
    }
    if !rest.isEmpty { body(String(decoding: rest, as: UTF8.self)) }
  }

  /// So many milliseconds it is waited for a line before it is looked whether more may come.
  private static let patience: Int32 = 200

  /// Whether it is there no more; it is not forgotten by that.
  private var hasExited: Bool {
    var information = siginfo_t()
    return waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT) != 0
      || information._sifields._sigchld.si_pid != 0
  }

  /// Waits for its end.
  ///
  /// - Returns: its status, 128 and more where a signal ended it; nil where it took longer than it may, and was ended.
  package func end(within seconds: Double = .infinity) -> Int32? {
    let start = Self.monotonicSeconds
    while Self.monotonicSeconds - start < seconds {
      let status = Self.running.withLock { running -> Int32? in
        guard let end = Self.end(of: process) else { return nil }
        // Its number is forgotten at once: it may be given to another.
        running[process] = nil
        return end
      }
      if let status { return status }
      usleep(10_000)
    }
    Self.running.withLock { Self.stop(&$0) }
    return nil
  }

  /// How a process has ended; nil where it has not.
  private static func end(of process: pid_t) -> Int32? {
    var status: Int32 = 0
    let ended = waitpid(process, &status, WNOHANG)
    guard ended == process || ended < 0 && errno != EINTR else { return nil }
    return ended < 0 ? -1 : status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// Ends what runs, with all that it has started: those first that need no time for it.
  private static func stop(_ running: inout [pid_t: Double]) {
    let start = monotonicSeconds
    for (process, grace) in running { kill(process, grace > 0 ? SIGTERM : SIGKILL) }
    for (process, grace) in running.sorted(by: { $0.value < $1.value }) {
      while monotonicSeconds - start < grace, end(of: process) == nil { usleep(10_000) }
      kill(-process, SIGKILL)
      waitpid(process, nil, 0)
    }
    running = [:]
  }

  /// Ends all that run, and then this run, which says nothing more of them.
  package static func endAll(before exit: () -> Never) -> Never {
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
}

/// That a program could not be started.
package struct ChildFailure: Error, Sendable {
  package let path: String
  /// In the words of the system.
  package let reason: String

  init(_ path: String, _ number: Int32) {
    self.path = path
    reason = String(cString: strerror(number))
  }
}
