import KesiMeasures
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiDrawing

@Suite("Text in pictures")
struct TextTests {
  /// The compiler takes no literal of these.
  static let noncharacters = String(
    String.UnicodeScalarView([0xFDD0, 0x1FFFE].compactMap { (value: UInt32) in Unicode.Scalar(value) }))

  /// Names as tables may hold them, and what is to be seen of each: itself, where XML allows it.
  static let names: [(name: String, shown: String)] = [
    ("R&#1;D", "R&#1;D"), ("&#xD800;", "&#xD800;"), ("&#xFFFF;", "&#xFFFF;"), ("&lt;b&gt;", "&lt;b&gt;"),
    ("&amp;", "&amp;"), ("&", "&"), ("&;&", "&;&"), ("&amp;amp;", "&amp;amp;"), ("&nbsp;&copy;", "&nbsp;&copy;"),
    ("a & b", "a & b"), ("<b>x</b>", "<b>x</b>"), ("<<>>", "<<>>"), ("]]>", "]]>"), ("<![CDATA[", "<![CDATA["),
    ("<!--", "<!--"), ("--", "--"), ("\"q\" 'q'", "\"q\" 'q'"), ("\\N \\G \\n \\\\", "\\N \\G \\n \\\\"), ("\\", "\\"),
    ("a;b|c{d}", "a;b|c{d}"), ("[x=y]", "[x=y]"), ("javascript:a", "javascript:a"), ("=1+1", "=1+1"),
    ("苏州大学", "苏州大学"), ("😀 ok", "😀 ok"), ("\u{301}x", "\u{301}x"), ("<\u{301}>", "<\u{301}>"),
    ("&\u{338}#1;", "&\u{338}#1;"), ("\u{600}<i>", "\u{600}<i>"), ("\u{200D}z", "\u{200D}z"),
    ("a\u{0}b", "a\u{2400}b"), ("\u{1}x", "\u{2401}x"), ("\u{1B}[31m", "\u{241B}[31m"), ("d\u{7F}", "d\u{2421}"),
    ("c\u{9F}", "c\u{FFFD}"), ("n\u{FFFE}\u{FFFF}", "n\u{FFFD}\u{FFFD}"), (noncharacters, "\u{FFFD}\u{FFFD}"),
    ("\u{202E}rtl", "\u{FFFD}rtl"), ("\u{2066}iso\u{2069}", "\u{FFFD}iso\u{FFFD}"), ("t\tab", "t ab"),
    ("two\nlines", "two lines"), ("u\u{2028}v", "u v"), ("\u{FEFF}bom", "\u{FFFD}bom"), ("E\u{200B}1", "E\u{FFFD}1"),
  ]

  /// A network in which all that people name is hostile: actors, kinds, chains, consortia, stages, zones, the title.
  static func network(_ word: String) -> Network {
    var network = Network()
    network.actors = (0..<8).map { index in
      var actor = Actor(id: "\(word)\(index)", name: word, kind: index % 2 == 0 ? word : "enterprise", zone: word)
      actor.url = "javascript:alert(1)"
      return actor
    }
    network.ties = Ties((1..<6).map { Tie(0, $0, kind: word) })
    network.chains = [Chain(id: word, name: word, requires: [word, "platform"], stages: [word, "\(word) 2"])]
    network.positions = (0..<4).map { Position(actor: $0, chain: 0, stage: $0 == 0 ? word : nil) }
    network.consortia = [Consortium(id: word, name: word, leader: 0), Consortium(id: "\(word)2", name: word)]
    network.members = (0..<5).map { Membership(consortium: $0 % 2, actor: $0) }
    network.profile.title = Phrase(word, zh: word)
    network.profile.source = word
    return network
  }

  @Test("Any name is shown as it is, whatever it looks like to Graphviz or XML", arguments: names.indices)
  func asItIs(_ index: Int) throws {
    let (name, shown) = Self.names[index]
    let analysis = try analysis(of: Self.network(name))
    for view in ViewTests.views {
      let content = try SVGContent(view.draw(analysis, .en, .standard).bytes(as: .svg))
      #expect(
        content.elements.isSubset(of: ["svg", "g", "rect", "path", "circle", "text", "title"]), "\(view.name)")
      #expect(content.attributes.allSatisfy { !$0.hasPrefix("on") && !$0.hasSuffix("href") }, "\(view.name)")
      // Equal by scalars: canonical equivalence would hide a difference.
      let wanted = Array(shown.unicodeScalars)
      let isThere = (content.texts + content.tooltips).contains { Array($0.unicodeScalars) == wanted }
      // The matrix puts a number after each name.
      let begins = content.texts.contains { $0.unicodeScalars.starts(with: wanted) }
      #expect(view.name == "matrix" ? begins : isThere, "\(view.name): \(content.texts)")
      #expect(Set(content.ids).count == content.ids.count, "\(view.name)")
    }
  }

  @Test(
    "What Graphviz makes of any name is a picture as well", arguments: Array(stride(from: 0, to: names.count, by: 3)))
  func byGraphviz(_ index: Int) throws {
    let picture = try map(Self.network(Self.names[index].name))
    #expect(try picture.bytes(as: .png).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    // The DOT that people take elsewhere is well-formed SVG there.
    let content = try SVGContent(Graphviz.render(picture.dot, format: "svg"))
    #expect(content.elements.isDisjoint(with: ["script", "b", "i", "image"]))
  }

  @Test("A quoted value ends where it should, whatever is in it", arguments: names.map(\.name))
  func quoting(_ text: String) {
    var inside = DOT.quoted(text).unicodeScalars.dropFirst().dropLast()
    while let scalar = inside.popFirst() {
      if scalar == "\\" { #expect(inside.popFirst() != nil) } else { #expect(scalar != "\"") }
    }
  }

  @Test("Names of a megabyte are cut, in labels and under the pointer, whatever they are made of")
  func longNames() throws {
    for piece in ["long ", "长", "x", "&", "e\u{301}", "\u{301}"] {
      let name = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
      let analysis = try analysis(of: Self.network(name))
      for view in ViewTests.views {
        let bytes = try view.draw(analysis, .zh, .standard).bytes(as: .svg)
        #expect(bytes.count < 200_000, "\(view.name)")
        #expect(try SVGContent(bytes).text.contains("…"), "\(view.name)")
      }
    }
  }

  @Test("Lines are cut to the number asked for, and a cut shows")
  func wrapping() {
    let lines = TextSize().wrapped("one two three four five six", size: 10, limit: 45, lines: 2)
    #expect(lines.count == 2 && lines[1].hasSuffix("…"))
    #expect(lines.allSatisfy { TextSize().width($0, size: 10) <= 46 })
    #expect(TextSize().wrapped("one", size: 10, limit: 45, lines: 2) == ["one"])
    #expect(TextSize().wrapped("", size: 10, limit: 45, lines: 2).isEmpty)
  }
}
