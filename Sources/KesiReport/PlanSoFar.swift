import KesiCluster
import KesiFormats
import KesiNetwork
import KesiResults

/// What a report knows of a plan that was written before.
package struct PlanSoFar {
  /// What became of its steps.
  var reviewed: ReviewedPlan
  /// The cluster with what is left of it done, from which new steps go on.
  let ahead: Analysis
  /// What is left of it, which counts among all that a plan may have.
  let left: EarlierSteps

  package init(_ reviewed: ReviewedPlan, ahead: Analysis, left: EarlierSteps) {
    (self.reviewed, self.ahead, self.left) = (reviewed, ahead, left)
  }
}

extension Report {
  /// Where the plan sets out: the cluster as it is, or with what is left of an earlier plan done.
  var planning: Analysis { soFar?.ahead ?? analysis }

  /// The number of the step before the first of the plan.
  var stepsBefore: Int { soFar?.reviewed.last ?? 0 }

  /// What a plan may have; with an earlier one, also what is left of that.
  static func limits(_ soFar: PlanSoFar?, today gaps: [Gap], of network: Network) -> PlanLimits {
    var limits = PlanLimits()
    guard let soFar else { return limits }
    limits.earlier = soFar.left
    limits.actors = network.actors.count
    limits.today = soFar.left.count > 0 ? gaps : nil
    return limits
  }

  /// What a step of the earlier plan does: as it is written in the language of the plan, and in today's words in the other.
  private func task(of step: WrittenPlan.Step) -> Phrase {
    let text = step.task.isEmpty ? step.lines.joined(separator: "; ") : step.task
    let told = analysis.task(written: step.lines, for: step.gaps)
    return switch step.taskLanguage {
    case .zh: Phrase(told?.en ?? text, zh: text)
    case .en: Phrase(text, zh: told?.zh ?? text)
    case nil: Phrase(text, zh: text)
    }
  }

  /// That tasks stand in the language of the plan only; nothing where none does.
  var writtenElsewhere: Phrase {
    let left = (soFar?.reviewed.steps ?? []).map(\.written).filter { step in
      analysis.task(written: step.lines, for: step.gaps) == nil
    }
    func stand(in language: Language) -> Bool { left.contains { $0.taskLanguage == language } }
    return Phrase(
      stand(in: .zh) ? "Some tasks stand as the plan has them, which was written in Chinese." : "",
      zh: stand(in: .en) ? "部分任务沿用方案原文（英文）。" : "")
  }

  /// The steps of the earlier plan, as people have written them.
  var progressItems: [ReportPage.ProgressItem] {
    (soFar?.reviewed.steps ?? []).map { written, review in
      func same(_ text: String) -> HTML { HTML(Phrase(text, zh: text)) }
      func points(_ value: Double?) -> HTML? { value.map { HTML(Figure.points($0).text) } }
      let chain = (try? network.chain(called: written.chain)).map { network.chains[$0] }
      let isOpen = written.lead.isEmpty || [PlanStep.noLead.en, PlanStep.noLead.zh].contains(written.lead)
      let lead = (try? network.actor(called: written.lead)).map { network.actors[$0] }
      return ReportPage.ProgressItem(
        number: HTML(written.number), stateName: HTML(review.state.label),
        className: PlanClass(word: written.planClass).map { HTML($0.label) },
        chainName: chain.map { HTML(Phrase($0.name(in: .en), zh: $0.name(in: .zh))) }
          ?? (written.chain.isEmpty ? nil : same(written.chain)),
        task: HTML(task(of: written)),
        lead: lead.map { HTML(Phrase($0.shortName(in: .en), zh: $0.shortName(in: .zh))) }
          ?? (isOpen ? HTML(PlanStep.noLead) : same(written.lead)),
        deadline: written.deadline.isEmpty ? nil : same(written.deadline), promised: points(written.gain),
        achieved: points(review.achieved),
        remaining: points(review.before.flatMap { before in review.after.map { $0 - before } }),
        reason: review.reason.map { HTML($0) })
    }
  }
}
