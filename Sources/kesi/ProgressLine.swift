import KesiCluster
import Synchronization

/// One line on the terminal that tells how far long work has come. Nothing in pipes, nothing in the first second.
enum ProgressLine {
  private struct State {
    var isOn = false
    var start: ContinuousClock.Instant?
    var shown: ContinuousClock.Instant?
  }

  private static let state = Mutex(State())

  static func turnOn() { state.withLock { $0.isOn = true } }

  /// Called by kernels, from any thread. A pass that starts anew begins a new count.
  @Sendable static func update(done: Int, total: Int) {
    state.withLock { state in
      guard state.isOn, total > 0 else { return }
      let now = ContinuousClock.now
      let start = state.start ?? now
      state.start = start
      guard now - start > .seconds(1), now - (state.shown ?? start) > .milliseconds(100) else { return }
      state.shown = now
      Console.writeError("\r\u{1B}[K\(done * 100 / total) %")
    }
  }

  /// Takes the line away before anything else is written.
  static func clear() {
    state.withLock { state in
      if state.shown != nil { Console.writeError("\r\u{1B}[K") }
      state.shown = nil
    }
  }
}
