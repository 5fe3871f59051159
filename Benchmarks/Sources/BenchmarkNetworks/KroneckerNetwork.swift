import KesiMatrix

/// A Kronecker graph as Graph500 draws it (A 0.57, B 0.19, C 0.19): 2^scale vertices, 16 ties drawn for each, loops and
/// repeats taken out, vertices shuffled.
///
/// - Source: Chakrabarti, Zhan & Faloutsos, *R-MAT: A Recursive Model for Graph Mining*, SDM 2004.
public struct KroneckerNetwork {
  public let order: Int
  /// Each tie once, the lower end first.
  public let ties: [(UInt32, UInt32)]

  public init(scale: Int, seed: UInt64 = 1) {
    var random = SplitMix(seed: seed, use: "Kronecker")
    let order = 1 << scale
    let label = (0..<UInt32(order)).shuffled(using: &random)
    var keys: [UInt64] = []
    keys.reserveCapacity(order * 16)
    for _ in 0..<order * 16 {
      var (a, b) = (0, 0)
      for _ in 0..<scale {
        let draw = random.unit()
        a = a << 1 | (draw >= 0.76 ? 1 : 0)
        b = b << 1 | (draw >= 0.95 || (draw >= 0.57 && draw < 0.76) ? 1 : 0)
      }
      let (x, y) = (label[a], label[b])
      if x != y { keys.append(tieKey(x, y)) }
    }
    self.order = order
    ties = distinctTies(keys)
  }
}
