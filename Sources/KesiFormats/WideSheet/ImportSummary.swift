import KesiNetwork

/// What an import tells: what was made of which rows, then what it was not sure of, the least sure first.
package struct ImportSummary {
  private let sheet: WideSheet
  private let network: Network
  private let folder: String
  private let earlier: EarlierActors?
  /// Doubts beyond these are counted.
  private static let most = 20

  package init(_ sheet: WideSheet, _ network: Network, of folder: String, since earlier: EarlierActors? = nil) {
    (self.sheet, self.network, self.folder, self.earlier) = (sheet, network, folder, earlier)
  }

  package func text(in language: Language) -> String {
    var lines: [String] = []
    func say(_ phrase: Phrase) { lines.append(phrase(language).visible) }
    for tally in sheet.tally {
      say(
        Phrase(
          "\(tally.sheet): \(tally.rows.counted("row")) read below the header in row \(tally.headerRow).",
          zh: "\(tally.sheet)：表头在第 \(tally.headerRow) 行，读取 \(tally.rows) 行。"))
      for left in tally.leftOut {
        let rows = left.rows.prefix(8).map(String.init)
        say(
          Phrase(
            "  left out: \(left.reason.en), \(left.rows.count == 1 ? "row" : "rows") \(rows.joined(separator: ", "))\(left.rows.count > 8 ? ", …" : "")",
            zh: "  略去：\(left.reason.zh)，第 \(rows.joined(separator: "、"))\(left.rows.count > 8 ? " 等" : "") 行"))
      }
    }
    for skipped in sheet.mapping.skipped {
      say(Phrase("\(skipped.sheet): not used, \(skipped.reason.en).", zh: "\(skipped.sheet)：未使用，\(skipped.reason.zh)。"))
    }
    say(made)
    if let message = sheet.nobodyJoined(in: network) {
      let file = sheet.files.joined(separator: ", ")
      say(Phrase("\(file): \(message.en)", zh: "\(file)：\(message.zh)"))
    }
    let persons = sheet.mapping.layouts.flatMap { $0.columns(.personal).map(\.label.shortened) }
    if !persons.isEmpty {
      say(
        Phrase(
          "Not carried on, as about persons: \(persons.joined(separator: ", ")).",
          zh: "涉及个人信息，未输出：\(persons.joined(separator: "、"))。"))
    }
    if let change = earlier?.change(to: network) { say(change) }
    say(
      Phrase(
        "Written to \(folder): the tables, \(MappingWriter.file), \(MergesFile.name).",
        zh: "已写入 \(folder)：数据表、\(MappingWriter.file)、\(MergesFile.name)。"))
    guard !sheet.doubts.isEmpty else { return lines.joined(separator: "\n") + "\n" }
    lines.append("")
    say(Phrase("Not sure, the least sure first:", zh: "不确定之处（最不确定的在前）："))
    for doubt in sheet.doubts.prefix(Self.most) { lines.append("- " + doubt.remark.line(in: language)) }
    let more = sheet.doubts.count - Self.most
    if more > 0 { say(Phrase("… and \(more) more.", zh: "……另有 \(more) 处。")) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `78 actors (46 enterprises …), 61 ties, 46 positions in 8 chains.`
  private var made: Phrase {
    let contents = network.contents
    func count(_ table: Table) -> Int { network.rowCount(of: table) }
    let kinds = contents.filter { $0.table == .actors }.compactMap(\.part).map(\.label)
    let counts = contents.filter { $0.table == .actors && $0.part != nil }.map(\.count)
    let list = zip(kinds, counts).map { Phrase("\($0.en) \($1)", zh: "\($0.zh) \($1)") }
    var en = ["\(count(.actors).counted("actor")) (\(list.map(\.en).joined(separator: ", ")))"]
    var zh = ["\(count(.actors)) 家单位（\(list.map(\.zh).joined(separator: "、"))）"]
    func add(_ count: Int, _ noun: String, _ plural: String? = nil, zh words: String) {
      guard count > 0 else { return }
      en.append(count.counted(noun, plural))
      zh.append("\(count) \(words)")
    }
    add(count(.ties), "tie", zh: "条联系")
    add(count(.consortia), "project or consortium", "projects or consortia", zh: "个项目或联合体")
    add(count(.members), "membership", zh: "个成员")
    add(count(.chains), "chain", zh: "条产业链")
    add(count(.positions), "place in chains", "places in chains", zh: "个链位")
    return Phrase("Made: \(en.joined(separator: ", ")).", zh: "生成：\(zh.joined(separator: "，"))。")
  }
}

/// The actors of the folder in which a mapping lies: what next month's sheet is held against.
package struct EarlierActors {
  private let names: [NameKey: String]

  /// Nil where no network lies there.
  ///
  /// - Throws: as reading the network does.
  package init?(beside mapping: String) throws {
    let folder = mapping.pathSteps.folder ?? "."
    guard FileBytes.exists("\(folder)/\(Table.actors.file)") else { return nil }
    let network = try NetworkReader.read(folder: folder).network
    names = Dictionary(network.actors.map { (NameKey($0.name), $0.name) }, uniquingKeysWith: { old, _ in old })
  }

  func change(to network: Network) -> Phrase {
    let now = Set(network.actors.map { NameKey($0.name) })
    let new = network.actors.filter { names[NameKey($0.name)] == nil }.map(\.name)
    let gone = names.filter { !now.contains($0.key) }.map(\.value).sorted { $0.precedes($1) }
    func list(_ some: [String], in language: Language) -> String {
      some.isEmpty ? "" : "（\(some.listed(most: 5, in: language) { $0.shortened })）"
    }
    func en(_ some: [String]) -> String { some.isEmpty ? "" : " (\(some.listed(most: 5, in: .en) { $0.shortened }))" }
    return Phrase(
      "Since the network beside the mapping: \(new.count.counted("actor")) new\(en(new)), \(gone.count) no longer named\(en(gone)).",
      zh: "与映射文件所在的网络相比：新增 \(new.count) 家单位\(list(new, in: .zh))，不再出现 \(gone.count) 家\(list(gone, in: .zh))。")
  }
}
