import KesiNetwork
import Testing

/// Whether two networks are the same, byte by byte where it comes to texts.
func expectSame(_ a: Network, _ b: Network, _ comment: Comment? = nil) {
  // Swift's strings are the same where they look so; what a dump shows of their bytes is not.
  func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
  #expect(a.actors == b.actors, comment)
  #expect(
    bytes(a.actors.flatMap { [$0.id, $0.name, $0.zone ?? ""] })
      == bytes(b.actors.flatMap { [$0.id, $0.name, $0.zone ?? ""] }))
  #expect(a.ties == b.ties && a.ties.isList == b.ties.isList, comment)
  #expect(a.chains == b.chains, comment)
  #expect(bytes(a.chains.flatMap(\.stages)) == bytes(b.chains.flatMap(\.stages)))
  #expect(a.positions == b.positions, comment)
  #expect(a.consortia == b.consortia, comment)
  #expect(a.members == b.members, comment)
  #expect(a.coalitions == b.coalitions, comment)
  #expect(a.supplies.count == b.supplies.count && a.demands.count == b.demands.count, comment)
  for (a, b) in zip(a.supplies, b.supplies) { #expect(a == b, comment) }
  for (a, b) in zip(a.demands, b.demands) { #expect(a == b, comment) }
  #expect(
    bytes((a.supplies.map(\.item) + a.demands.map(\.item))) == bytes(b.supplies.map(\.item) + b.demands.map(\.item)))
  #expect(a.history == b.history, comment)
  #expect(a.carried == b.carried, comment)
  #expect(a.profile.text == b.profile.text || a.profile.text == nil, comment)
  #expect(a.profile.title == b.profile.title && a.profile.kinds == b.profile.kinds, comment)
  #expect(a.profile.tieKinds == b.profile.tieKinds && a.profile.zones == b.profile.zones, comment)
  #expect(a.profile.items == b.profile.items, comment)
  #expect(a.profile.thresholds == b.profile.thresholds && a.profile.indexWeights == b.profile.indexWeights, comment)
  #expect(a.profile.assess == b.profile.assess && a.profile.isIllustrative == b.profile.isIllustrative, comment)
  #expect(
    [a.profile.source, a.profile.sourceZh, a.profile.license] == [
      b.profile.source, b.profile.sourceZh, b.profile.license,
    ])
  #expect(a.profile.symbiosis == b.profile.symbiosis)
  #expect(a.profile.gainUnit == b.profile.gainUnit)
  #expect(a.profile.contributionUnit == b.profile.contributionUnit)
}
