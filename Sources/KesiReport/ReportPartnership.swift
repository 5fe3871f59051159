import KesiCluster
import KesiConsortium
import KesiDrawing
import KesiFormats
import KesiNetwork

/// What holds a consortium together, as the page tells it: matches, contributions, shares, symbiosis.
extension Report {
  /// The appraisal of the consortium with most members, or of the network where it has none; nil where no table is about what
  /// members offer, put in or get, and for large networks.
  static func partnership(
    of analysis: Analysis, gaps: [Gap], plan: [PlanStep]
  ) throws -> Appraisal.Part<Appraisal>? {
    let network = analysis.graph.network
    let isStated =
      !network.coalitions.isEmpty || !network.supplies.isEmpty || !network.demands.isEmpty || !network.history.isEmpty
      || network.members.contains { $0.contribution != nil || $0.share != nil }
    guard isStated, !analysis.assessesNothing else { return nil }
    let scheme = try SchemeReader.readStandard(measures: ActorMeasure.all.map(\.id))
    do {
      let consortium = network.consortia.isEmpty ? nil : try network.consortium(called: nil)
      return .found(try Appraisal(of: consortium, by: scheme, gaps: gaps, plan: plan, in: analysis))
    } catch let error as BadData {
      // All else of the page can be told all the same.
      guard let problem = error.problems.first else { throw error }
      return .lacking(Phrase(problem.line(in: .en), zh: problem.line(in: .zh)))
    }
  }

  /// So many rows of a part are seen before it is unfolded.
  private static let mostSeen = 5

  /// Gaps and steps have chapters of their own.
  func partnershipParts() throws -> [ReportPage.PartnershipPart] {
    switch partnership {
    case nil: return []
    case .lacking(let words)?:
      return [ReportPage.PartnershipPart(nil, [HTML(words)])]
    case .found(let appraisal, _)?:
      let facts = appraisal.facts(in: analysis).filter { $0.section != .plan && $0.what != .gap }
      return try [.belongs, .carries, .gets, .unstable].map { section in
        try part(section, facts.filter { $0.section == section }, of: appraisal)
      }
    }
  }

  private func part(
    _ section: AppraisalFact.Section, _ facts: [AppraisalFact], of appraisal: Appraisal
  ) throws -> ReportPage.PartnershipPart {
    // Of what is told of all there are sentences; of whom, rows.
    func isOfAll(_ fact: AppraisalFact) -> Bool {
      fact.actors.isEmpty || section == .unstable && fact.what == .objection
    }
    let sentences = facts.filter(isOfAll)
    var rows = facts.filter { !isOfAll($0) }
    var fold = Phrase("One by one", zh: "逐一查看")
    var (splits, figures): ([ReportPage.SplitRow], [ReportPage.DrawnFigure]) = ([], [])
    switch section {
    case .belongs:
      if let matching = appraisal.matching.finding, matching.market.origin == .tables {
        figures = [try figure(.matches, Phrase("Who supplies whom, and what is left", zh: "谁向谁供给，以及余缺"))]
      }
    case .gets:
      splits = appraisal.sharing.finding.map(self.splits) ?? []
      rows = rows.filter { $0.what == .objection }
      fold = Phrase("Who would gain by leaving", zh: "谁退出可以多得")
    case .unstable:
      if appraisal.evolution.finding != nil {
        figures = [
          try figure(.course, Phrase("Two populations over the years", zh: "两个种群的逐年变化")),
          try figure(.phase, Phrase("Where they settle", zh: "趋于何处（相图）")),
        ]
      }
    case .carries, .plan: break
    }
    let seen = section == .carries ? rows.prefix(Self.mostSeen) : []
    return ReportPage.PartnershipPart(
      HTML(section.label.heading), sentences.map { HTML($0.words) }, splits: splits, rows: seen.map(row), fold: fold,
      folded: rows.dropFirst(seen.count).map(row), figures: figures)
  }

  private func row(_ fact: AppraisalFact) -> ReportPage.PartnershipRow {
    func names(_ language: Language) -> String {
      fact.actors.map { network.actors[$0].shortName(in: language) }.joined(separator: language == .zh ? "、" : ", ")
    }
    let value = fact.value.map { value in
      switch fact.what {
      case .contribution: Figure.points(value).text
      default: Figure.amount(value).text
      }
    }
    return ReportPage.PartnershipRow(
      who: HTML(Phrase(names(.en), zh: names(.zh))), what: HTML(fact.what.label), value: HTML(value ?? ""),
      words: HTML(fact.words))
  }

  private func splits(of sharing: Sharing) -> [ReportPage.SplitRow] {
    sharing.players.actors.enumerated().map { player, actor in
      func cell(_ split: [Double]?) -> HTML {
        HTML(split.map { sharing.shown($0[player]) } ?? Figure.none)
      }
      let (name, putsIn) = (network.actors[actor], sharing.players.contributions[player])
      return ReportPage.SplitRow(
        who: HTML(Phrase(name.shortName(in: .en), zh: name.shortName(in: .zh))),
        putsIn: HTML(putsIn.map { Figure.amount($0).text } ?? Figure.none), adds: cell(sharing.shapley.map(\.value)),
        today: cell(sharing.today), keeps: cell(sharing.nearest))
    }
  }

  private func figure(_ view: View, _ caption: Phrase) throws -> ReportPage.DrawnFigure {
    ReportPage.DrawnFigure(
      caption: HTML(caption),
      drawings: try Language.allCases.map { language in
        var style = style(language, ids: "\(view.name)-")
        style.isPlain = true
        let svg = try Self.svg(view.picture(of: analysis, ViewWishes(style: style)))
        return ReportPage.DrawnMap(
          mapLanguage: HTML(language.rawValue), mapLocale: HTML(ReportPage.locale(language)), svg: HTML(own: svg))
      })
  }
}
