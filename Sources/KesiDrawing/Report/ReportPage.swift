import KesiCluster
import KesiMatrix
import KesiMeasures

/// What the template of the page is filled with.
struct ReportPage {
  struct Title {
    let en: String
    let zh: String
    /// In the language in which the page opens.
    let one: String
  }

  struct Section {
    let id: String
    let name: Phrase
  }

  struct DrawnMap {
    let language: String
    let locale: String
    let svg: String
  }

  struct Part {
    let name: Phrase
    let value: String
    let share: String
    let because: Phrase
  }

  struct ChainCard {
    let number: Int
    let name: Phrase
    let index: String
    let percent: Int
    let verdict: String
    let verdictName: Phrase?
    let ranks: Phrase?
    let parts: [Part]
    let facts: Phrase
  }

  struct GapRow {
    let number: Int
    let level: String
    let levelName: Phrase
    let severity: Double
    let shown: String
    let kind: Phrase
    let chain: Phrase?
    let meaning: Phrase
    let evidence: String
    let remedy: Phrase?
    let hasPlace: Bool
  }

  struct RemedyItem {
    let step: Phrase
    let gain: String
    let before: String
    let after: String
    let reason: Phrase
  }

  struct MixingCell {
    let ties: Int
    let expected: String
    let shade: String
    let verdict: String
  }

  struct MixingRow {
    let name: Phrase
    let cells: [MixingCell]
  }

  struct MixingTable {
    let name: Phrase
    let label: String
    let groups: [Phrase]
    let rows: [MixingRow]
  }

  struct Word {
    let name: Phrase
    let text: Phrase
  }

  let language: String
  let locale: String
  let version: String
  let title: Title
  let counts: Phrase
  let illustrative: Bool
  let sections: [Section]
  let sentences: [Phrase]
  let maps: [DrawnMap]
  let isLarge: Bool
  let mapNote: Phrase
  let hasChains: Bool
  let chains: [ChainCard]
  let gapCounts: Phrase
  let gaps: [GapRow]
  let gapsLeft: Phrase?
  let hasRemedies: Bool
  let remedies: [RemedyItem]
  let mixings: [MixingTable]
  let methods: [Phrase]
  let source: Phrase?
  let license: String?
  let glossary: [Word]
  let style: String
  let script: String
  let data: String
  let d3: String
  let d3Version: String
  let d3License: String

  init(of report: Report, data: ReportData, library: D3) throws {
    let network = report.network
    language = report.language.rawValue
    locale = report.language == .zh ? "zh-CN" : "en"
    version = report.version
    title = Title(en: report.title.en, zh: report.title.zh, one: report.title(report.language))
    counts = report.counts
    illustrative = network.isIllustrative
    sentences = report.sentences
    isLarge = report.isLarge
    maps =
      isLarge
      ? []
      : try Language.allCases.map {
        DrawnMap(language: $0.rawValue, locale: $0 == .zh ? "zh-CN" : "en", svg: try report.map(in: $0))
      }
    mapNote = report.mapNote(shown: data.ties.count, of: data.allTies)
    chains = report.chainCards
    hasChains = !chains.isEmpty
    gapCounts = report.gapCounts
    gaps = report.gapRows
    gapsLeft =
      report.gaps.count > ReportData.mostGaps
      ? Phrase(
        "The \(ReportData.mostGaps) worst of \(report.gaps.count) gaps are listed; `kesi gaps` lists all.",
        zh: "此处列出 \(report.gaps.count) 处断点中最严重的 \(ReportData.mostGaps) 处；全部断点见 kesi gaps。") : nil
    remedies = report.remedyItems
    hasRemedies = !remedies.isEmpty
    mixings = try report.mixingTables()
    methods = report.methods
    source = network.profile.source(in: .en).map { Phrase($0, zh: network.profile.source(in: .zh) ?? $0) }
    license = network.profile.license
    let words = Set(report.gaps.map(\.kind.rawValue) + ReportData.measureNames + IndexPart.allCases.map(\.rawValue))
    glossary = Glossary.entries.filter { words.contains($0.id) || $0.id == "chain_index" }.map { entry in
      Word(
        name: entry.name,
        text: Phrase("\(entry.definition.en) \(entry.advice.en)", zh: entry.definition.zh + entry.advice.zh))
    }
    var sections = [
      Section(id: "summary", name: Phrase("In short", zh: "概要")), Section(id: "map", name: Phrase("Map", zh: "网络图")),
    ]
    if hasChains { sections.append(Section(id: "chains", name: Phrase("Chains", zh: "产业链"))) }
    sections.append(Section(id: "gaps", name: Phrase("Gaps", zh: "断点")))
    if hasRemedies { sections.append(Section(id: "remedies", name: Phrase("Remedies", zh: "措施"))) }
    sections += [
      Section(id: "measures", name: Phrase("Measures", zh: "指标")),
      Section(id: "figures", name: Phrase("Who with whom", zh: "合作结构")),
      Section(id: "methods", name: Phrase("Methods", zh: "方法")),
    ]
    self.sections = sections
    style = Report.text(PackageResources.report_css)
    script = Report.text(PackageResources.map_js) + Report.text(PackageResources.report_js)
    self.data = try data.text()
    d3 = library.script
    d3Version = library.version
    d3License = library.license
  }
}
