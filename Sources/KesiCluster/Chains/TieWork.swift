import KesiNetwork

extension Tie {
  /// How well the tie works, 0…1: outcome × progress × activity × fairness; an interval where that is not stated.
  ///
  /// - Outcome: 0 where it is unsatisfactory, else 1.
  /// - Progress: 0 where it has not come to industrialization though so many years have passed since its start, else 1. One
  ///   without a start is not known to be old.
  /// - Activity: 1 as long as it runs, and after an end in satisfaction; else halved every two years after its end.
  /// - Fairness: 1 − |bₛ − bₜ| / 2 (bₛ + bₜ) for the benefits of both sides; 1 where they are not stated. Where one side gains
  ///   b and the other loses c: ½ (1 − c/b), and 0 from c = b on; 0 where one loses and none gains.
  ///
  /// - Parameters:
  ///   - years: until industrialization.
  ///   - now: what counts as today; nil where nothing is dated.
  package func work(within years: Double, at now: PartialDate?) -> Interval {
    guard statesCourse else { return .unknown }
    if outcome == .unsatisfactory || isStuck(within: years, at: now) { return Interval(0) }
    return (benefits.map(Self.fairness) ?? 1) * activity(at: now)
  }

  /// Whether anything is stated of how the tie goes.
  var statesCourse: Bool { stage != nil || outcome != nil || period.to != nil || benefits != nil }

  private var benefits: (Double, Double)? {
    if let one = benefitToSource, let other = benefitToTarget { (one, other) } else { nil }
  }

  /// Whether the tie is not yet at industrialization so many years after its start, whatever became of it; one that was
  /// satisfactory did what it was for.
  func isStuck(within years: Double, at now: PartialDate?) -> Bool {
    guard outcome != .satisfactory, stage?.isEarly == true, let now, let start = period.from else { return false }
    return now.years(since: start) >= years
  }

  private static func fairness(_ one: Double, _ other: Double) -> Double {
    let (less, more) = (min(one, other), max(one, other))
    if less < 0 { return more > 0 ? max(0, (1 + less / more) / 2) : 0 }
    return more > 0 ? 1 - (more - less) / (2 * (more + less)) : 1
  }

  private func activity(at now: PartialDate?) -> Interval {
    guard let end = period.to, outcome != .satisfactory else { return Interval(1) }
    // When it ended is known, but not how long ago that is.
    guard let now else { return .unknown }
    let passed = now.years(since: end)
    return Interval(passed > 0 ? half(passed / 2) : 1)
  }
}

/// ½ to a power from 0 on, by products and square roots alone: the same bits on every machine.
private func half(_ power: Double) -> Double {
  guard power < 1024 else { return 0 }
  var (result, rest, root) = (1.0, power - power.rounded(.down), 0.5)
  for _ in 0..<Int(power) { result *= 0.5 }
  for _ in 0..<50 where rest > 0 {
    root = root.squareRoot()
    rest *= 2
    if rest >= 1 { (result, rest) = (result * root, rest - 1) }
  }
  return result
}
