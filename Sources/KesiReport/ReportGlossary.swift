import KesiCluster
import KesiNetwork
import KesiResults

/// The words that the page uses, with what they mean. Its readers have no command line, so what to type is left out.
extension Report {
  var glossary: [ReportPage.Word] {
    let hasIndices = analysis.indices().contains { $0.value != nil }
    let used = Set(
      gaps.map(\.kind.id) + ReportModel.measureNames
        + (hasIndices ? IndexPart.all.map(\.id) + ["chain_index"] : []))
    return Glossary.entries.filter { used.contains($0.id) }.map { entry in
      ReportPage.Word(
        word: HTML(entry.name.heading),
        text: HTML(
          Phrase(
            entry.definition.en + " " + entry.advice.en, zh: entry.definition.zh + entry.advice.zh)))
    }
  }
}
