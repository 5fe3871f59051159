import KesiMatrix

/// Trials of several parts and days together: how many partners rankers found, and how sure it is that one found more.
struct Verdict {
  /// The trials of a part of the register, which share its projects.
  struct Part {
    let name: String
    let projectCount: Int
    var trials: [Trial]
  }

  let parts: [Part]

  /// Which hits are counted.
  enum Count {
    case first(Trial.Field)
    case ofActors

    func projects(_ trial: Trial, _ ranker: Ranker) -> [Int] {
      switch self {
      case .first(let field): trial.projects[field.rawValue][ranker.rawValue]
      case .ofActors: trial.ofActors[ranker.rawValue]
      }
    }
  }

  func hits(_ ranker: Ranker, _ count: Count) -> Int {
    parts.reduce(0) { $0 + $1.trials.reduce(0) { $0 + count.projects($1, ranker).count } }
  }

  /// Hits of the score over those of the best of the others, with an interval of 95 %: by drawing the projects of each part
  /// anew, with replacement, 4,000 times. A pair counts as often as the project that first tied it was drawn; the best of the
  /// others is found anew each time, which is in their favor.
  func ratio(_ count: Count) -> (value: Double, low: Double, high: Double) {
    let all = hits(.score, count)
    let best = Ranker.singles.map { hits($0, count) }.max() ?? 0
    var random = SplitMix(seed: 1, use: "projects")
    var ratios: [Double] = []
    for _ in 0..<4000 {
      var sums = [Int](repeating: 0, count: Ranker.allCases.count)
      for part in parts {
        var drawn = [Int](repeating: 0, count: part.projectCount)
        for _ in 0..<part.projectCount { drawn[random.below(part.projectCount)] += 1 }
        for trial in part.trials {
          for ranker in Ranker.allCases {
            for project in count.projects(trial, ranker) { sums[ranker.rawValue] += drawn[project] }
          }
        }
      }
      let rival = Ranker.singles.map { sums[$0.rawValue] }.max() ?? 0
      ratios.append(rival == 0 ? .infinity : Double(sums[Ranker.score.rawValue]) / Double(rival))
    }
    ratios.sort()
    return (best == 0 ? .infinity : Double(all) / Double(best), ratios[100], ratios[3899])
  }

  /// So many of the first pairs were looked at in all: 50 a trial, or as many as there are.
  func looked(_ field: Trial.Field) -> Int {
    parts.reduce(0) { $0 + $1.trials.reduce(0) { $0 + min(Trial.first, $1.pairs[field.rawValue]) } }
  }

  var actorCount: Int { parts.reduce(0) { $0 + $1.trials.reduce(0) { $0 + $1.actorCount } } }

  func pairs(_ field: Trial.Field) -> (all: Int, partners: Int) {
    parts.flatMap(\.trials).reduce((0, 0)) {
      ($0.0 + $1.pairs[field.rawValue], $0.1 + $1.partners[field.rawValue])
    }
  }
}
