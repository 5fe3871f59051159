import KesiMeasures

/// What a survey computes once, when someone first asks. Not for several threads at once.
final class SurveyMemo {
  private var null: TieNull?
  private var hasNull = false
  private var chainIndices: [ChainIndex]?
  private var flow: [Double]?

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

  func betweenness(of survey: GapSurvey) throws -> [Double] {
    if let flow { return flow }
    let found = try KesiMeasures.betweenness(of: survey.graph.matrix.unweighted(), on: survey.parallel)
    flow = found
    return found
  }
}
