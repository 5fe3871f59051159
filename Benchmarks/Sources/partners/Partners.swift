import Foundation
import KesiCluster
import KesiFormats
import KesiMatrix
import KesiNetwork

/// Asks at several days whom Kesi would have brought together, and holds that against who did work together later; prints
/// what comes of it.
@main
enum Partners {
  static func main() throws {
    guard let folder = CommandLine.arguments.dropFirst().first else {
      print("usage: partners CORDIS-FOLDER [THREADS] [PART ...]")
      return
    }
    let threads = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 2
    let whole = try NetworkReader.read(folder).network
    for part in CommandLine.arguments.dropFirst(3) {
      let history = ProjectHistory(of: whole, where: part.contains("-D2") ? "cordis_topic" : "cordis_program") {
        part.contains("-D2") ? $0.contains("HORIZON-CL5-") && $0.contains("-D2-") : $0.contains(part)
      }
      for day in ["2023-01-01", "2023-06-01", "2023-10-01", "2024-01-01"] {
        let cut = history.cut(at: PartialDate(day)!)
        let begun = Date()
        let trial = try Trial(cut, on: Parallel(threads: threads))
        print(
          part, day, "actors", cut.before.actors.count, "later", cut.later.count, "pairs", trial.pairs, trial.partners,
          "fit", trial.fittedTies ?? 0,
          PartnerPart.allCases.map { "\($0) \((trial.weights.parts[$0] * 100).rounded() / 100)" },
          "base \(trial.weights.base)", "\(Date().timeIntervalSince(begun)) s")
        for field in Trial.Field.allCases {
          print("  ", field, Ranker.allCases.map { "\($0) \(trial.projects[field.rawValue][$0.rawValue].count)" })
        }
        print("   of five", trial.actorCount, Ranker.allCases.map { "\($0) \(trial.ofActors[$0.rawValue].count)" })
      }
    }
  }
}
