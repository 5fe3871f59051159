import KesiNetwork
import Yams

/// Reads `mapping.yml`.
package struct MappingReader: SettingsReader {
  let file: String
  let log: ProblemLog

  /// - Throws: `NoInput` where it cannot be read; `BadData` with the line of everything that is wrong in it.
  package static func read(_ path: String) throws -> SheetMapping {
    let reader = MappingReader(file: path, log: ProblemLog())
    let mapping = try FileSource.path(path).withBytes { reader.read($0) }
    let problems = reader.log.errors + reader.log.warnings
    // What is not understood would be left out without being missed: nothing is guessed by a mapping.
    if !problems.isEmpty { throw BadData(problems, count: reader.log.errorCount + reader.log.warningCount) }
    return mapping
  }

  private func read(_ bytes: UnsafeRawBufferPointer) -> SheetMapping {
    var mapping = SheetMapping()
    guard let root = parse(bytes) else {
      if log.errorCount == 0 { log.add(Problem(.error, .file(file), Phrase("is empty.", zh: "是空文件。"))) }
      return mapping
    }
    check(root, ["layouts", "skipped"])
    for node in items(root, "layouts") { readLayout(node, into: &mapping) }
    for node in items(root, "skipped") {
      guard let settings = settings(node, ["sheet", "because"]) else { continue }
      guard let sheet = text(settings, "sheet") else {
        fail(node, Phrase("needs sheet: the name of the sheet.", zh: "缺少 sheet：工作表的名称。"))
        continue
      }
      let reason = text(settings, "because") ?? ""
      mapping.skipped.append(SheetMapping.SkippedSheet(sheet: sheet, reason: Phrase(reason, zh: reason)))
    }
    if mapping.layouts.isEmpty, log.errorCount == 0 {
      log.add(
        Problem(
          .error, .file(file),
          Phrase(
            "has no layouts. Write layouts: with at least one list of columns; `kesi import sheet FILE -o FOLDER` writes one to start from.",
            zh: "缺少 layouts。请至少写一组 columns；可先运行 kesi import sheet 文件 -o 文件夹，生成一份再改。")))
    }
    return mapping
  }

  private func readLayout(_ node: Node, into mapping: inout SheetMapping) {
    let keys = [
      "sheets", "header_lines", "unit", "actor_kind", "tied_to", "list_separators", "leave_out", "columns",
    ]
    guard let settings = settings(node, keys) else { return }
    var layout = SheetLayout()
    layout.sheets = words(settings, "sheets")
    if let node = settings["header_lines"] {
      if let lines = node.int, (1...2).contains(lines) {
        layout.headerLines = lines
      } else {
        fail(
          node,
          Phrase("header_lines should be 1 or 2, but is “\(node.text)”.", zh: "header_lines 应为 1 或 2，现为“\(node.text)”。")
        )
      }
    }
    layout.unit = unit(settings)
    layout.actorKind = word(settings, "actor_kind")
    layout.owner = word(settings, "tied_to")
    if settings["list_separators"] != nil {
      layout.separators = Set(
        words(settings, "list_separators").compactMap { word in
          known(word, settings["list_separators"], ListSeparator.allCases.map(\.rawValue)).flatMap(
            ListSeparator.init(rawValue:))
        })
    }
    if settings["leave_out"] != nil {
      layout.leftOut = Set(
        words(settings, "leave_out").compactMap { word in
          known(word, settings["leave_out"], LeftOutReason.rules.map(\.rawValue)).flatMap(LeftOutReason.init(rawValue:))
        })
    }
    guard let columns = settings["columns"]?.mapping, !columns.isEmpty else {
      fail(
        node,
        Phrase(
          "needs columns: a line for each column, such as 企业名称: {as: actor}.",
          zh: "缺少 columns：每列写一行，如 企业名称: {as: actor}。"))
      return
    }
    for (label, node) in columns {
      guard let name = label.scalar?.string else {
        fail(label, Phrase("the name of a column should be a word.", zh: "列名应为文字。"))
        continue
      }
      if let column = readColumn(name, label, node) { layout.columns.append(column) }
    }
    let partners = layout.columns(.partners).count
    for meaning in ColumnMeaning.allCases
    where !meaning.mayRepeat && layout.columns(meaning).count > (meaning.describesTie ? max(1, partners) : 1) {
      let labels = layout.columns(meaning).map { "“\($0.label.shortened)”" }
      fail(
        node,
        Phrase(
          "\(labels.joined(separator: " and ")) are both \(meaning.rawValue). One column can be; make the others keep or ignore.",
          zh: "\(labels.joined(separator: "、"))都写成了 \(meaning.rawValue)，只能有一列。其余请改为 keep 或 ignore。"))
    }
    if layout.shape == nil, log.errorCount == 0 {
      fail(
        node,
        Phrase(
          "no column is actor, or project with leader or members: the rows name nobody. Give one of them that meaning.",
          zh: "没有一列为 actor（本行主体），也没有 project（项目）配 leader 或 members：无法得知各行的单位。请指定。"))
    }
    mapping.layouts.append(layout)
  }

  private func readColumn(_ label: String, _ key: Node, _ node: Node) -> MappedColumn? {
    let isGiven = Phrase("as the mapping says", zh: "按映射文件")
    if let word = node.scalar?.string {
      return meaning(word, node).map { MappedColumn(label: label, meaning: $0, confidence: 1, reason: isGiven) }
    }
    guard let settings = settings(node, ["as", "unit", "dates", "decimals", "optional", "sure", "because"]) else {
      return nil
    }
    guard let named = settings["as"], let word = named.scalar?.string else {
      fail(key, Phrase("“\(label.shortened)” needs as: what the column is.", zh: "“\(label.shortened)”缺少 as：该列是什么。"))
      return nil
    }
    guard let meaning = meaning(word, named) else { return nil }
    var column = MappedColumn(label: label, meaning: meaning, confidence: 1, reason: isGiven)
    column.isOptional = flag(settings, "optional") ?? false
    column.unit = unit(settings)
    if let word = text(settings, "dates") {
      switch known(word, settings["dates"], ["day_first", "month_first"]) {
      case "day_first": column.order = .dayFirst
      case "month_first": column.order = .monthFirst
      default: break
      }
    }
    if let word = text(settings, "decimals") {
      switch known(word, settings["decimals"], ["point", "comma"]) {
      case "point": column.decimals = .point
      case "comma": column.decimals = .comma
      default: break
      }
    }
    return column
  }

  /// What a word says that a column is: its code, or its label in Chinese.
  private func meaning(_ word: String, _ node: Node) -> ColumnMeaning? {
    if let labelled = ColumnMeaning.allCases.first(where: { $0.label.zh.isExactly(word) }) { return labelled }
    return known(word, node, ColumnMeaning.allCases.map(\.rawValue)).flatMap(ColumnMeaning.init(rawValue:))
  }

  private func unit(_ settings: Node.Mapping) -> WrittenUnit? {
    guard let word = text(settings, "unit"), let node = settings["unit"] else { return nil }
    if let unit = WrittenUnit(word) { return unit }
    fail(
      node,
      Phrase(
        "“\(word.shortened)” is not a unit. Write one such as 万元, 亿元, k€ or %.",
        zh: "“\(word.shortened)”不是可识别的单位。请写万元、亿元、k€、% 等。"))
    return nil
  }

  // MARK: Nodes

  /// A list of settings whose keys are known; nil where it is none.
  private func settings(_ node: Node, _ keys: [String]) -> Node.Mapping? {
    guard let mapping = node.mapping else {
      fail(node, Phrase("should be settings, such as {as: actor}.", zh: "应为设置项，如 {as: actor}。"))
      return nil
    }
    check(mapping, keys)
    return mapping
  }

  private func check(_ mapping: Node.Mapping, _ keys: [String]) {
    for key in mapping.keys { _ = known(key.scalar?.string ?? key.text, key, keys) }
  }

  private func items(_ root: Node.Mapping, _ key: String) -> [Node] {
    guard let node = root[key] else { return [] }
    guard let sequence = node.sequence else {
      fail(node, Phrase("\(key) should be a list.", zh: "\(key) 应为列表。"))
      return []
    }
    return Array(sequence)
  }

  private func words(_ settings: Node.Mapping, _ key: String) -> [String] {
    items(settings, key).compactMap { node in
      if let word = node.scalar?.string { return word }
      fail(node, Phrase("each item of \(key) should be a word.", zh: "\(key) 的每一项应为一个词。"))
      return nil
    }
  }

  /// A word that goes into tables: one that steers no terminal.
  private func word(_ settings: Node.Mapping, _ key: String) -> String? {
    guard let word = text(settings, key), let node = settings[key] else { return nil }
    if word.visible == word { return word }
    fail(
      node,
      Phrase(
        "\(key) should be a word without control characters, but is “\(word.shortened)”.",
        zh: "\(key) 应为不含控制字符的词，现为“\(word.shortened)”。"))
    return nil
  }

  /// A word that is one of some; a problem where it is none.
  private func known(_ word: String, _ node: Node?, _ words: [String]) -> String? {
    if words.containsExactly(word) { return word }
    let near = words.min { $0.editDistance(to: word) < $1.editDistance(to: word) }
    let isNear = near.map { $0.editDistance(to: word) <= 2 } ?? false
    let hint = isNear ? Phrase(" Did you mean “\(near ?? "")”?", zh: "是否想写“\(near ?? "")”？") : Phrase("", zh: "")
    let message = Phrase(
      "“\(word.shortened)” is not known here.\(hint.en) Known: \(words.joined(separator: ", ")).",
      zh: "“\(word.shortened)”不是此处可用的词。\(hint.zh)可用：\(words.joined(separator: "、"))。")
    if let node { fail(node, message) } else { log.add(Problem(.error, .file(file), message)) }
    return nil
  }
}
