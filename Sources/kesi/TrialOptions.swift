import ArgumentParser
import KesiCluster
import KesiNetwork

/// How far findings hold where tables err.
struct TrialOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Say how certain this is: look at 200 networks that may be the true one, given tables that err. 1 takes about a tenth of the ties, memberships and positions to be missing, and other errors in proportion; at most 5.",
      valueName: "scale"),
    transform: {
      guard let number = Double(decimal: $0) else { throw ValidationError("“\($0)” is not a number.") }
      return number
    })
  var missing: Double?

  @Option(help: "Where missing ties are: likely (where such ties are stated) or small (at actors with few ties first).")
  var missingWhere: TableErrors.Place?

  func validate() throws {
    if let missing, !(missing > 0 && missing <= TableErrors.mostScale) {
      throw ValidationError("--missing should be above 0 and at most \(Int(TableErrors.mostScale)).")
    }
    try GivenOptions.refuse("--missing-where", unless: missing != nil, because: "goes with --missing SCALE")
  }

  /// Nil where nobody asks.
  var errors: TableErrors? { missing.map { TableErrors(scale: $0, place: missingWhere ?? .likely) } }

  /// What was tried, and what that says.
  static func note(_ trials: Int, missing share: Double, notTried: [GapKind] = []) -> [Phrase] {
    let rows = Figure.share(share).text
    let tried = Phrase(
      "\(trials.counted("trial")), each of a network that may be the true one if about \(rows) of the rows are wrong. That is stability, not truth: what is left out as a whole cannot be seen.",
      zh: "共试验 \(trials) 次，每次设想约 \(rows) 的记录有误时可能的真实网络。所得为稳定程度，不是真实程度：整体漏填的内容无从得知。")
    guard !notTried.isEmpty else { return [tried] }
    let kinds = notTried.map(\.label)
    return [
      tried,
      Phrase(
        "Not tried, since it would take long: \(kinds.map(\.en).joined(separator: ", ")).",
        zh: "因耗时过长未试验：\(kinds.map(\.zh).joined(separator: "、"))。"),
    ]
  }
}

extension TableErrors.Place: ExpressibleByArgument {}
