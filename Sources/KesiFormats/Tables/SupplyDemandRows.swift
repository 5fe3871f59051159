import KesiNetwork

extension MarketEntry: NetworkRow where Side: DescribedSide {
  func isWhole(_ cells: Cells) -> Bool {
    guard MissingValue.isStated(by: item), cells.references.words.item(item).isExactly(item),
      !cells.references.profile.items.contains(where: { $0.id.isExactly(item) })
    else { return true }
    cells.report(
      .error, Self.itemColumn,
      Phrase(
        "“\(item.shortened)” says that there is nothing. Name what it is about, or delete the row.",
        zh: "“\(item.shortened)”表示“无”。请写明内容，或删除此行。"))
    return false
  }

  mutating func settle(_ cells: Cells) {
    item = cells.references.words.item(item)
    if quantity == 0 {
      cells.report(
        .warning, Self.column(InputMeaning.quantity),
        Phrase("is 0, so there is nothing to match. Delete the row, or fill it in.", zh: "为 0，无可匹配。请填写数量，或删除此行。"))
    }
    if preferences.contains(actor) {
      preferences.removeAll { $0 == actor }
      cells.report(
        .warning, Self.column(InputMeaning.preferences),
        Phrase("names the actor itself, which is left out. Name others.", zh: "列出了该单位自身，已略去。请填写其他单位。"))
    }
  }

  static func join(_ part: consuming TablePart<MarketEntry>, _ reader: NetworkReader, _ file: String) -> [Int] {
    reader.joinRepeatable(part, file)
  }

  private static var itemColumn: ColumnHead { column(InputMeaning.item) }

  /// The column of a meaning, of which each table has one.
  static func column(_ meaning: InputMeaning) -> ColumnHead {
    heads.first { $0.meaning?.id == meaning.id } ?? heads[0]
  }
}

extension NetworkReader {
  /// What the two tables say together: whether they call one thing by one word, whether there is another side, and whether
  /// all rank whom they would have.
  func checkSuppliesAndDemands() {
    joinItemsAlike()
    let (supplies, demands) = (network.supplies, network.demands)
    guard !supplies.isEmpty || !demands.isEmpty else { return }
    if supplies.isEmpty || demands.isEmpty {
      let (there, missing) = supplies.isEmpty ? (Table.demands, Table.supplies) : (.supplies, .demands)
      log.add(
        Problem(
          .warning, .file(references.name(of: there)),
          Phrase(
            "has rows, but there are no \(missing.name.en), so nothing can be matched. Add \(missing.file).",
            zh: "有数据，但没有\(missing.name.zh)，无法匹配。请补充 \(missing.file)。")))
      return
    }
    checkItems()
    let isRanked = supplies.contains { !$0.preferences.isEmpty } || demands.contains { !$0.preferences.isEmpty }
    guard isRanked else { return }
    checkRankings(of: supplies, by: demands.map(\.actor))
    checkRankings(of: demands, by: supplies.map(\.actor))
  }

  /// A word of one side alone that is nearly one of the other side, or nearly one that is declared, may be a slip: then what
  /// is one item is idle on one side and unmet on the other.
  private func checkItems() {
    let declared = network.profile.items.flatMap { [$0.id, $0.label.en, $0.label.zh] }
    let (offered, needed) = (network.supplies.map(\.item), network.demands.map(\.item))
    warnOfSlips(among: offered, beside: needed + declared, Supply.column(InputMeaning.item), in: .supplies)
    warnOfSlips(among: needed, beside: offered + declared, Demand.column(InputMeaning.item), in: .demands)
  }

  private func warnOfSlips(among words: [String], beside others: [String], _ column: ColumnHead, in table: Table) {
    let known = Set(others.map(ExactText.init))
    let odd = Set(words.map(ExactText.init)).subtracting(known).sorted { $0.text.precedes($1.text) }
    // Of very many words each pair would cost more than it helps.
    guard !odd.isEmpty, odd.count * known.count <= Self.mostPairsOfItems else { return }
    let place = column.place(in: references.name(of: table), row: nil)
    for word in odd {
      let letters = word.text.unicodeScalars.count
      guard (Self.fewestLetters...Self.mostLetters).contains(letters) else { continue }
      let (limit, digits) = (max(1, letters / Self.lettersToASlip), Self.digits(word.text))
      let near = known.filter { abs($0.text.unicodeScalars.count - letters) <= limit && Self.digits($0.text) == digits }
        .map { (distance: $0.text.editDistance(to: word.text), word: $0.text) }
        .filter { $0.distance <= limit }
        .min { $0.distance == $1.distance ? $0.word.precedes($1.word) : $0.distance < $1.distance }
      guard let near else { continue }
      log.add(
        Problem(
          .warning, place,
          Phrase(
            "“\(word.text.shortened)” stands on this side alone and is nearly “\(near.word.shortened)”. If it is the same, write it alike; if not, declare both under items in network.yml.",
            zh:
              "“\(word.text.shortened)”只见于此表，与“\(near.word.shortened)”相近。如为同一内容，请统一写法；如不是，请在 network.yml 的 items 中分别声明。"
          )))
    }
  }

  /// One letter of so many may be wrong in a slip, and one of a word of four: two shorter words are mostly two things.
  private static let (lettersToASlip, fewestLetters) = (5, 4)
  /// What is longer is a sentence, and to compare each with each would take minutes.
  private static let mostLetters = 60
  private static let mostPairsOfItems = 100_000
  /// Codes that differ in a digit are mostly two.
  private static func digits(_ word: String) -> [Unicode.Scalar] {
    word.unicodeScalars.filter { ("0"..."9").contains($0) }
  }

  /// Words of items that differ in case, width or blanks alone mean one item, as they do where the item is declared: that of
  /// most rows, and of as many the first in order.
  private func joinItemsAlike() {
    var rows: [ExactText: Int] = [:]
    for item in network.supplies.map(\.item) + network.demands.map(\.item) { rows[ExactText(item), default: 0] += 1 }
    var kept: [ExactText: String] = [:]
    let looks = Dictionary(grouping: rows.keys) { ExactText($0.text.folded.lowercased()) }
    for alike in looks.values where alike.count > 1 {
      // Declared items are told apart as they are declared.
      guard !alike.contains(where: { word in network.profile.items.contains { $0.id.isExactly(word.text) } }) else {
        continue
      }
      let usual = alike.min {
        let (a, b) = (rows[$0] ?? 0, rows[$1] ?? 0)
        return a == b ? $0.text.precedes($1.text) : a > b
      }
      for word in alike where word != usual { kept[word] = usual?.text }
    }
    guard !kept.isEmpty else { return }
    join(\.supplies, kept)
    join(\.demands, kept)
  }

  private func join<Side: DescribedSide>(
    _ entries: WritableKeyPath<Network, [MarketEntry<Side>]>, _ kept: [ExactText: String]
  ) {
    let place = MarketEntry<Side>.column(InputMeaning.item).place(in: references.name(of: Side.table), row: nil)
    var told = Set<ExactText>()
    for row in network[keyPath: entries].indices {
      let word = ExactText(network[keyPath: entries][row].item)
      guard let item = kept[word] else { continue }
      network[keyPath: entries][row].item = item
      guard told.insert(word).inserted else { continue }
      log.add(
        Problem(
          .warning, place,
          Phrase(
            "“\(word.text.shortened)” differs from “\(item.shortened)” in case, width or blanks alone, so it counts as that item. Write both alike.",
            zh: "“\(word.text.shortened)”与“\(item.shortened)”只有大小写、全半角或空格之别，按同一内容计。请统一写法。")))
    }
  }

  private func checkRankings<Side: DescribedSide>(of entries: [MarketEntry<Side>], by others: [Int]) {
    let place = MarketEntry<Side>.column(InputMeaning.preferences).place(in: references.name(of: Side.table), row: nil)
    func add(_ rows: [String], _ en: (String) -> String, zh: (String) -> String) {
      guard !rows.isEmpty else { return }
      let (shown, more) = (rows.prefix(10), rows.count > 10)
      log.add(
        Problem(
          .warning, place,
          Phrase(
            en(shown.joined(separator: ", ") + (more ? ", …" : "")),
            zh: zh(shown.joined(separator: "、") + (more ? "……" : "")))))
    }
    let silent = entries.filter(\.preferences.isEmpty).map {
      "\(network.actors[$0.actor].id.shortened) (\($0.item.shortened))"
    }
    add(
      silent,
      {
        "\(silent.count.counted("row")) \(silent.count == 1 ? "ranks" : "rank") nobody, though others do: \($0). Fill them in; `kesi match --stable` wants all to rank."
      }, zh: { "有 \(silent.count) 行未填意向对象，而其他行已填：\($0)。请补填；kesi match --stable 要求每一行都填写。" })
    let known = Set(others)
    var unknown: [String] = []
    for actor in entries.flatMap(\.preferences) where !known.contains(actor) {
      let id = network.actors[actor].id.shortened
      if !unknown.containsExactly(id) { unknown.append(id) }
    }
    let side = Side.table == .supplies ? Phrase("demand", zh: "需求") : Phrase("supply", zh: "供给")
    add(
      unknown, { "names actors that \(side.en) nothing: \($0). Correct them, or add their rows." },
      zh: { "所列单位没有任何\(side.zh)：\($0)。请改正，或补上其数据。" })
  }
}
