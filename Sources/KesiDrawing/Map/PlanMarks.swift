import KesiCluster
import KesiNetwork

/// Which steps of a plan a tie or an actor of a map belongs to.
package struct PlanMarks {
  private var ofTies: [[Int]: [Int]] = [:]
  private var ofActors: [Int: [Int]] = [:]

  /// - Parameters:
  ///   - steps: what each step does, for actors of the network before.
  ///   - after: the network with all of them taken, newcomers behind all others in the order of the steps.
  ///   - union: what the map is of.
  ///   - last: the number of the step before the first, where the plan goes on from another.
  package init(
    _ steps: [[Remedy]], of before: Network, _ after: Network, in union: Network, countedFrom last: Int = 0
  ) {
    var place: [ExactText: Int] = [:]
    for (index, actor) in union.actors.enumerated() { place[ExactText(actor.id)] = index }
    func index(_ actor: Int) -> Int? { place[ExactText(after.actors[actor].id)] }
    var newcomers = 0
    for (number, step) in zip((last + 1)..., steps) {
      for remedy in step {
        func mark(_ a: Int, _ b: Int) {
          guard let x = index(a), let y = index(b) else { return }
          if ofTies[[min(x, y), max(x, y)], default: []].last != number {
            ofTies[[min(x, y), max(x, y)], default: []].append(number)
          }
        }
        func mark(_ actor: Int) { if let place = index(actor) { ofActors[place, default: []].append(number) } }
        switch remedy {
        case .tie(let a, let b), .renewal(let a, let b), .settlement(let a, let b, _), .division(let a, let b, _, _):
          mark(a, b)
        case .seat(let actor, _): mark(actor)
        case .position(_, _, _, let partners):
          let newcomer = before.actors.count + newcomers
          newcomers += 1
          mark(newcomer)
          for partner in partners { mark(newcomer, partner) }
        case .capacity: break
        }
      }
    }
  }

  /// The numbers of the steps that a tie of two actors of the union is of; nil where it is of none.
  func ofTie(_ a: Int, _ b: Int) -> String? { ofTies[[min(a, b), max(a, b)]].map(Self.text) }

  /// The same of an actor's new place.
  func ofActor(_ actor: Int) -> String? { ofActors[actor].map(Self.text) }

  private static func text(_ numbers: [Int]) -> String { numbers.map { String($0) }.joined(separator: "·") }
}
