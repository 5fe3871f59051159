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
    let parts = Mutex([Part?](repeating: nil, count: ranges.count))
    try forEachWorker(count: ranges.count, grain: 1) { chunks in
      while let chunk = chunks.take() {
        for index in chunk {
          let part = body(ranges[index])
          source.letGo(shared[ranges[index]])
          parts.withLock { $0[index] = part }
        }
      }
    }
    // Every chunk was taken, or the run is cancelled and has ended above.
    return parts.withLock { $0.compactMap(\.self) }
  }
}
