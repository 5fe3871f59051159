extension Remedy {
  /// For programs: `A--B`, `A@automotive`, `new:platform@automotive`, `new:platform@automotive/upstream`,
  /// `capacity@electrical+2`.
  public func code(in network: Network) -> String {
    switch self {
    case .tie(let a, let b), .renewal(let a, let b): "\(network.actors[a].id)--\(network.actors[b].id)"
    case .seat(let actor, let chain): "\(network.actors[actor].id)@\(network.chains[chain].id)"
    case .position(let kind, let chain, let stage):
      "new:\(kind)@\(network.chains[chain].id)" + (stage.map { "/\($0)" } ?? "")
    case .capacity(let amount, let chain): "capacity@\(network.chains[chain].id)+\(amount.plain)"
    }
  }

  /// For people.
  public func phrase(in network: Network) -> Phrase {
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
    case .position(let kind, _, let stage):
      let label = network.profile.kind(kind).label
      let at = stage.map { (" at the \($0) stage", "在\(stageName($0))") } ?? ("", "")
      return Phrase("bring in \(withArticle(label.en))\(at.0)", zh: "\(at.1)引入\(label.zh)")
    case .capacity(let amount, _):
      return Phrase("add a capacity of \(amount.plain)", zh: "增加供给能力 \(amount.plain)")
    }
  }
}
