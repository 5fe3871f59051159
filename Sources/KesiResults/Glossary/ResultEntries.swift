import KesiNetwork

extension Glossary {
  /// The tables that commands print, whose columns are explained where they stand. Measures, the parts of the chain index
  /// and the numbers of networks have entries of their own.
  static let resultEntries: [GlossaryEntry] = meanings(in: printedTables)

  /// Every table that is printed, but for columns that are measures.
  static let printedTables: [PrintedTable] = [
    PrintedTable("check", ResultTable.checkColumns),
    PrintedTable("summary", ResultTable.summaryColumns),
    PrintedTable("metrics", ResultTable.actorColumns),
    PrintedTable(
      "metrics --missing", ResultTable.rankColumns("measure", Phrase("measure", zh: "指标")) { _ in nil }),
    PrintedTable("metrics --ties", ResultTable.tieColumns),
    PrintedTable("gaps", ResultTable.gapColumns),
    PrintedTable("gaps --missing", ResultTable.triedColumns),
    PrintedTable("ask", ResultTable.questionColumns),
    PrintedTable("plan", ResultTable.planColumns), PrintedTable("plan --since", ResultTable.sinceColumns),
    PrintedTable("risk", ResultTable.riskColumns),
    PrintedTable("trend", ResultTable.trendColumns),
    PrintedTable("trend --show chains", ResultTable.chainTrendColumns),
    PrintedTable("compare", ResultTable.agreementColumns),
    PrintedTable("compare", ResultTable.changeColumns),
    PrintedTable("what-if", ResultTable.changeColumns),
    PrintedTable("suggest", ResultTable.suggestionColumns),
    PrintedTable("match", ResultTable.matchColumns),
    PrintedTable("chains", ResultTable.chainColumns),
    PrintedTable("chains --missing", ResultTable.triedChainColumns),
    PrintedTable("chains --explain", ResultTable.explanationColumns),
    PrintedTable("mixing", ResultTable.mixingColumns),
    PrintedTable("mixing", [ResultTable.squareGroup]),
    PrintedTable("mixing", ResultTable.externalInternalColumns),
    PrintedTable("mixing", ResultTable.brokerColumns),
    PrintedTable("mixing --show helix", ResultTable.helixColumns),
    PrintedTable("resilience", ResultTable.dependenceColumns),
    PrintedTable("resilience --removal", ResultTable.resilienceColumns),
    PrintedTable("resilience --curve", ResultTable.curveColumns),
    PrintedTable("contribution", ResultTable.contributionColumns),
    PrintedTable("share", ResultTable.shareColumns),
    PrintedTable("share --show objections", ResultTable.objectionColumns),
    PrintedTable("share --statement", ResultTable.statementColumns),
    PrintedTable("symbiosis", ResultTable.symbiosisColumns),
    PrintedTable("symbiosis --show ties", ResultTable.symbioticPairColumns),
    PrintedTable("symbiosis --show evolution", ResultTable.evolutionColumns),
    PrintedTable("symbiosis --show equilibria", ResultTable.equilibriumColumns),
    PrintedTable("symbiosis --show years", ResultTable.yearColumns),
    PrintedTable("appraise", ResultTable.appraisalColumns),
    PrintedTable("explain", ResultTable.glossaryColumns),
    PrintedTable("--each", [ResultTable.networkColumn]),
  ]
}
