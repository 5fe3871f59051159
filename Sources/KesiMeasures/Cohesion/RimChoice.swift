import KesiMatrix

/// Which of several vertices with equally many ties complete a core, so that it fits best. How well a core fits depends,
/// these degrees being equal, on the number of ties within it alone.
///
/// Where there are few choices all are tried. Else all are taken, and those with the fewest ties to the rest, or with the most,
/// left out one by one; then one vertex is exchanged for another as long as the fit gains.
struct RimChoice {
  private static let mostTried = 20_000
  private static let mostPeeled = 4_096
  private static let mostExchanged = 256

  private(set) var taken: [Int]
  private(set) var fit: Double?

  /// - Parameters:
  ///   - sure: the vertices that are of the core anyway.
  ///   - rim: the vertices to choose from.
  ///   - count: how many of them are of the core.
  init(_ rows: Rows, sure: [Int], rim: [Int], count: Int) {
    let core = CoreFit(rows, sure: sure, rim: rim, count: count)
    taken = Array(rim.prefix(count))
    guard count > 0, count < rim.count else {
      fit = core.fit(tied: core.tied(taken.indices))
      return
    }
    var best: (places: [Int], fit: Double)?
    func offer(_ places: [Int], _ tied: Int) {
      let value = core.fit(tied: tied) ?? -.infinity
      if value > (best?.fit ?? -.infinity) + 1e-12 || best == nil { best = (places, value) }
    }
    if Self.choices(count, of: rim.count) <= Self.mostTried {
      var places: [Int] = []
      func complete(from first: Int, _ tied: Int) {
        guard places.count < count else { return offer(places, tied) }
        for place in first...rim.count - (count - places.count) {
          let more = core.ties(of: place, to: places)
          places.append(place)
          complete(from: place + 1, tied + more)
          places.removeLast()
        }
      }
      complete(from: 0, core.tiedSure)
    } else {
      for sign in [1, -1] {
        var places = core.peeled(sign: sign, isStepwise: rim.count <= Self.mostPeeled)
        var tied = core.tied(places)
        if rim.count <= Self.mostExchanged { core.exchange(&places, &tied) }
        offer(places.sorted(), tied)
      }
    }
    if let best { taken = best.places.map { rim[$0] } }
    fit = best.flatMap { $0.fit.isFinite ? $0.fit : nil }
  }

  /// The number of ways to take some of several; no more than is asked for.
  private static func choices(_ count: Int, of all: Int) -> Int {
    var ways = 1
    for step in 0..<min(count, all - count) {
      ways = ways * (all - step) / (step + 1)
      if ways > mostTried { break }
    }
    return ways
  }
}

/// How well a core fits, by the ties within it.
private struct CoreFit {
  let rows: Rows
  let rim: [Int]
  let count: Int
  /// The ties among the vertices that are of the core anyway.
  let tiedSure: Int
  /// The ties of each vertex of the rim to those.
  private let tiesToSure: [Int]
  /// The place in the rim of each vertex of it.
  private let place: [Int: Int]
  private let pairs: (core: Double, periphery: Double)
  /// By how many the ties within the core exceed those within the periphery, whichever of the rim are taken.
  private let excess: Int

  init(_ rows: Rows, sure: [Int], rim: [Int], count: Int) {
    self.rows = rows
    self.rim = rim
    self.count = count
    let members = Set(sure)
    tiesToSure = rim.map { vertex in rows[vertex].count { members.contains(Int($0)) } }
    tiedSure = sure.reduce(0) { sum, vertex in sum + rows[vertex].count { members.contains(Int($0)) } } / 2
    place = Dictionary(uniqueKeysWithValues: rim.enumerated().map { ($1, $0) })
    let (k, rest) = (Double(sure.count + count), Double(rows.order - sure.count - count))
    pairs = (k * (k - 1) / 2, rest * (rest - 1) / 2)
    let ends = sure.reduce(0) { $0 + rows.degree($1) } + count * (rim.first.map { rows.degree($0) } ?? 0)
    excess = ends - rows.entryCount / 2
  }

  /// The correlation of two yes/no marks, φ: of being tied and of being of the core. Nil where it is undefined.
  func fit(tied core: Int) -> Double? {
    let tied = (core: Double(core), periphery: Double(core - excess))
    let total = pairs.core + pairs.periphery
    let ties = tied.core + tied.periphery
    let spread = pairs.core * pairs.periphery * ties * (total - ties)
    let covariance = tied.core * (pairs.periphery - tied.periphery) - tied.periphery * (pairs.core - tied.core)
    return spread > 0 ? covariance / spread.squareRoot() : nil
  }

  /// The ties of a place of the rim to those that are of the core anyway and to other places.
  func ties(of place: Int, to others: [Int]) -> Int {
    tiesToSure[place] + others.count { isTied(place, $0) }
  }

  private func isTied(_ a: Int, _ b: Int) -> Bool { rows.entry(row: rim[a], column: rim[b]) != nil }

  /// The ties within the core when some places are taken.
  func tied(_ places: some Sequence<Int>) -> Int {
    let taken = Set(places)
    let among = taken.reduce(0) { sum, one in
      sum + rows[rim[one]].count { place[Int($0)].map { taken.contains($0) } ?? false }
    }
    return tiedSure + taken.reduce(0) { $0 + tiesToSure[$1] } + among / 2
  }

  /// All places but those that are left out one by one, the one with the fewest ties to what is left first, or with the most;
  /// all by their ties to all where it would take long to look at each anew.
  func peeled(sign: Int, isStepwise: Bool) -> [Int] {
    var ties = rim.indices.map { at in tiesToSure[at] + rows[rim[at]].count { place[Int($0)] != nil } }
    guard isStepwise else {
      return Array(rim.indices.sorted { (-sign * ties[$0], $0) < (-sign * ties[$1], $1) }.prefix(count))
    }
    var left = Set(rim.indices)
    while left.count > count, let next = left.min(by: { (sign * ties[$0], -$0) < (sign * ties[$1], -$1) }) {
      left.remove(next)
      for neighbor in rows[rim[next]] { if let place = place[Int(neighbor)] { ties[place] -= 1 } }
    }
    return left.sorted()
  }

  /// Exchanges one place for another as long as the fit gains.
  func exchange(_ places: inout [Int], _ tied: inout Int) {
    // Each exchange gains; so many are plenty.
    for _ in 0..<64 {
      let open = rim.indices.filter { !places.contains($0) }
      let inside = rim.indices.map { ties(of: $0, to: places) }
      var best: (leaves: Int, joins: Int, tied: Int, fit: Double)?
      for (number, out) in places.enumerated() {
        for next in open {
          let changed = tied - inside[out] + inside[next] - (isTied(out, next) ? 1 : 0)
          if let value = fit(tied: changed), value > (best?.fit ?? fit(tied: tied) ?? -.infinity) + 1e-12 {
            best = (number, next, changed, value)
          }
        }
      }
      guard let best else { return }
      places[best.leaves] = best.joins
      tied = best.tied
    }
  }
}
