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
      "The analysis was repeated \(trials) times, each time as if about \(rows) of the rows were wrong. That shows how stable findings are, not whether they are true: what is left out as a whole cannot be seen.",
      zh: "共重新测算 \(trials) 次，每次假定约 \(rows) 的记录有误。结果反映结论的稳定程度，不代表数据属实；整类漏填的内容看不出来。")
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
