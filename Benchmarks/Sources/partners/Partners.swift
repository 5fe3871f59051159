import Foundation
import KesiCluster
import KesiFormats
import KesiMatrix
import KesiNetwork

/// Asks at several days whom Kesi would have brought together, holds that against who worked together later, and writes the
/// answer as Markdown.
@main
enum Partners {
  /// Days at which the register is cut. The last two, and the last parts, were looked at only when the score was done.
  private static let days = ["2023-01-01", "2023-06-01", "2023-10-01", "2024-01-01"]
  private static let lastDays = ["2024-07-01", "2025-01-01"]
  private static let parts = [
    ("batteries and the like (calls HORIZON-CL5-…-D2)", "cordis_topic", "-D2-"),
    ("health", "cordis_program", "HORIZON.2.1"),
  ]
  private static let lastParts = [
    ("culture, creativity, society", "cordis_program", "HORIZON.2.2"),
    ("civil security", "cordis_program", "HORIZON.2.3"),
    ("food, bioeconomy, environment", "cordis_program", "HORIZON.2.6"),
  ]

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first else {
      print("usage: partners CORDIS-FOLDER [THREADS]")
      return
    }
    let parallel = Parallel(threads: arguments.dropFirst().first.flatMap { Int($0) } ?? 2)
    let whole = try NetworkReader.read(folder).network
    print(heading)
    try tellTime(whole, parallel)
    func trials(_ part: (name: String, column: String, word: String), _ days: [String]) throws -> Verdict.Part {
      let history = ProjectHistory(of: whole, where: part.column) { cell in
        part.column == "cordis_topic" ? cell.hasPrefix("HORIZON-CL5-") && cell.contains(part.word) : cell == part.word
      }
      return Verdict.Part(
        name: part.name, projectCount: history.projectCount,
        trials: try days.compactMap { PartialDate($0) }.map { day in
          FileHandle.standardError.write(Data("\(part.name), \(day.text)\n".utf8))
          return try Trial(history.cut(at: day), on: parallel)
        })
    }
    let looked = Verdict(parts: try parts.map { try trials($0, days) })
    let last = Verdict(
      parts: try parts.map { try trials($0, lastDays) } + lastParts.map { try trials($0, days + lastDays) })
    tell("Parts and days by which the score was made", looked)
    tell("Parts and days that were looked at only at the end", last)
    single(looked.parts + last.parts, days: [days, days, lastDays, lastDays] + lastParts.map { _ in days + lastDays })
  }

  /// How long the best pairs of the whole register take goes to standard error.
  private static func tellTime(_ whole: Network, _ parallel: Parallel) throws {
    let analysis = Analysis(of: try NetworkGraph(of: whole), on: parallel)
    let begun = Date()
    let score = try PartnerScore(analysis)
    let made = Date()
    let found = try score.best(Trial.first)
    let line =
      "\(whole.actors.count) actors, \(analysis.graph.matrix.tieCount) ties: score \(made.timeIntervalSince(begun)) s, "
      + "best \(found.count) pairs \(Date().timeIntervalSince(made)) s\n"
    FileHandle.standardError.write(Data(line.utf8))
  }

  private static func tell(_ title: String, _ verdict: Verdict) {
    print("\n## \(title)\n")
    print("\(verdict.parts.count) parts, \(verdict.parts.reduce(0) { $0 + $1.trials.count }) trials.\n")
    print(
      "| hits | of | \(Ranker.allCases.map(\.name).joined(separator: " | ")) | ratio to the best other one | 95 % interval |"
    )
    print("|---|---:|" + Ranker.allCases.map { _ in "---:|" }.joined() + "---:|---|")
    let rows: [(String, Int, Verdict.Count)] = [
      ("first 50 of the admissible pairs", verdict.looked(.admissible), .first(.admissible)),
      ("first five of each actor that found a partner", verdict.actorCount * Trial.firstOfActor, .ofActors),
      ("first 50, one of the two in a single project", verdict.looked(.cold), .first(.cold)),
      ("first 50, a single partner in common", verdict.looked(.loose), .first(.loose)),
      ("first 50 of all untied pairs two steps apart", verdict.looked(.all), .first(.all)),
    ]
    for (name, of, count) in rows {
      let (value, low, high) = verdict.ratio(count)
      print(
        "| \(name) | \(of) | \(Ranker.allCases.map { "\(verdict.hits($0, count))" }.joined(separator: " | ")) | "
          + "\(hundredths(value)) | \(hundredths(low))–\(hundredths(high)) |")
    }
    let (admissible, all) = (verdict.pairs(.admissible), verdict.pairs(.all))
    let trials = verdict.parts.flatMap(\.trials)
    let known = trials.reduce(0) { $0 + $1.cut.later.count }
    let ties = trials.reduce(0) { $0 + $1.cut.ties.all }
    let newcomers = trials.reduce(0) { $0 + $1.cut.ties.ofNewcomers }
    print(
      """

      Of \(ties) ties that came later, \(percent(newcomers, ties)) are of actors who were in no project before, and \
      \(percent(known - all.partners, ties)) of actors more than two steps apart: nothing here could name them. Of the other \
      \(all.partners), \(percent(admissible.partners, all.partners)) are admissible; the rest has one end that carries as \
      much as its kind does. Of \(admissible.all) admissible pairs \(percent(admissible.partners, admissible.all)) became partners.
      """)
  }

  private static func single(_ parts: [Verdict.Part], days: [[String]]) {
    print("\n## Trial by trial\n")
    print(
      "Hits among the first 50 admissible pairs, and what the weights were fitted to: ties, and the weights of acquaintance, experience, zone and kinds.\n"
    )
    print(
      "| part | day | actors | pairs | partners | \(Ranker.allCases.map(\.name).joined(separator: " | ")) | ties | acquaintance | experience | zone | kinds |"
    )
    print("|---|---|---:|---:|---:|" + Ranker.allCases.map { _ in "---:|" }.joined() + "---:|---:|---:|---:|---:|")
    for (part, days) in zip(parts, days) {
      for (trial, day) in zip(part.trials, days) {
        let field = Trial.Field.admissible.rawValue
        let hits = Ranker.allCases.map { "\(trial.projects[field][$0.rawValue].count)" }.joined(separator: " | ")
        let weights = [PartnerPart.acquaintance, .experience, .zone, .kinds].map { hundredths(trial.weights.parts[$0]) }
        print(
          "| \(part.name) | \(day) | \(trial.cut.before.actors.count) | \(trial.pairs[field]) | \(trial.partners[field]) | "
            + "\(hits) | \(trial.fittedTies.map(String.init) ?? "–") | \(weights.joined(separator: " | ")) |")
      }
    }
  }

  private static func hundredths(_ value: Double) -> String {
    guard value.isFinite else { return "∞" }
    let whole = Int((value.magnitude * 100).rounded())
    return (value < 0 && whole > 0 ? "−" : "") + "\(whole / 100)." + (whole % 100 < 10 ? "0" : "") + "\(whole % 100)"
  }

  private static func percent(_ part: Int, _ all: Int) -> String {
    all == 0 ? "–" : "\(Double(Int((Double(part) / Double(all) * 1000).rounded())) / 10) %"
  }
}
