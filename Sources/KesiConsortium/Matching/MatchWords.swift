import KesiCluster
import KesiNetwork

extension Matching {
  /// Why a supply and a demand fit, or why they are not to be matched, for people.
  public func reason(of match: Match, in network: Network) -> Phrase {
    switch match.obstacle {
    case nil: fit(of: match, in: network)
    case .tooDifferent?: difference(of: match, in: network)
    case .partners(let objection)?: Self.words(objection, in: network)
    }
  }

  private func fit(of match: Match, in network: Network) -> Phrase {
    let (offer, need) = (market.supplies[match.supply], market.demands[match.demand])
    var parts = [
      offer.item.isExactly(need.item)
        ? Phrase("the same item", zh: "内容相同")
        : Phrase(
          "near items (\(market.label(of: offer.item, in: network).en), \(market.label(of: need.item, in: network).en))",
          zh: "内容相近（\(market.label(of: offer.item, in: network).zh)、\(market.label(of: need.item, in: network).zh)）")
    ]
    if let offered = offer.quantity, let needed = need.quantity {
      parts.append(Self.cover(of: needed, by: offered, given: match.quantity))
    } else if match.compatibility.quantity != nil {
      parts.append(Phrase("quantity not stated", zh: "数量未注明"))
    }
    parts += [levels(of: match)].compactMap(\.self)
    let evidence = scores.evidence(offer.actor, need.actor)
    if !evidence.en.isEmpty { parts.append(evidence) }
    return Phrase(
      parts.map(\.en).joined(separator: "; ").sentenceCased + ".",
      zh: parts.map(\.zh).joined(separator: "；").setTight + "。")
  }

  /// How much of a demand is met, and how much could be.
  private static func cover(of needed: Double, by offered: Double, given: Double) -> Phrase {
    let (has, wants, gives) = (Figure.amount(offered).text, Figure.amount(needed).text, Figure.amount(given).text)
    let could =
      offered >= needed
      ? Phrase("could cover all \(wants) that are asked for", zh: "可满足全部需求 \(wants)")
      : Phrase("could cover \(has) of \(wants)", zh: "可满足 \(wants) 中的 \(has)")
    guard given > 0 else { return could }
    if given >= needed { return Phrase("meets all \(wants) that are asked for", zh: "满足全部需求 \(wants)") }
    guard given < min(offered, needed) else {
      return Phrase("meets \(gives) of \(wants)", zh: "满足 \(wants) 中的 \(gives)")
    }
    return offered >= needed
      ? Phrase("meets \(gives) of \(wants), and could cover all", zh: "满足 \(wants) 中的 \(gives)（最多可全部满足）")
      : Phrase("meets \(gives) of \(wants), and could cover \(has)", zh: "满足 \(wants) 中的 \(gives)（最多可满足 \(has)）")
  }

  /// What the two say of levels; nil where the market states none.
  private func levels(of match: Match) -> Phrase? {
    guard match.compatibility.level != nil else { return nil }
    let (offered, wanted) = (market.supplies[match.supply].level, market.demands[match.demand].level)
    guard let offered, let wanted else { return Phrase("level not stated", zh: "层级未注明") }
    return offered == wanted
      ? Phrase("both \(offered.label.en)", zh: "同为\(offered.label.zh)")
      : Phrase(
        "\(offered.label.en) offered, \(wanted.label.en) asked for", zh: "供给为\(offered.label.zh)，要求\(wanted.label.zh)")
  }

  /// Too large a difference: by what it is told, and what to do.
  private func difference(of match: Match, in network: Network) -> Phrase {
    let compatibility = match.compatibility
    let score = Figure.index(compatibility.potential).text
    let (offer, need) = (market.supplies[match.supply], market.demands[match.demand])
    let advice = advice(match.better, in: network)
    func sentence(_ en: String, _ zh: String) -> Phrase {
      Phrase(
        "Too large a difference \(en), score \(score) at best: \(advice.en).",
        zh: "\(zh)，匹配度最高仅 \(score)，差距过大，\(advice.zh)。".setTight)
    }
    switch compatibility.worst {
    case .item:
      let (offered, needed) = (market.label(of: offer.item, in: network), market.label(of: need.item, in: network))
      return sentence("in the item (\(offered.en), \(needed.en))", "内容相差较大（供给\(offered.zh)，需求\(needed.zh)）")
    case .level:
      let words = levels(of: match) ?? Phrase("", zh: "")
      return sentence("in level (\(words.en))", "层级悬殊（\(words.zh)）")
    case .partner:
      let plausibility = Figure.index(compatibility.partner ?? 0).text
      return sentence(
        "between the two (plausibility as partners \(plausibility))", "双方缺少合作基础（合作可行度 \(plausibility)）")
    }
  }

  /// Whom to choose in place of a partner that differs too much.
  private func advice(_ better: Match.Better?, in network: Network) -> Phrase {
    guard let better else {
      return Phrase("and nobody else fits either", zh: "且目前没有其他合适的单位")
    }
    let entry = better.isSupply ? market.supplies[better.place] : market.demands[better.place]
    let (item, score) = (market.label(of: entry.item, in: network), Figure.index(better.score).text)
    let name = { (language: Language) in network.actors[entry.actor].shortName(in: language) }
    return Phrase(
      "choose another partner, best \(name(.en)) (\(item.en), score \(score))",
      zh: "建议另选合作对象，以\(name(.zh).setInChinese)最为合适（\(item.zh)，匹配度 \(score)）")
  }

  private static func words(_ objection: PartnerObjection, in network: Network) -> Phrase {
    func name(_ actor: Int, _ language: Language) -> String {
      let name = network.actors[actor].shortName(in: language)
      return language == .zh ? name.setInChinese : name
    }
    switch objection {
    case .notLookedAt: return Phrase("The same organization.", zh: "双方为同一单位。")
    case .sameHouse: return Phrase("One is a part of the other.", zh: "双方为隶属关系。")
    case .renegotiate:
      return Phrase(
        "Their last joint work did not satisfy: renegotiate it before anything new.", zh: "上次合作结果不满意：应先重新商定，再谈新的合作。")
    case .tied: return Phrase("They work together already.", zh: "双方已在合作。")
    case .overloaded(let actor):
      return Phrase(
        "Too much runs through \(name(actor, .en)) already.", zh: "\(name(actor, .zh))已承担过多联系。".setTight)
    case .full(let actor, _):
      return Phrase(
        "\(name(actor, .en)) has as many partners as its kind carries.",
        zh: "\(name(actor, .zh))的合作伙伴已达同类主体的承载上限。".setTight)
    case .remote(let actor):
      return Phrase(
        "\(name(actor, .en)) is outside the region and has no chain in common.",
        zh: "\(name(actor, .zh))在区域之外，且没有共同的产业链。".setTight)
    case .unrelated: return Phrase("Nothing brings the two together.", zh: "双方没有合作基础。")
    }
  }

  /// Why something of a supply or a demand has no partner, for people.
  public func reason(of unmatched: Unmatched, isSupply: Bool) -> Phrase {
    switch unmatched.reason {
    case .noneNear:
      isSupply
        ? Phrase("Nobody asks for this or anything near it.", zh: "没有单位需要此项或相近内容。")
        : Phrase("Nobody offers this or anything near it.", zh: "没有单位提供此项或相近内容。")
    case .noneElse:
      isSupply
        ? Phrase("Nobody else asks for this or anything near it.", zh: "没有其他单位需要此项或相近内容。")
        : Phrase("Nobody else offers this or anything near it.", zh: "没有其他单位提供此项或相近内容。")
    case .noneStated:
      isSupply
        ? Phrase(
          "Who asks for it states no quantity, so nothing is set aside: fill it in.", zh: "需求单位未填数量，未安排匹配，请补填。")
        : Phrase(
          "Who offers it states no quantity, so nothing is set aside: fill it in.", zh: "供给单位未填数量，未安排匹配，请补填。")
    case .noneFits:
      isSupply
        ? Phrase(
          "Nobody who asks for it can be matched: too different, or to be renegotiated first.",
          zh: "有需求的单位均不宜匹配（差距过大，或须先重新商定）。")
        : Phrase(
          "Nobody who offers it can be matched: too different, or to be renegotiated first.",
          zh: "能提供的单位均不宜匹配（差距过大，或须先重新商定）。")
    case .noneOfNearFits:
      isSupply
        ? Phrase(
          "Nobody else asks for this itself, and nobody who asks for something near it can be matched: too different, or to be renegotiated first.",
          zh: "没有其他单位需要此项；需要相近内容的单位均不宜匹配（差距过大，或须先重新商定）。")
        : Phrase(
          "Nobody else offers this itself, and nobody who offers something near it can be matched: too different, or to be renegotiated first.",
          zh: "没有其他单位提供此项；提供相近内容的单位均不宜匹配（差距过大，或须先重新商定）。")
    case .taken:
      switch (market.origin, isSupply) {
      case (.tables, true):
        Phrase("All that is asked for and fits is met, near items included.", zh: "合适的需求（含相近内容）均已满足。")
      case (.tables, false):
        Phrase("All that is offered and fits is used up, near items included.", zh: "合适的供给（含相近内容）已全部匹配。")
      case (.positions, true): Phrase("All that is asked for and fits is met.", zh: "合适的需求均已满足。")
      case (.positions, false): Phrase("All that is offered and fits is used up.", zh: "合适的供给已全部匹配。")
      }
    case .tooSmall:
      Phrase(
        "So small beside the other quantities of these items that nothing is set aside: check the unit.",
        zh: "与同类内容的其他数量相比过小，未安排匹配，请核对单位。")
    case .notStated:
      Phrase(
        "Its quantity is not stated, so nothing is set aside: fill it in.", zh: "数量未注明，未安排匹配，请补填。")
    case .notWanted:
      Phrase(
        "Those whom it ranks and who rank it have others whom they rank higher, or nothing left.",
        zh: "互列意向的单位已有更合意的对象，或已无余量。")
    }
  }
}

extension Matching {
  /// What the reader of matches has to know of them; nil where rows say it all.
  package func note(in network: Network) -> Phrase? {
    if network.assessment.isNothing {
      return Phrase(
        "Nothing of this network is to be judged (assess in network.yml), so nobody is matched.",
        zh: "该网络不作评估（network.yml 的 assess），因此不作匹配。")
    }
    guard !market.isEmpty else { return Self.nothing }
    let partners =
      scores.judgesTies
      ? nil
      : Phrase(
        "Ties are not assessed in this network, so nothing is said of how plausible two are as partners.",
        zh: "该网络的联系不作评估，因此不计双方的合作可行度。")
    guard market.origin == .positions else { return partners }
    let counted = market.supplies.contains { $0.quantity != nil }
    let origin = Phrase(
      "There are no tables of supplies and demands: in each chain those who provide are matched with those who demand, by positions\(counted ? "; a chain's demand is shared evenly" : "; no quantities are stated, so each counts as one").",
      zh:
        "没有“供给”表和“需求”表：按链位在各产业链的供给方与需求方之间匹配\(counted ? "，产业链的需求在需求方之间平均分摊" : "；数量均未注明，每家按 1 计")。")
    return Phrase(sentences: [origin, partners].compactMap(\.self))
  }

  private static let nothing = Phrase(
    "There is nothing to match: add tables of supplies and demands (kesi new makes a workbook with both), or positions in chains.",
    zh: "没有可匹配的内容：请补充“供给”表与“需求”表（kesi new 生成的工作簿含有两表），或填写链位。")
}
