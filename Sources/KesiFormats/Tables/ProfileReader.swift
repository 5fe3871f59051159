import KesiNetwork
import Yams

/// Reads `network.yml`: title, source, kinds, thresholds, weights.
struct ProfileReader {
  static let file = "network.yml"
  /// Bounds against hostile input: such a file has some hundred lines, a few levels deep.
  private static let largest = 256 * 1024
  private static let deepest = 32

  let log: ProblemLog

  func read(_ bytes: UnsafeRawBufferPointer) -> Profile {
    var profile = Profile()
    guard let root = parse(bytes) else { return profile }
    let fields = [
      "title", "title_zh", "illustrative", "source", "source_zh", "license", "licence", "kinds", "tie_kinds", "zones",
      "assess", "thresholds", "weights",
    ]
    for key in root.keys where !fields.contains(key.text) {
      warn(
        key,
        Phrase(
          "“\(key.text)” is not a setting, so it is ignored. Known: \(fields.joined(separator: ", ")).",
          zh: "“\(key.text)”不是可用的设置项，已忽略。可用：\(fields.joined(separator: "、"))。"
        ))
    }
    let title = text(root, "title")
    let titleZh = text(root, "title_zh")
    if title != nil || titleZh != nil { profile.title = Phrase(title ?? titleZh!, zh: titleZh ?? title!) }
    profile.isIllustrative = flag(root, "illustrative") ?? false
    profile.source = text(root, "source")
    profile.sourceZh = text(root, "source_zh")
    profile.license = text(root, "licence") ?? text(root, "license")
    for (id, node) in mapping(root, "kinds") { readKind(id, node, into: &profile) }
    for (id, node) in mapping(root, "tie_kinds") {
      guard let settings = node.mapping else {
        fail(node, Phrase("needs settings such as label, label_zh, directed.", zh: "应有 label、label_zh、directed 等设置。"))
        continue
      }
      let label = text(settings, "label") ?? id
      profile.tieKinds.append(
        TieKind(
          id: id, label: Phrase(label, zh: text(settings, "label_zh") ?? label),
          isDirected: flag(settings, "directed") ?? false))
    }
    for (zone, node) in mapping(root, "zones") {
      guard let settings = node.mapping else {
        fail(node, Phrase("needs settings such as label, label_zh.", zh: "应有 label、label_zh 等设置。"))
        continue
      }
      let label = text(settings, "label") ?? zone
      profile.zones[zone] = Phrase(label, zh: text(settings, "label_zh") ?? label)
    }
    if let node = root["assess"] { profile.assess = readAspects(node) }
    for (name, node) in mapping(root, "thresholds") {
      if let known = Thresholds.names.first(where: { $0.name == name }) {
        profile.thresholds[keyPath: known.path] = number(node, name, upTo: 1) ?? profile.thresholds[keyPath: known.path]
      } else if let known = Thresholds.wholeNames.first(where: { $0.name == name }) {
        profile.thresholds[keyPath: known.path] =
          number(node, name, upTo: 1e9).map { Int($0) } ?? profile.thresholds[keyPath: known.path]
      } else {
        unknown(node, name, known: Thresholds.names.map(\.name) + Thresholds.wholeNames.map(\.name))
      }
    }
    readWeights(mapping(root, "weights"), into: &profile.indexWeights)
    return profile
  }

  private func readKind(_ id: String, _ node: Node, into profile: inout Profile) {
    guard let settings = node.mapping else {
      fail(
        node,
        Phrase(
          "needs settings such as label, label_zh, helix, color, shape.", zh: "应有 label、label_zh、helix、color、shape 等设置。"
        ))
      return
    }
    var kind = profile.kind(id)
    let label = text(settings, "label")
    let labelZh = text(settings, "label_zh")
    kind.label = Phrase(label ?? kind.label.en, zh: labelZh ?? label ?? kind.label.zh)
    if let word = text(settings, "helix") {
      if let helix = Helix(word: word) {
        kind.helix = helix
      } else {
        let known = Helix.allCases.map(\.rawValue).joined(separator: ", ")
        fail(
          settings["helix"]!,
          Phrase(
            "helix is “\(word.shortened)”. It should be one of: \(known).",
            zh:
              "helix 为“\(word.shortened)”，应为以下之一：\(Helix.allCases.map { "\($0.label.zh)（\($0.rawValue)）" }.joined(separator: "、"))。"
          ))
      }
    }
    if let color = text(settings, "colour") ?? text(settings, "color") {
      if color.wholeMatch(of: /#[0-9A-Fa-f]{6}/) != nil {
        kind.color = color
      } else {
        fail(
          node,
          Phrase(
            "color is “\(color.shortened)”. Write it as #1f77b4.", zh: "颜色（color）为“\(color.shortened)”，应写成 #1f77b4 的形式。"
          )
        )
      }
    }
    if let shape = text(settings, "shape") {
      if let known = KindShape(rawValue: shape) {
        kind.shape = known
      } else {
        let known = KindShape.allCases.map(\.rawValue).joined(separator: ", ")
        fail(
          node,
          Phrase(
            "shape is “\(shape.shortened)”. It should be one of: \(known).",
            zh: "形状（shape）为“\(shape.shortened)”，应为以下之一：\(KindShape.allCases.map(\.rawValue).joined(separator: "、"))。"))
      }
    }
    if let place = profile.kinds.firstIndex(where: { $0.id == id }) {
      profile.kinds[place] = kind
    } else {
      profile.kinds.append(kind)
    }
  }

  /// The words of `assess`; nil where they cannot be read, which is a problem.
  private func readAspects(_ node: Node) -> Set<Aspect>? {
    let known = Phrase(
      Aspect.allCases.map(\.rawValue).joined(separator: ", "),
      zh: Aspect.allCases.map(\.rawValue).joined(separator: "、"))
    guard let words = node.sequence else {
      fail(
        node,
        Phrase(
          "assess should be a list of what the network states: [\(known.en)], or [] where nothing of it is to be judged.",
          zh: "assess 应列出网络所陈述的方面：[\(known.en)]；不作任何评估时写 []。"))
      return nil
    }
    var aspects = Set<Aspect>()
    for word in words {
      guard let aspect = word.scalar.flatMap({ Aspect(word: $0.string) }) else {
        fail(
          word,
          Phrase(
            "assess: “\(word.text)” is not known. Known: \(known.en).", zh: "assess：“\(word.text)”无法识别。可用：\(known.zh)。")
        )
        continue
      }
      aspects.insert(aspect)
    }
    return aspects
  }

  private func readWeights(_ settings: [(String, Node)], into weights: inout IndexWeights) {
    for (name, node) in settings {
      if let known = IndexWeights.names.first(where: { $0.name == name }) {
        weights[keyPath: known.path] = number(node, name, upTo: 1e6) ?? weights[keyPath: known.path]
      } else if name == "levels", let levels = node.mapping {
        for (key, value) in levels {
          if let level = Level(word: key.text) {
            weights.levels[level] = number(value, key.text, upTo: 1) ?? weights.level(level)
          } else {
            unknown(key, key.text, known: Level.allCases.map(\.rawValue))
          }
        }
      } else if name == "kinds", let kinds = node.mapping {
        for (key, value) in kinds {
          weights.kinds[key.text] = number(value, key.text, upTo: 1) ?? weights.kind(key.text)
        }
      } else {
        unknown(node, name, known: IndexWeights.names.map(\.name) + ["levels", "kinds"])
      }
    }
    if IndexWeights.names.allSatisfy({ weights[keyPath: $0.path] == 0 }) {
      log.add(
        Problem(
          .error, file: Self.file, column: "weights",
          Phrase(
            "all parts of the chain index have the weight 0. Give at least one of them a weight above 0.",
            zh: "产业链指数各部分的权重都为 0。请至少给一项设大于 0 的权重。")))
      weights = IndexWeights()
    }
  }

  // MARK: - Nodes

  private func parse(_ bytes: UnsafeRawBufferPointer) -> Node.Mapping? {
    guard bytes.count <= Self.largest else {
      log.add(
        Problem(
          .error, file: Self.file,
          Phrase(
            "is larger than 256 KiB. It should hold settings only; data belong in the tables.",
            zh: "超过 256 KiB。此文件只放设置，数据请放在表格中。")))
      return nil
    }
    do {
      return try TextDecoding.withUTF8(bytes) { text -> Node.Mapping? in
        guard Self.depth(of: text) <= Self.deepest else {
          log.add(
            Problem(
              .error, file: Self.file,
              Phrase(
                "is nested too deeply. Settings have at most three levels.", zh: "层级过深。设置最多三层。")))
          return nil
        }
        guard let root = try Yams.compose(yaml: String(decoding: text, as: UTF8.self)) else { return nil }
        if root.mapping == nil {
          log.add(
            Problem(
              .error, file: Self.file,
              Phrase(
                "should be a list of settings, such as “title: …”.", zh: "应为“title: …”形式的设置项列表。")))
        }
        return root.mapping
      }
    } catch let failure as TextDecoding.Failure {
      log.add(Problem(.error, file: Self.file, failure.message))
    } catch let error as YamlError {
      let (row, detail) = Self.describe(error)
      log.add(
        Problem(
          .error, file: Self.file, row: row,
          Phrase(
            "is not valid YAML: \(detail). Check indentation, colons and quotes.",
            zh: "不是有效的 YAML（\(detail)）。请检查缩进、冒号和引号。")))
    } catch {
      log.add(Problem(.error, file: Self.file, Phrase("\(error)", zh: "\(error)")))
    }
    return nil
  }

  private static func describe(_ error: YamlError) -> (row: Int?, detail: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark.line, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      (context.mark.line, "the key \(duplicates.map(\.shortened).joined(separator: ", ")) is given twice")
    default: (nil, "it cannot be parsed")
    }
  }

  /// An upper bound of how deep YAML text nests: brackets that are open, dashes in a row, and steps of indentation. The
  /// parser recurses, so this is asked before it.
  private static func depth(of text: UnsafeBufferPointer<UInt8>) -> Int {
    var open = 0
    var deepest = 0
    var indent = 0
    var atStart = true
    var marks = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        open += 1
        atStart = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        open = max(0, open - 1)
        atStart = false
      case UInt8(ascii: "\n"):
        (atStart, indent, marks) = (true, 0, 0)
      case UInt8(ascii: " ") where atStart: indent += 1
      case UInt8(ascii: "-") where atStart, UInt8(ascii: "?") where atStart: marks += 1
      default: atStart = false
      }
      deepest = max(deepest, open + indent / 2 + marks)
    }
    return deepest
  }

  private func text(_ mapping: Node.Mapping, _ key: String) -> String? {
    guard let node = mapping[key] else { return nil }
    guard let scalar = node.scalar else {
      fail(node, Phrase("\(key) should be text.", zh: "\(key) 应为文字。"))
      return nil
    }
    return scalar.string.isEmpty ? nil : scalar.string
  }

  private func flag(_ mapping: Node.Mapping, _ key: String) -> Bool? {
    guard let node = mapping[key] else { return nil }
    if let value = node.bool { return value }
    fail(node, Phrase("\(key) should be true or false.", zh: "\(key) 应为 true 或 false。"))
    return nil
  }

  private func number(_ node: Node, _ name: String, upTo most: Double) -> Double? {
    if let value = node.float ?? node.int.map(Double.init), value >= 0, value <= most { return value }
    fail(
      node,
      Phrase(
        "\(name.shortened) should be a number from 0 to \(most.plain), but is “\(node.text)”.",
        zh: "\(name.shortened) 应为 0 至 \(most.plain) 之间的数字，现为“\(node.text)”。"))
    return nil
  }

  private func mapping(_ root: Node.Mapping, _ key: String) -> [(String, Node)] {
    guard let node = root[key] else { return [] }
    guard let mapping = node.mapping else {
      fail(node, Phrase("\(key) should be a list of “name: value” pairs.", zh: "\(key) 应为“名称: 值”形式的列表。"))
      return []
    }
    return mapping.map { ($0.key.text, $0.value) }
  }

  private func unknown(_ node: Node, _ name: String, known: [String]) {
    warn(
      node,
      Phrase(
        "“\(name.shortened)” is not a setting here, so it is ignored. Known: \(known.joined(separator: ", ")).",
        zh: "“\(name.shortened)”不是此处可用的设置项，已忽略。可用：\(known.joined(separator: "、"))。"))
  }

  private func fail(_ node: Node, _ message: Phrase) {
    log.add(Problem(.error, file: Self.file, row: node.mark?.line, message))
  }

  private func warn(_ node: Node, _ message: Phrase) {
    log.add(Problem(.warning, file: Self.file, row: node.mark?.line, message))
  }
}

extension Node {
  fileprivate var text: String { scalar?.string.shortened ?? "…" }
}
