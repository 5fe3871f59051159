import KesiNetwork

/// Writes `network.yml`: the text that was read, or else the settings that differ from what holds without one.
enum ProfileWriter {
  /// Nil where there is nothing to say.
  static func text(of profile: Profile) -> [UInt8]? {
    if let text = profile.text { return text }
    let lines = lines(of: profile)
    return lines.isEmpty ? nil : Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func lines(of profile: Profile) -> [String] {
    var lines: [String] = []
    func add(_ setting: ProfileSetting, _ value: String?) {
      if let value { lines.append("\(setting.key): \(value.inJSON)") }
    }
    func add(_ setting: ProfileSetting, _ entries: [String]) {
      if !entries.isEmpty { lines += ["\(setting.key):"] + entries.map { "  " + $0 } }
    }
    add(.title, profile.title?.en)
    add(.titleZh, profile.title?.zh)
    if profile.isIllustrative { lines.append("\(ProfileSetting.illustrative.key): true") }
    add(.source, profile.source)
    add(.sourceZh, profile.sourceZh)
    add(.license, profile.license)
    add(.symbiosis, profile.symbiosis?.en)
    add(.symbiosisZh, profile.symbiosis?.zh)
    add(.gainUnit, profile.gainUnit?.en)
    add(.gainUnitZh, profile.gainUnit?.zh)
    add(.contributionUnit, profile.contributionUnit?.en)
    add(.contributionUnitZh, profile.contributionUnit?.zh)
    add(.kinds, profile.kinds.filter { !Kind.builtIn.contains($0) }.map(entry))
    add(
      .tieKinds,
      profile.tieKinds.map { kind in
        "\(kind.id.inJSON): {\(labels(kind.label))\(kind.isDirected ? ", directed: true" : "")}"
      })
    add(.zones, profile.zones.sorted { $0.key < $1.key }.map { "\($0.key.inJSON): {\(labels($0.value))}" })
    add(
      .items,
      profile.items.map { item in
        "\(item.id.inJSON): {\(labels(item.label))\(item.parent.map { ", parent: \($0.inJSON)" } ?? "")}"
      })
    if let aspects = profile.assess {
      lines.append(
        "\(ProfileSetting.assess.key): [\(Aspect.allCases.filter(aspects.contains).map(\.rawValue).joined(separator: ", "))]"
      )
    }
    if profile.demanders != Profile().demanders {
      lines.append(
        "\(ProfileSetting.demanders.key): [\(profile.demanders.sorted().map(\.inJSON).joined(separator: ", "))]")
    }
    add(.thresholds, thresholds(profile.thresholds))
    add(.weights, weights(profile.indexWeights))
    add(.losses, losses(profile.lossChances))
    add(
      .costs,
      StepCosts.names.compactMap { name, path in profile.stepCosts[keyPath: path].map { "\(name): \($0.plain)" } })
    return lines
  }

  private static func losses(_ chances: LossChances) -> [String] {
    let usual = LossChances()
    var lines = chances.kinds.filter { usual.kinds[$0.key] != $0.value }.sorted { $0.key < $1.key }
      .map { "\($0.key.inJSON): \($0.value.plain)" }
    if chances.leader != usual.leader { lines.append("leader: \(chances.leader.plain)") }
    if chances.tie != usual.tie { lines.append("tie: \(chances.tie.plain)") }
    return lines
  }

  private static func labels(_ label: Phrase) -> String { "label: \(label.en.inJSON), label_zh: \(label.zh.inJSON)" }

  private static func entry(_ kind: Kind) -> String {
    var settings = [labels(kind.label), "helix: \(kind.helix.rawValue)"]
    if let color = kind.color { settings.append("color: \(color.inJSON)") }
    if let shape = kind.shape { settings.append("shape: \(shape.rawValue)") }
    return "\(kind.id.inJSON): {\(settings.joined(separator: ", "))}"
  }

  private static func thresholds(_ thresholds: Thresholds) -> [String] {
    let usual = Thresholds()
    let parts = Thresholds.names.filter { thresholds[keyPath: $0.path] != usual[keyPath: $0.path] }
      .map { "\($0.name): \(thresholds[keyPath: $0.path].plain)" }
    let whole = Thresholds.wholeNames.filter { thresholds[keyPath: $0.path] != usual[keyPath: $0.path] }
      .map { "\($0.name): \(thresholds[keyPath: $0.path])" }
    return parts + whole
  }

  private static func weights(_ weights: IndexWeights) -> [String] {
    let usual = IndexWeights()
    var lines = IndexWeights.names.filter { weights[keyPath: $0.path] != usual[keyPath: $0.path] }
      .map { "\($0.name): \(weights[keyPath: $0.path].plain)" }
    if weights.levels != usual.levels {
      let levels = Level.allCases.map { "\($0.rawValue): \(weights.level($0).plain)" }
      lines.append("levels: {\(levels.joined(separator: ", "))}")
    }
    if weights.kinds != usual.kinds {
      let kinds = weights.kinds.sorted { $0.key < $1.key }.map { "\($0.key.inJSON): \($0.value.plain)" }
      lines.append("kinds: {\(kinds.joined(separator: ", "))}")
    }
    return lines
  }
}
