import KesiNetwork

/// Writes the matrix of a network as DL: labels, and the list of its cells that are not 0. Ties without direction are there
/// from both sides, as in every matrix.
struct UcinetWriter {
  let graph: NetworkGraph

  func write(to path: String) throws {
    try graph.matrix.withRows { rows in
      try PieceWriter.write(to: path) { out in
        // On a line of its own: igraph reads it nowhere else.
        try out.put("dl n=\(rows.order)\nformat=edgelist1\nlabels:\n")
        for row in 0..<rows.order {
          let id = graph.actor(row).id
          guard id.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") }), !id.isEmpty else {
            throw CannotWrite.noLabel(id)
          }
          try out.put(isPlain(id) ? "\(id)\n" : "\"\(id)\"\n")
        }
        try out.put("data:\n")
        for row in 0..<rows.order {
          for entry in rows.ties(of: row, isSymmetric: false) {
            try out.put("\(row + 1) \(rows.column(entry) + 1) \(rows.weight(entry).plain)\n")
          }
        }
      }
    }
  }

  /// Whether a label is told without quotes, which igraph takes for a part of it.
  private func isPlain(_ id: String) -> Bool {
    id.lowercased() != "embedded"
      && id.unicodeScalars.allSatisfy {
        $0.value > 0x7F || $0.properties.isAlphabetic || "0"..."9" ~= $0 || "-_.".unicodeScalars.contains($0)
      }
  }
}

extension CannotWrite {
  fileprivate static func noLabel(_ id: String) -> CannotWrite {
    CannotWrite(
      message: Phrase(
        "the id “\(id.shortened.visible)” is empty, or holds a quote or a line break, which no label of DL can. Change it, or write GraphML (.graphml).",
        zh: "编号“\(id.shortened.visible)”为空，或含有引号、换行，DL 标签无法保存。请修改编号，或改写为 GraphML（.graphml）。"),
      isClosedPipe: false)
  }
}
