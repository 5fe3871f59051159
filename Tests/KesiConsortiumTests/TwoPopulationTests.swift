import KesiMatrix
import KesiMeasures
import Testing

@testable import KesiConsortium

@Suite("Two populations")
struct TwoPopulationTests {
  @Test("Courses are those of SciPy at its tightest, to a millionth", arguments: TrajectoryFixture.shared.models)
  func courses(expected: TrajectoryFixture.Course) throws {
    let states = try expected.model.course(at: expected.times, from: SIMD2(expected.start), at: 0)
    for (state, values) in zip(states, expected.states) {
      for population in 0..<2 {
        #expect(abs(state[population] - values[population]) <= 1e-6 * abs(values[population]), "\(state) \(values)")
      }
    }
  }

  @Test("One population alone grows as the logistic function says")
  func logistic() throws {
    let model = TwoPopulations(growth: SIMD2(0.8, 1), capacity: SIMD2(50, 1), symbiosis: SIMD2(0, 0))
    let times = [0.0, 1, 2, 5, 10]
    for (time, state) in zip(times, try model.course(at: times, from: SIMD2(2, 0), at: 0)) {
      let expected = 50 / (1 + 24 * exponential(-0.8 * time))
      #expect(abs(state.x - expected) < 1e-8 * expected && state.y == 0)
    }
  }

  @Test("A course beyond all bounds is said to be one, with the time; one that is too fast for any step as well")
  func divergence() {
    let model = TwoPopulations(growth: SIMD2(0.3, 0.3), capacity: SIMD2(10, 10), symbiosis: SIMD2(1.2, 1.1))
    #expect(model.feedsItself)
    var diverged: Double?
    do throws(DormandPrince.Failure) {
      _ = try model.course(at: [1000], from: SIMD2(1, 2), at: 0)
    } catch {
      if case .diverges(let time) = error { diverged = time }
    }
    // Alone it comes near its capacity in some ten years, then both feed each other.
    #expect(diverged.map { $0 > 7 && $0 < 100 } == true)
    let stiff = TwoPopulations(growth: SIMD2(1e12, 1), capacity: SIMD2(1, 1), symbiosis: SIMD2(0.1, 0.1))
    #expect(throws: DormandPrince.Failure.self) { try stiff.course(at: [1000], from: SIMD2(0.5, 0.5), at: 0) }
  }

  /// Models of every sort, drawn: coefficients from −2.5 to 2.5.
  static func drawn(_ stream: Int) -> TwoPopulations {
    var random = SplitMix(seed: 3, use: "models", stream: stream)
    func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * random.unit() }
    return TwoPopulations(
      growth: SIMD2(between(0.1, 2), between(0.1, 2)), capacity: SIMD2(between(1, 100), between(1, 100)),
      symbiosis: SIMD2(between(-2.5, 2.5), between(-2.5, 2.5)))
  }

  @Test("Nothing changes at an equilibrium, and what begins beside it does as its stability says")
  func stability() throws {
    var seen = Set<Equilibrium.Stability>()
    for stream in 0..<300 {
      let model = Self.drawn(stream)
      for equilibrium in model.equilibria {
        let rate = model.rate(at: equilibrium.state) / (model.growth * model.capacity)
        #expect(abs(rate.x) < 1e-9 && abs(rate.y) < 1e-9)
        // Slow ones would take too long to show it.
        let slowest = min(abs(equilibrium.eigenvalues.x), abs(equilibrium.eigenvalues.y))
        guard slowest > 0.02 else { continue }
        seen.insert(equilibrium.stability)
        var (leave, stay) = (0, 0)
        for push in [SIMD2(1.0, 0), SIMD2(0, 1.0), SIMD2(1, 1), SIMD2(1, -1), SIMD2(-1, 1), SIMD2(-1, -1)] {
          let start = equilibrium.state + 1e-4 * push * model.capacity
          guard start.x >= 0, start.y >= 0 else { continue }
          let distance = { (state: SIMD2<Double>) -> Double in
            let share = (state - equilibrium.state) / model.capacity
            return max(abs(share.x), abs(share.y))
          }
          let (course, failure) = model.course(from: start, at: 0, to: 20 / slowest, every: 1 / slowest)
          let farthest = course.map { distance($0.state) }.max() ?? 0
          if failure != nil || farthest > 1e-2 { leave += 1 } else { stay += 1 }
          if equilibrium.stability == .stable { #expect(distance(course[course.count - 1].state) < 1e-5) }
        }
        switch equilibrium.stability {
        case .stable: #expect(leave == 0 && stay > 0, "\(stream) \(equilibrium.place)")
        case .unstable: #expect(leave > 0 && stay == 0, "\(stream) \(equilibrium.place)")
        case .saddle: #expect(leave > 0, "\(stream) \(equilibrium.place)")
        case .border: break
        }
      }
    }
    #expect(seen == [.stable, .saddle, .unstable])
  }

  @Test("Both live together where the formulas say, and nowhere where each feeds the other too much")
  func together() {
    let model = TwoPopulations(growth: SIMD2(1, 1), capacity: SIMD2(100, 10), symbiosis: SIMD2(0.5, 0.5))
    let both = model.equilibria.first { $0.place == .both }
    // u = v = 1.5 / 0.75.
    #expect(both.map { abs($0.state.x - 200) < 1e-9 && abs($0.state.y - 20) < 1e-9 && $0.stability == .stable } == true)
    for (symbiosis, places) in [(SIMD2(1.0, 1), 3), (SIMD2(2, 0.6), 3), (SIMD2(-2, -2), 4), (SIMD2(-2, 0), 3)] {
      var other = model
      other.symbiosis = symbiosis
      #expect(other.equilibria.count == places, "\(symbiosis)")
    }
    // One that is held back by exactly as much as it grows: the rates beside it do not tell.
    let border = TwoPopulations(growth: SIMD2(1, 1), capacity: SIMD2(1, 1), symbiosis: SIMD2(0, -1))
    #expect(border.equilibria.first { $0.place == .first }?.stability == .border)
  }
}
