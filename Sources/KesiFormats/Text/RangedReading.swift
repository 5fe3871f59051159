import KesiMatrix
import Synchronization

extension Parallel {
  /// What is read of each range of a text, each by one worker, in the order of the ranges. A range that was read is let go.
  func read<Part: Sendable>(
    _ ranges: [Range<Int>], of text: UnsafeBufferPointer<UInt8>, from source: FileSource,
    _ body: @Sendable (Range<Int>) -> Part
  ) throws(Cancelled) -> [Part] {
    // What was looked at of it so far is looked at again.
    source.letGo(text)
    let shared = UncheckedVector(text)
    return try parts(ranges.count) { index in
      let part = body(ranges[index])
      source.letGo(shared[ranges[index]])
      return part
    }
  }

  /// What is made of each of `0..<count`, each by one worker, in their order.
  func parts<Part: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Part) throws(Cancelled) -> [Part] {
    let parts = Mutex([Part?](repeating: nil, count: count))
    try forEachWorker(count: count, grain: 1) { chunks in
      while let chunk = chunks.take() {
        for index in chunk {
          let part = body(index)
          parts.withLock { $0[index] = part }
        }
      }
    }
    // Every chunk was taken, or the run is cancelled and has ended above.
    return parts.withLock { $0.compactMap(\.self) }
  }

  /// What is made of each of `0..<count`, so many at a time by one worker, in their order.
  func map<Made: Sendable>(
    count: Int, grain: Int, _ body: @Sendable (Int) -> Made
  ) throws(Cancelled) -> [Made] {
    try parts((count + grain - 1) / grain) { part in
      (part * grain..<min(count, (part + 1) * grain)).map(body)
    }.flatMap { $0 }
  }

  /// What workers find among `0..<count`, each once, whoever found it.
  func union<Found: Hashable & Sendable>(
    count: Int, grain: Int, _ body: @Sendable (Chunks) -> Set<Found>
  ) throws(Cancelled) -> Set<Found> {
    let union = Mutex(Set<Found>())
    try forEachWorker(count: count, grain: grain) { chunks in
      let found = body(chunks)
      union.withLock { $0.formUnion(found) }
    }
    return union.withLock { $0 }
  }

  /// What two pieces of work come to, which are done at once where there are two threads. Where both fail, the failure of
  /// the first is thrown.
  func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () throws -> First, _ second: @Sendable () throws -> Second
  ) throws -> (First, Second) {
    let (one, other) = (Once<First>(), Once<Second>())
    try forEachWorker(count: 2, grain: 1) { chunks in
      while let chunk = chunks.take() {
        for work in chunk { if work == 0 { one.make(first) } else { other.make(second) } }
      }
    }
    return (try one.made(), try other.made())
  }

  /// What one worker makes and another takes.
  private final class Once<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>>(.failure(Cancelled()))

    func make(_ body: () throws -> Value) {
      let made = Result { try body() }
      result.withLock { $0 = made }
    }

    func made() throws -> Value { try result.withLock { $0 }.get() }
  }
}
