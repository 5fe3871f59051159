import Foundation
import KesiConsortium

/// Random games with their values as `Fixtures/games.py` finds them.
struct GameFixture: Decodable, Sendable {
  let kind: String
  let values: [Double]
  let ties: [[Int]]
  let shapley: [Double]
  let myerson: [Double]
  let nucleolus: [Double]
  let leastExcess: Double
  let distance: Double

  var game: Game { Game(playerCount: shapley.count) { values[Int($0.bits)] } }

  var partners: [Coalition] {
    shapley.indices.map { player in
      Coalition(of: ties.compactMap { $0[0] == player ? $0[1] : $0[1] == player ? $0[0] : nil })
    }
  }

  private struct File: Decodable { let games: [GameFixture] }

  static let all: [GameFixture] = {
    guard let url = Bundle.module.url(forResource: "games", withExtension: "json", subdirectory: "Fixtures"),
      let data = try? Data(contentsOf: url), let file = try? JSONDecoder().decode(File.self, from: data)
    else { return [] }
    return file.games
  }()
}

/// Whether numbers are the same but for rounding.
func isNear(_ a: [Double], _ b: [Double], within tolerance: Double = 1e-6) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { ($0 - $1).magnitude <= tolerance * max(1, $0.magnitude, $1.magnitude) }
}

extension Game {
  /// Whether a split shares out the whole and leaves no coalition anything to object.
  func isInCore(_ split: [Double]) -> Bool {
    isNear([everybody.players.reduce(0) { $0 + split[$1] }], [whole]) && objections(to: split).isEmpty
  }
}
