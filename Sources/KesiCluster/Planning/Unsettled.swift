import KesiNetwork

// Who should mend what it has begun before it begins more.
extension Analysis {
  /// From so many projects on of which none satisfied it is asked for whom that would be otherwise.
  private static let fewestProjects = 2

  /// Actors whose projects have come to nothing so far, two or more with a known outcome and none satisfactory, each with the one
  /// that is to be settled first: that of most strength, the first of equals.
  ///
  /// - Complexity: O(ties).
  func unsettled() -> [Int: Remedy] {
    guard !network.ties.isList else { return [:] }
    var failed: [Int: (count: Int, worst: Tie)] = [:]
    var satisfied = Set<Int>()
    for index in graph.ties {
      let tie = network.ties[index]
      switch tie.outcome {
      case .satisfactory: satisfied.formUnion([tie.source, tie.target])
      case .unsatisfactory where tie.source != tie.target:
        for actor in [tie.source, tie.target] {
          var own = failed[actor] ?? (0, tie)
          own.count += 1
          if own.worst.weight < tie.weight { own.worst = tie }
          failed[actor] = own
        }
      case .unsatisfactory, .open, nil: break
      }
    }
    return failed.filter { $1.count >= Self.fewestProjects && !satisfied.contains($0) }.mapValues { _, worst in
      .settlement(worst.source, worst.target, chain: worst.chain)
    }
  }

  /// What those who are to meet, or to provide more, have to settle first, each once.
  ///
  /// - Parameter unsettled: see ``unsettled()``.
  func settlements(owedBefore remedies: [Remedy], of unsettled: [Int: Remedy]) -> [Remedy] {
    var owed: [Remedy] = []
    let concerned = remedies.flatMap { remedy in
      if case .capacity(_, let chain) = remedy {
        chains[chain].capacityProviders
      } else {
        remedy.isNewTie ? remedy.actors : []
      }
    }
    for actor in concerned {
      guard let project = unsettled[actor], !(owed + remedies).map(\.subject).contains(project.subject) else {
        continue
      }
      owed.append(project)
    }
    return owed
  }
}
