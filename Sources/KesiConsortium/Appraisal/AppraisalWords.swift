import KesiCluster
import KesiNetwork

extension Appraisal {
  /// All that there is to tell, section by section; the first of each says it in short.
  ///
  /// - Parameter analysis: the one that it was made of.
  public func facts(in analysis: Analysis) -> [AppraisalFact] {
    let network = analysis.graph.network
    return matching.facts(.belongs) { belonging($0, in: network) }
      + contribution.facts(.carries) { carrying($0, in: network) }
      + sharing.facts(.gets) { getting($0, in: network) }
      + unstable(in: network)
      + steps.facts(.plan) { planned($0, analysis) }
  }

  // MARK: - Who belongs where

  private func belonging(_ matching: Matching, in network: Network) -> [AppraisalFact] {
    let market = matching.market
    let matches = matching.matches.filter {
      concerns(market.supplies[$0.supply].actor) || concerns(market.demands[$0.demand].actor)
    }
    let unmet = matching.unmet.filter { concerns(market.demands[$0.place].actor) }
    let idle = matching.idle.filter { concerns(market.supplies[$0.place].actor) }
    let summary = Phrase(
      "\(matches.count.counted("match", "matches")) among what members offer and need; demands that are not met in full: \(unmet.count), supplies with something left: \(idle.count).",
      zh: "成员参与的供需匹配共 \(matches.count) 对；未足额满足的需求 \(unmet.count) 项，仍有余量的供给 \(idle.count) 项。")
    func left(_ rows: [Unmatched], isSupply: Bool) -> [AppraisalFact] {
      rows.map { row in
        let entry = isSupply ? market.supplies[row.place] : market.demands[row.place]
        let (item, reason) = (market.label(of: entry.item, in: network), matching.reason(of: row, isSupply: isSupply))
        return AppraisalFact(
          .belongs, isSupply ? .idle : .unmet,
          Phrase("\(item.en.sentenceCased): \(reason.en)", zh: "\(item.zh)：\(reason.zh)"), of: [entry.actor],
          value: row.quantity)
      }
    }
    return [AppraisalFact(.belongs, .summary, summary)]
      + matches.map { match in
        let (supply, demand) = (market.supplies[match.supply], market.demands[match.demand])
        let (item, reason) = (market.label(of: supply.item, in: network), matching.reason(of: match, in: network))
        let names = [supply.actor, demand.actor].map { network.names([$0]) }
        let score = match.compatibility.score.text
        return AppraisalFact(
          .belongs, .matched,
          Phrase(
            "\(item.en.sentenceCased) from \(names[0].en) for \(names[1].en), score \(score). \(reason.en)",
            zh: "\(item.zh)：\(names[0].zh)供给，\(names[1].zh)需求，匹配度 \(score)。\(reason.zh)".setTight),
          of: [supply.actor, demand.actor],
          value: match.quantity)
      } + left(unmet, isSupply: false) + left(idle, isSupply: true)
  }

  // MARK: - Who carries what

  private static let leaders = 3
  private static let mainIndicators = 2

  private func carrying(_ contribution: Contribution, in network: Network) -> [AppraisalFact] {
    let ranked = contribution.members.filter { $0.index != nil }
    func leaders(_ language: Language) -> String {
      ranked.prefix(Self.leaders).map { member in
        let (name, points) = (network.names([member.actor])(language), Figure.points(member.index ?? 0).text)
        return language == .zh ? "\(name)（\(points)）" : "\(name) (\(points))"
      }.joined(separator: language == .zh ? "、" : ", ")
    }
    let title = contribution.scheme.title
    let by = title.map { Phrase(", by “\($0.en)”", zh: "按“\($0.zh)”方案，") } ?? Phrase("", zh: "")
    let summary = Phrase(
      "Of \(contribution.members.count.counted("member")) most is carried by \(leaders(.en)), of 100 points\(by.en).",
      zh: "\(by.zh)\(contribution.members.count) 家成员中贡献居前的是\(leaders(.zh))，满分 100。".setTight)
    return [AppraisalFact(.carries, .summary, summary)]
      + contribution.members.map { member in
        AppraisalFact(
          .carries, .contribution, words(of: member, in: contribution, network), of: [member.actor],
          value: member.index?.withoutNoise
        )
      }
  }

  private func words(of member: Contribution.Member, in contribution: Contribution, _ network: Network) -> Phrase {
    guard let rank = member.rank, let own = member.rankInKind else {
      return Phrase("Nothing that the scheme asks for is stated of it.", zh: "方案所列各项均未填写。")
    }
    let kind = network.profile.kind(network.actors[member.actor].kind).label
    let range = member.rankRange ?? rank...rank
    let firm =
      range.count > 1
      ? Phrase(
        "\(range.lowerBound) to \(range.upperBound) under other weights",
        zh: "换用其他权重时第 \(range.lowerBound) 至第 \(range.upperBound) 位")
      : Phrase("the same under other weights", zh: "换用其他权重位次不变")
    let most = member.points.enumerated().compactMap { place, points in points.map { (place, $0) } }
      .filter { $0.1 > 0 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(Self.mainIndicators)
    let labels = most.map { place, points in
      let (label, text) = (contribution.scheme.indicators[place].label, Figure.points(points).text)
      return Phrase("\(label.en) \(text)", zh: "\(label.zh) \(text)")
    }
    let mostly =
      labels.isEmpty
      ? Phrase("", zh: "")
      : Phrase(
        " Mostly: \(labels.map(\.en).joined(separator: ", ")).", zh: "主要得分：\(labels.map(\.zh).joined(separator: "、"))。")
    return Phrase(
      "Rank \(rank) of \(contribution.members.count), \(firm.en); \(own) of \(member.countInKind) of its kind (\(kind.en)).\(mostly.en)",
      zh:
        "第 \(rank) 位（共 \(contribution.members.count) 家），\(firm.zh)；同类（\(kind.zh)）\(member.countInKind) 家中第 \(own) 位。\(mostly.zh)"
    )
  }

  // MARK: - Who gets what

  private static let mostObjections = 10

  private func getting(_ sharing: Sharing, in network: Network) -> [AppraisalFact] {
    let actors = sharing.players.actors
    let amount = sharing.shown
    let whole = sharing.shownWhole(in: network.profile)
    func part(_ value: Double) -> String { sharing.whole > 0 ? Figure.share(value / sharing.whole).text : Figure.none }
    func facts(_ what: AppraisalFact.What, _ split: [Double]?, _ words: (Int, Double) -> Phrase) -> [AppraisalFact] {
      (split ?? []).enumerated().map { player, value in
        AppraisalFact(.gets, what, words(player, value), of: [actors[player]], value: value.withoutNoise)
      }
    }
    let (today, nearest) = (sharing.today, sharing.nearest)
    let shapley = facts(.shapley, sharing.shapley.map(\.value)) { player, value in
      let adds = Phrase("Adds \(part(value)) of the whole.", zh: "带来总额的 \(part(value))。")
      guard let today else { return adds }
      let more = (value - today[player]).withoutNoise
      guard more.magnitude > 1e-9 * max(1, sharing.whole) else {
        return Phrase("\(adds.en) It gets as much today.", zh: "\(adds.zh)与现行所得相同。")
      }
      return Phrase(
        "\(adds.en) \(more > 0 ? "It gets \(amount(more)) less today." : "It gets \(amount(-more)) more today.")",
        zh: "\(adds.zh)现行所得比此数\(more > 0 ? "少 \(amount(more))" : "多 \(amount(-more))")。")
    }
    let shares = facts(.today, today) { _, value in
      Phrase("\(part(value)) of the whole.", zh: "占总额的 \(part(value))。")
    }
    let keeps = facts(.keeps, nearest) { player, value in
      let change = today.map { (value - $0[player]).withoutNoise } ?? 0
      guard change.magnitude > 1e-9 * max(1, sharing.whole) else { return Phrase("As today.", zh: "与现行相同。") }
      return change > 0
        ? Phrase("\(amount(change)) more than today.", zh: "比现行多 \(amount(change))。")
        : Phrase("\(amount(-change)) less than today.", zh: "比现行少 \(amount(-change))。")
    }
    let objections = sharing.objections ?? []
    let more = objections.count - Self.mostObjections
    return [
      AppraisalFact(
        .gets, .summary,
        Phrase(
          "\(whole.en) to share out among the \(actors.count.counted("member")) whom values of coalitions name.",
          zh: "联盟收益表所列 \(actors.count) 家成员可分配总额为 \(whole.zh)。"))
    ] + shapley + shares + keeps
      + objections.prefix(Self.mostObjections).map { objection in
        let group = objection.coalition.players.map { actors[$0] }
        let (worth, gets) = (amount(objection.worth), amount(objection.gets))
        return AppraisalFact(
          .gets, .objection,
          Phrase(
            "By themselves \(group.count == 1 ? "it" : "they") would gain \(worth), and \(group.count == 1 ? "gets" : "get") \(gets) today.",
            zh: "自行合作可得 \(worth)，现行合计所得 \(gets)。"), of: group, value: objection.excess.withoutNoise)
      }
      + (more > 0
        ? [
          AppraisalFact(
            .gets, .note,
            Phrase(
              "\(more.counted("more group")) would rather leave, for less.",
              zh: "另有 \(more) 个组合退出可多得较少。"))
        ] : [])
  }
}

extension Sharing {
  /// An amount of what is shared out, for people: with one decimal where there is much to share.
  package func shown(_ amount: Double) -> String {
    let amount = amount.withoutNoise
    return whole >= 100 && amount != amount.rounded() ? Figure.points(amount).text : Figure.amount(amount).text
  }
}

extension Network {
  /// Who is meant, for people.
  func names(_ actors: [Int], most: Int = 5) -> Phrase {
    func list(_ language: Language) -> String {
      actors.listed(most: most, in: language) {
        let name = self.actors[$0].shortName(in: language)
        return language == .zh ? name.setInChinese : name
      }
    }
    return Phrase(list(.en), zh: list(.zh))
  }
}
