import KesiCluster
import KesiNetwork

/// How the cluster stands, what to do first, and whose loss would cost most, as the page tells it.
extension Report {
  private static let mostRisks = 10

  /// The index of the cluster, and what holds it back; nil where it has none.
  var clusterSentence: Phrase? {
    guard let index = analysis.clusterIndex() else { return nil }
    let value = Figure.points(index.value).text
    // Each part from 0 to 1, as the indices of the chains are shown, and the points that it comes to.
    let parts = index.parts.map { part -> Phrase in
      let (own, most) = (Figure.index(part.range.low).text, Figure.points(100 * part.share).text)
      let points = Figure.points(100 * part.share * part.range.low).text
      return Phrase(
        "\(part.part.label.en) \(own) (\(points) of \(most) points)",
        zh: "\(part.part.label.zh) \(own)（计 \(points) 分，满分 \(most)）")
    }
    return Phrase(
      "The cluster stands at \(value) of 100 points: \(parts.map(\.en).joined(separator: ", ")).",
      zh: "集群指数为 \(value)（满分 100）：\(parts.map(\.zh).joined(separator: "，"))。")
  }

  /// What the chances of loss rest on, as far as the table of risks goes by them; nil where there is none.
  var lossNote: Phrase? {
    let told = risks.filter { $0.expected > 0 }
    guard !told.isEmpty else { return nil }
    let chances = network.profile.lossChances
    let kinds = network.profile.kinds.filter { kind in network.actors.contains { $0.kind.isExactly(kind.id) } }
      .map { kind in (kind.label, Figure.share(chances[kind.id]).text) }
    let tie = told.first { if case .tie = $0.subject { true } else { false } }.map { Figure.share($0.chance).text }
    let leader = Figure.share(chances.leader).text
    let (english, chinese) = (
      kinds.map { "\($0.0.en) \($0.1)" } + ["an enterprise that leads a chain \(leader)"]
        + (tie.map { ["a tie \($0), by its lapses where the tables date them"] } ?? []),
      kinds.map { "\($0.0.zh) \($0.1)" } + ["链主企业 \(leader)"] + (tie.map { ["一条联系 \($0)（有起止时间的，兼顾以往中断情况）"] } ?? [])
    )
    return Phrase(
      "Chances of loss within a year are judgments by kind, unless the settings of the network state others: \(english.joined(separator: ", ")).",
      zh: "一年内流失的可能性按类型估计（网络设置另有规定的从其规定）：\(chinese.joined(separator: "、"))。")
  }

  /// What the plan comes to, with and without what is not near at hand; nil where there is none.
  var planSentence: Phrase? {
    guard let first = plan.first, let last = plan.last else { return nil }
    let (from, to) = (Figure.points(first.before).text, Figure.points(last.after).text)
    let task = planning.task(of: first)
    let chain = first.chain.map { network.chains[$0] }
    // A task that names its chain need not have it beside.
    let unnamed = chain.flatMap { task.en.contains($0.name(in: .en)) ? nil : $0 }
    let place = unnamed.map { Phrase(" (\($0.name(in: .en)))", zh: "（\($0.name(in: .zh))）") } ?? Phrase("", zh: "")
    let number = stepsBefore + 1
    let firstStep = Phrase("Step \(number)\(place.en)", zh: "第 \(number) 步\(place.zh)")
    let promise =
      soFar != nil
      ? Phrase(
        "Once what is left of the earlier plan is done, \(plan.count.counted("more step", "more steps")) would raise the cluster index from \(from) to \(to). \(firstStep.en): \(task.en)",
        zh: "此前方案的其余措施完成后，再做以下 \(plan.count) 步可将集群指数从 \(from) 提高到 \(to)。\(firstStep.zh)：\(task.zh)")
      : Phrase(
        "\(plan.count.counted("step")) would raise the cluster index from \(from) to \(to). \(firstStep.en): \(task.en)",
        zh: "以下 \(plan.count) 步可将集群指数从 \(from) 提高到 \(to)。\(firstStep.zh)：\(task.zh)")
    return Phrase(sentences: [promise, farOff].compactMap(\.self))
  }

  /// What the words for how certain a step is rest on.
  func trialsNote(_ trials: GapTrials) -> Phrase {
    let (count, rows) = (trials.count, Figure.share(trials.missingShare).text)
    return Phrase(
      "Certainty of gap: how often the gap is found again in \(count) trials if about \(rows) of the rows are wrong; high from 90% on, moderate from 70% on, else to check. Plausibility: how near at hand the new ties are, a score from 0 to 1; a step without a new tie of two who are there has none, which counts as 1. Steps are chosen by gain × plausibility. Neither is a chance that the step succeeds.",
      zh:
        "“问题把握”指：若约 \(rows) 的记录有误，\(count) 次试验中该问题仍会出现的比例；九成以上为较高，七成以上为一般，其余为待核实。“可行度”指新合作促成的难易，0 至 1 分；不需现有单位之间新增合作的步骤（引入、加入产业链、重新商定、扩大供给）不评分，按 1 计。各步按“增量 × 可行度”逐步选取。两者都不表示措施成功的概率。"
    )
  }

  var planItems: [ReportPage.PlanItem] {
    let (actors, chains) = (planning.graph.network.actors, planning.graph.network.chains)
    return plan.enumerated().map { number, step in
      func names(_ some: [Int]) -> Phrase {
        func list(_ language: Language) -> String {
          let names = some.map { actors[$0].shortName(in: language) }
          let mark = names.contains { $0.utf8.contains(UInt8(ascii: ",")) } ? "; " : ", "
          return names.joined(separator: language == .zh ? "、" : mark)
        }
        return Phrase(list(.en), zh: list(.zh))
      }
      let again = trials?.again(step.gap.id)
      return ReportPage.PlanItem(
        number: HTML(stepsBefore + number + 1), planClass: HTML(step.planClass.rawValue),
        className: HTML(step.planClass.label),
        chainName: step.chain.map {
          HTML(Phrase(chains[$0].name(in: .en), zh: chains[$0].name(in: .zh)))
        },
        task: HTML(planning.task(of: step)), gain: HTML(Figure.points(step.gain).text),
        before: HTML(Figure.points(step.before).text), after: HTML(Figure.points(step.after).text),
        problem: HTML(step.problem(countedFrom: stepsBefore)),
        lead: HTML(step.lead.map { names([$0]) } ?? PlanStep.noLead),
        with: step.partners.isEmpty ? nil : HTML(names(step.partners)),
        first: HTML(planning.firstAction(of: step)), done: HTML(planning.doneWhen(step)),
        certainty: again.map {
          HTML(
            Phrase(
              "\($0.certainty.label.en) (\($0.times) of \($0.trials))",
              zh: "\($0.certainty.label.zh)（\($0.trials) 次中 \($0.times) 次）"))
        } ?? (trials == nil || step.gapOfToday != nil ? nil : HTML(Self.notTried)),
        certaintyName: again.map { HTML($0.certainty.label) },
        plausibility: step.plausibility.map { HTML(Figure.small($0).text) },
        basis: step.basis.en.isEmpty ? nil : HTML(step.basis), opens: opened(by: step).map { HTML($0) })
    }
  }

  private static let mostOpened = 3
  private static let notTried = Phrase("not tried: earlier steps open it", zh: "未作检验（由前面步骤引起）")

  /// The gaps that a step would open, each by its kind and whom it is about; nil where there are none.
  private func opened(by step: PlanStep) -> Phrase? {
    guard !step.opened.isEmpty else { return nil }
    let actors = planning.graph.network.actors
    func list(_ language: Language) -> [String] {
      step.opened.prefix(Self.mostOpened).map { gap in
        let names = gap.subjects.prefix(Self.mostOpened).map { actor in
          // Those beyond the tables come by the steps.
          actors.indices.contains(actor)
            ? actors[actor].shortName(in: language) : Phrase("the newcomer", zh: "引入单位")(language)
        }
        let label = gap.kind.label(language)
        let list = names.joined(separator: gap.isTie ? " – " : language == .zh ? "、" : ", ")
        return names.isEmpty ? label : language == .zh ? "\(label)（\(list)）" : "\(label) (\(list))"
      }
    }
    let others = step.opened.count - Self.mostOpened
    return Phrase(
      list(.en).joined(separator: "; ") + (others > 0 ? "; and \(others) more" : ""),
      zh: list(.zh).joined(separator: "；") + (others > 0 ? "；另有 \(others) 处" : ""))
  }

  var trendItems: [ReportPage.TrendItem] {
    trend.map { year in
      ReportPage.TrendItem(
        year: HTML(String(year.year)), index: HTML(year.index.map { Figure.points($0.value).text } ?? Figure.none),
        percent: HTML(Figure.whole(year.index?.value ?? 0) ?? 0), ties: HTML(Figure.count(year.ties).text),
        actors: HTML(Figure.count(year.actors).text))
    }
  }

  var riskItems: [ReportPage.RiskItem] {
    risks.filter { $0.expected > 0 }.prefix(Self.mostRisks).map { risk in
      func name(_ language: Language) -> String {
        switch risk.subject {
        case .actor(let actor): network.actors[actor].shortName(in: language)
        case .tie(let a, let b): [a, b].map { network.actors[$0].shortName(in: language) }.joined(separator: " — ")
        }
      }
      return ReportPage.RiskItem(
        who: HTML(Phrase(name(.en), zh: name(.zh))), chance: HTML(Figure.share(risk.chance).text),
        loss: HTML(Figure.small(risk.loss).text), expected: HTML(Figure.small(risk.expected).text),
        chainName: risk.chain.map {
          HTML(Phrase(network.chains[$0.number].name(in: .en), zh: network.chains[$0.number].name(in: .zh)))
        })
    }
  }
}
