import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("The catalogue of gaps and parts of the index")
struct CatalogueTests {
  private func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  private func expect(_ phrase: Phrase, _ what: String) {
    #expect(!phrase.en.isEmpty && !isChinese(phrase.en), "\(what): \(phrase.en)")
    #expect(isChinese(phrase.zh), "\(what): \(phrase.zh)")
  }

  @Test("Every kind of gap has an id of its own and all texts in both languages")
  func kinds() {
    #expect(Set(GapKind.all.map(\.id)).count == GapKind.all.count)
    let names = GapKind.all.flatMap { [$0.label.zh] + $0.synonyms }
    #expect(Set(names).count == names.count)
    for kind in GapKind.all {
      expect(kind.label, kind.id)
      expect(kind.definition, kind.id)
      expect(kind.advice, kind.id)
      if let usage = kind.usage { expect(usage, kind.id) }
      expect(kind.together(1234), kind.id)
      #expect(kind.together(1234).en.contains("1,234") && kind.together(1234).zh.contains("1,234"), "\(kind)")
      #expect(!kind.evidence.isEmpty && Set(kind.evidence).count == kind.evidence.count, "\(kind)")
    }
  }

  @Test("Every kind stands under one class and one cost, and slow ones are those that are not quick")
  func costs() {
    #expect(Set(GapKind.slow) == Set(GapKind.all.filter { $0.cost != .quick }))
    #expect(GapClass.allCases.allSatisfy { gapClass in GapKind.all.contains { $0.gapClass == gapClass } })
  }

  @Test("A term of evidence is declared once: no two bear one id")
  func terms() {
    let declared = GapKind.all.flatMap(\.evidence)
    for term in declared {
      expect(term.label, term.id == "z" || term.id == "p" ? "\(term.id) value" : term.id)
      #expect(declared.filter { $0.id == term.id }.allSatisfy { $0 === term }, "\(term)")
    }
    #expect(EvidenceTerm.all.map(\.id) == EvidenceTerm.all.map(\.id).sorted())
    #expect(Set(EvidenceTerm.all) == Set(declared))
  }

  @Test("Gaps state what their kind declares, and each kind states somewhere all that it declares")
  func stated() throws {
    var stated: [GapKind: Set<EvidenceTerm>] = [:]
    for network in try Self.networks() {
      for gap in try analysis(network).gaps() {
        let terms = gap.evidence.map(\.term)
        #expect(Set(terms).count == terms.count, "\(gap.id)")
        #expect(Set(terms).isSubset(of: gap.kind.evidence), "\(gap.id)")
        stated[gap.kind, default: []].formUnion(terms)
        for (term, value) in gap.evidence {
          if case .number = value {
            #expect(value.code(in: network) == nil && value.word(in: network) == nil)
          } else {
            #expect(value.code(in: network)?.isEmpty == false, "\(gap.id): \(term)")
            #expect(term.unit == .amount, "\(gap.id): \(term) is a word")
          }
        }
      }
    }
    for kind in GapKind.all {
      #expect(stated[kind] == Set(kind.evidence), "\(kind): `networks` wants one in which it states all its evidence")
    }
  }

  private static func networks() throws -> [Network] {
    // A government that works with no one, two who only work with each other, and ten consortia.
    var unbalanced = network(6, [(0, 1), (0, 2), (1, 2), (4, 5)], kinds: [0: "university", 3: "government"])
    unbalanced.ties += [Tie(0, 1), Tie(0, 2)]
    for number in 0..<10 {
      unbalanced.consortia.append(Consortium(id: "k\(number)", name: "K\(number)"))
      unbalanced.members += [0, 1 + number % 2].map { Membership(consortium: number, actor: $0) }
    }
    return try ["wenzhou", "suzhou", "consortium", "park", "majors"].map { try shipped($0) }
      + ["cluster", "colleges"].map { try fixture($0) }
      + [GapTests.thin, unbalanced]
  }

  @Test("Every part of the index has an id of its own, by which network.yml sets its weight, and all texts")
  func parts() {
    #expect(IndexPart.all.map(\.id) == IndexWeights.names.map(\.name))
    for (part, weight) in zip(IndexPart.all, IndexWeights.names) {
      #expect(part.weight == weight.path, "\(part)")
      expect(part.label, part.id)
      expect(part.definition, part.id)
      expect(part.advice, part.id)
    }
  }

  @Test(
    "A part that says it counts levels varies with their weights, and no other does", arguments: ["wenzhou", "suzhou"])
  func levels(name: String) throws {
    let analysis = try analysis(shipped(name))
    var weights = analysis.network.profile.indexWeights
    let before = analysis.chains.map { chain in IndexPart.all.map { $0.value(chain, weights) } }
    for level in Level.allCases { weights.levels[level] = weights.level(level) * weights.level(level) }
    let after = analysis.chains.map { chain in IndexPart.all.map { $0.value(chain, weights) } }
    for (place, part) in IndexPart.all.enumerated() {
      let varies = zip(before, after).contains { $0[place] != $1[place] }
      #expect(varies == part.countsLevels, "\(part)")
    }
  }
}
