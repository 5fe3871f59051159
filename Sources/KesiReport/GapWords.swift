import KesiCluster
import KesiNetwork

/// The list of gaps in words.
extension Report {
  static let mostNames = 4

  var gapClasses: [ReportPage.GapClassPart] {
    gapList.classes.map { part in
      ReportPage.GapClassPart(
        id: HTML(part.gapClass.rawValue), className: HTML(part.gapClass.label), classCount: HTML(part.count),
        classMeaning: HTML(part.gapClass.meaning),
        kinds: part.kinds.map { kind in
          ReportPage.GapKindPart(
            kindName: HTML(kind.kind.label.heading), kindCount: HTML(kind.count), kindCode: HTML(kind.kind.id),
            entries: kind.entries.map(entry))
        })
    }
  }

  private func entry(_ entry: GapList.Entry) -> ReportPage.GapEntry {
    let chain = entry.first.chain.map { network.chains[$0] }
    let left = entry.gaps.count - entry.numbers.count
    return ReportPage.GapEntry(
      level: HTML(entry.first.level.rawValue), levelName: HTML(entry.first.level.label.heading),
      severity: HTML(Figure.index(entry.first.severity).text),
      chainName: chain.map { HTML(Phrase($0.name(in: .en), zh: $0.name(in: .zh))) },
      together: entry.isGroup ? HTML(entry.first.kind.together(entry.gaps.count)) : nil,
      names: names(of: entry).map { HTML($0) }, hub: hub(of: entry).map { HTML($0) }, isGroup: entry.isGroup,
      items: zip(entry.numbers, entry.listed).map(item),
      unlisted: left > 0
        ? HTML(
          Phrase(
            "\(Figure.count(left).text) more, none of them worse, are not listed one by one.",
            zh: "另有 \(Figure.count(left).text) 处同类薄弱环节，程度相同或更轻，不再逐一列出。")) : nil,
      unlistedCount: HTML(left))
  }

  private func item(number: Int, gap: Gap) -> ReportPage.GapItem {
    let remedies = gap.remedies.map { $0.phrase(in: network) }
    return ReportPage.GapItem(
      number: HTML(number), severity: HTML(Figure.index(gap.severity).text), meaning: HTML(gap.explanation),
      evidence: HTML(evidence(of: gap)),
      remedy: remedies.isEmpty
        ? nil : HTML(Phrase(remedies.map(\.en).joined(separator: "; "), zh: remedies.map(\.zh).joined(separator: "；"))),
      group: together(with: gap).map { HTML($0) },
      hasPlace: gap.subjects.contains { analysis.graph.vertex[$0] != nil })
  }

  /// What the remedy of a gap closes beside it, or which other closes it; nil where it goes with none.
  private func together(with gap: Gap) -> Phrase? {
    guard let group = gains.groups[ExactText(gap.id)] else { return nil }
    let others = gaps.filter { !$0.id.isExactly(gap.id) && gains.groups[ExactText($0.id)] == group }
    guard !others.isEmpty else { return nil }
    func called(_ other: Gap, _ language: Language) -> String {
      let subjects = other.subjects.prefix(2).map { network.actors[$0].shortName(in: language) }
      let place = other.chain.map { network.chains[$0].name(in: language) }
      let facts =
        subjects.isEmpty ? [place].compactMap(\.self) : [subjects.joined(separator: language == .zh ? "、" : ", ")]
      let label = other.kind.label(language)
      return facts.isEmpty ? label : language == .zh ? "\(label)（\(facts[0])）" : "\(label) (\(facts[0]))"
    }
    let gain = Figure.points(group.gain).text
    // The gain is that of the remedy of one of them, which the others do not show.
    if let leader = others.first(where: { $0.id.isExactly(group.id) }) {
      return Phrase(
        "The step for \(called(leader, .en)) closes this as well; together +\(gain).",
        zh: "针对\(called(leader, .zh))的措施可一并消除此处；合计 +\(gain)。")
    }
    func list(_ language: Language) -> String {
      others.listed(most: 2, in: language, by: "处") { called($0, language) }
    }
    return Phrase("Closes with it: \(list(.en)); together +\(gain).", zh: "可一并消除：\(list(.zh))；合计 +\(gain)。")
  }

  /// Who is meant by alike gaps: `A, B, C, D, and 74 more`.
  private func names(of entry: GapList.Entry) -> Phrase? {
    guard entry.isGroup else { return nil }
    func names(_ language: Language) -> [String] {
      var seen = Set<ExactText>()
      return entry.gaps.lazy.compactMap { gap -> String? in
        let ends = gap.subjects.prefix(gap.isTie ? 2 : 1).map { self.network.actors[$0].shortName(in: language) }
        return ends.isEmpty ? nil : ends.joined(separator: "–")
      }.filter { seen.insert(ExactText($0)).inserted }
    }
    let (english, chinese) = (names(.en), names(.zh))
    guard !english.isEmpty else { return nil }
    return Phrase(
      english.listed(most: Self.mostNames, in: .en) { $0 }, zh: chinese.listed(most: Self.mostNames, in: .zh) { $0 })
  }

  /// The actor that a tie to is the remedy for most of alike gaps: to be said once, with its count.
  private func hub(of entry: GapList.Entry) -> Phrase? {
    guard entry.isGroup else { return nil }
    var counts: [Int: Int] = [:]
    for gap in entry.gaps {
      var partners = Set<Int>()
      for case .tie(let a, let b) in gap.remedies { partners.formUnion([a, b]) }
      for partner in partners.subtracting(gap.subjects) { counts[partner, default: 0] += 1 }
    }
    guard let (actor, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), count > 1,
      2 * count > entry.gaps.count
    else { return nil }
    let (n, isAll) = (Figure.count(count).text, count == entry.gaps.count)
    let (name, chineseName) = (network.actors[actor].shortName(in: .en), network.actors[actor].shortName(in: .zh))
    return Phrase(
      isAll ? "for each of them a tie with \(name)" : "for \(n) of them a tie with \(name)",
      zh: (isAll ? "均" : "其中 \(n) 处") + "可通过与\(chineseName.setInChinese)合作解决")
  }

  /// What a gap follows from, each number or word with what it is called.
  private func evidence(of gap: Gap) -> Phrase {
    func text(_ language: Language) -> String {
      let isChinese = language == .zh
      return gap.evidence.filter { !$0.term.isInExplanation }.map { term, value in
        term.label(language) + (isChinese ? " " : ": ") + value.shown(in: term.unit, of: network)(language)
      }.joined(separator: isChinese ? "，" : "; ")
    }
    return Phrase(text(.en), zh: text(.zh))
  }
}
