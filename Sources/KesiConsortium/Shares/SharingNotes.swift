import KesiNetwork

extension Sharing {
  /// The place of an actor among the players; nil where it is none.
  package func player(_ actor: Int) -> Int? { players.actors.firstIndex(of: actor) }

  /// In what its amounts are counted; nil where nobody says it.
  package func unit(in profile: Profile) -> Phrase? {
    switch rule {
    case nil: profile.gainUnit
    case .strength?: Phrase("strength of ties", zh: "联系强度")
    case .chains?: Phrase("weights of chains", zh: "产业链权重")
    case .index?: Phrase("points of the cluster index", zh: "集群指数分值")
    }
  }

  /// All that there is to share out, with its unit where that is known.
  package func shownWhole(in profile: Profile) -> Phrase {
    let (amount, unit) = (shown(whole), unit(in: profile))
    return Phrase(amount + (unit.map { " (\($0.en))" } ?? ""), zh: amount + (unit.map { "（\($0.zh)）" } ?? ""))
  }

  /// What has to be known of the numbers: which were not found, and why; what is not shared out; whether any split keeps all.
  package var notes: [Phrase] {
    remarks
      + [othersNote, observersNote, samplingNote, coreNote, myersonNote, sizeNote, sharesNote, contributionNote]
      .compactMap(\.self)
  }

  private var observersNote: Phrase? { players.observers > 0 ? Players.observersNote(players.observers) : nil }

  private var othersNote: Phrase? {
    guard players.others > 0 else { return nil }
    return Phrase(
      "\(players.others.counted("member")) of the consortium \(players.others == 1 ? "is" : "are") in no coalition that is stated, and \(players.others == 1 ? "takes" : "take") no part in this.",
      zh: "联合体另有 \(players.others) 家成员未列入联盟收益，不参与此项分配。")
  }

  /// The Myerson value shares out what parts of the members that ties join are worth, no more.
  private var myersonNote: Phrase? {
    guard let myerson else { return nil }
    let sum = myerson.reduce(0, +)
    guard whole - sum > 1e-9 * max(1, whole.magnitude) else { return nil }
    return Phrase(
      "The Myerson values add up to \(shown(sum)) of \(shown(whole)): ties do not join all of these members, and what they could only gain together is shared out among none.",
      zh: "迈尔森值合计 \(shown(sum))，少于总额 \(shown(whole))：这些成员并未全部由联系连通，须共同合作才有的那部分不作分配。")
  }

  private var samplingNote: Phrase? {
    guard isSampled else { return nil }
    return Phrase(
      "Shapley values are sampled: each lies between shapley_low and shapley_high with a confidence of 95 % at least.",
      zh: "沙普利值为抽样估计，真值以不低于 95% 的把握落在下限与上限之间。")
  }

  private var coreNote: Phrase? {
    guard players.count > 1, let nucleolus, let hasCore else { return nil }
    if !nucleolus.isIndividuallyRational {
      return Phrase(
        "All together are worth less than each alone: no split gives everybody what it has alone, and no consortium of all pays. “keeps” is the split nearest to that of today that leaves the least to object.",
        zh: "全体合作的收益低于各方单独收益之和：任何分法都无法使各方所得不低于单独所得，全体联合得不偿失。“稳定方案”为异议最小、且最接近现行的分法。")
    }
    guard !hasCore else { return nil }
    let excess = Figure.amount(nucleolus.leastExcess.withoutNoise).text
    return Phrase(
      "No split keeps everybody (the core is empty): however it is shared out, some group would gain \(excess) or more by leaving. “keeps” is the nearest split that leaves no group more than that.",
      zh: "不存在各方都愿留下的分法（核心为空）：无论怎样分，总有某几家退出可多得 \(excess) 或更多。“稳定方案”为退出可多得不超过此数、且最接近现行的分法。")
  }

  private var sizeNote: Phrase? {
    guard players.count > Game.mostPlayersOfPrograms, nucleolus == nil || nearest == nil && today != nil else {
      return nil
    }
    let most = Game.mostPlayersOfPrograms
    return Phrase(
      "With \(players.count) players, what linear programs find is left out (\(nucleolus == nil ? "nucleolus, " : "")the smallest change that keeps all): it is for \(most) at most.",
      zh: "共 \(players.count) 方参与，超过 \(most) 方，\(nucleolus == nil ? "核仁与" : "")稳定方案不作计算。")
  }

  /// Whether a part of the whole goes to none of the players today.
  package var leavesRest: Bool {
    players.shares.reduce(0) { $0 + ($1 ?? 0) } < 2 - Membership.mostTogether(players.count)
  }

  private var sharesNote: Phrase? {
    guard players.consortium != nil else { return nil }
    let missing = players.shares.count { $0 == nil }
    if missing == players.count {
      return Phrase("No member states a share, so today's split is not known.", zh: "成员均未填份额，现行分配未知。")
    }
    if missing > 0 {
      return Phrase(
        "\(missing) of \(players.count) members state no share, so who would leave today's split is not known.",
        zh: "\(players.count) 家成员中有 \(missing) 家未填份额，无法判断现行分配下谁愿退出。")
    }
    let sum = players.shares.reduce(0) { $0 + ($1 ?? 0) }
    if let rounded = players.roundedSum {
      return Phrase(
        "The shares add up to \(Figure.amount(rounded).text): they are taken as rounded, and as parts of the whole.",
        zh: "份额合计为 \(Figure.amount(rounded).text)，视为四舍五入所致，按比例折算为总额的份额。")
    }
    guard leavesRest else { return nil }
    guard players.sharesOfOthers > 0 else {
      return Phrase(
        "The shares add up to \(Figure.share(sum).text): the rest goes to no member today, and “keeps” gives it to these.",
        zh: "份额合计 \(Figure.share(sum).text)，其余目前不归任何成员；“稳定方案”把其余也分给了这些成员。")
    }
    return Phrase(
      "The shares of these members add up to \(Figure.share(sum).text): the rest is that of others today, and “keeps” gives it to these, so that others would get nothing.",
      zh: "这些成员的份额合计 \(Figure.share(sum).text)，其余现归其他各方；“稳定方案”把其余也分给了这些成员，即其他各方不再分得。")
  }

  private var contributionNote: Phrase? {
    guard players.consortium != nil else { return nil }
    let missing = players.contributions.count { $0 == nil }
    guard missing > 0 else { return nil }
    return Phrase(
      "\(missing) of \(players.count) members state no contribution, so nothing is shared out in proportion to it.",
      zh: "\(players.count) 家成员中有 \(missing) 家未填投入，故不按投入分配。")
  }
}
