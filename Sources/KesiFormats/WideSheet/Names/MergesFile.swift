import KesiNetwork

/// `merges.csv`: pairs of names that may be one organization, for a person to say.
package enum MergesFile {
  package static let name = "merges.csv"

  private enum Column: String, CaseIterable {
    case name
    case other = "other_name"
    case why, cells
    case otherCells = "other_cells"
    case accept

    /// What else it may be called.
    var names: [String] {
      switch self {
      case .name: ["name_a", "名称", "名称a"]
      case .other: ["name_b", "另一名称", "名称b"]
      case .accept: ["采纳", "是否合并", "同意"]
      case .why, .cells, .otherCells: []
      }
    }
  }

  private static let heads = Column.allCases.map(\.rawValue)

  /// The one that lies beside a mapping, where there is one.
  package static func beside(_ mapping: String) -> String? {
    let path = mapping.pathSteps.folder.map { "\($0)/\(name)" } ?? name
    return FileBytes.exists(path) ? path : nil
  }

  /// What was said before, then the pairs that are new, with `accept` left to be filled in.
  package static func text(of pairs: [LikeNames], after merges: NameMerges, in language: Language) -> String {
    let said = Phrase("said before", zh: "此前已定")(language)
    let decided = merges.decisions.map { [$0.name, $0.other, said, "", "", $0.areOne ? "yes" : "no"] }
    let new = pairs.filter { !merges.isDecided($0.name, $0.other) }.map { pair in
      [pair.name, pair.other, pair.reason(language), String(pair.mentions), String(pair.otherMentions), ""]
    }
    let rows = (decided + new).map { $0.map { $0.asField(between: ",") }.joined(separator: ",") }
    return ([heads.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
  }

  /// The merges that were accepted: the second name of each is taken for the first.
  ///
  /// - Throws: `NoInput`; `BadData` where columns are missing, or `accept` is neither yes nor no.
  package static func read(_ path: String) throws -> NameMerges {
    try read(Sheet(text: .path(path)), path)
  }

  static func read(_ sheet: Sheet, _ path: String) throws -> NameMerges {
    var merges = NameMerges()
    func place(_ column: Column) throws -> Int {
      let names = [column.rawValue] + column.names
      let width = sheet.rowCount > 0 ? sheet.width(ofRow: 0) : 0
      guard let place = (0..<width).first(where: { names.contains(sheet.text(0, $0).asName.lowercased()) }) else {
        throw BadData([
          Problem(
            .error, .file(path),
            Phrase("needs the columns \(heads.joined(separator: ", ")).", zh: "应有以下各列：\(heads.joined(separator: "、"))。")
          )
        ])
      }
      return place
    }
    let (name, other, accept) = (try place(.name), try place(.other), try place(.accept))
    var problems: [Problem] = []
    for row in 1..<max(1, sheet.rowCount) {
      let word = sheet.text(row, accept).asName
      if word.isEmpty { continue }
      guard let isAccepted = isAccepted(word) else {
        problems.append(
          Problem(
            .error, .cell(file: path, row: sheet.number(ofRow: row), column: Column.accept.rawValue, columnZh: nil),
            Phrase(
              "“\(word.shortened)” is neither yes nor no. Write yes or no, or leave it empty.",
              zh: "应填“是”或“否”，现为“\(word.shortened)”；也可留空。")))
        continue
      }
      let (a, b) = (sheet.text(row, name), sheet.text(row, other))
      guard merges.decide(b, isOneWith: a, isAccepted) else {
        problems.append(
          Problem(
            .error, .cell(file: path, row: sheet.number(ofRow: row), column: Column.accept.rawValue, columnZh: nil),
            Phrase(
              "says of “\(a.shortened)” and “\(b.shortened)” what an earlier row denies. Keep one of the two rows.",
              zh: "对“\(a.shortened)”与“\(b.shortened)”的答复与前面的行矛盾。请只保留其中一行。")))
        continue
      }
    }
    guard problems.isEmpty else { throw BadData(problems) }
    return merges
  }

  /// Nil for a word that is neither yes nor no.
  private static func isAccepted(_ word: String) -> Bool? {
    switch word.lowercased() {
    case "合并", "同意", "x", "ok": true
    case "不合并", "不同意", "不对": false
    default: Answer(word: word).map { $0 == .yes }
    }
  }
}
