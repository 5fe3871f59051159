import KesiMatrix

extension Game {
  /// The Shapley value: what each player adds to those before it, on the average over all orders in which players may come.
  /// φᵢ = Σ over S without i of |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S)). It shares out the whole.
  ///
  /// - Complexity: O(n 2ⁿ) time, each player by one worker; the same for any number of threads.
  /// - Source: Shapley, *A Value for n-Person Games*, Contributions to the Theory of Games II, 1953.
  public func shapleyValue(on parallel: Parallel = Parallel()) throws(Cancelled) -> [Double] {
    let (count, values) = (playerCount, self.values)
    return try parallel.fill(count: count, with: 0.0, grain: 1) { chunks, value in
      // What a player adds is summed by the size of what it is added to, so that each size is weighed once.
      var bySize = [Double](repeating: 0, count: count)
      values.withUnsafeBufferPointer { values in
        while let chunk = chunks.take() {
          for player in chunk {
            for size in bySize.indices { bySize[size] = 0 }
            let own = 1 << player
            let below = own - 1
            for rest in 0..<1 << (count - 1) {
              let others = (rest & ~below) << 1 | rest & below
              bySize[others.nonzeroBitCount] += values[others | own] - values[others]
            }
            var (total, orders) = (0.0, 1.0)  // orders: of how many coalitions of this size without the player
            for size in bySize.indices {
              total += bySize[size] / orders
              orders *= Double(count - 1 - size) / Double(size + 1)
            }
            value[player] = total / Double(count)
          }
        }
      }
    }
  }
}
