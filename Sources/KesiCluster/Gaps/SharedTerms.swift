import KesiMeasures
import KesiNetwork

// What gaps of several kinds state. A term of one kind only stands beside its finder.

extension EvidenceTerm {
  public static let kind = EvidenceTerm("kind", Phrase("kind", zh: "主体类型"))
  public static let actors = EvidenceTerm("actors", Phrase("actors in all", zh: "主体总数"))
  public static let ties = EvidenceTerm("ties", Phrase("ties", zh: "联系数"))
  public static let share = EvidenceTerm("share", Phrase("share", zh: "占比"), in: .share)
}

// Against chance
extension EvidenceTerm {
  public static let observed = EvidenceTerm("observed", Phrase("ties observed", zh: "实际联系数"))
  public static let expected = EvidenceTerm("expected", Phrase("ties expected by chance", zh: "随机期望联系数"), in: .expected)
  public static let z = EvidenceTerm("z", Phrase("z score", zh: "z 值"), in: .index)
  public static let p = EvidenceTerm("p", Phrase("p value", zh: "p 值"), in: .index)
  public static let draws = EvidenceTerm("draws", Phrase("random networks drawn", zh: "随机网络抽样数"))

  /// What every gap of the kind “fewer than expected” states.
  static let againstChance: [EvidenceTerm] = [.observed, .expected, .z, .p, .draws]
}

extension GroupTieNull.Count {
  /// The same with its values.
  func evidence(p: Double, draws: Int) -> [(term: EvidenceTerm, value: Evidence)] {
    [
      (.observed, .count(observed)), (.expected, .number(expected)), (.z, .number(z ?? 0)), (.p, .number(p)),
      (.draws, .count(draws)),
    ]
  }
}
