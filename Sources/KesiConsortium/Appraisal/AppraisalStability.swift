import KesiCluster
import KesiNetwork

extension Appraisal {
  // MARK: - What is unstable

  func unstable(in network: Network) -> [AppraisalFact] {
    symbiosis.facts(.unstable) { living($0, in: network) } + leaving(in: network)
      + evolution.facts(.unstable) { developing($0, in: network) } + gaps.facts(.unstable) { weaknesses($0) }
  }

  private func living(_ symbiosis: Symbiosis, in network: Network) -> [AppraisalFact] {
    let modes = symbiosis.modes
    func share<Mode>(_ modes: ModeShares<Mode>) -> Double? {
      modes.shares.first { $0.mode == modes.mode }?.share.withoutNoise
    }
    let summary = Phrase(
      "Members work together in \(symbiosis.pairs.count.counted("pair")).",
      zh: "成员之间有 \(symbiosis.pairs.count) 对合作关系。")
    return [
      AppraisalFact(.unstable, .summary, summary),
      AppraisalFact(
        .unstable, .organization,
        words(of: modes.organization, Phrase("Over time", zh: "合作的时间形态"), lacking: Self.noDates),
        value: share(modes.organization)
      ),
      AppraisalFact(
        .unstable, .behavior,
        words(of: modes.behavior, Phrase("By who gains", zh: "合作的收益关系"), lacking: Self.noBenefits),
        value: share(modes.behavior)),
    ] + symbiosis.pairs.flatMap { pair in frail(pair, in: network) }
  }

  private func words<Mode>(of shares: ModeShares<Mode>, _ dimension: Phrase, lacking: Phrase) -> Phrase {
    let stated = Figure.share(shares.stated).text
    guard let mode = shares.mode, let part = shares.shares.first(where: { $0.mode == mode })?.share else {
      return Phrase(
        "\(dimension.en): not enough data, known of \(stated) of the strength of ties among members. \(lacking.en)",
        zh: "\(dimension.zh)：资料不足，成员间的联系强度只有 \(stated) 可以判断。\(lacking.zh)")
    }
    let share = Figure.share(part).text
    return Phrase(
      "\(dimension.en): \(mode.label.en), \(share) of the strength of ties among members; known of \(stated).",
      zh: "\(dimension.zh)：\(mode.label.zh)，占成员间联系强度的 \(share)，可判断的共 \(stated)。")
  }

  private static let noDates = Phrase(
    "Fill in the starts of ties (from); what began lately cannot be told yet.", zh: "请补填联系的开始时间；开始不久的尚难判断。")
  private static let noBenefits = Phrase(
    "Fill in what both sides gain.", zh: "请补填双方收益（甲方收益、乙方收益）。")

  /// Modes that do not last: one side gains nothing, or work that was taken up is over.
  private func frail(_ pair: SymbioticPair, in network: Network) -> [AppraisalFact] {
    let actors = [pair.actors.0, pair.actors.1]
    var facts: [AppraisalFact] = []
    if let mode = pair.organization, [.point, .intermittent].contains(mode), let years = pair.years {
      facts.append(
        AppraisalFact(
          .unstable, .organization,
          Phrase(
            "\(mode.label.heading.en): work in \(years.active) of \(years.all.counted("year")).",
            zh: "\(mode.label.zh)：\(years.all) 年中有 \(years.active) 年合作。"), of: actors))
    }
    if let mode = pair.behavior, [.noGain, .parasitic, .biased].contains(mode), let gains = pair.gains {
      let names = actors.map { network.names([$0]) }
      let (one, other) = (Figure.amount(gains.0.withoutNoise).text, Figure.amount(gains.1.withoutNoise).text)
      facts.append(
        AppraisalFact(
          .unstable, .behavior,
          Phrase(
            "\(mode.label.heading.en): \(names[0].en) gains \(one), \(names[1].en) \(other).",
            zh: "\(mode.label.zh)：\(names[0].zh)所得 \(one)，\(names[1].zh)所得 \(other)。".setTight), of: actors))
    }
    return facts
  }

  /// What today's shares have members do.
  private func leaving(in network: Network) -> [AppraisalFact] {
    guard let sharing = sharing.finding, let objections = sharing.objections else { return [] }
    guard let worst = objections.first else {
      return [
        AppraisalFact(
          .unstable, .objection, Phrase("By today's shares nobody would gain by leaving.", zh: "按现行分配，没有成员退出可以多得。"))
      ]
    }
    let group = worst.coalition.players.map { sharing.players.actors[$0] }
    let (names, excess) = (network.names(group), sharing.shown(worst.excess))
    return [
      AppraisalFact(
        .unstable, .objection,
        Phrase(
          "By today's shares \(objections.count.counted("group")) of members would gain by leaving, most of all \(names.en), by \(excess)\(Self.larger.en).",
          zh: "按现行分配，有 \(objections.count) 个组合退出可以多得\(Self.larger.zh)，最多的是\(names.zh)，可多得 \(excess)。".setTight),
        of: group,
        value: worst.excess.withoutNoise)
    ]
  }

  private static let larger = Phrase(
    "; larger groups that object no more than a part of them are not counted", zh: "（较大的组合如并不比其中较小的组合多得，则不计）")

  private func developing(_ evolution: Evolution, in network: Network) -> [AppraisalFact] {
    let names = evolution.subjects.map { network.name(ofSubject: $0) }
    return evolution.findings(names).filter { [.behavior, .settlesAt, .neededSymbiosis].contains($0.quantity) }
      .map { finding in
        let who = Phrase("\(names[0].en.sentenceCased) and \(names[1].en): ", zh: "\(names[0].zh)与\(names[1].zh)：")
        let words =
          finding.quantity == .behavior ? Phrase(who.en + finding.says.en, zh: who.zh + finding.says.zh) : finding.says
        return AppraisalFact(.unstable, .evolution, words, value: finding.value?.withoutNoise)
      }
  }

  private func weaknesses(_ gaps: [Gap]) -> [AppraisalFact] {
    let bad = [GapLevel.critical, .high].map { level in (level.label, gaps.count { $0.level == level }) }
      .filter { $0.1 > 0 }
    let worst = Phrase(
      bad.isEmpty ? "" : ", of which " + bad.map { "\($0.1) \($0.0.en)" }.joined(separator: " and "),
      zh: bad.isEmpty ? "" : "，其中" + bad.map { "\($0.0.zh) \($0.1) 处" }.joined(separator: "、"))
    let summary =
      gaps.isEmpty
      ? Phrase("No gap was found that members are in.", zh: "未发现涉及成员的薄弱环节。")
      : Phrase(
        "Members are in \(gaps.count.counted("gap"))\(worst.en).", zh: "涉及成员的薄弱环节共 \(gaps.count) 处\(worst.zh)。")
    return [AppraisalFact(.unstable, .summary, summary)]
      + gaps.map { gap in
        AppraisalFact(
          .unstable, .gap,
          Phrase(
            "\(gap.kind.label.heading.en), \(gap.level.label.en): \(gap.explanation.en)",
            zh: "\(gap.kind.label.zh)（\(gap.level.label.zh)）：\(gap.explanation.zh)"), of: gap.subjects,
          value: gap.severity.withoutNoise)
      }
  }

  // MARK: - What to do next

  func planned(_ steps: [Step], _ analysis: Analysis) -> [AppraisalFact] {
    let gain = Figure.points(steps.reduce(0) { $0 + $1.step.gain }).text
    let summary =
      steps.isEmpty
      ? Phrase("No step of the plan (of \(stepCount)) concerns members.", zh: "行动方案共 \(stepCount) 步，均不涉及成员。")
      : Phrase(
        "Steps of the plan that concern members: \(steps.count) of \(stepCount), which add \(gain) points to the cluster index.",
        zh: "行动方案共 \(stepCount) 步，涉及成员的 \(steps.count) 步，合计使集群指数提高 \(gain) 分。")
    return [AppraisalFact(.plan, .summary, summary)]
      + steps.map { item in
        let step = item.step
        let chain = step.chain.map { analysis.graph.network.chains[$0] }
          .flatMap { analysis.task(of: step).en.contains($0.name(in: .en)) ? nil : $0 }
        let place = chain.map { Phrase(" (\($0.name(in: .en)))", zh: "（\($0.name(in: .zh))）") } ?? Phrase("", zh: "")
        let lead = step.lead.map { analysis.graph.network.names([$0]) } ?? PlanStep.noLead
        let (task, first, done) = (analysis.task(of: step), analysis.firstAction(of: step), analysis.doneWhen(step))
        return AppraisalFact(
          .plan, .step,
          Phrase(
            "Step \(item.number)\(place.en): \(task.en) Lead: \(lead.en). First: \(first.en) Done when: \(done.en)",
            zh: "第 \(item.number) 步\(place.zh)：\(task.zh)牵头：\(lead.zh)。首个动作：\(first.zh)验收：\(done.zh)".setTight),
          of: concerned(by: step, of: analysis.graph.network.actors.count), value: step.gain.withoutNoise)
      }
  }

  /// Who is to act in a step, each once: of whom it joins, or else of whom its gap is. Newcomers of steps before it are not in
  /// the network, of which there are so many.
  private func concerned(by step: PlanStep, of count: Int) -> [Int] {
    let joined = step.remedies.flatMap { remedy -> [Int] in
      switch remedy {
      case .seat(let actor, _): [actor]
      case .position(_, _, _, let partners): partners
      default: remedy.pair ?? []
      }
    }
    var seen = Set<Int>()
    return (joined.isEmpty ? step.gap.subjects : joined).filter { $0 < count && seen.insert($0).inserted }
  }
}
