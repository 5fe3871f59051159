import KesiCluster
import KesiNetwork
import KesiResults
import KesiTestSupport
import Testing

@testable import KesiReport

private func analysis(of network: Network) throws -> Analysis { Analysis(of: try NetworkGraph(of: network)) }

@Suite("The report's texts")
struct ReportTests {
  /// Marks that join the character before or after them, so that no `Character` is `<` any more.
  static let marks: [Unicode.Scalar] =
    (0x600...0x605).compactMap(Unicode.Scalar.init)
    + [
      "\u{6DD}", "\u{70F}", "\u{8E2}", "\u{110BD}", "\u{110CD}", "\u{301}", "\u{338}", "\u{20E3}", "\u{200D}",
      "\u{FE0F}", "\u{E0100}",
    ]

  @Test("No mark before or after a bracket, a quote or an ampersand hides it from escaping", arguments: marks)
  func escaping(mark: Unicode.Scalar) {
    let m = String(Character(mark))
    for sign in ["<", ">", "\"", "'", "`"] {
      for text in [m + sign, sign + m, m + sign + m, "a" + sign + m + "b"] {
        let bytes = HTML(text).markup.utf8
        #expect(!bytes.contains(sign.utf8.first!), "\(mark.value) \(sign)")
        #expect(HTML(text).markup.unicodeScalars.contains(mark))
      }
    }
    #expect(Array(HTML("&" + m + "lt;").markup.utf8).starts(with: Array("&amp;".utf8)))
    #expect(!HTML(json: "\"\(m)</script>\(m)<script>\(m)<!--\"").markup.utf8.contains(UInt8(ascii: "<")))
  }

  @Test("Escaped text reads as what it was")
  func kept() {
    #expect(HTML("a<b>&\"c'`").markup == "a&lt;b&gt;&amp;&quot;c&#39;&#96;")
    #expect(HTML("a\u{0}\u{1}\u{85}b\n").markup == "a\u{2400}\u{2401} b ")
    #expect(HTML("a\u{202E}b\u{2067}c").markup == "a\u{FFFD}b\u{FFFD}c")
    #expect(HTML(lines: "a\n\n<b>\u{202E}").markup == "a\n\n&lt;b&gt;\u{FFFD}")
    #expect(HTML(json: "\u{2028}&>").markup == "\\u2028\\u0026\\u003e")
  }

  @Test("The page says by which threshold its marks go", arguments: [0.05, 0.01])
  func threshold(_ significance: Double) throws {
    var network = try fixture("cluster")
    network.profile.thresholds.significance = significance
    let report = try Report(of: analysis(of: network), language: .en, version: "1")
    let notes = try report.mixingTables().map(\.mixingNote.markup)
    #expect(!notes.isEmpty && notes.allSatisfy { $0.ranges(of: "p &lt; \(significance))").count == 1 })
    #expect(notes.allSatisfy { $0.contains("p &lt; \(significance)）") })
  }

  @Test("A report counts partners and ties whatever their direction, and says of all that are drawn that they are")
  func directedTies() throws {
    let network = try fixture("cluster")
    func data(_ isDirected: Bool) throws -> (ReportModel, Report) {
      var selection = Selection()
      selection.isDirected = isDirected
      let analysis = Analysis(of: try NetworkGraph(of: network, selection), draws: 32)
      let report = try Report(of: analysis, language: .en, version: "1")
      return (try report.model(), report)
    }
    let (both, plain) = try data(false)
    let (directed, report) = try data(true)
    #expect(directed.ties.count == both.ties.count && report.allTies == both.ties.count)
    #expect(report.counts == plain.counts)
    #expect(try !report.mapNote(shown: directed.ties.count, of: report.allTies).en.contains("strongest"))
    for (vertex, actor) in directed.actors.enumerated() {
      #expect(actor.partners == directed.ties.count { $0.source == vertex || $0.target == vertex })
    }
    #expect(directed.actors.map(\.losses) == both.actors.map(\.losses))
  }

  @Test("No name turns the words beside it around, neither in the markup nor in what the script sets")
  func direction() throws {
    let turning: [Unicode.Scalar] = ["\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}"]
    let mark = String(String.UnicodeScalarView(turning))
    var network = try fixture("cluster")
    for actor in network.actors.indices { network.actors[actor].name += mark }
    for chain in network.chains.indices { network.chains[chain].name += mark }
    let analysis = try analysis(of: network)
    let report = try Report(of: analysis, language: .en, version: "1")
    let page = String(decoding: try report.html(), as: UTF8.self)
    #expect(!page.unicodeScalars.contains { turning.contains($0) })
    #expect(page.unicodeScalars.contains("\u{FFFD}"))
  }

  @Test("Actors keep their zone and kind in the report, however alike names look and however many there are")
  func groups() throws {
    var network = Network()
    let names = ["caf\u{E9}", "cafe\u{301}"]
    func group(_ number: Int) -> String { number < 2 ? names[number] : "group \(number)" }
    network.actors = (0..<140).map { number in
      var actor = Actor(id: "\(number)", name: "\(number)", kind: group(number / 2))
      actor.zone = group(number / 2)
      return actor
    }
    network.ties = Ties((1..<140).map { Tie($0 - 1, $0) })
    let analysis = try analysis(of: network)
    let data = try Report(of: analysis, language: .en, version: "1").model()
    #expect(data.zones.count == 70 && data.kinds.count == 70)
    #expect(data.actors.map(\.zone) == (0..<140).map { $0 / 2 })
    #expect(data.actors.map(\.kind) == (0..<140).map { $0 / 2 })
  }

  @Test("The template is filled with markup, flags and lists only: no text gets past the escaping")
  func onlyMarkup() throws {
    let analysis = try analysis(of: fixture("cluster"))
    let report = try Report(of: analysis, language: .zh, version: "1")
    let page = try ReportPage(of: report, model: report.model(), library: D3.load())
    var seen = 0
    func walk(_ value: Any, _ path: String) {
      seen += 1
      if value is HTML || value is Bool { return }
      let mirror = Mirror(reflecting: value)
      #expect(mirror.displayStyle != nil, "\(path) is \(type(of: value))")
      for child in mirror.children { walk(child.value, path + "." + (child.label ?? "")) }
    }
    walk(page, "page")
    #expect(seen > 500)
    let template = Report.text(PackageResources.report_html)
    let doubles = template.ranges(of: "{{").count - template.ranges(of: "{{{").count
    let sections = ["{{#", "{{/", "{{^"].reduce(0) { $0 + template.ranges(of: $1).count }
    #expect(doubles == sections, "a tag is neither a section nor markup")
  }

  @Test("Every gap is counted once, alike ones are one entry, and those of an entry are of one kind, chain and level")
  func grouping() throws {
    let gaps = try analysis(of: fixture("cluster")).gaps()
    let list = GapList(of: gaps)
    let entries = list.classes.flatMap(\.kinds).flatMap(\.entries)
    #expect(list.classes.map(\.count).reduce(0, +) == gaps.count)
    #expect(Set(entries.flatMap(\.gaps).map(\.id)) == Set(gaps.map(\.id)))
    #expect(entries.count < gaps.count * 2 / 3)
    for entry in entries {
      #expect(entry.gaps.count == 1 || entry.gaps.count >= 3)
      #expect(Set(entry.gaps.map { "\($0.kind) \($0.chain ?? -1) \($0.level)" }).count == 1)
      #expect(zip(entry.numbers, entry.listed).allSatisfy { list.listed[$0].id == $1.id })
    }
  }

  @Test("The classes of gaps are missing links, stalled cooperation and dependence")
  func classes() {
    #expect(
      GapClass.allCases.map { word in GapKind.all.filter { $0.gapClass == word }.count } == [10, 3, 4])
    #expect(GapClass.allCases.map(\.label.zh) == ["断点", "堵点", "风险点"])
  }

  @Test("What the page tells of a word speaks of no command, option or column")
  func noCommands() {
    let words =
      GapKind.all.map(\.id) + ReportModel.measureNames + IndexPart.all.map(\.id) + ["chain_index"]
    let entries = Glossary.entries.filter { words.contains($0.id) }
    #expect(entries.count == words.count && entries.count { $0.usage != nil } > 3)
    for entry in entries {
      for text in [entry.definition.en, entry.definition.zh, entry.advice.en, entry.advice.zh] {
        for sign in ["kesi", "--", "`", "what-if", ".yml"] { #expect(!text.contains(sign), "\(entry.id): \(text)") }
      }
    }
  }

  /// A path through two actors: the loss of either cuts one off.
  @Test("What the summary says of a loss is what the gaps say")
  func oneStatement() throws {
    let analysis = try analysis(of: fixture("cluster"))
    let report = try Report(of: analysis, language: .en, version: "1")
    let loss = report.gaps.first { $0.kind == .cutActor && $0.chain == nil }
    #expect(report.sentences.contains { $0 == loss?.explanation })
  }
}
