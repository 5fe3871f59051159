import KesiMeasures

/// The course of two quantities whose rates are known, by steps of order 5 whose error an embedded solution of order 4 tells.
///
/// - Source: Dormand & Prince, *A family of embedded Runge–Kutta formulae*, 1980; step control after Hairer, Nørsett & Wanner,
///   *Solving Ordinary Differential Equations I*, II.4.
package struct DormandPrince: Sendable {
  package typealias State = SIMD2<Double>

  /// The error of a step that is let pass: so much of a quantity, and so much of its scale: what dies out is followed as far
  /// down as it matters to anyone.
  package var relative = 1e-10
  package var absolute = 1e-30
  /// What counts as large and as nothing: absolute errors are taken of it, and beyond ``most`` times as much a course diverges.
  package var scale = State(1, 1)
  package var most = 1e6
  package var mostSteps = 100_000

  package init() {}

  /// Why a course ends before its time.
  package enum Failure: Error, Equatable, Sendable {
    /// It grows beyond all bounds.
    case diverges(at: Double)
    /// Its rates change so fast that no step is short enough.
    case takesTooLong(at: Double)
  }

  /// - Parameters:
  ///   - times: in rising order, the first of them not before the start.
  ///   - rate: by how much each quantity changes per unit of time.
  /// - Returns: a state for each time.
  /// - Complexity: six rates a step; a step is at most as long as from one of the times to the next.
  package func states(
    at times: [Double], from start: State, at begin: Double, rate: (State) -> State
  ) throws(Failure) -> [State] {
    var states: [State] = []
    states.reserveCapacity(times.count)
    var (time, state, slope) = (begin, start, rate(start))
    var step = firstStep(from: start, slope, rate)
    var steps = 0
    for end in times {
      while time < end {
        steps += 1
        let rest = end - time
        // What is left after a step is to be worth one.
        let length = step >= rest ? rest : 2 * step > rest ? rest / 2 : step
        guard steps <= mostSteps, time + length > time else { throw .takesTooLong(at: time) }
        let (next, nextSlope, error) = tried(state, slope, length, rate)
        guard error.isFinite else {
          step = length / 10
          continue
        }
        let factor = error > 0 ? 0.9 * exponential(-0.2 * naturalLogarithm(error)) : 5
        guard error <= 1 else {
          step = length * max(0.2, factor)
          continue
        }
        time = length == rest ? end : time + length
        (state, slope) = (next, nextSlope)
        // One cut short by the end does not say that the next should be short.
        let following = length * min(5, max(0.2, factor))
        step = length < step ? max(step, following) : following
        guard (state / scale).max() <= most else { throw .diverges(at: time) }
      }
      states.append(state)
    }
    return states
  }

  /// A step, the rate at its end, and its error as a share of what is let pass.
  @inline(__always)
  private func tried(
    _ y: State, _ k1: State, _ h: Double, _ rate: (State) -> State
  ) -> (State, State, error: Double) {
    let k2 = rate(y + h * (0.2 * k1))
    let k3 = rate(y + h * (0.075 * k1 + 0.225 * k2))
    let k4 = rate(y + h * Self.sum((44.0 / 45, k1), (-56.0 / 15, k2), (32.0 / 9, k3)))
    let k5 = rate(
      y + h
        * Self.sum((19372.0 / 6561, k1), (-25360.0 / 2187, k2), (64448.0 / 6561, k3), (-212.0 / 729, k4)))
    let k6 = rate(
      y + h
        * Self.sum(
          (9017.0 / 3168, k1), (-355.0 / 33, k2), (46732.0 / 5247, k3), (49.0 / 176, k4), (-5103.0 / 18656, k5)))
    let next =
      y + h
      * Self.sum(
        (35.0 / 384, k1), (500.0 / 1113, k3), (125.0 / 192, k4), (-2187.0 / 6784, k5), (11.0 / 84, k6))
    let k7 = rate(next)
    let difference =
      h
      * Self.sum(
        (71.0 / 57600, k1), (-71.0 / 16695, k3), (71.0 / 1920, k4), (-17253.0 / 339200, k5), (22.0 / 525, k6),
        (-0.025, k7))
    let share = difference / allowed(y, next)
    return (next, k7, ((share * share).sum() / 2).squareRoot())
  }

  @inline(__always) private static func sum(_ terms: (Double, State)...) -> State {
    var sum = State.zero
    for (factor, slope) in terms { sum += factor * slope }
    return sum
  }

  private func allowed(_ a: State, _ b: State) -> State {
    let size = State(max(abs(a.x), abs(b.x)), max(abs(a.y), abs(b.y)))
    return absolute * scale + relative * size
  }

  private func firstStep(from y: State, _ slope: State, _ rate: (State) -> State) -> Double {
    func norm(_ v: State) -> Double {
      let share = v / allowed(y, y)
      return ((share * share).sum() / 2).squareRoot()
    }
    let (d0, d1) = (norm(y), norm(slope))
    let h0 = d0 < 1e-5 || d1 < 1e-5 ? 1e-6 : 0.01 * d0 / d1
    let d2 = norm(rate(y + h0 * slope) - slope) / h0
    let most = max(d1, d2)
    guard most.isFinite else { return 1e-9 }
    let h1 = most <= 1e-15 ? max(1e-6, h0 * 1e-3) : exponential(naturalLogarithm(0.01 / most) / 5)
    return min(100 * h0, h1)
  }
}
