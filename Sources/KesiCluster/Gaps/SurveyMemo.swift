import KesiMeasures

/// What a survey computes once, when someone first asks. Not for several threads at once.
final class SurveyMemo {
  private var null: TieNull?
  /// Whether networks were drawn already.
  private(set) var hasNull = false
  private var chainIndices: [ChainIndex]?
  private var context: MeasureContext?
  private var whole: GapSurvey?

  func whole(of survey: GapSurvey) throws -> GapSurvey {
    if let whole { return whole }
    let made = try survey.ofAllActors()
    whole = made
    return made
  }

  func measures(of survey: GapSurvey) -> MeasureContext {
    if let context { return context }
    var options = MeasureOptions()
    options.kinds = survey.graph.labels(by: \.kind)
    let made = MeasureContext(
      survey.graph.matrix, options, incidence: survey.graph.incidence, on: survey.parallel)
    context = made
    return made
  }

  func tieNull(of survey: GapSurvey) throws -> TieNull? {
    if !hasNull {
      null = try TieNull(of: survey)
      hasNull = true
    }
    return null
  }

  func indices(of survey: GapSurvey) -> [ChainIndex] {
    if let chainIndices { return chainIndices }
    let found = survey.chains.map { ChainIndex(of: $0, weights: survey.network.profile.indexWeights) }
    chainIndices = found
    return found
  }
}
