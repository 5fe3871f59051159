import KesiCluster
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
    var escaped = String.UnicodeScalarView()
    for scalar in text.visible.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
      case "`": escaped.append(contentsOf: "&#96;".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    markup = String(escaped)
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
    var escaped = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      switch scalar {
      case "<": escaped.append(contentsOf: "\\u003c".unicodeScalars)
      case ">": escaped.append(contentsOf: "\\u003e".unicodeScalars)
      case "&": escaped.append(contentsOf: "\\u0026".unicodeScalars)
      case "\u{2028}": escaped.append(contentsOf: "\\u2028".unicodeScalars)
      case "\u{2029}": escaped.append(contentsOf: "\\u2029".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    markup = String(escaped)
  }
}
