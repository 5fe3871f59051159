import KesiNetwork

extension Remedy {
  /// For programs, as `what-if` takes it: `A--B`, `A@automotive`, `new:platform@automotive`,
  /// `new:platform@automotive/upstream--A--B`, `A--B only=stalled chain=automotive outcome=satisfactory`, `automotive capacity=100`.
  public func code(in network: Network) -> String {
    switch self {
    case .tie(let a, let b), .renewal(let a, let b): "\(network.actors[a].id)--\(network.actors[b].id)"
    case .seat(let actor, let chain): "\(network.actors[actor].id)@\(network.chains[chain].id)"
    case .position(let kind, let chain, let stage, let partners):
      "new:\(kind)@\(network.chains[chain].id)" + (stage.map { "/\($0)" } ?? "")
        + partners.map { "--\(network.actors[$0].id)" }.joined()
    case .capacity(let amount, let chain):
      "\(network.chains[chain].id) capacity=\((network.statedCapacity(of: chain) + amount).plain)"
    case .settlement(let a, let b, let chain):
      "\(network.actors[a].id)--\(network.actors[b].id) only=stalled"
        + (network.chains.isEmpty ? "" : " chain=\(chain.map { network.chains[$0].id } ?? "")")
        + " outcome=\(Outcome.satisfactory.rawValue)"
    case .division(let a, let b, let first, let second):
      "\(network.actors[a].id)--\(network.actors[b].id) benefit_source=\(first.plain) benefit_target=\(second.plain)"
    }
  }

  /// The verb of a scenario file before its code.
  public var verb: String {
    switch self {
    case .tie, .renewal: "add"
    case .seat, .position: "place"
    case .capacity, .settlement, .division: "set"
    }
  }

  /// For people.
  public func phrase(in network: Network) -> Phrase { phrase(in: network, namesChain: false) }

  /// The same; of a newcomer also which chain it comes into, where nothing beside tells.
  func phrase(in network: Network, namesChain: Bool) -> Phrase {
    func name(_ actor: Int, _ language: Language) -> String {
      let name = network.actors[actor].shortName(in: language)
      return language == .zh ? name.setInChinese : name
    }
    switch self {
    case .tie(let a, let b):
      return Phrase("connect \(name(a, .en)) with \(name(b, .en))", zh: "促成\(name(a, .zh))与\(name(b, .zh))合作")
    case .renewal(let a, let b):
      return Phrase(
        "renew the cooperation between \(name(a, .en)) and \(name(b, .en))", zh: "恢复\(name(a, .zh))与\(name(b, .zh))的合作")
    case .seat(let actor, let chain):
      let chain = network.chains[chain]
      return Phrase(
        "bring \(name(actor, .en)) into \(chain.titled.en)",
        zh: "引导\(name(actor, .zh))加入\(chain.titled.zh)")
    case .position(let kind, let chain, let stage, let partners):
      let label = network.profile.kind(kind).label
      // What a network declares of its own, such as a group of majors, may be nothing that comes from elsewhere.
      let isOwn = !Kind.builtIn.contains { $0.id.isExactly(kind) }
      let (bring, bringZh) = isOwn ? ("set up or bring in", "新设或引入") : ("bring in", "引入")
      let at = stage.map { (" at the \($0) stage", "在\(stageName($0))") } ?? ("", "")
      let with =
        partners.isEmpty
        ? ("", "")
        : (
          " and connect it with \(partners.map { name($0, .en) }.joined(separator: " and "))",
          "，并促成其与\(partners.map { name($0, .zh) }.joined(separator: "、"))合作"
        )
      guard namesChain else {
        return Phrase(
          "\(bring) \(withArticle(label.en))\(at.0)\(with.0)", zh: "\(at.1)\(bringZh)\(label.zh)\(with.1)")
      }
      let titled = network.chains[chain].titled
      return Phrase(
        (isOwn ? "\(bring) \(withArticle(label.en)) for " : "bring \(withArticle(label.en)) into ")
          + "\(titled.en)\(at.0)\(with.0)",
        zh: (stage.map { "在\(titled.zh)\(stageName($0))" } ?? "为\(titled.zh)") + "\(bringZh)\(label.zh)\(with.1)")
    case .settlement(let a, let b, _):
      return Phrase(
        "agree anew on what has stalled between \(name(a, .en)) and \(name(b, .en))",
        zh: "重新商定并推进\(name(a, .zh))与\(name(b, .zh))的停滞项目")
    case .division(let a, let b, _, _):
      return Phrase(
        "renegotiate what \(name(a, .en)) and \(name(b, .en)) each gain", zh: "重新商定\(name(a, .zh))与\(name(b, .zh))的收益分配"
      )
    case .capacity(let amount, let chain):
      let capacity = network.statedCapacity(of: chain)
      let (from, to) = (capacity.withoutNoise.plain, (capacity + amount).withoutNoise.plain)
      // Tables may state numbers alone, those of a chain in one unit.
      let unit = network.chains[chain].unitBehind
      let (same, sameZh) = unit.en.isEmpty ? ("; in the unit of its demand", "，单位同需求") : ("", "")
      let need = network.chains[chain].demand.map {
        Phrase(" (needed: \($0.plain)\(same))", zh: "（需求为 \($0.plain)\(unit.zh)\(sameZh)）")
      }
      return Phrase(
        "raise the capacity of \(network.chains[chain].titled.en) from \(from) to \(to)\(unit.en)\(need?.en ?? "")",
        zh: "将\(network.chains[chain].titled.zh)的供给能力由 \(from) 提高到 \(to)\(unit.zh)\(need?.zh ?? "")")
    }
  }
}
