import Foundation
import KesiCluster
import KesiMatrix
import KesiMeasures
import KesiNetwork
import KesiTestSupport
import Synchronization
import Testing

@testable import KesiDrawing

/// How a view is asked for by its name, with a style.
func draw(_ name: String, _ network: Network, _ change: (inout PictureStyle) -> Void = { _ in }) throws -> Picture {
  var style = PictureStyle(.en)
  change(&style)
  return try draw(name, network, style)
}

func draw(_ name: String, _ network: Network, _ style: PictureStyle) throws -> Picture {
  let view = try #require(View.all.first { $0.name == name })
  let analysis = try analysis(of: view.isOfTies ? network : network.withHistory)
  var wishes = ViewWishes(style: style)
  wishes.actor = network.actors.first?.id
  return try view.picture(of: analysis, wishes)
}

extension Network {
  /// With yearly values of two populations that help each other: the first actor and one of its own name.
  var withHistory: Network {
    var network = self
    let first = actors.first?.name ?? ""
    for (place, sizes) in [
      (0.5, 0.2), (0.9, 0.5), (1.5, 1.1), (2.2, 2.0), (2.8, 3.1), (3.3, 4.1), (3.6, 4.7), (3.7, 5.1),
    ]
    .enumerated() {
      network.history += [Observation(first, in: 2015 + place, sizes.0), Observation("two", in: 2015 + place, sizes.1)]
    }
    return network
  }
}

/// Those that take an option.
func views(taking option: ViewOption) -> [String] { View.all.filter { $0.takes.contains(option) }.map(\.name) }

@Suite("The looks that are asked for")
struct StyleTests {
  private func ties(_ picture: Picture) -> Int {
    picture.canvas.parts.count { if case .tie = $0.shape { true } else { false } }
  }

  private func texts(_ picture: Picture) throws -> [String] { try SVGContent(picture.bytes(as: .svg)).texts }

  /// Twelve groups of falling size, each a zone and a community, with weights of 1 to 3.
  static func zoned() -> Network {
    var network = Network()
    for zone in 0..<12 {
      for place in 0..<(15 - zone) {
        network.actors.append(
          Actor(id: "\(zone)-\(place)", name: "Actor \(zone)-\(place)", kind: "enterprise", zone: "Z\(zone)"))
      }
    }
    network.actors.append(Actor(id: "x", name: "X", kind: "university"))
    for (index, actor) in network.actors.enumerated().dropLast() {
      for other in (index + 1)..<network.actors.count - 1 where network.actors[other].zone == actor.zone {
        network.ties.append(Tie(index, other, weight: Double(1 + (index + other) % 3)))
      }
    }
    return network
  }

  /// All that a view can be asked for.
  private struct Request {
    var wishes = ViewWishes(style: PictureStyle(.en))
    var selection = Selection()
    var options = MeasureOptions()
    var asOf: PartialDate?

    func picture(_ view: View, of network: Network) throws -> Picture {
      let analysis = Analysis(of: try NetworkGraph(of: network, selection), options, asOf: asOf)
      return try view.picture(of: analysis, wishes)
    }
  }

  private typealias Change = (inout Request) throws -> Void

  /// How an option is asked for, each way of which is to change a view; and what has to be asked for beside it.
  private static func ways(of option: ViewOption) throws -> (beside: Change, changes: [Change]) {
    let closeness = try #require(ActorMeasure.called("closeness"))
    let nothing: Change = { _ in }
    return switch option {
    case .actor: (nothing, [{ $0.wishes.actor = "E3" }])
    case .radius: (nothing, [{ $0.wishes.radius = 2 }])
    case .consortium: (nothing, [{ $0.wishes.consortium = "C-GAN" }])
    case .subjects: (nothing, [{ $0.wishes.subjects = ["two", $0.wishes.subjects?[0] ?? ""] }])
    case .size: (nothing, [{ $0.wishes.size = closeness }])
    case .seed: (nothing, [{ $0.wishes.seed = 7 }])
    case .asOf: (nothing, [{ $0.asOf = PartialDate("2019") }])
    case .directed: (nothing, [{ $0.selection.isDirected = true }])
    case .weighted: ({ $0.wishes.size = closeness }, [{ $0.options.usesWeights = true }])
    case .projection: ({ $0.selection.layers = ["consortia"] }, [{ $0.selection.projection = .newman }])
    case .color:
      (nothing, [ColorBy.zone, .community, .chain].map { color in { $0.wishes.style.color = color } })
    case .minWeight: (nothing, [{ $0.wishes.style.minWeight = 2 }])
    case .labels: (nothing, [{ $0.wishes.style.labels = .most(1) }])
    case .plain: (nothing, [{ $0.wishes.style.isPlain = true }])
    }
  }

  @Test("Every view that takes an option is changed by it, plain pictures too", arguments: View.all.map(\.name))
  func changes(_ name: String) throws {
    let view = try #require(View.all.first { $0.name == name })
    let network = try view.isOfTies ? fixture("cluster") : fixture("cluster").withHistory
    for option in ViewOption.allCases where view.takes.contains(option) {
      let (beside, changes) = try Self.ways(of: option)
      let canBePlain = view.takes.contains(.plain) && option != .plain && option.idleBeside?.option != .plain
      for isPlain in canBePlain ? [false, true] : [false] {
        var usual = Request()
        usual.wishes.actor = "E2"
        usual.wishes.subjects = network.history.isEmpty ? nil : [network.history[0].subject, "two"]
        usual.wishes.style.isPlain = isPlain
        try beside(&usual)
        let before = try usual.picture(view, of: network).bytes(as: .svg)
        for (number, change) in changes.enumerated() {
          var request = usual
          try change(&request)
          let changed = try request.picture(view, of: network)
          let what = "\(name) --\(option.rawValue)\(isPlain ? " --plain" : "") \(number)"
          #expect(try changed.bytes(as: .svg) != before, "\(what) changes nothing")
          #expect(try request.picture(view, of: network).dot == changed.dot, "\(what): drawn twice")
          #expect(try isPlain || !changed.bytes(as: .png).isEmpty && !changed.bytes(as: .pdf).isEmpty)
        }
      }
    }
  }

  @Test("Every view is changed by a page, a font and a second language", arguments: View.all.map(\.name))
  func looks(_ name: String) throws {
    let network = try fixture("cluster")
    let usual = try draw(name, network).bytes(as: .svg)
    let font = try PictureFont(named: "DejaVu Sans")
    let changes: [(inout PictureStyle) -> Void] = [
      { $0.page = Page("a4") }, { $0 = PictureStyle(.en, isBilingual: true) }, { $0.font = font },
    ]
    for (number, change) in changes.enumerated() {
      let changed = try draw(name, network, change)
      #expect(try changed.bytes(as: .svg) != usual, "\(name) \(number)")
      #expect(try draw(name, network, change).dot == changed.dot, "\(name) \(number): drawn twice")
      #expect(try !changed.bytes(as: .png).isEmpty && !changed.bytes(as: .pdf).isEmpty)
    }
  }

  @Test(
    "What a plain picture would not show is not looked for, and when it was is refused", arguments: ["map", "chains"])
  func plainGaps(_ name: String) throws {
    let view = try #require(View.all.first { $0.name == name })
    // How many kernels set out: each tells of its progress from its first unit on.
    let starts = try [true, false].map { isPlain in
      let count = Mutex(0)
      let parallel = Parallel(progress: { done, _ in if done == 0 { count.withLock { $0 += 1 } } })
      var wishes = ViewWishes(style: PictureStyle(.en))
      wishes.style.isPlain = isPlain
      _ = try view.picture(of: Analysis(of: NetworkGraph(of: fixture("cluster")), draws: 100, on: parallel), wishes)
      return count.withLock { $0 }
    }
    // Gaps take betweenness.
    #expect(starts[0] < starts[1])
    #expect(ViewOption.asOf.idleBeside?.option == .plain)
  }

  @Test("Each view has a name of its own, and each option that views may refuse says why")
  func list() {
    #expect(Set(View.all.map(\.name)).count == View.all.count)
    for option in ViewOption.allCases {
      #expect(!views(taking: option).isEmpty && option.refusal.count > 15)
      #expect(View.all.allSatisfy { $0.needs.isSubset(of: $0.takes) })
    }
  }

  @Test("Of more groups than colors the largest have one each, the others share a gray that the legend names")
  func colors() throws {
    let network = Self.zoned()
    let theme = Theme(for: network)
    for color in [ColorBy.zone, .community] {
      let picture = try draw("map", network) { $0.color = color }
      let fills = picture.canvas.parts.compactMap { part -> String? in
        if case .symbol(_, _, _, let fill, _) = part.shape, part.id.hasPrefix("v") { fill } else { nil }
      }
      #expect(Set(fills.prefix(15)) == [theme.groupColors[0]])
      #expect(Set(fills.suffix(5).dropLast()) == [theme.other] && fills.last == theme.nowhere)
      #expect(Set(fills).count == theme.groupColors.count + 2)
      let legend = try texts(picture)
      #expect(legend.contains("other (4 more)"), "\(legend)")
      if color == .zone {
        for zone in 0..<8 { #expect(legend.contains("Z\(zone)")) }
        #expect(legend.contains("no zone stated"))
      }
    }
  }

  @Test("A single group more than there are colors has the gray to itself, and the legend says its name")
  func leftOver() throws {
    var network = Self.zoned()
    for index in network.actors.indices where ["Z9", "Z10", "Z11"].contains(network.actors[index].zone) {
      network.actors[index].zone = "Z0"
    }
    let theme = Theme(for: network)
    let picture = try draw("map", network) { $0.color = .zone }
    let legend = try texts(picture)
    #expect(theme.groupColors.count == 8 && legend.contains("Z8") && !legend.contains { $0.hasPrefix("other (") })
    let grays = picture.canvas.parts.count { part in
      if case .symbol(_, _, _, theme.other, _) = part.shape { part.id.hasPrefix("v") } else { false }
    }
    #expect(grays == 15 - 8)
  }

  @Test("Groups are told apart with any color vision, in each theme", arguments: [ThemeName.standard, .dark])
  func palette(_ theme: ThemeName) throws {
    let colors = Theme(theme, for: Network()).groupColors + [Theme(theme, for: Network()).other]
    for vision in ColorVision.allCases {
      let places = colors.map { vision.lab($0) }
      for (i, a) in places.enumerated() {
        for (j, b) in places[..<i].enumerated() {
          let far = zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
          #expect(far > 14, "\(vision): \(colors[i]) \(colors[j])")
        }
      }
    }
  }

  @Test("An actor of several chains has a color that says so; what is not there is refused")
  func chains() throws {
    var network = Network()
    network.actors = (0..<4).map { Actor(id: "\($0)", name: "\($0)", kind: "enterprise") }
    network.ties = [Tie(0, 1), Tie(1, 2), Tie(2, 3)]
    #expect(throws: UnknownWord.self) { try draw("map", network) { $0.color = .chain } }
    #expect(throws: UnknownWord.self) { try draw("map", network) { $0.color = .zone } }
    network.chains = ["a", "b"].map { Chain(id: $0, name: "Chain \($0)") }
    network.positions = [(0, 0), (1, 0), (1, 1), (2, 1)].map { Position(actor: $0.0, chain: $0.1) }
    let words = try texts(draw("map", network) { $0.color = .chain })
    for word in ["Chain a", "Chain b", "several chains", "no chain"] { #expect(words.contains(word)) }
  }

  @Test("Ties below the weight are not drawn and are counted; actors stay where they are", arguments: ["map", "ego"])
  func minWeight(_ name: String) throws {
    let network = Self.zoned()
    let (all, some) = (try draw(name, network), try draw(name, network) { $0.minWeight = 3 })
    #expect(ties(some) > 0 && ties(some) < ties(all))
    #expect(try texts(some).contains { $0.contains("\(ties(all) - ties(some)) ties of a weight below 3 left out") })
    func places(_ picture: Picture) -> [Point] {
      picture.canvas.parts.compactMap { if case .symbol(_, let place, _, _, _) = $0.shape { place } else { nil } }
    }
    #expect(places(all) == places(some))
  }

  @Test("So many actors are named as are asked for, those with most ties first", arguments: ["map", "ego", "matrix"])
  func labels(_ name: String) throws {
    var network = Network()
    network.actors = (0..<30).map { Actor(id: "\($0)", name: "Actor\($0)", kind: "enterprise") }
    network.ties = Ties((1..<30).map { Tie(0, $0) } + (2..<20).map { Tie(1, $0) })
    func named(_ labels: PictureStyle.Labels) throws -> [String] {
      try texts(draw(name, network) { $0.labels = labels }).filter { $0.hasPrefix("Actor") }.map {
        String($0.prefix { $0 != " " })
      }
    }
    #expect(try named(.most(0)).isEmpty)
    #expect(try Set(named(.most(2))) == ["Actor0", "Actor1"])
    #expect(try named(.all).count == 30)
  }

  @Test("A page has the size that was asked for, whatever is on it", arguments: ["map", "coverage", "matrix"])
  func pages(_ name: String) throws {
    let network = try fixture("cluster")
    for (word, sides) in [
      ("a4", ["595.3", "841.9"]), ("a3", ["841.9", "1190.6"]), ("letter", ["612", "792"]), ("slide", ["540", "960"]),
      ("100x60", ["170.1", "283.5"]),
    ] {
      let page = try #require(Page(word))
      let picture = try draw(name, network) { $0.page = page }
      let svg = String(decoding: try picture.bytes(as: .svg), as: UTF8.self)
      let size = try #require(
        svg.firstMatch(of: /width="([\d.]+)pt" height="([\d.]+)pt" viewBox="0 0 ([\d.]+) ([\d.]+)"/))
      #expect([String(size.1), String(size.2)].sorted { (Double($0) ?? 0) < (Double($1) ?? 0) } == sides, "\(word)")
      let box = (try #require(Double(size.3)), try #require(Double(size.4)))
      for match in svg.matches(of: /[ "](?:x|cx)="([-\d.]+)" (?:y|cy)="([-\d.]+)"/) {
        let (x, y) = (try #require(Double(match.1)), try #require(Double(match.2)))
        #expect((0...box.0).contains(x) && (0...box.1).contains(y))
      }
      let pdf = String(decoding: try picture.bytes(as: .pdf), as: Unicode.ASCII.self)
      let media = try #require(pdf.firstMatch(of: /MediaBox \[ 0 0 ([\d.]+) ([\d.]+)/))
      for (side, wanted) in [(media.1, size.1), (media.2, size.2)] {
        #expect(abs((Double(side) ?? 0) - (Double(wanted) ?? 0)) < 2, "\(word): \(media.0)")
      }
    }
  }

  @Test(
    "What is no page is none",
    arguments: [
      "", "a6", "A4", "0x0", "49x100", "100x2001", "100", "100x", "x100", "100x100x100", "1e2x100", "nanx100",
      "-100x100", "inf x 100", "10０x100", "100×100", "\"><script>",
    ])
  func noPage(_ word: String) { #expect(Page(word) == nil) }

  @Test(
    "A font that is not there is refused with what to do, whatever it is called",
    arguments: [
      "", "No Such Font", "DejaVu Sans,x", "'; } body {", "\u{0}", ":lang=zh", "<b>",
      String(repeating: "x", count: 99_999),
    ])
  func noFont(_ name: String) throws {
    let error = try #require(throws: UnknownWord.self) { try PictureFont(named: name) }
    #expect(error.message.en.contains("fc-list") && error.message.zh.contains("fc-list"))
    #expect(error.message.en.count < 400)
  }

  @Test("Widths are those of the font that was asked for, and what it lacks is reckoned as usual")
  func font() throws {
    let font = try PictureFont(named: "DejaVu Sans Mono")
    #expect(font.widths != nil)
    let letters = TextSize(font: font.widths)
    #expect(abs(letters.width("iiii", size: 10) - letters.width("WWWW", size: 10)) < 1e-9)
    #expect(abs(letters.width("i", size: 10) - 6.02) < 0.01)
    #expect(letters.width("苏", size: 10) == 10)
    let sans = TextSize(font: try PictureFont(named: "Liberation Sans").widths)
    // As wide as Arial: what is reckoned without a font is hardly less.
    for word in ["Suzhou innovation consortia", "WAVE", "illicit"] {
      let (exact, usual) = (sans.width(word, size: 10), TextSize().width(word, size: 10))
      #expect(usual > 0.97 * exact && usual < 1.2 * exact, "\(word)")
    }
    let svg = String(
      decoding: try draw("map", fixture("cluster")) { $0.font = font }.bytes(as: .svg), as: UTF8.self)
    #expect(svg.contains("DejaVu Sans Mono"))
  }

  @Test("A file that is no font, or is cut off, has no widths and does no harm")
  func brokenFonts() throws {
    #expect(FontWidths([], face: 0) == nil)
    #expect(FontWidths([UInt8](repeating: 0xFF, count: 1000), face: 0) == nil)
    #expect(FontWidths(Array("ttcf".utf8) + [UInt8](repeating: 0xFF, count: 100), face: 7) == nil)
  }

  @Test(
    "A plain picture has a legend and what must be said of its data; the rest is for the caption",
    arguments: views(taking: .plain))
  func plain(_ name: String) throws {
    let network = try fixture("cluster")
    let picture = try draw(name, network) { $0.isPlain = true }
    let content = try SVGContent(picture.bytes(as: .svg))
    let title = try #require(network.profile.title).en
    #expect(
      !content.text.contains(title) && !content.text.contains("Kesi") && content.text.contains("illustrative data"))
    for word in ["gap", "splits", "only link", "missing", "weakest", "Without", "Source"] {
      #expect(!content.text.contains(word), "\(word)")
    }
    let alarm = Theme(for: network).alarm
    let svg = String(decoding: try picture.bytes(as: .svg), as: UTF8.self)
    #expect(!svg.contains(alarm) || ["coverage", "matches"].contains(name))
    // The last two are of populations, which have no kinds.
    if !["coverage", "phase", "course"].contains(name) { #expect(content.text.contains("university")) }
    #expect(picture.caption.contains { $0.contains(title) })
  }

  @Test("Names and titles are in both languages, Chinese above English, once where they are the same")
  func bilingual() throws {
    let network = try fixture("cluster")
    let style = PictureStyle(.en, isBilingual: true)
    for view in View.all.map(\.name) {
      let words = try texts(draw(view, network, style))
      let title = try #require(network.profile.title)
      let (zh, en) = (words.firstIndex { $0.hasPrefix(title.zh) }, words.firstIndex { $0.hasPrefix(title.en) })
      #expect(zh != nil && en != nil, "\(view)")
      #expect(words.contains { $0.contains("示意数据") } && words.contains { $0.contains("illustrative") })
      #expect(try texts(draw(view, network, PictureStyle(.zh, isBilingual: true))) == words)
    }
    let words = try texts(draw("map", network, style))
    for actor in network.actors {
      #expect(words.contains(actor.shortName(in: .zh)) && words.contains(actor.shortName(in: .en)))
    }
    let twins = try draw("map", StyleTests.zoned(), style)
    #expect(try texts(twins).count { $0 == "Actor 0-0" } == 1)
  }

  @Test(
    "Names of any sort are safe in every style", arguments: Array(stride(from: 0, to: TextTests.names.count, by: 4)))
  func hostile(_ index: Int) throws {
    let network = TextTests.network(TextTests.names[index].name)
    for view in View.all {
      var style = PictureStyle(.en, isBilingual: true)
      if view.takes.contains(.color) { style.color = .zone }
      (style.labels, style.page, style.font) = (.all, Page("a4"), try PictureFont(named: "DejaVu Serif"))
      style.isPlain = index % 8 == 0 && view.takes.contains(.plain)
      let picture = try draw(view.name, network, style)
      let content = try SVGContent(picture.bytes(as: .svg))
      #expect(content.elements.isSubset(of: ["svg", "g", "rect", "path", "circle", "text", "title"]))
      #expect(content.attributes.allSatisfy { !$0.hasPrefix("on") && !$0.hasSuffix("href") })
      #expect(Set(content.ids).count == content.ids.count)
      #expect(try !picture.bytes(as: .png).isEmpty)
    }
  }
}

/// How colors are seen.
enum ColorVision: CaseIterable {
  case usual, protan, deutan, tritan

  /// After Machado, Oliveira & Fernandes 2009, full severity, on linear light.
  private var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protan:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deutan:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritan:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }

  /// CIE Lab of `#rrggbb`.
  func lab(_ color: String) -> [Double] {
    let light = (Theme.channels(color) ?? []).map { value in
      value / 255 <= 0.04045 ? value / 255 / 12.92 : pow((value / 255 + 0.055) / 1.055, 2.4)
    }
    let seen = matrix.map { row in min(1, max(0, zip(row, light).reduce(0) { $0 + $1.0 * $1.1 })) }
    let xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]].map { row in
      zip(row, seen).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let f = zip(xyz, [0.9505, 1, 1.089]).map { $0 / $1 > 0.008856 ? cbrt($0 / $1) : 7.787 * $0 / $1 + 16 / 116 }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }
}
