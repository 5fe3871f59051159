import KesiNetwork

/// A text of a DOT file as it stands there. Graphviz tells ids apart by these bytes, and shows entities (`&amp;`) as what they
/// stand for; so does Kesi.
struct DOTText: Hashable {
  enum Form { case plain, quoted, markup }

  var bytes: [UInt8]
  let form: Form

  /// Whether both mean the same id: quotes make no difference, markup does.
  static func == (one: DOTText, other: DOTText) -> Bool {
    one.bytes == other.bytes && (one.form == .markup) == (other.form == .markup)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

  /// The text, with entities as what they stand for.
  var decoded: [UInt8] { bytes.withUnsafeBufferPointer(GMLEntities.decoded) }

  /// The text of a label on one line: `\n`, `\l` and `\r` break lines where there is room for no more, `\N` is the id; of
  /// markup what its tags hold.
  ///
  /// - Parameter id: of what it labels.
  func label(of id: [UInt8]) -> [UInt8] {
    if form == .markup { return withoutTags.withUnsafeBufferPointer(GMLEntities.decoded) }
    guard bytes.contains(UInt8(ascii: "\\")) else { return decoded }
    var text: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      guard byte == UInt8(ascii: "\\"), place < bytes.count else {
        text.append(byte)
        continue
      }
      switch bytes[place] {
      case UInt8(ascii: "n"), UInt8(ascii: "l"), UInt8(ascii: "r"): if place + 1 < bytes.count { text.append(0x20) }
      case UInt8(ascii: "N"): text += id
      case let other: text.append(other)
      }
      place += 1
    }
    return text.withUnsafeBufferPointer(GMLEntities.decoded)
  }

  /// What stands outside of tags, those of cells and lines taken for blanks.
  private var withoutTags: [UInt8] {
    var text: [UInt8] = []
    var depth = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"):
        depth += 1
        if let last = text.last, last != 0x20 { text.append(0x20) }
      case UInt8(ascii: ">"): depth -= 1
      case _ where depth > 0: break
      case 0...0x20: if let last = text.last, last != 0x20 { text.append(0x20) }
      default: text.append(byte)
      }
    }
    if text.last == 0x20 { text.removeLast() }
    return text
  }

  // MARK: Writing

  /// A text in quotes, which comes back as it is.
  ///
  /// - Parameter isLabel: whether Graphviz takes what stands behind `\` for a sign of its own.
  /// - Throws: `CannotWrite` where it holds a zero, which is in no text.
  static func encoded(_ text: String, isLabel: Bool = false) throws -> String {
    var encoded = "\""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{0}": throw CannotWrite.unwritable(text, in: Format.dot.name)
      case "\"": encoded += "\\\""
      case "&" where isEntity(rest): encoded += "&amp;"
      case "\\" where isLabel: encoded += "\\\\"
      // There it would mean something else.
      case "\\" where rest.first.map({ ["\"", "\n", "\r"].contains($0) }) ?? true: encoded += "&#92;"
      default: encoded.unicodeScalars.append(scalar)
      }
    }
    return encoded + "\""
  }

  /// The same without quotes where none are needed.
  static func id(_ text: String) throws -> String {
    func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) || byte == 0x5F }
    let isPlain =
      text.utf8.first.map(isLetter) ?? false
      && text.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
      && !["node", "edge", "graph", "digraph", "subgraph", "strict"].contains(text.lowercased())
    return isPlain ? text : try encoded(text)
  }

  /// Whether what stands behind `&` could make it an entity.
  private static func isEntity(_ rest: Substring.UnicodeScalarView) -> Bool {
    guard let end = rest.prefix(12).firstIndex(of: ";") else { return false }
    return end != rest.startIndex
      && rest[..<end].allSatisfy {
        $0 == "#" || ("0"..."9").contains($0) || ("a"..."z").contains($0) || ("A"..."Z").contains($0)
      }
  }
}
