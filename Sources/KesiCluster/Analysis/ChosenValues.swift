import Synchronization

/// What analyses took by themselves where nothing was asked for, for those who want to know how an output came about.
package final class ChosenValues: Sendable {
  /// Those that are noted; nil where nobody asks.
  @TaskLocal package static var current: ChosenValues?

  private let state = Mutex<(draws: Set<Int>, days: Set<String>)>(([], []))

  package init() {}

  /// How many networks were drawn, for each sort of counts.
  package var draws: [String] { state.withLock { $0.draws.sorted().map(String.init) } }
  /// What counted as today.
  package var days: [String] { state.withLock { $0.days.sorted() } }

  func add(draws count: Int) { state.withLock { _ = $0.draws.insert(count) } }
  func add(today: String) { state.withLock { _ = $0.days.insert(today) } }
}
