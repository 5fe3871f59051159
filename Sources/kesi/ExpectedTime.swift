import KesiCluster
import KesiNetwork

/// About how long a run takes, told before it begins: to wait for half an hour is a choice.
struct ExpectedTime {
  /// Up to so many seconds nothing is said.
  private static let unsaid = 30.0
  /// Beyond so many, a run is refused where there is a way to ask for it all the same.
  private static let most = 300.0

  let seconds: Double
  let analysis: Analysis

  /// Says how long it takes, where that is long.
  ///
  /// - Parameter wayOut: how to get by with less.
  func say(_ wayOut: Phrase, in language: Language) {
    guard seconds > Self.unsaid else { return }
    Console.say(
      Phrase(
        "\(size.en): this takes about \(minutes.counted("minute")). \(wayOut.en)",
        zh: "\(size.zh)，约需 \(minutes) 分钟。\(wayOut.zh)")(language))
  }

  /// - Throws: where it takes more than five minutes, and nobody asked for it.
  func refuseTooLong(_ wayOut: Phrase, unless isAskedFor: Bool) throws {
    guard seconds > Self.most, !isAskedFor else { return }
    throw TakesTooLong(
      message: Phrase(
        "\(size.en): this would take about \(minutes.counted("minute")), so it is not begun. \(wayOut.en)",
        zh: "\(size.zh)，约需 \(minutes) 分钟，故未执行。\(wayOut.zh)"))
  }

  // At most 10¹² minutes are told of networks that fit into memory; more would be no number to wait for.
  private var minutes: Int { Int(max(1, min(1e12, (seconds / 60).rounded()))) }

  private var size: Phrase {
    let (actors, ties) = (analysis.graph.actors.count, analysis.graph.matrix.tieCount)
    return Phrase(
      "\(actors.counted("actor")) and \(ties.counted("tie"))", zh: "共 \(actors) 家单位、\(ties) 条联系")
  }
}

/// A run that would take longer than anyone who has not asked for it would wait.
struct TakesTooLong: Error {
  let message: Phrase
}
