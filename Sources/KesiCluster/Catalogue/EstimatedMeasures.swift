import KesiNetwork

/// Measures that engines estimate which cannot compute them exactly. The engine local has no use for them.
extension ActorMeasure {
  package static let estimated: [ActorMeasure] = [harmonicEstimate, harmonicEstimateError]

  package static let harmonicEstimate = ActorMeasure(
    Explanation(
      "harmonic_estimate", Phrase("harmonic centrality, estimated", zh: "调和中心度（估计）"),
      Phrase(
        "Harmonic centrality (see harmonic) as --engine spark estimates it: how many actors are at each distance is counted by sketches, not one by one (HyperBall).",
        zh: "由 --engine spark 估计的调和中心度（见“调和中心度”）：各距离上的主体数用概率草图计数，不逐一清点（HyperBall 算法）。"),
      Phrase(
        "Two actors that differ by less than twice harmonic_estimate_error cannot be ranked.",
        zh: "两个主体之差小于“调和中心度标准误”的两倍时，不能分出高下。"),
      usage: Phrase("The engine local computes harmonic exactly.", zh: "local 引擎可精确计算“调和中心度”。"),
      source: "Boldi & Vigna 2013"),
    summary: Phrase("estimate of harmonic, by --engine spark", zh: "调和中心度（估计，--engine spark）"),
    traits: [.drawn, .takesNoWeights, .takesNoDirection], compute: isElsewhere("harmonic_estimate"))

  package static let harmonicEstimateError = ActorMeasure(
    Explanation(
      "harmonic_estimate_error", Phrase("standard error of harmonic_estimate", zh: "调和中心度标准误"),
      Phrase("How far a harmonic_estimate may be off (standard error).", zh: "调和中心度估计值的标准误。"),
      Phrase(
        "Two of three estimates are closer than this, nineteen of twenty closer than twice this.",
        zh: "约三分之二的估计值误差小于它，约 95% 小于它的两倍。"),
      source: "Boldi & Vigna 2013"),
    summary: Phrase("standard error of harmonic_estimate", zh: "调和中心度标准误"),
    traits: [.takesNoWeights, .takesNoDirection], compute: isElsewhere("harmonic_estimate_error"))

  private static func isElsewhere(_ id: String) -> @Sendable (MatrixNumbers) throws -> MeasureValues {
    { _ in throw EngineRefusal(engine: "local", number: id) }
  }
}
