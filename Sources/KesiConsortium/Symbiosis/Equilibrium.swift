import KesiNetwork

/// A state of two populations that stays as it is, and what becomes of states beside it.
public struct Equilibrium: Sendable, Equatable {
  public enum Place: String, Term {
    /// Neither is there; the first alone; the second alone; both together.
    case neither, first, second, both

    public var chinese: [String] {
      switch self {
      case .neither: ["均不存续"]
      case .first: ["仅种群一"]
      case .second: ["仅种群二"]
      case .both: ["双方共存"]
      }
    }
  }

  public enum Stability: String, Term {
    /// Whatever is near comes to it.
    case stable
    /// What is near leaves it one way and comes to it another.
    case saddle
    /// Whatever is near leaves it.
    case unstable
    /// On the border: what is near is moved so little that the rates beside it do not tell.
    case border

    public var chinese: [String] {
      switch self {
      case .stable: ["稳定"]
      case .saddle: ["鞍点"]
      case .unstable: ["不稳定"]
      case .border: ["临界"]
      }
    }
  }

  public let place: Place
  /// How large each population is.
  public let state: SIMD2<Double>
  /// The real parts of the eigenvalues of the rates beside it, the greater first, a year.
  public let eigenvalues: SIMD2<Double>
  /// Their imaginary part: not 0 where what is near moves around it.
  let turning: Double
  public let stability: Stability

  /// Smaller than this share of the rates of growth an eigenvalue counts as 0: it is one of rounding.
  private static let least = 1e-9

  fileprivate init(_ place: Place, at share: SIMD2<Double>, of model: TwoPopulations) {
    let (r, d) = (model.growth, model.symbiosis)
    // The rates beside it, of populations as shares of what each gets alone.
    let a = r.x * (1 - 2 * share.x + d.x * share.y)
    let b = r.x * d.x * share.x
    let c = r.y * d.y * share.y
    let e = r.y * (1 - 2 * share.y + d.y * share.x)
    let middle = (a + e) / 2
    let square = (a - e) * (a - e) / 4 + b * c
    let root = abs(square).squareRoot()
    self.place = place
    state = share * model.capacity
    eigenvalues = square >= 0 ? SIMD2(middle + root, middle - root) : SIMD2(middle, middle)
    turning = square < 0 ? root : 0
    let bound = Self.least * max(r.x, r.y)
    let (high, low) = (eigenvalues.x, eigenvalues.y)
    stability =
      min(abs(high), abs(low)) <= bound ? .border : high < 0 ? .stable : low > 0 ? .unstable : .saddle
  }
}

extension TwoPopulations {
  /// The states that stay as they are, as far as no population is below 0: none, each alone, and both where they can live
  /// together.
  ///
  /// Of both, as shares of what each gets alone: (1 + δ₁₂) / (1 − δ₁₂ δ₂₁) and (1 + δ₂₁) / (1 − δ₁₂ δ₂₁).
  public var equilibria: [Equilibrium] {
    var all = [
      Equilibrium(.neither, at: SIMD2(0, 0), of: self), Equilibrium(.first, at: SIMD2(1, 0), of: self),
      Equilibrium(.second, at: SIMD2(0, 1), of: self),
    ]
    if let share = together { all.append(Equilibrium(.both, at: share, of: self)) }
    return all
  }

  /// Both together, as shares of what each gets alone; nil where they cannot be.
  package var together: SIMD2<Double>? {
    let share = (1 + symbiosis) / (1 - symbiosis.x * symbiosis.y)
    return share.x > 0 && share.y > 0 && share.x.isFinite && share.y.isFinite ? share : nil
  }
}
