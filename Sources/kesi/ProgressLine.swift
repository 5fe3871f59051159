import KesiNetwork
import Synchronization

/// One line on the terminal that tells how far long work has come, how fast it goes and how long it will still take.
/// Nothing in pipes, nothing in the first second.
enum ProgressLine {
  private struct State {
    var language: Language?
    /// When the run and the present pass began, and when the line was last written.
    var start: ContinuousClock.Instant?
    var passStart: ContinuousClock.Instant?
    var shown: ContinuousClock.Instant?
    var total = 0
    var done = 0
  }

  private static let state = Mutex(State())

  static func turnOn(in language: Language) { state.withLock { $0.language = language } }

  /// Called from any thread. A pass with another total, or one that begins again, starts a new count.
  @Sendable static func update(done: Int, total: Int) {
    state.withLock { state in
      guard let language = state.language, total > 0 else { return }
      let now = ContinuousClock.now
      let start = state.start ?? now
      state.start = start
      // Workers report out of order by a little.
      if state.total != total || done < state.done / 2 {
        state.passStart = now
        state.total = total
      }
      state.done = done
      guard now - start > .seconds(1), now - (state.shown ?? start) > .milliseconds(100) else { return }
      state.shown = now
      let passed = now - (state.passStart ?? now)
      let line = Self.line(done: done, total: total, passed: passed / .seconds(1), all: (now - start) / .seconds(1))
      Console.writeError("\r\u{1B}[K\(line(language))")
    }
  }

  /// Shows a line of somebody else's.
  static func tell(_ line: Phrase) {
    state.withLock { state in
      guard let language = state.language else { return }
      let now = ContinuousClock.now
      guard now - (state.shown ?? now - .seconds(1)) > .milliseconds(100) else { return }
      state.shown = now
      Console.writeError("\r\u{1B}[K\(line(language))")
    }
  }

  /// The line itself: how far, how fast and how long where a pass has gone on for a while, else the time that has passed.
  static func line(done: Int, total: Int, passed: Double, all: Double) -> Phrase {
    guard passed > 0.5, done > 0 else { return Phrase("working, \(time(all))", zh: "正在计算，已用 \(time(all))") }
    let rate = Double(done) / passed
    let left = time(Double(total - done) / rate)
    let percent = done * 100 / total
    return Phrase(
      "\(percent)% · \(done.grouped) of \(total.grouped) · \(Int(rate).grouped) a second · \(left) left",
      zh: "\(percent)% · \(done.grouped)／\(total.grouped) · 每秒 \(Int(rate).grouped) · 约剩 \(left)")
  }

  /// Minutes and seconds, as clocks show them.
  private static func time(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    let padded = String("0\(whole % 60)".suffix(2))
    return hours > 0 ? "\(hours):\(String("0\(minutes)".suffix(2))):\(padded)" : "\(minutes):\(padded)"
  }

  /// Takes the line away before anything else is written.
  static func clear() {
    state.withLock { state in
      if state.shown != nil { Console.writeError("\r\u{1B}[K") }
      state.shown = nil
    }
  }
}

extension Int {
  /// With a thin space between thousands.
  fileprivate var grouped: String {
    let digits = String(self)
    return String(
      digits.enumerated().flatMap { place, digit in
        place > 0 && (digits.count - place) % 3 == 0 ? ["\u{2009}", digit] : [digit]
      })
  }
}
