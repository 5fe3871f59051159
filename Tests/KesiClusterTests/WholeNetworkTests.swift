import KesiMatrix
import KesiMeasures
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("Gaps of a network of which a part is here")
struct WholeNetworkTests {
  /// What an engine knows of the whole.
  private func whole(of analysis: Analysis) throws -> WholeNetwork {
    let graph = analysis.graph
    let degrees = analysis.partners.withRows { rows in graph.actors.indices.map { rows.degree($0) } }
    return WholeNetwork(
      actorCount: graph.actors.count, tieCount: analysis.partners.tieCount, degrees: degrees,
      components: analysis.unweighted.components(), insideChains: [])
  }

  @Test(
    "They are those that are found where all of it is here",
    arguments: ["suzhou", "wenzhou", "consortium", "majors", "park"])
  func same(name: String) throws {
    let network = try shipped(name).inCanonicalOrder()
    let analysis = Analysis(of: try NetworkGraph(of: network))
    let kinds = GapKind.ofWholes.filter { $0.id != GapKind.thinChainEstimate.id }
    let found = try analysis.gaps(of: kinds, in: whole(of: analysis))
    // What the network does not state is not looked for.
    let expected = try analysis.gaps(of: kinds.filter { analysis.assessment.covers($0.restsOn) })
    #expect(!found.isEmpty)
    #expect(found.map(\.id) == expected.map(\.id))
    #expect(found.map(\.severity) == expected.map(\.severity))
    #expect(found.map(\.explanation.zh) == expected.map(\.explanation.zh))
    #expect(found.map(\.remedies) == expected.map(\.remedies))
  }

  @Test("Of some chains they are those of the whole that concern these")
  func ofChains() throws {
    let network = try shipped("suzhou").inCanonicalOrder()
    let known = try whole(of: Analysis(of: try NetworkGraph(of: network)))
    let kinds = GapKind.ofWholes.filter { $0.id != GapKind.thinChainEstimate.id }
    for chain in network.chains {
      var selection = Selection()
      selection.chains = [chain.id]
      let part = Analysis(of: try NetworkGraph(of: network, selection))
      let (found, expected) = (try part.gaps(of: kinds, in: known), try part.gaps(of: kinds))
      #expect(found.map(\.id) == expected.map(\.id))
      #expect(found.map(\.remedies) == expected.map(\.remedies))
    }
  }

  /// A chain of ten whose actors have partners outside it only, and a chain of ten who are all tied to each other.
  private func twoChains() throws -> Network {
    var network = Network(
      actors: (0..<120).map { Actor(id: "\($0)", name: "\($0)", kind: "enterprise") }, ties: Ties(),
      chains: [Chain(id: "thin", name: "Thin"), Chain(id: "thick", name: "Thick")])
    for actor in 0..<10 {
      network.positions.append(Position(actor: actor, chain: 0))
      network.positions.append(Position(actor: 10 + actor, chain: 1))
      for other in 0..<10 {
        network.ties.append(Tie(actor, 20 + 10 * actor + other))
        if other > actor { network.ties.append(Tie(10 + actor, 10 + other)) }
      }
    }
    return network
  }

  @Test("A chain whose actors work with others only is thin, one whose actors work with each other is not")
  func thin() throws {
    let network = try twoChains()
    let analysis = Analysis(of: try NetworkGraph(of: network))
    let known = try whole(of: analysis)
    // 145 ties; ten actors of degree 10 and ten of degree 9: (S² − Σd²)/(4m).
    let inside = [
      WholeNetwork.Inside(chain: 0, observed: 0, expected: Double(100 * 100 - 1000) / Double(4 * 145)),
      WholeNetwork.Inside(chain: 1, observed: 45, expected: Double(90 * 90 - 810) / Double(4 * 145)),
    ]
    let gaps = try analysis.gaps(
      of: [.thinChainEstimate],
      in: WholeNetwork(
        actorCount: known.actorCount, tieCount: 145, degrees: known.degrees, components: known.components,
        insideChains: inside))
    #expect(gaps.map(\.id) == ["thin_chain_estimate:thin"])
    #expect(gaps.first?.severity == 1)
    // Of 145 ties that each lie inside with a chance of 0.107: 0.893^145, twice for two tests.
    let chance = (0..<145).reduce(2.0) { product, _ in product * (1 - inside[0].expected / 145) }
    #expect(abs((gaps.first?.number(.p) ?? 0) / chance - 1) < 1e-9)
  }

  @Test("Of few ties nothing is said")
  func few() throws {
    let network = try twoChains()
    let analysis = Analysis(of: try NetworkGraph(of: network))
    let known = try whole(of: analysis)
    let gaps = try analysis.gaps(
      of: [.thinChainEstimate],
      in: WholeNetwork(
        actorCount: 120, tieCount: 145, degrees: known.degrees, components: known.components,
        insideChains: [WholeNetwork.Inside(chain: 0, observed: 0, expected: 2)]))
    #expect(gaps.isEmpty)
    // Nor of few actors, whatever the engine has counted.
    var strict = network
    strict.profile.thresholds.smallestGroup = 11
    let other = Analysis(of: try NetworkGraph(of: strict))
    #expect(
      try other.gaps(
        of: [.thinChainEstimate],
        in: WholeNetwork(
          actorCount: 120, tieCount: 145, degrees: known.degrees, components: known.components,
          insideChains: [WholeNetwork.Inside(chain: 0, observed: 0, expected: 15)])
      ).isEmpty)
  }
}
