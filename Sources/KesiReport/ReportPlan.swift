import KesiCluster
import KesiNetwork

/// How the cluster stands, what to do first, and whose loss would cost most, as the page tells it.
extension Report {
  private static let mostRisks = 10

  /// The index of the cluster, and what holds it back; nil where it has none.
  var clusterSentence: Phrase? {
    guard let index = analysis.clusterIndex() else { return nil }
    let value = Figure.points(index.value).text
    let parts = index.parts.map { part in
      (
        part.part.label, "\(Figure.points(100 * part.share * part.range.low).text)",
        Figure.points(100 * part.share).text
      )
    }
    return Phrase(
      "The cluster stands at \(value) of 100 points: "
        + parts.map { "\($0.0.en) \($0.1) of \($0.2)" }.joined(separator: ", ") + ".",
      zh: "集群指数为 \(value)（满分 100）：" + parts.map { "\($0.0.zh) \($0.1)/\($0.2)" }.joined(separator: "，") + "。")
  }

  /// What the plan comes to; nil where there is none.
  var planSentence: Phrase? {
    guard let first = plan.first, let last = plan.last else { return nil }
    let (from, to) = (Figure.points(first.before).text, Figure.points(last.after).text)
    let task = analysis.task(of: first)
    return Phrase(
      "\(plan.count.counted("step")) would raise it from \(from) to \(to); first: \(task.en)",
      zh: "以下 \(plan.count) 步可将其从 \(from) 提高到 \(to)；首先：\(task.zh)")
  }

  var planItems: [ReportPage.PlanItem] {
    plan.map { step in
      func names(_ actors: [Int]) -> Phrase {
        func list(_ language: Language) -> String {
          actors.map { network.actors[$0].shortName(in: language) }.joined(separator: language == .zh ? "、" : ", ")
        }
        return Phrase(list(.en), zh: list(.zh))
      }
      return ReportPage.PlanItem(
        planClass: HTML(step.planClass.rawValue), className: HTML(step.planClass.label),
        chainName: step.chain.map {
          HTML(Phrase(network.chains[$0].name(in: .en), zh: network.chains[$0].name(in: .zh)))
        },
        task: HTML(analysis.task(of: step)), gain: HTML(Figure.points(step.gain).text),
        before: HTML(Figure.points(step.before).text), after: HTML(Figure.points(step.after).text),
        problem: HTML(step.problem),
        lead: HTML(step.lead.map { names([$0]) } ?? Phrase("to be settled", zh: "待定")),
        with: HTML(names(step.partners)),
        first: HTML(analysis.firstAction(of: step)), done: HTML(analysis.doneWhen(step)),
        certainty: trials?.again(step.gap.id).map {
          HTML(
            Phrase("\($0.certainty.label.en): \($0.sentence.en).", zh: "\($0.certainty.label.zh)：\($0.sentence.zh)。"))
        },
        basis: step.basis.en.isEmpty ? nil : HTML(step.basis))
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
        loss: HTML(Figure.points(risk.loss).text), expected: HTML(Figure.points(risk.expected).text),
        chainName: risk.chain.map {
          HTML(Phrase(network.chains[$0.number].name(in: .en), zh: network.chains[$0.number].name(in: .zh)))
        })
    }
  }
}
