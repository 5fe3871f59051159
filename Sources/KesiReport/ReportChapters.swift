import KesiNetwork
import KesiResults

/// What the page and the document both are filled with. No text is here as it was written.
struct ReportChapters {
  let locale: HTML
  let version: HTML
  /// In the language of the report.
  let oneTitle: HTML
  let counts: HTML
  let illustrative: Bool
  let hasProgress: Bool
  let progressSentence: HTML?
  let progress: [ReportPage.ProgressItem]
  let hasPlan: Bool
  let plan: [ReportPage.PlanItem]
  let planTrials: HTML?
  let hasLeftOut: Bool
  let leftOut: [HTML]
  let hasChains: Bool
  let chainsName: HTML
  let chains: [ReportPage.ChainCard]
  let gapCounts: HTML
  let unsought: HTML?
  let gapClasses: [ReportPage.GapClassPart]
  let hasRisks: Bool
  let risks: [ReportPage.RiskItem]
  let hasTrend: Bool
  let trend: [ReportPage.TrendItem]
  let trendNote: HTML?
  let hasPartnership: Bool
  let partnershipOf: HTML?
  let partnership: [ReportPage.PartnershipPart]
  let methods: [HTML]
  let source: HTML?
  let license: HTML?
  let hasProvenance: Bool
  let provenanceName: HTML
  let provenance: [ReportPage.Fact]

  init(of report: Report) throws {
    let network = report.network
    locale = HTML(ReportPage.locale(report.language))
    version = HTML(report.version)
    oneTitle = HTML(report.title(report.language))
    counts = HTML(report.counts)
    illustrative = network.isIllustrative
    progress = report.progressItems
    hasProgress = !progress.isEmpty
    progressSentence = report.soFar.map {
      HTML(Phrase(sentences: [$0.reviewed.sentence, report.writtenElsewhere]))
    }
    plan = report.planItems
    hasPlan = !plan.isEmpty
    planTrials = report.trials.map { HTML(report.trialsNote($0)) }
    leftOut = report.leftOut.map { HTML(report.planning.sentence(of: $0)) }
    hasLeftOut = !leftOut.isEmpty
    chains = report.chainCards
    hasChains = !chains.isEmpty
    chainsName = HTML(report.chainsName)
    gapCounts = HTML(report.gapCounts)
    unsought = try report.unsought.map { HTML($0) }
    gapClasses = report.gapClasses
    risks = report.riskItems
    hasRisks = !risks.isEmpty
    trend = report.trendItems
    hasTrend = !trend.isEmpty
    trendNote = report.analysis.trendNote.map { HTML($0) }
    partnership = try report.partnershipParts()
    hasPartnership = !partnership.isEmpty
    partnershipOf = report.partnershipOf.map { HTML($0) }
    methods = try report.methods().map { HTML($0) }
    source = report.source.map { HTML($0) }
    license = network.profile.license.map { HTML($0) }
    provenance = report.provenanceFacts
    hasProvenance = !provenance.isEmpty
    provenanceName = HTML(Provenance.title)
  }
}
