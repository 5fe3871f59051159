import ArgumentParser
import KesiCluster
import KesiConsortium
import KesiFormats
import KesiNetwork
import KesiResults

struct AppraiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "appraise",
    abstract:
      "Appraises a consortium as a whole: who belongs where, carries what, gets what, what is unstable, what to do.",
    discussion: """
      What match, contribution, share and symbiosis find of the members of one consortium, with the gaps that they are in
      and the steps of the plan that concern them: a row a fact, in words. What the tables do not allow is listed with what
      to fill in. Values of combinations that coalitions.csv leaves out are filled in as by share --complete superadditive,
      and the table says so. A network without consortia stands for one itself.

      As a workbook each part has a sheet with all its columns.

      Examples:
        kesi appraise graphs/consortium --lang zh
        kesi appraise graphs/consortium --consortium CAC --lang zh -o 综合评价.xlsx
        kesi appraise graphs/park --format markdown
      """)

  @OptionGroup var input: NetworkInput

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Which consortium. Default: the one with most members.", valueName: "id"))
  var consortium: String?

  @OptionGroup var scheme: SchemeOption

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var today: TodayOption
  @OptionGroup var output: TableOutput

  func validate() throws {
    try selection.refuseWeightsAndDirection()
    try GivenOptions.refuse(
      "--chain", "--zone", "--kind", because: "is of no use here: a consortium is appraised as a whole")
  }

  func run() throws {
    let language = output.lang
    try output.check(input, others: [scheme.scheme])
    let scheme = try scheme.read()
    let network = try input.readAsIs(in: language, threads: selection.threads).network
      .inCanonicalOrder(carrying: [.actors, .members])
    let analysis = try selection.analysis(of: network, asOf: today.asOf)
    input.say(analysis.notAssessedNote, analysis.slowKindsNote(), in: language)
    let chosen =
      network.consortia.isEmpty && consortium == nil ? nil : try network.consortium(called: consortium)
    let appraisal = try Appraisal(
      of: chosen, by: scheme, gaps: analysis.gaps(analysis.isLargeCluster ? .quick : .all),
      plan: analysis.plan(within: PlanLimits()), in: analysis)
    if today.asOf == nil, appraisal.symbiosis.finding?.pairs.isEmpty == false {
      input.say(analysis.todayNote, in: language)
    }
    try output.write(.appraisal(appraisal, analysis, in: language)) { table, provenance in
      var workbook = ResultWorkbook(
        network.profile.title ?? table.name, isIllustrative: network.isIllustrative,
        facts: [], [ResultWorkbook.Part(table)] + appraisal.parts(in: analysis, language), in: language)
      workbook.provenance = provenance
      return try workbook.written()
    }
  }
}
