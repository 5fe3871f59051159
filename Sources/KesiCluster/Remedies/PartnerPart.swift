/// What makes two actors plausible partners: the terms of the one score, in the order of its formula.
public enum PartnerPart: Int, CaseIterable, Sendable {
  /// How near they stand in a chain that they share: 1 at the same stage, ⅔ at neighboring ones or where a stage is not
  /// stated, ⅓ farther apart or where one offers there what the other does not ask for, 0 without a chain in common.
  case chain
  /// 1 where both kinds are stated and differ, and the tables do not say that one offers what the other does not ask for.
  case kinds
  /// ln(1 + resource allocation): Σ 1/k over their common partners of k ties each.
  case acquaintance
  /// What came of their ties in the past: 1 satisfactory, ½ ended or not said, −1 unsatisfactory, 0 none.
  case past
  /// 1 where both are of one zone.
  case zone
  /// 1 where they share a partner or a consortium.
  case common
  /// ln of how much both work with others, less what is usual in the network: 0 for two who do as most.
  case experience
  /// How near the busier of the two is to what actors of its kind carry, 0…1.
  case load
}

/// A number for each part: the values of a pair, or what each of them weighs.
public struct PartnerParts: Sendable, Equatable {
  var values = SIMD8<Double>.zero

  public subscript(part: PartnerPart) -> Double {
    get { values[part.rawValue] }
    set { values[part.rawValue] = newValue }
  }
}

/// How the parts are weighed: plausibility = 1 / (1 + e^−(base + Σ weight · part)).
public struct PartnerWeights: Sendable, Equatable {
  public internal(set) var base: Double
  public internal(set) var parts: PartnerParts

  /// Judgments, in the one table where they stand: used as they are in networks of fewer than a hundred ties that could be
  /// told from the others, and where the fit sets out from in all others. Two of an average pair at one stage of a chain
  /// come to about ½, with a common partner of five ties to ¾.
  ///
  /// Acquaintance, experience and zone were held against what came true in the register of the European Union
  /// (`Benchmarks/REMEDIES.md`); that a chain in common counts most after them is what studies of R&D partnering find
  /// (Scherngell & Barber 2009; Paier & Scherngell 2011). Load is a choice, not an observation: who has much to do gets
  /// more, and that is what it is to hold against.
  public static let fixed = PartnerWeights(
    base: -2,
    [
      .chain: 1.5, .kinds: 0.3, .acquaintance: 6, .past: 1, .zone: 0.3, .common: 0.5, .experience: 1, .load: -0.5,
    ])

  /// What a fit leaves as it is: of present ties it cannot be told what came before them, and load is a choice.
  static let held: Set<PartnerPart> = [.past, .load]

  init(base: Double, _ weights: [PartnerPart: Double]) {
    self.base = base
    parts = PartnerParts()
    for (part, weight) in weights { parts[part] = weight }
  }

  /// What a pair comes to: from −∞ to ∞, 0 for a plausibility of ½.
  func sum(_ parts: PartnerParts) -> Double { base + (self.parts.values * parts.values).sum() }
}
