import KesiCluster
import KesiMatrix
import KesiMeasures
import KesiNetwork
import KesiResults

/// What the template of the page is filled with: markup, and flags and lists of it. No text is here as it was written, so
/// none can get into the page unescaped; a test looks.
struct ReportPage {
  struct Section {
    let id: HTML
    let name: HTML
  }

  struct DrawnMap {
    let mapLanguage: HTML
    let mapLocale: HTML
    let svg: HTML
  }

  struct Part {
    let part: HTML
    let value: HTML
    let share: HTML
    let because: HTML
  }

  struct ChainCard {
    let number: HTML
    let chain: HTML
    let index: HTML
    let percent: HTML
    let verdict: HTML
    let verdictName: HTML?
    let reason: HTML?
    let ranks: HTML?
    let hasParts: Bool
    let parts: [Part]
    let facts: HTML
  }

  struct GapClassPart {
    let id: HTML
    let className: HTML
    let classCount: HTML
    let classMeaning: HTML
    let kinds: [GapKindPart]
  }

  struct GapKindPart {
    let kindName: HTML
    let kindCount: HTML
    let kindCode: HTML
    let entries: [GapEntry]
  }

  /// One gap, or alike ones with a count.
  struct GapEntry {
    let level: HTML
    let levelName: HTML
    let severity: HTML
    let chainName: HTML?
    let together: HTML?
    let names: HTML?
    let hub: HTML?
    let isGroup: Bool
    let items: [GapItem]
    let unlisted: HTML?
    let unlistedCount: HTML
  }

  struct GapItem {
    let number: HTML
    let severity: HTML
    let meaning: HTML
    let evidence: HTML
    let remedy: HTML?
    let group: HTML?
    let hasPlace: Bool
  }

  struct PlanItem {
    let number: HTML
    let planClass: HTML
    let className: HTML
    let chainName: HTML?
    let task: HTML
    let gain: HTML
    let before: HTML
    let after: HTML
    let problem: HTML
    let lead: HTML
    let with: HTML?
    let first: HTML
    let done: HTML
    let certainty: HTML?
    let certaintyName: HTML?
    let plausibility: HTML?
    let basis: HTML?
    let opens: HTML?
  }

  struct ProgressItem {
    let number: HTML
    let stateName: HTML
    let className: HTML?
    let chainName: HTML?
    let task: HTML
    let lead: HTML
    let deadline: HTML?
    let promised: HTML?
    let achieved: HTML?
    let remaining: HTML?
    let reason: HTML?
  }

  struct RiskItem {
    let who: HTML
    let chance: HTML
    let loss: HTML
    let expected: HTML
    let chainName: HTML?
  }

  struct TrendItem {
    let year: HTML
    let index: HTML
    let percent: HTML
    let ties: HTML
    let actors: HTML
  }

  struct MixingCell {
    let ties: HTML
    let expected: HTML
    /// From 0 to 10.
    let shade: HTML
    let verdict: HTML
  }

  struct MixingRow {
    let group: HTML
    let cells: [MixingCell]
  }

  struct MixingTable {
    let grouping: HTML
    let label: HTML
    let groups: [HTML]
    let rows: [MixingRow]
    let mixingNote: HTML
  }

  struct Fact {
    let label: HTML
    let text: HTML
  }

  struct Word {
    let word: HTML
    let text: HTML
  }

  let chapters: ReportChapters
  let language: HTML
  let policy: HTML
  let title: HTML
  let sections: [Section]
  let sentences: [HTML]
  /// Those that stand above the plan on the sheet to print.
  let leading: [HTML]
  let maps: [DrawnMap]
  let isLarge: Bool
  let mapNote: HTML
  let hasGaps: Bool
  let hasPlanMap: Bool
  let planMaps: [DrawnMap]
  let mixings: [MixingTable]
  let glossary: [Word]
  let style: HTML
  let script: HTML
  let data: HTML
  let d3: HTML
  let d3Version: HTML
  let d3License: HTML

  init(of report: Report, model: ReportModel, library: D3) throws {
    let styleText = Report.text(PackageResources.report_css)
    let scriptText =
      Report.text(PackageResources.map_js) + Report.text(PackageResources.gaps_js)
      + Report.text(PackageResources.report_js)
    let chapters = try ReportChapters(of: report)
    self.chapters = chapters
    language = HTML(report.language.rawValue)
    policy = HTML(ContentPolicy(scripts: [library.script, scriptText], styles: [styleText]).text)
    title = HTML(report.title)
    sentences = report.sentences.map { HTML($0) }
    leading = report.leadingSentences.map { HTML($0) }
    isLarge = report.isLarge
    maps =
      isLarge
      ? []
      : try Language.allCases.map {
        DrawnMap(
          mapLanguage: HTML($0.rawValue), mapLocale: HTML(Self.locale($0)), svg: HTML(own: try report.map(in: $0)))
      }
    mapNote = HTML(try report.mapNote(shown: model.ties.count, of: report.allTies))
    hasGaps = !report.gaps.isEmpty
    planMaps = try report.planMaps().sorted { $0.key.rawValue < $1.key.rawValue }.map {
      DrawnMap(
        mapLanguage: HTML($0.key.rawValue), mapLocale: HTML(Self.locale($0.key)), svg: HTML(own: $0.value))
    }
    hasPlanMap = !planMaps.isEmpty
    mixings = try report.mixingTables()
    glossary = report.glossary
    func section(_ id: String, _ name: Phrase) -> Section { Section(id: HTML(id), name: HTML(name)) }
    func chapter(_ chapter: Chapter) -> Section { section(chapter.rawValue, chapter.name.heading) }
    sections = [
      section("summary", Phrase("In short", zh: "概要")), chapters.hasProgress ? chapter(.progress) : nil,
      chapters.hasPlan ? chapter(.plan) : nil,
      section("map", Phrase("Map", zh: "网络图")), chapters.hasChains ? chapter(.chains) : nil, chapter(.gaps),
      chapters.hasRisks ? chapter(.risk) : nil, chapters.hasTrend ? chapter(.trend) : nil,
      chapters.hasPartnership ? chapter(.partnership) : nil,
      chapter(.measures), chapter(.figures),
      section("methods", Phrase("Methods", zh: "方法")),
    ].compactMap { $0 }
    style = HTML(own: styleText)
    script = HTML(own: scriptText)
    data = HTML(json: Report.text(try model.json()))
    d3 = HTML(own: library.script)
    d3Version = HTML(library.version)
    d3License = HTML(lines: library.license)
  }

  static func locale(_ language: Language) -> String { language == .zh ? "zh-CN" : "en" }
}
