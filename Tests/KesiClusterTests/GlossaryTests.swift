import KesiCluster
import KesiMeasures
import KesiTestSupport
import Testing

@Suite("The glossary")
struct GlossaryTests {
  @Test("Every measure, gap and part of the index is explained, in both languages")
  func complete() throws {
    var words = vertexMeasures.map(\.name) + tieMeasures.map(\.name) + GapKind.allCases.map(\.rawValue)
    words += IndexPart.allCases.map(\.rawValue)
    let graph = try NetworkGraph(of: shipped("wenzhou"))
    var options = MeasureOptions()
    options.kinds = graph.labels(by: \.kind)
    words += try networkSummary(of: MeasureContext(graph.matrix, options)).map(\.name)
    let survey = GapSurvey(of: graph)
    words += try Comparison(survey, survey).rows.filter { $0.chain == nil && $0.measure != "gaps" }.map(\.measure)
    for word in words { #expect(Glossary.entry(for: word)?.id == word, "\(word)") }
    func isChinese(_ text: String) -> Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
    for entry in Glossary.entries {
      #expect(!entry.definition.en.isEmpty && !isChinese(entry.definition.en + entry.advice.en + entry.name.en))
      #expect(isChinese(entry.definition.zh) || entry.id.hasPrefix("t_uig") || entry.definition.zh.contains("Σ"))
      #expect(isChinese(entry.advice.zh))
      #expect(!entry.advice.zh.contains(" ,") && !entry.advice.zh.contains(", "), "\(entry.id)")
    }
    #expect(Set(Glossary.entries.map(\.id)).count == Glossary.entries.count)
  }

  @Test("Words are found by id, by name, in either language and spelling")
  func lookup() {
    #expect(Glossary.entry(for: "Structural hole")?.id == "structural_hole")
    #expect(Glossary.entry(for: "结构洞")?.id == "structural_hole")
    #expect(Glossary.entry(for: "E-I index")?.id == "ei_index")
    #expect(Glossary.entry(for: "nonsense") == nil)
    #expect(Glossary.near("broker") == ["overloaded_broker"])
  }
}
