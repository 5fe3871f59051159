import KesiNetwork
import Yams

/// Reads `network.yml`: title, source, kinds, thresholds, weights.
struct ProfileReader: SettingsReader {
  static let file = NetworkSheets.profile
  let log: ProblemLog
  var file: String { Self.file }

  func read(_ bytes: UnsafeRawBufferPointer) -> Profile {
    var profile = Profile()
    guard let root = parse(bytes) else { return profile }
    warnOfUnknown(in: root, known: ProfileSetting.all)
    profile.title = phrase(root, .title, zh: .titleZh)
    profile.isIllustrative = flag(root, .illustrative) ?? false
    profile.source = text(root, .source)
    profile.sourceZh = text(root, .sourceZh)
    profile.license = text(root, .license)
    profile.symbiosis = phrase(root, .symbiosis, zh: .symbiosisZh)
    profile.gainUnit = phrase(root, .gainUnit, zh: .gainUnitZh)
    profile.contributionUnit = phrase(root, .contributionUnit, zh: .contributionUnitZh)
    for (id, node) in mapping(root, .kinds) { readKind(id, node, into: &profile) }
    for (id, node) in mapping(root, .tieKinds) {
      guard let settings = node.mapping else {
        fail(node, Phrase("needs settings such as label, label_zh, directed.", zh: "应有 label、label_zh、directed 等设置。"))
        continue
      }
      warnOfUnknown(in: settings, known: ProfileSetting.tieKinds.below)
      let label = text(settings, .label) ?? id
      profile.tieKinds.append(
        TieKind(
          id: id, label: Phrase(label, zh: text(settings, .labelZh) ?? label),
          isDirected: flag(settings, .directed) ?? false))
    }
    for (zone, node) in mapping(root, .zones) {
      guard let settings = node.mapping else {
        fail(node, Phrase("needs settings such as label, label_zh.", zh: "应有 label、label_zh 等设置。"))
        continue
      }
      warnOfUnknown(in: settings, known: ProfileSetting.zones.below)
      let label = text(settings, .label) ?? zone
      profile.zones[zone] = Phrase(label, zh: text(settings, .labelZh) ?? label)
    }
    readItems(root, into: &profile)
    if let node = value(root, .assess) { profile.assess = readAspects(node) }
    if let node = value(root, .demanders), let kinds = readDemanders(node, profile) { profile.demanders = kinds }
    for (name, node) in mapping(root, .thresholds) {
      if let known = Thresholds.names.first(where: { $0.name == name }) {
        profile.thresholds[keyPath: known.path] = number(node, name, upTo: 1) ?? profile.thresholds[keyPath: known.path]
      } else if let known = Thresholds.wholeNames.first(where: { $0.name == name }) {
        profile.thresholds[keyPath: known.path] =
          number(node, name, upTo: 1e9).map { Int($0) } ?? profile.thresholds[keyPath: known.path]
      } else {
        unknown(node, name, known: Thresholds.names.map(\.name) + Thresholds.wholeNames.map(\.name))
      }
    }
    readWeights(mapping(root, .weights), into: &profile.indexWeights)
    for (name, node) in mapping(root, .losses) {
      guard let chance = number(node, name, upTo: 1) else { continue }
      switch name {
      case "leader": profile.lossChances.leader = chance
      case "tie": profile.lossChances.tie = chance
      default:
        let kind = profile.kindID(of: name)
        if !profile.kinds.contains(where: { $0.id.isExactly(kind) }) {
          unknown(node, name, known: profile.kinds.map(\.id) + ["leader", "tie"])
        }
        profile.lossChances.kinds[kind] = chance
      }
    }
    for (name, node) in mapping(root, .costs) {
      if let known = StepCosts.names.first(where: { $0.name == name }) {
        profile.stepCosts[keyPath: known.path] = number(node, name, upTo: 1e9)
      } else {
        unknown(node, name, known: StepCosts.names.map(\.name))
      }
    }
    return profile
  }

  /// A text in both languages; the one that is there where the other is missing.
  private func phrase(_ root: Node.Mapping, _ setting: ProfileSetting, zh chinese: ProfileSetting) -> Phrase? {
    let (english, chinese) = (text(root, setting), text(root, chinese))
    return (english ?? chinese).map { Phrase(english ?? $0, zh: chinese ?? $0) }
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
    warnOfUnknown(in: settings, known: ProfileSetting.kinds.below)
    var kind = profile.kind(id)
    let label = text(settings, .label)
    let labelZh = text(settings, .labelZh)
    kind.label = Phrase(label ?? kind.label.en, zh: labelZh ?? label ?? kind.label.zh)
    if let word = text(settings, .helix) {
      if let helix = Helix(word: word) {
        kind.helix = helix
      } else {
        let known = Helix.allCases.map(\.rawValue).joined(separator: ", ")
        fail(
          value(settings, .helix) ?? node,
          Phrase(
            "helix is “\(word.shortened)”. It should be one of: \(known).",
            zh:
              "helix 为“\(word.shortened)”，应为以下之一：\(Helix.allCases.map { "\($0.label.zh)（\($0.rawValue)）" }.joined(separator: "、"))。"
          ))
      }
    }
    if let color = text(settings, .color) {
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
    if let shape = text(settings, .shape) {
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

  /// The kinds that demand; nil where they cannot be read, which is a problem.
  private func readDemanders(_ node: Node, _ profile: Profile) -> Set<String>? {
    let words = node.sequence?.map(\.scalar?.string)
    guard let words, !words.isEmpty, !words.contains(nil) else {
      fail(
        node,
        Phrase(
          "demanders should be a list of kinds, such as [enterprise, hospital].",
          zh: "demanders 应列出主体类型，如 [enterprise, hospital]。"))
      return nil
    }
    let kinds = words.compactMap(\.self).map(profile.kindID)
    for kind in kinds where !profile.kinds.contains(where: { $0.id.isExactly(kind) }) {
      unknown(node, kind, known: profile.kinds.map(\.id))
    }
    return Set(kinds)
  }

  private func readWeights(_ settings: [(String, Node)], into weights: inout IndexWeights) {
    for (name, node) in settings {
      if let known = IndexWeights.names.first(where: { $0.name == name }) {
        weights[keyPath: known.path] = number(node, name, upTo: 1e6) ?? weights[keyPath: known.path]
      } else if name == ProfileSetting.levels.key, let levels = node.mapping {
        for (key, value) in levels {
          if let level = Level(word: key.text) {
            weights.levels[level] = number(value, key.text, upTo: 1) ?? weights.level(level)
          } else {
            unknown(key, key.text, known: Level.allCases.map(\.rawValue))
          }
        }
      } else if name == ProfileSetting.kindWeights.key, let kinds = node.mapping {
        for (key, value) in kinds {
          weights.kinds[key.text] = number(value, key.text, upTo: 1) ?? weights.kind(key.text)
        }
      } else {
        unknown(node, name, known: IndexWeights.names.map(\.name) + ProfileSetting.weights.below.map(\.key))
      }
    }
    if IndexWeights.names.allSatisfy({ weights[keyPath: $0.path] == 0 }) {
      log.add(
        Problem(
          .error, .cell(file: Self.file, row: nil, column: ProfileSetting.weights.key, columnZh: nil),
          Phrase(
            "all parts of the chain index have the weight 0. Give at least one of them a weight above 0.",
            zh: "产业链指数各部分的权重都为 0。请至少给一项设大于 0 的权重。")))
      weights = IndexWeights()
    }
  }
}
