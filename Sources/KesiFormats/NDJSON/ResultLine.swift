import KesiNetwork

/// How lines of results that Kesi has written itself are told: they say what was found in a network and are none.
enum ResultLine {
  /// Keys that lines of a command have together, and no network has.
  private static let keys: [(command: String, keys: [String])] = [
    ("kesi gaps", ["kind", "level", "severity", "evidence"]), ("kesi chains", ["chain_index", "verdict"]),
    ("kesi suggest", ["rank", "source", "target", "gain", "before", "after"]),
    ("kesi match", ["rank", "supplier", "demander", "match_score"]),
    ("kesi risk", ["rank", "what", "subject", "expected_loss"]), ("kesi mixing", ["a", "b", "expected", "draws"]),
    ("kesi trend", ["year", "cluster_index"]), ("kesi summary", ["measure", "value"]),
    ("kesi plan", ["step", "gain", "scenario"]),
  ]

  /// The command that writes lines with such keys; nil where none is known to.
  static func command(of found: [String]) -> String? {
    keys.first { $0.keys.allSatisfy(found.containsExactly) }?.command
  }

  static func refusal(_ command: String) -> BadShape {
    BadShape(
      message: Phrase(
        "is a result of \(command), not a part of a network. Name the network that it was made of.",
        zh: "是 \(command) 的结果，不是网络数据。请指定得出该结果的网络。"))
  }

  /// That lines are nodes and nothing ties them.
  static func onlyNodes(_ count: Int, of file: String) -> Problem {
    Problem(
      .error, .file(file),
      Phrase(
        "has \(count.counted("node")) and no tie: lines with source and target are missing. If these are results, as of kesi metrics, name the network that they were made of.",
        zh: "有 \(count) 个节点，没有联系：缺少含 source 与 target 的行。如为 kesi metrics 等命令的结果，请指定得出该结果的网络。"))
  }
}
