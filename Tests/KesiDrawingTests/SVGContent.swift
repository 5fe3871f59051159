import Foundation
import FoundationXML
import KesiNetwork

@testable import KesiDrawing

/// What an SVG holds, by a parser that refuses what is not well-formed.
final class SVGContent: NSObject, XMLParserDelegate {
  private(set) var elements = Set<String>()
  private(set) var attributes = Set<String>()
  private(set) var ids: [String] = []
  /// Each `text`, and each `title`, which is what shows under the pointer.
  private(set) var texts: [String] = []
  private(set) var tooltips: [String] = []
  private var element = ""
  private var words = ""

  var text: String { texts.joined(separator: "\n") }

  init(_ bytes: [UInt8]) throws {
    super.init()
    guard String(validating: bytes, as: UTF8.self) != nil else { throw DrawingError(Phrase("not UTF-8", zh: "")) }
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    if !parser.parse() {
      throw DrawingError(Phrase("not well-formed: \(String(describing: parser.parserError))", zh: ""))
    }
  }

  func parser(_: XMLParser, foundCharacters string: String) { words += string }

  func parser(
    _: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.insert(name)
    self.attributes.formUnion(attributes.keys)
    if let id = attributes["id"] { ids.append(id) }
    words = ""
  }

  func parser(_: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    if name == "text" { texts.append(words) }
    if name == "title" { tooltips.append(words) }
  }
}
