extension TwoPopulations {
  /// How large both are at some times, each at most `DormandPrince.most` times what its surroundings hold.
  ///
  /// - Parameters:
  ///   - times: in rising order, the first of them not before the start.
  ///   - start: above 0, or 0 for a population that is not there.
  package func course(
    at times: [Double], from start: SIMD2<Double>, at begin: Double, by method: DormandPrince = DormandPrince()
  ) throws(DormandPrince.Failure) -> [SIMD2<Double>] {
    var method = method
    method.scale = capacity
    return try method.states(at: times, from: start, at: begin, rate: rate)
  }

  /// How large both are from one time to another, step by step, as far as they stay within bounds.
  ///
  /// - Returns: the states with their times, the first of them the start; and why they end before their time, if they do.
  package func course(
    from start: SIMD2<Double>, at begin: Double, to end: Double, every step: Double
  ) -> (states: [(time: Double, state: SIMD2<Double>)], failure: DormandPrince.Failure?) {
    var states = [(time: begin, state: start)]
    let count = max(1, Int(((end - begin) / step).rounded(.up)))
    for number in 1...count {
      let (last, time) = (states[states.count - 1], begin + (end - begin) * Double(number) / Double(count))
      do throws(DormandPrince.Failure) {
        let next = try course(at: [time], from: last.state, at: last.time)
        states.append((time, next[0]))
      } catch {
        return (states, error)
      }
    }
    return (states, nil)
  }
}
