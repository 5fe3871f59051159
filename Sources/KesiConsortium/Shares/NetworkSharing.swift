import KesiCluster
import KesiMatrix
import KesiNetwork

/// More players than a rule can be asked about coalition by coalition.
package struct TooManyPlayers: Error, Sendable {
  package let message: Phrase
}

extension Analysis {
  /// What there is to share out among some actors by a rule of the network.
  ///
  /// - Parameter orders: how many orders of players are drawn; nil for exact values.
  /// - Throws: ``TooManyPlayers`` where there are more than can be looked at one coalition after the other, and no orders are
  ///   asked for; `UnknownWord` where the network has nothing of what the rule goes by.
  package func sharing(among players: Players, by rule: GameRule, orders: Int?, seed: UInt64) throws -> Sharing {
    var sharing = try shares(of: players, by: rule, orders: orders, seed: seed)
    sharing.rule = rule
    return sharing
  }

  private func shares(of players: Players, by rule: GameRule, orders: Int?, seed: UInt64) throws -> Sharing {
    let vertices = players.actors.map { graph.vertex[$0] }
    if rule == .strength {
      return try Sharing(strengths(among: vertices), among: players, orders: orders, seed: seed, on: parallel)
    }
    guard players.count <= rule.mostPlayers || orders != nil else { throw TooManyPlayers(players.count, by: rule) }
    if rule == .chains {
      let completion = chainCompletion(among: players)
      if players.count <= rule.mostPlayers {
        return try Sharing(
          completion.game(), among: players, partners: partners(among: vertices), orders: orders, seed: seed,
          on: parallel)
      }
      return Sharing(
        sampled: try sampledShapleyValue(
          players: players.count, orders: orders ?? 0, seed: seed, reach: completion.reach, on: parallel
        ) { ChainCompletion.Growing(completion) }, whole: completion.whole, among: players)
    }
    guard clusterIndex() != nil else {
      throw UnknownWord(
        Phrase(
          "--rule index: the cluster has no index here: nothing is judged, or only a part of the network was chosen.",
          zh: "--rule index：此处没有集群指数：未作评估，或只选择了网络的一部分。"))
    }
    let index = IndexGain(self, players.actors)
    if players.count <= rule.mostPlayers {
      let game = try Game(playerCount: players.count) { coalition in
        try parallel.checkCancellation()
        return index.gain(of: Set(coalition.players))
      }
      return try Sharing(
        game, among: players, partners: partners(among: vertices), orders: orders, seed: seed, on: parallel)
    }
    // Nobody who works lowers the index, and nobody adds more than all together.
    let whole = index.gain(of: Set(players.actors.indices))
    return Sharing(
      sampled: try sampledShapleyValue(
        players: players.count, orders: orders ?? 0, seed: seed, reach: players.actors.map { _ in 0...max(0, whole) },
        on: Parallel(threads: 1, cancellation: parallel.cancellation, progress: parallel.progress)
      ) { IndexGain.Growing(index) }, whole: whole, among: players)
  }

  /// Of each player the others that it is tied to; nil where ties are not assessed, or there are too many.
  package func partners(of players: Players) -> [Coalition]? {
    players.count <= Game.mostPlayers ? partners(among: players.actors.map { graph.vertex[$0] }) : nil
  }

  private func partners(among vertices: [Int?]) -> [Coalition]? {
    guard assessment.covers([.ties]) else { return nil }
    return partners.withRows { rows in
      vertices.map { vertex in
        guard let vertex else { return Coalition(bits: 0) }
        let tied = Set(rows[vertex].map(Int.init))
        return Coalition(of: vertices.indices.filter { vertices[$0].map(tied.contains) ?? false })
      }
    }
  }

  private func strengths(among vertices: [Int?]) -> TieStrengths {
    let ties = graph.matrix.symmetrized()
    var builder = MatrixBuilder(order: vertices.count, isSymmetric: true, isWeighted: true)
    var place = [Int](repeating: -1, count: ties.order)
    for (player, vertex) in vertices.enumerated() { if let vertex { place[vertex] = player } }
    ties.withRows { rows in
      for (player, vertex) in vertices.enumerated() {
        guard let vertex else { continue }
        for entry in rows.entries(vertex) {
          let other = place[Int(rows.column(entry))]
          if other > player { builder.add(UInt32(player), UInt32(other), weight: rows.weight(entry)) }
        }
      }
    }
    return TieStrengths(builder.build(threads: parallel.threads))
  }

  private func chainCompletion(among players: Players) -> ChainCompletion {
    let place = Dictionary(uniqueKeysWithValues: zip(players.actors, players.actors.indices))
    return ChainCompletion(
      playerCount: players.count,
      chains: chosenChains.map { chain in
        ChainCompletion.Chain(
          weight: chain.chain.weight ?? 1,
          providers: chain.chain.assessed.map { kind in
            chain.actors.filter { graph.network.actors[$0].kind.isExactly(kind) }.compactMap { place[$0] }
          })
      })
  }
}

extension Sharing {
  /// What sampling alone tells.
  fileprivate init(sampled: [Estimate], whole: Double, among players: Players) {
    self.init(players, whole: whole, shapley: sampled)
    isSampled = true
  }
}

extension TooManyPlayers {
  package init(_ count: Int, by rule: GameRule) {
    // The cluster index is that of the whole: no part of it can be chosen.
    let fewer =
      rule == .index
      ? Phrase("--consortium", zh: "--consortium")
      : Phrase("--consortium, --kind or --zone", zh: "--consortium、--kind 或 --zone")
    message = Phrase(
      "There are \(count) players, and by this rule all coalitions are looked at of \(rule.mostPlayers) at most. --samples 10000 finds the shares by sampling, each with its interval; or choose fewer with \(fewer.en).",
      zh:
        "共有 \(count) 方参与，按此规则最多逐一计算 \(rule.mostPlayers) 方的所有组合。可加 --samples 10000 用抽样估计（附置信区间），或用 \(fewer.zh) 缩小范围。"
    )
  }
}

/// What some actors add to the cluster index while the other players do nothing.
///
/// Unchecked: an analysis is asked from one thread at a time, by whoever makes this.
private final class IndexGain: @unchecked Sendable {
  private let analysis: Analysis
  private let actors: [Int]
  private let base: Double

  init(_ analysis: Analysis, _ actors: [Int]) {
    (self.analysis, self.actors) = (analysis, actors)
    base = analysis.clusterIndex(idling: Set(actors)) ?? 0
  }

  func gain(of players: Set<Int>) -> Double {
    let idle = actors.indices.filter { !players.contains($0) }.map { actors[$0] }
    return (analysis.clusterIndex(idling: Set(idle)) ?? 0) - base
  }

  /// A coalition whose index is found anew with each player.
  struct Growing: GrowingCoalition {
    private let index: IndexGain
    private var players: Set<Int> = []
    private var worth = 0.0

    init(_ index: IndexGain) { self.index = index }

    mutating func clear() { (players, worth) = ([], 0) }

    mutating func add(_ player: Int) -> Double {
      players.insert(player)
      let before = worth
      worth = index.gain(of: players)
      return worth - before
    }
  }
}
