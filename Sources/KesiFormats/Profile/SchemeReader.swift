import KesiNetwork
import Yams

/// Reads `scheme.yml`: by what the members of a consortium are appraised.
package struct SchemeReader: SettingsReader {
  let file: String
  let log: ProblemLog

  /// - Parameter measures: the measures of actors that a source may name.
  /// - Throws: `NoInput` where it cannot be read; `BadData` with the line of everything that is wrong in it.
  package static func read(_ path: String, measures: [String]) throws -> AppraisalScheme {
    try FileSource.path(path).withBytes { try read($0, named: path, measures: measures) }
  }

  /// A scheme that is in memory.
  package static func read(text: String, named file: String = "scheme.yml", measures: [String]) throws
    -> AppraisalScheme
  {
    try Array(text.utf8).withUnsafeBytes { try read($0, named: file, measures: measures) }
  }

  /// The scheme for those who have none of their own, and under what name its faults would be told.
  package static func readStandard(measures: [String]) throws -> AppraisalScheme {
    try read(text: StandardScheme.text, named: "scheme.yml (--print-scheme)", measures: measures)
  }

  private static func read(_ bytes: UnsafeRawBufferPointer, named file: String, measures: [String]) throws
    -> AppraisalScheme
  {
    let reader = SchemeReader(file: file, log: ProblemLog())
    let scheme = reader.read(bytes, measures: Set(measures))
    if let failure = reader.log.failure() { throw failure }
    return scheme
  }

  private func read(_ bytes: UnsafeRawBufferPointer, measures: Set<String>) -> AppraisalScheme {
    var scheme = AppraisalScheme()
    guard let root = parse(bytes) else {
      if log.errorCount == 0 { log.add(Problem(.error, .file(file), Phrase("is empty.", zh: "是空文件。"))) }
      return scheme
    }
    let known = ["title", "title_zh", "weighting", "method", "indicators"]
    for (key, node) in root where !known.contains(key.text) { refuseUnknown(node, key.text, known: known) }
    let (title, titleZh) = (text(root, "title"), text(root, "title_zh"))
    if let any = title ?? titleZh { scheme.title = Phrase(title ?? any, zh: titleZh ?? any) }
    scheme.weighting = word(root, "weighting") ?? .given
    scheme.method = word(root, "method") ?? .sum
    for (id, node) in mapping(root, "indicators") {
      if let indicator = indicator(id, node, scheme, measures) { scheme.indicators.append(indicator) }
    }
    scheme.place = .file(file)
    guard log.errorCount == 0 else { return scheme }
    if scheme.indicators.isEmpty {
      log.add(
        Problem(
          .error, .file(file),
          Phrase(
            "has no indicators. `kesi contribution --print-scheme` prints a scheme to start from.",
            zh: "没有任何指标。可先运行 kesi contribution --print-scheme，输出一份再改。")))
    } else if scheme.weighting == .given, scheme.indicators.allSatisfy({ $0.weight == 0 }) {
      log.add(
        Problem(
          .error, .file(file),
          Phrase("all indicators have the weight 0. Give at least one of them more.", zh: "各指标的权重都为 0。请至少给一项设大于 0 的权重。")
        ))
    }
    return scheme
  }

  private func indicator(_ id: String, _ node: Node, _ scheme: AppraisalScheme, _ measures: Set<String>)
    -> AppraisalScheme.Indicator?
  {
    guard let settings = node.mapping, let written = text(settings, "source") else {
      fail(
        node,
        Phrase(
          "the indicator “\(id.shortened)” needs settings: source, and beside it label, label_zh, weight, direction, normalization, target.",
          zh: "指标“\(id.shortened)”应有 source 设置，另可有 label、label_zh、weight、direction、normalization、target。"))
      return nil
    }
    let known = ["label", "label_zh", "source", "weight", "direction", "normalization", "target"]
    for (key, value) in settings where !known.contains(key.text) { refuseUnknown(value, key.text, known: known) }
    guard let source = source(written, measures) else {
      fail(
        settings["source"] ?? node,
        Phrase(
          "source: “\(written.shortened)” is no number of members. Write members.COLUMN or actors.COLUMN, ties, ties.KIND, partners, partners.KIND, gains, brings, chains, loss, or a measure (`kesi metrics --help`), such as betweenness.",
          zh:
            "source：“\(written.shortened)”不是可用的数据。可写 members.列名、actors.列名、ties、ties.联系类型、partners、partners.主体类型、gains、brings、chains、loss，或某项主体指标（见 kesi metrics --help），如 betweenness。"
        ))
      return nil
    }
    let (label, labelZh) = (text(settings, "label"), text(settings, "label_zh"))
    var indicator = AppraisalScheme.Indicator(
      id: id, label: Phrase(label ?? id, zh: labelZh ?? label ?? id), source: source)
    indicator.place = place((settings["source"] ?? node).mark?.line)
    if let weight = settings["weight"] {
      indicator.weight = number(weight, "weight", upTo: 1e6) ?? 1
      refuse(
        weight, "weight", unless: scheme.weighting == .given,
        Phrase(
          "weighting: \(scheme.weighting.rawValue) finds the weights",
          zh: "weighting: \(scheme.weighting.rawValue) 自行确定权重"))
    }
    indicator.direction = word(settings, "direction") ?? .benefit
    if let node = settings["normalization"] {
      indicator.normalization = word(settings, "normalization") ?? .minMax
      refuse(
        node, "normalization", unless: scheme.method == .sum,
        Phrase("method: topsis has a scale of its own", zh: "method: topsis 有自己的标准化方法"))
    }
    if let node = settings["target"] {
      indicator.target = number(node, "target", upTo: 1e15)
      refuse(
        node, "target", unless: indicator.normalization == .target,
        Phrase("it goes with normalization: target", zh: "它只用于 normalization: target"))
    }
    if indicator.normalization == .target, !((indicator.target ?? 0) > 0) {
      fail(
        node,
        Phrase("normalization: target needs target, a number above 0.", zh: "normalization: target 须同时给出大于 0 的 target。")
      )
    }
    if indicator.normalization == .share, indicator.direction == .cost {
      fail(
        node,
        Phrase(
          "normalization: share is for benefits: a part of all costs says nothing good. Write min-max.",
          zh: "normalization: share 只用于效益型指标。请改用 min-max。"))
    }
    return indicator
  }

  /// What is not understood would be left out of an index without being missed.
  private func refuseUnknown(_ node: Node, _ name: String, known: [String]) {
    fail(
      node,
      Phrase(
        "“\(name.shortened)” is not a setting here. Correct or delete it. Known: \(known.joined(separator: ", ")).",
        zh: "“\(name.shortened)”不是此处可用的设置项，请改正或删去。可用：\(known.joined(separator: "、"))。"))
  }

  private func refuse(_ node: Node, _ key: String, unless isUsed: Bool, _ reason: Phrase) {
    guard !isUsed else { return }
    fail(node, Phrase("\(key) is of no use: \(reason.en). Leave it out.", zh: "\(key) 不起作用：\(reason.zh)。请删去。"))
  }

  private func source(_ text: String, _ measures: Set<String>) -> AppraisalScheme.Source? {
    let parts = text.unicodeScalars.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map {
      String($0)
    }
    guard parts.count == 2 else {
      switch text {
      case "ties": return .ties(kind: nil)
      case "partners": return .partners(kind: nil)
      case "gains": return .gains
      case "brings": return .brings
      case "chains": return .chains
      case "loss": return .loss
      default: return measures.contains(text) ? .measure(text) : nil
      }
    }
    if parts[1].isEmpty { return nil }
    return switch parts[0] {
    case "members": .column(.members, parts[1])
    case "actors": .column(.actors, parts[1])
    case "ties": .ties(kind: parts[1])
    case "partners": .partners(kind: parts[1])
    default: nil
    }
  }

  /// A word of a closed list; a problem where it is none.
  private func word<Word: Term>(_ mapping: Node.Mapping, _ key: String) -> Word? {
    guard let node = mapping[key], let text = text(mapping, key) else { return nil }
    if let word = Word(word: text) { return word }
    let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
    fail(
      node,
      Phrase(
        "\(key) is “\(text.shortened)”. It should be one of: \(known).",
        zh:
          "\(key) 为“\(text.shortened)”，应为以下之一：\(Word.allCases.map { "\($0.chinese[0])（\($0.rawValue)）" }.joined(separator: "、"))。"
      ))
    return nil
  }
}
