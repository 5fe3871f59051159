import KesiCluster
import KesiNetwork

/// Who offers and who needs what: the two sides that are matched.
public struct Market: Sendable {
  /// A row of one side. Actors and chains are indices of the network.
  public struct Entry: Sendable, Equatable {
    public let actor: Int
    /// The id of an item, or of a chain where the market follows from positions.
    public let item: String
    /// Nil where it is not stated.
    public let quantity: Double?
    public let level: Level?
    public let chain: Int?
    /// Whom it ranks, the best first; nobody where it does not rank.
    public let preferences: [Int]
  }

  public enum Origin: Sendable {
    /// The rows of `supplies.csv` and `demands.csv`.
    case tables
    /// There are none: in each chain those who provide are taken to supply what those who demand need.
    case positions
  }

  public let supplies: [Entry]
  public let demands: [Entry]
  public let origin: Origin
  private let items: ItemTree
  /// The chains of a market that follows from positions, by their ids.
  private let chains: [ExactText: Int]

  public var isEmpty: Bool { supplies.isEmpty && demands.isEmpty }

  /// The market of the part of a network that is looked at: the rows of its actors, of its chains or of none. Where there
  /// are neither supplies nor demands in the whole network, it follows from positions. Nobody is matched where nothing of the
  /// network is to be judged.
  init(of graph: NetworkGraph) {
    let network = graph.network
    items = ItemTree(network.profile.items)
    guard !network.assessment.isNothing else {
      (supplies, demands, origin, chains) = ([], [], .tables, [:])
      return
    }
    let isChosenChain = network.chains.indices.map(graph.chooses)
    func isChosen(_ actor: Int, _ chain: Int?) -> Bool {
      graph.vertex[actor] != nil && (chain.map { isChosenChain[$0] } ?? true)
    }
    guard network.supplies.isEmpty, network.demands.isEmpty else {
      supplies = network.supplies.filter { isChosen($0.actor, $0.chain) }.map(Entry.init)
      demands = network.demands.filter { isChosen($0.actor, $0.chain) }.map(Entry.init)
      (origin, chains) = (.tables, [:])
      return
    }
    let positions = Dictionary(grouping: network.positions, by: \.chain)
    let parts = network.chains.indices.filter { isChosenChain[$0] }.map {
      Self.ofPositions(positions[$0] ?? [], in: $0, graph)
    }
    chains = Dictionary(network.chains.enumerated().map { (ExactText($1.id), $0) }) { first, _ in first }
    supplies = parts.flatMap(\.supplies)
    demands = parts.flatMap(\.demands)
    origin = .positions
  }

  /// Those who provide for a chain and those who demand, each once, at the highest level that it holds there. What the chain
  /// demands is shared evenly; quantities are stated where the chain states its demand and every provider its capacity.
  private static func ofPositions(
    _ positions: [Position], in chain: Int, _ graph: NetworkGraph
  ) -> (supplies: [Entry], demands: [Entry]) {
    let network = graph.network
    let positions = positions.filter {
      graph.vertex[$0.actor] != nil && $0.period.overlaps(graph.selection.period)
    }
    func demands(_ position: Position) -> Bool {
      switch position.role {
      case .demander, .leader: true
      case .provider, .platform: false
      case nil: network.profile.demands(network.actors[position.actor].kind)
      }
    }
    let demanding = Dictionary(grouping: positions.filter(demands), by: \.actor)
    let providing = Dictionary(grouping: positions.filter { !demands($0) }, by: \.actor)
      .filter { demanding[$0.key] == nil }
    let isStated = network.chains[chain].demand != nil && providing.values.joined().allSatisfy { $0.capacity != nil }
    func entries(_ places: [Int: [Position]], _ quantity: ([Position]) -> Double?) -> [Entry] {
      places.sorted { $0.key < $1.key }.map { actor, positions in
        let level = Level.allCases.first { level in positions.contains { $0.level == level } }
        return Entry(
          actor: actor, item: network.chains[chain].id, quantity: isStated ? quantity(positions) : nil, level: level,
          chain: chain, preferences: [])
      }
    }
    return (
      entries(providing) { $0.reduce(0) { $0 + ($1.capacity ?? 0) } },
      entries(demanding) { _ in network.chains[chain].demand.map { $0 / Double(demanding.count) } }
    )
  }

  /// What an item of it is called.
  public func label(of item: String, in network: Network) -> Phrase {
    guard let chain = chains[ExactText(item)] else { return items[item].label }
    return Phrase(network.chains[chain].name(in: .en), zh: network.chains[chain].name(in: .zh))
  }
}

extension Market.Entry {
  init<Side>(_ entry: MarketEntry<Side>) {
    (actor, item, quantity, level) = (entry.actor, entry.item, entry.quantity, entry.level)
    (chain, preferences) = (entry.chain, entry.preferences)
  }
}
