/// Two populations of a symbiosis, each of which grows toward what its surroundings hold and is helped or held back by the
/// other:
///
///     dx/dt = r₁ x (1 − x/N₁ + δ₁₂ y/N₂)
///     dy/dt = r₂ y (1 − y/N₂ + δ₂₁ x/N₁)
///
/// The first of each pair is x, the second y.
///
/// - Source: Lotka 1925, Volterra 1926; as a model of symbiosis among enterprises: Yuan Chunqing 袁纯清, *Symbiosis Theory*
///   (共生理论), 1998.
public struct TwoPopulations: Sendable, Equatable {
  /// r: growth a year of a population that is small and alone; above 0.
  public var growth: SIMD2<Double>
  /// N: how large it gets alone; above 0.
  public var capacity: SIMD2<Double>
  /// δ₁₂ and δ₂₁, the symbiosis coefficients: what the other adds to the first and to the second, as shares of what each
  /// gets alone. Below 0 it takes away.
  public var symbiosis: SIMD2<Double>

  public init(growth: SIMD2<Double>, capacity: SIMD2<Double>, symbiosis: SIMD2<Double>) {
    (self.growth, self.capacity, self.symbiosis) = (growth, capacity, symbiosis)
  }

  /// By how much each grows in a year.
  public func rate(at state: SIMD2<Double>) -> SIMD2<Double> {
    let share = state / capacity
    let other = SIMD2(share.y, share.x)
    return growth * state * (1 - share + symbiosis * other)
  }

  /// Whether each feeds the other more than their surroundings hold back: then both grow beyond all bounds once they are large
  /// enough, and there is nothing for them to settle at.
  var feedsItself: Bool { symbiosis.x > 0 && symbiosis.y > 0 && symbiosis.x * symbiosis.y >= 1 }
}
