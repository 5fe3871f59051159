import KesiCluster
import KesiMeasures
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiDrawing

/// All views of all networks with selections that leave much, little or nothing.
@Suite("Every view of every selection")
struct WalkTests {
  static let networks = [
    "suzhou", "suzhou-register", "wenzhou", "consortium", "majors", "park", "classics/karate", "classics/davis",
    "classics/florentine", "classics/kite",
  ]

  /// Selections that a command can make of a network: each kind, each chain, each layer, zones, times, directions; and
  /// one of no, one and two actors.
  static func selections(of network: Network) -> [(name: String, selection: Selection)] {
    var result: [(String, Selection)] = [("all", Selection())]
    func add(_ name: String, _ change: (inout Selection) -> Void) {
      var selection = Selection()
      change(&selection)
      result.append((name, selection))
    }
    for kind in Set(network.actors.map(\.kind)).sorted() { add("kind \(kind)") { $0.kinds = [kind] } }
    for chain in network.chains.prefix(3) { add("chain \(chain.id)") { $0.chains = [chain.id] } }
    for layer in network.ties.kinds.prefix(3) + [Selection.consortiaLayer, Selection.chainsLayer] {
      add("layer \(layer)") { $0.layers = [layer] }
    }
    for zone in network.zones.prefix(2) { add("zone \(zone)") { $0.zones = [zone] } }
    add("nothing") { $0.kinds = ["no such kind"] }
    add("no layers") { $0.layers = [] }
    add("directed") { $0.isDirected = true }
    add("long ago") { $0.period = Period(from: PartialDate("1000"), to: PartialDate("1001")) }
    add("one kind of one chain") {
      $0.kinds = network.actors.first.map { [$0.kind] } ?? []
      $0.chains = network.chains.first.map { [$0.id] } ?? []
    }
    return result
  }

  @Test("Each is a picture in every format, or an error in words", arguments: networks)
  func walk(_ name: String) throws {
    let network = try shipped(name)
    for (place, (label, selection)) in Self.selections(of: network).enumerated() {
      let analysis = Analysis(of: try NetworkGraph(of: network, selection), period: selection.period, draws: 100)
      for (number, view) in ViewTests.views.enumerated() {
        let language = Language.allCases[(place + number) % 2]
        let theme = ThemeName.allCases[(place + number) % 3]
        do {
          let picture = try view.draw(analysis, language, theme)
          let content = try SVGContent(picture.bytes(as: .svg))
          #expect(!content.text.isEmpty, "\(label), \(view.name)")
          if analysis.graph.actors.isEmpty {
            #expect(content.text.contains(language == .zh ? "没有可绘制的内容" : "Nothing to draw"))
          }
          // What Graphviz draws takes long: one view a selection, in turn.
          if number == place % ViewTests.views.count {
            #expect(try picture.bytes(as: .png).starts(with: [0x89, 0x50, 0x4E, 0x47]), "\(label), \(view.name)")
            #expect(try picture.bytes(as: .pdf).starts(with: Array("%PDF".utf8)), "\(label), \(view.name)")
            #expect(picture.dot.hasPrefix("graph kesi {"))
          }
        } catch let error as UnknownWord {
          #expect(!error.message.en.isEmpty && !error.message.zh.isEmpty)
          // Only what is asked for by name may be missing.
          let mayLack = ["consortium", "ego"].contains(view.name) || analysis.chains.isEmpty
          #expect(mayLack, "\(label), \(view.name): \(error.message.en)")
        }
      }
    }
  }

  @Test(
    "Networks of no, one, two, three and many actors, tied or not, are drawn", arguments: [0, 1, 2, 3, 60],
    [false, true])
  func sizes(count: Int, isTied: Bool) throws {
    var network = Network()
    network.actors = (0..<count).map { Actor(id: "\($0)", name: "Actor \($0)", kind: "enterprise") }
    if isTied { network.ties = Ties((1..<(count + 1) / 2 + 1).filter { $0 < count }.map { Tie(0, $0) }) }
    let picture = try map(network)
    for format in Picture.Format.allCases { #expect(try !picture.bytes(as: format).isEmpty) }
    let content = try SVGContent(picture.bytes(as: .svg))
    #expect(content.ids.count { $0.wholeMatch(of: /v\d+/) != nil } == count)
    let single = count - (isTied && count > 1 ? network.ties.count + 1 : 0)
    // Where the network states no ties at all, that an actor has none is no finding.
    let words = network.ties.isEmpty ? "of whom no ties are stated" : "without ties"
    #expect(content.text.contains(words) == (single > 0))
    if single > 0 { #expect(content.texts.contains("\(single) \(words)")) }
  }
}
