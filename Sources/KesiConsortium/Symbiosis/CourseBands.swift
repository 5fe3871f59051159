import KesiMeasures

extension Evolution {
  /// Between which sizes the course lies with a chance of 0.95, for each population and each of `shownYears`; nil where that
  /// cannot be told, as where it diverges.
  ///
  /// By how logarithms of sizes change with the parameters, to the first order, and how sure these are.
  ///
  /// - Complexity: two courses a parameter.
  package var bands: [[ClosedRange<Double>?]] {
    let count = shownYears.count
    func logarithms(_ parameters: [Double]) -> [SIMD2<Double>] {
      let (model, start) = TwoPopulationFit.model(parameters)
      let (course, _) = model.course(from: start, at: 0, to: Double(count - 1), every: 1)
      return course.map { SIMD2(naturalLogarithm($0.state.x), naturalLogarithm($0.state.y)) }
    }
    let parameters = fit.parameters
    let middle = logarithms(parameters)
    let nudge = LevenbergMarquardt.nudge
    let moved = parameters.indices.map { place in
      [-nudge, nudge].map { step in
        var parameters = parameters
        parameters[place] += step
        return logarithms(parameters)
      }
    }
    let reach = StudentT(freedom: fit.freedom).quantile(0.975)
    return [0, 1].map { population in
      (0..<count).map { year in
        guard year < middle.count, moved.allSatisfy({ $0.allSatisfy { year < $0.count } }) else { return nil }
        let slopes = moved.map { ($0[1][year][population] - $0[0][year][population]) / (2 * nudge) }
        let variance = zip(slopes, fit.covariance).reduce(0) { sum, row in
          sum + row.0 * zip(row.1, slopes).reduce(0) { $0 + $1.0 * $1.1 }
        }
        guard variance.isFinite else { return nil }
        let width = reach * max(0, variance).squareRoot()
        let (low, high) = (exponential(middle[year][population] - width), exponential(middle[year][population] + width))
        return low.isFinite && high.isFinite ? low...high : nil
      }
    }
  }
}
