import KesiMatrix
import KesiMeasures

/// A number found by sampling, with how far it may be from the true one.
public struct Estimate: Sendable, Equatable {
  public let value: Double
  /// Half the width of the interval in which the true value lies with a confidence of 95 %.
  public let margin: Double

  public var low: Double { value - margin }
  public var high: Double { value + margin }
}

/// The Shapley value by sampling: what each player adds to those before it, on the average over orders that are drawn. Each
/// order is walked from both ends, so that who comes early in one comes late in the other; pairs are drawn independently, and
/// intervals follow from how these differ.
///
/// A player who never adds anything is not known to be worth nothing: where something happens in none of m pairs, its chance is below
/// 3 / m with a confidence of 95 %, and it adds at most the whole.
///
/// - Parameters:
///   - orders: how many, at least 4; they come in pairs.
///   - whole: what all players are worth together; nobody adds more, or less than nothing.
///   - growing: a coalition of nobody, for each worker.
/// - Complexity: O(orders · n) players taken in; the same for any number of threads.
/// - Source: Castro, Gómez & Tejada, *Polynomial Calculation of the Shapley Value Based on Sampling*, Computers & Operations
///   Research 36, 2009; in pairs: Mitchell et al., *Sampling Permutations for Shapley Value Estimation*, JMLR 23, 2022.
package func sampledShapleyValue<Growing: GrowingCoalition>(
  players count: Int, orders: Int, seed: UInt64, whole: Double, on parallel: Parallel,
  growing make: @Sendable () -> Growing
) throws(Cancelled) -> [Estimate] {
  let pairs = max(2, (orders + 1) / 2)
  // Of each player the sum over pairs, and the sum of squares.
  let sums = try parallel.sumShares(count: pairs, width: 2 * count) { pairs, sums in
    var coalition = make()
    var order = Array(0..<count)
    var added = [Double](repeating: 0, count: count)
    for pair in pairs {
      var random = SplitMix(seed: seed, use: "orders of players", stream: pair)
      for place in 0..<count { order[place] = place }
      for place in stride(from: count - 1, to: 0, by: -1) { order.swapAt(place, random.below(place + 1)) }
      coalition.clear()
      for player in order { added[player] = coalition.add(player) }
      coalition.clear()
      for player in order.reversed() { added[player] += coalition.add(player) }
      for player in 0..<count {
        let mean = added[player] / 2
        sums[player] += mean
        sums[count + player] += mean * mean
      }
    }
  }
  let number = Double(pairs)
  let reach = StudentT(freedom: pairs - 1).quantile(0.975)
  return (0..<count).map { player in
    let mean = sums[player] / number
    let variance = max(0, (sums[count + player] - number * mean * mean) / (number - 1))
    let margin =
      mean == 0 && variance == 0 ? 3 * whole / number : reach * (variance / number).squareRoot()
    return Estimate(value: mean, margin: margin)
  }
}
