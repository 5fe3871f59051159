import KesiMeasures

/// What a analysis computes once, when someone first asks. Not for several threads at once.
final class AnalysisMemo {
  private var null: TieNull?
  /// Whether networks were drawn already.
  private(set) var hasNull = false
  private var chainIndices: [ChainIndex]?
  private var context: MeasureContext?
  private var whole: Analysis?

  func whole(of analysis: Analysis) throws -> Analysis {
    if let whole { return whole }
    let made = try analysis.ofAllActors()
    whole = made
    return made
  }

  func measures(of analysis: Analysis) -> MeasureContext {
    if let context { return context }
    var options = MeasureOptions()
    options.kinds = analysis.graph.labels(by: \.kind)
    let made = MeasureContext(
      analysis.graph.matrix, options, incidence: analysis.graph.incidence, on: analysis.parallel)
    context = made
    return made
  }

  func tieNull(of analysis: Analysis) throws -> TieNull? {
    if !hasNull {
      null = try TieNull(of: analysis)
      hasNull = true
    }
    return null
  }

  func indices(of analysis: Analysis) -> [ChainIndex] {
    if let chainIndices { return chainIndices }
    let found = analysis.chains.map { ChainIndex(of: $0, weights: analysis.network.profile.indexWeights) }
    chainIndices = found
    return found
  }
}
