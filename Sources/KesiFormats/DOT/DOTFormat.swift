import KesiNetwork

extension Format {
  /// DOT: what Graphviz draws, and NetworkX, igraph and many a script write.
  static let dot = Format(
    id: "dot", name: Phrase("DOT file", zh: "DOT 文件"), names: "DOT files", input: "a DOT file (.dot, .gv)",
    output: "DOT, for Graphviz: actors and ties with all attributes, places left to Graphviz", endings: ["dot", "gv"],
    recognizes: { candidate in
      let specimen = ForeignFormat.Specimen(candidate.start, path: candidate.path)
      // Word keeps its templates under this ending, too.
      if candidate.isFolder || specimen.isCompound || specimen.isZip || specimen.isMarkup { return false }
      return ["dot", "gv"].contains(specimen.ending) || specimen.beginsAsDOT
    },
    read: { source, options, parallel in
      try GraphText.read(
        source, options, on: parallel, declared: DOTCharset.declared(in: source.start), by: DOTReader.read)
    },
    writer: .network { network, path, _, _ in try DOTWriter(network).write(to: path) },
    holds: GraphTables.holdings, honors: [.encoding], holdsColumn: WrittenGraph.holds,
    renames: { WrittenGraph($0).renamed })
}

/// The encoding that a DOT file names: `charset="latin1"`. Without one it is UTF-8.
enum DOTCharset {
  static let title = "charset"

  /// - Parameter start: the first bytes of a file, where programs state it.
  static func declared(in start: [UInt8]) -> TextEncoding? {
    guard let found = start.range(of: Array(title.utf8)) else { return nil }
    let signs: Set<UInt8> = [UInt8(ascii: "="), UInt8(ascii: "\""), 0x20, 0x09]
    let word = start[found.upperBound...].drop(while: signs.contains).prefix {
      $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",")
        && $0 != UInt8(ascii: "]")
    }
    let name = String(decoding: word, as: UTF8.self).lowercased()
    return TextEncoding(named: ["latin1", "latin-1", "l1", "iso_8859-1"].contains(name) ? "iso-8859-1" : name)
  }
}
