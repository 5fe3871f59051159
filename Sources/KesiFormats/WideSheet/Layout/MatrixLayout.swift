import KesiNetwork

extension LayoutGuess {
  /// Columns of marks: their heads are what is marked, organizations, or chains where the sheet speaks of chains.
  mutating func settleMarks(_ header: SheetHeader, _ rows: [Int], _ sheet: Sheet) {
    let names = namesOfRows(rows, sheet)
    let partners = guesses.indices.filter { place in
      let head = guesses[place].head
      return header.isMarked(head, in: sheet)
        || names.contains(NameKey(head.own)) && header.hasOnlyMarks(head, in: sheet)
    }
    if partners.count > 1 {
      for place in partners {
        guesses[place].become(
          .partnerMark, 0.8, Phrase("marks stand under the name of an organization", zh: "单位名称之下为打勾或数字"))
      }
      return
    }
    let marked = guesses.indices.filter {
      guesses[$0].meaning == .keep && guesses[$0].profile.filled > 0 && guesses[$0].profile.marks >= 0.6
        && SheetHeadWords.matches(of: guesses[$0].head.own).isEmpty
    }
    guard marked.count > 2 else { return }
    let words = ([header.title ?? ""] + marked.map { guesses[$0].head.group }).map { $0.lowercased() }
    guard
      words.contains(where: { word in ["链", "产业", "行业", "chain", "industr", "sector"].contains { word.contains($0) } })
    else { return }
    for place in marked {
      guesses[place].become(
        .chainMark, 0.7, Phrase("marks stand under it, and the sheet is about chains", zh: "其下为打勾，且本表讲产业链"))
    }
  }

  /// Those whom the rows are about: in a matrix of the same organizations on both sides the heads are among them.
  private func namesOfRows(_ rows: [Int], _ sheet: Sheet) -> Set<NameKey> {
    guard let actor = best(.actor) else { return [] }
    let column = guesses[actor].head.column
    return Set(rows.prefix(4096).map { NameKey(sheet.text($0, column)) })
  }
}
