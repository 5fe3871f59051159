import KesiFormats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ends a run at once when someone presses Ctrl-C or the system asks: nothing half-written stays behind.
enum Interruption {
  private static let watched = [SIGINT, SIGTERM, SIGHUP]

  /// Call once, before any other thread begins: threads inherit that these signals are held back from them.
  static func watch() {
    signal(SIGPIPE, SIG_IGN)
    // A file that may grow no larger is an output that cannot be written, as a full disk is.
    signal(SIGXFSZ, SIG_IGN)
    var held = sigset_t()
    sigemptyset(&held)
    for number in watched where !isIgnored(number) { sigaddset(&held, number) }
    pthread_sigmask(SIG_BLOCK, &held, nil)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        var held = sigset_t()
        sigemptyset(&held)
        for number in Interruption.watched { sigaddset(&held, number) }
        var number: Int32 = 0
        guard sigwait(&held, &number) == 0 else { return nil }
        ChildProcess.endAll {
          AtomicFile.removePending()
          // 128 and the number of the signal, as `ExitStatus` lists them: 130 for Ctrl-C.
          _exit(128 + number)
        }
      }, nil)
  }

  /// Whether the parent asked that the signal be ignored, as `nohup` does.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return action.__sigaction_handler.sa_handler.map { unsafeBitCast($0, to: Int.self) }
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
