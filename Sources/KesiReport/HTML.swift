import KesiNetwork
import Mustache

/// Markup that can stand in the page as it is. The template is filled with nothing else, so no text of a network gets into
/// the page but through here.
///
/// Text is escaped by Unicode scalar: a `Character` may hold `<` together with a mark before or after it, and compares
/// unlike `<` then.
struct HTML: MustacheCustomRenderable, Sendable, Equatable {
  let markup: String

  var renderText: String { markup }
  var isNull: Bool { false }

  /// Markup of our own: templates, pictures, scripts. Never a text of a network.
  init(own markup: String) { self.markup = markup }

  /// Text, in an element or in an attribute in quotes, as it can be seen: what would turn the direction of a name would
  /// turn what follows it as well.
  init(_ text: String) {
    markup = text.visible.replacing(MarkupReferences.html)
  }

  /// Text of several lines, for an element that keeps them.
  init(lines text: String) {
    markup = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { HTML(String($0)).markup }.joined(separator: "\n")
  }

  /// A text in both languages, of which the page shows one.
  init(_ phrase: Phrase) {
    markup =
      "<span class=\"en\" lang=\"en\">\(HTML(phrase.en).markup)</span>"
      + "<span class=\"zh\" lang=\"zh-CN\">\(HTML(phrase.zh).markup)</span>"
  }

  init(_ count: Int) { markup = String(count) }

  /// JSON that can stand in a script element: no `<` is left that could end it or begin a comment. JSON holds these
  /// scalars in strings only, where they may be written by number.
  init(json: String) {
    markup = json.replacing(Self.numbers)
  }

  private static let numbers: [Unicode.Scalar: String] = [
    "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u{2028}": "\\u2028", "\u{2029}": "\\u2029",
  ]
}
