import KesiMatrix
import KesiMeasures

/// The Shapley value by sampling: what each player adds to those before it, on the average over orders that are drawn. Each
/// order is walked from both ends, so that who comes early in one comes late in the other; pairs are drawn independently, and
/// intervals follow from how these differ.
///
/// What was never drawn is not known never to happen: what happens in none of m pairs has a chance below 3 / m with a
/// confidence of 95 %, and then a player adds its most or its least. So an interval reaches as far as Student's distribution
/// says from how the pairs differ, and 3 / m of the way to both bounds beyond: where all pairs agree, that is all of it. For
/// something rare that was seen k times this is about the exact interval of Poisson's distribution, k + 2 √k + 3.
///
/// - Parameters:
///   - orders: how many, at least 4; they come in pairs.
///   - reach: the least and the most that each player adds to any coalition.
///   - growing: a coalition of nobody, for each worker.
/// - Complexity: O(orders · n) players taken in; the same for any number of threads.
/// - Source: Castro, Gómez & Tejada, *Polynomial Calculation of the Shapley Value Based on Sampling*, Computers & Operations
///   Research 36, 2009; in pairs: Mitchell et al., *Sampling Permutations for Shapley Value Estimation*, JMLR 23, 2022; what was
///   not seen: Hanley & Lippman-Hand, *If Nothing Goes Wrong, Is Everything All Right?*, JAMA 249, 1983.
package func sampledShapleyValue<Growing: GrowingCoalition>(
  players count: Int, orders: Int, seed: UInt64, reach: [ClosedRange<Double>], on parallel: Parallel,
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
  let student = StudentT(freedom: pairs - 1).quantile(0.975)
  return (0..<count).map { player in
    let mean = sums[player] / number
    let variance = max(0, (sums[count + player] - number * mean * mean) / (number - 1))
    let seen = student * (variance / number).squareRoot()
    let (below, above) = (max(0, mean - reach[player].lowerBound), max(0, reach[player].upperBound - mean))
    let unseen = min(1, 3 / number)
    return Estimate(value: mean, low: mean - seen - unseen * below, high: mean + seen + unseen * above)
  }
}
