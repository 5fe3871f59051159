import KesiMeasures
import KesiNetwork

extension IndexPart {
  public static let cohesion = IndexPart(
    "cohesion", zh: "链内连通", of: .links, weight: \.cohesion, restsOn: [.ties], needs: [.links],
    definition: Phrase(
      "The share of pairs of the chain's actors that a path inside the chain connects: the mean of the share as it is, of the share without one actor on average, and without the one whose loss parts most.",
      zh: "链上主体两两之间能否经链内联系相通：现状下相通对的比例、去掉任一主体后的平均比例、去掉最要紧的主体后的比例，三者取平均。"),
    advice: Phrase(
      "A star has nearly two thirds: all depends on its center.", zh: "所有联系都集中于一家（星形）时不足三分之二：全靠这个中心。"),
    value: { chain, _ in chain.linkedShares.map { Interval($0.cohesion) } },
    reason: { chain, analysis in analysis.cohesionReason(chain) })
}

extension ChainNetwork {
  /// How the chain's actors hold together; nil for fewer than two.
  var linkedShares: LinkedShares? {
    actors.count > 1 ? KesiMeasures.linkedShares(by: cutpoints(of: matrix)) : nil
  }
}

extension Analysis {
  fileprivate func cohesionReason(_ chain: ChainNetwork) -> Phrase {
    guard let shares = chain.linkedShares else {
      return Phrase("The chain has fewer than two actors.", zh: "链上不足两家单位。")
    }
    let whole = Figure.share(shares.whole).text
    guard let worst = shares.worst.map({ chain.actors[$0] }) else {
      return Phrase(
        shares.whole > 0 ? "Its two actors are connected." : "Its two actors are not connected.",
        zh: shares.whole > 0 ? "链上两家单位相通。" : "链上两家单位不相通。")
    }
    return Phrase(
      "\(whole) of the pairs among its \(chain.actors.count) actors are connected; without one of them "
        + "\(Figure.share(shares.mean).text) on average, without \(name(worst, .en)) \(Figure.share(shares.least).text).",
      zh: "\(chain.actors.count) 家单位中，两两相通的占 \(whole)；去掉任一家后平均为 \(Figure.share(shares.mean).text)，若"
        + "\(name(worst, .zh))退出则为 \(Figure.share(shares.least).text)。")
  }
}
