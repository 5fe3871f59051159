import KesiNetwork

/// What the chapter on partnership is filled with.
extension ReportPage {
  /// A picture in both languages.
  struct DrawnFigure {
    let caption: HTML
    let drawings: [DrawnMap]
  }

  struct PartnershipRow {
    let who: HTML
    let what: HTML
    let value: HTML
    let words: HTML
  }

  /// What a member would get.
  struct SplitRow {
    let who: HTML
    let putsIn: HTML
    let adds: HTML
    let today: HTML
    let keeps: HTML
  }

  struct PartnershipPart {
    let name: HTML?
    let sentences: [HTML]
    let hasSplits: Bool
    let splits: [SplitRow]
    let hasRows: Bool
    let rows: [PartnershipRow]
    let hasFolded: Bool
    let foldName: HTML
    let foldedCount: HTML
    let folded: [PartnershipRow]
    let figures: [DrawnFigure]

    /// - Parameters:
    ///   - rows: those that are seen at once.
    ///   - fold, folded: the others, and what they are called together.
    init(
      _ name: HTML?, _ sentences: [HTML], splits: [SplitRow] = [], rows: [PartnershipRow] = [],
      fold: Phrase = Phrase("", zh: ""), folded: [PartnershipRow] = [], figures: [DrawnFigure] = []
    ) {
      (self.name, self.sentences, self.figures) = (name, sentences, figures)
      (hasSplits, self.splits) = (!splits.isEmpty, splits)
      (hasRows, self.rows) = (!rows.isEmpty, rows)
      (hasFolded, self.folded) = (!folded.isEmpty, folded)
      (foldName, foldedCount) = (HTML(fold), HTML(folded.count))
    }
  }
}
