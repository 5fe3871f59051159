import KesiNetwork

/// Who gains by a symbiosis.
///
/// - Source: Yuan Chunqing 袁纯清, *Symbiosis Theory* (共生理论), 1998; the bounds are Kesi's own.
public enum BehaviorMode: String, Term {
  /// Neither side gains: no symbiosis.
  case noGain = "no_gain"
  /// One gains what the other loses.
  case parasitic
  /// One gains, the other hardly gains or loses anything: commensal.
  case biased
  /// Both gain, one more than the other.
  case asymmetric = "asymmetric_mutual"
  /// Both gain alike.
  case symmetric = "symmetric_mutual"

  public var chinese: [String] {
    switch self {
    case .noGain: ["双方无益"]
    case .parasitic: ["寄生"]
    case .biased: ["偏利共生"]
    case .asymmetric: ["非对称互惠"]
    case .symmetric: ["对称互惠"]
    }
  }
  public var label: Phrase { Phrase(rawValue.replacing(["_": " "]), zh: chinese[0]) }

  /// By what each side gains, in one unit; below 0 is a loss.
  ///
  /// | mode | what the side that gains less has of |less| + |more| |
  /// |---|---|
  /// | symmetric mutual | `symmetric_share` or more |
  /// | asymmetric mutual | more than `biased_share` |
  /// | biased | between − `biased_share` and `biased_share` |
  /// | parasitic | less: it loses |
  /// | no gain | the other side does not gain either |
  init(gains one: Double, _ other: Double, by thresholds: Thresholds) {
    let (less, more) = (min(one, other), max(one, other))
    guard more > 0 else {
      self = .noGain
      return
    }
    // Of numbers near the largest that there are the sum would be none.
    let share = less / more / (1 + abs(less / more))
    self =
      share >= thresholds.symmetricShare
      ? .symmetric
      : share > thresholds.biasedShare ? .asymmetric : share >= -thresholds.biasedShare ? .biased : .parasitic
  }
}
