import Dispatch
import Synchronization

/// Thrown by a kernel that was stopped, and the only thing that kernels throw.
public struct Cancelled: Error, Sendable {
  public init() {}
}

/// How a kernel runs: on how many threads, who may stop it, who hears of its progress.
///
/// Results do not depend on the number of threads: integers are summed exactly, and floating-point sums are cut into
/// shares that depend on the work alone and are added in the order of the shares.
public struct Parallel: Sendable {
  /// Stops running kernels from any thread.
  public final class Cancellation: Sendable {
    private let flag = Atomic(false)
    public init() {}
    public func cancel() { flag.store(true, ordering: .relaxed) }
    public var isCancelled: Bool { flag.load(ordering: .relaxed) }
  }

  public let threads: Int
  public let cancellation: Cancellation?
  /// Called now and then, from any thread, with the units done and the units in all.
  public let progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

  /// - Parameter threads: at least 1.
  public init(
    threads: Int = 1, cancellation: Cancellation? = nil,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) {
    self.threads = max(1, threads)
    self.cancellation = cancellation
    self.progress = progress
  }

  /// The same without anybody who hears of progress: for work within work.
  package var silent: Parallel { Parallel(threads: threads, cancellation: cancellation) }

  /// Throws ``Cancelled`` once the kernel has been asked to stop.
  public func checkCancellation() throws(Cancelled) {
    if cancellation?.isCancelled == true { throw Cancelled() }
  }

  /// Hands out the chunks of a range, each to one worker.
  public final class Chunks: Sendable {
    private let next = Atomic(0)
    private let count: Int
    private let grain: Int
    private let parallel: Parallel

    fileprivate init(count: Int, grain: Int, parallel: Parallel) {
      self.count = count
      self.grain = max(1, grain)
      self.parallel = parallel
    }

    /// The next chunk, or nil when all are taken or the kernel was cancelled.
    public func take() -> Range<Int>? {
      if parallel.cancellation?.isCancelled == true { return nil }
      let start = next.add(grain, ordering: .relaxed).oldValue
      guard start < count else { return nil }
      parallel.progress?(start, count)
      return start..<min(start + grain, count)
    }
  }

  /// Runs `body` once per worker; together the workers take every chunk of `0..<count` once.
  ///
  /// - Parameter grain: the units of a chunk: small where units differ much in work.
  public func forEachWorker(count: Int, grain: Int, _ body: @Sendable (Chunks) -> Void) throws(Cancelled) {
    try checkCancellation()
    let chunks = Chunks(count: count, grain: grain, parallel: self)
    let workers = min(threads, (count + max(1, grain) - 1) / max(1, grain))
    if workers <= 1 {
      body(chunks)
    } else {
      DispatchQueue.concurrentPerform(iterations: workers) { _ in body(chunks) }
    }
    try checkCancellation()
  }

  /// An array whose elements are written by workers, each element by one worker.
  public func fill<Element: BitwiseCopyable & Sendable>(
    count: Int, with initial: Element, grain: Int = 64,
    _ body: @Sendable (Chunks, SharedBuffer<Element>) -> Void
  ) throws(Cancelled) -> [Element] {
    try fillParts(count: count, width: count, with: initial, grain: grain, body)
  }

  /// As ``fill(count:with:grain:_:)`` where the units of work and the numbers written are not one to one.
  public func fillParts<Element: BitwiseCopyable & Sendable>(
    count: Int, width: Int, with initial: Element, grain: Int = 64,
    _ body: @Sendable (Chunks, SharedBuffer<Element>) -> Void
  ) throws(Cancelled) -> [Element] {
    var result = [Element](repeating: initial, count: width)
    try result.withUnsafeMutableBufferPointer { (buffer) throws(Cancelled) in
      let shared = SharedBuffer(base: buffer.baseAddress)
      try forEachWorker(count: count, grain: grain) { body($0, shared) }
    }
    return result
  }

  /// What each unit of work comes to, in their order, where units are few and large, and may fail.
  ///
  /// - Throws: what `body` throws, of the first unit in which it does; ``Cancelled``.
  package func map<Answer: Sendable>(count: Int, _ body: @Sendable (Int) throws -> Answer) throws -> [Answer] {
    let answers = Mutex([Result<Answer, any Error>?](repeating: nil, count: count))
    try forEachWorker(count: count, grain: 1) { chunks in
      while let chunk = chunks.take() {
        for unit in chunk {
          let answer = Result { try body(unit) }
          answers.withLock { $0[unit] = answer }
        }
      }
    }
    // Each unit was taken once, or the run was cancelled and has thrown.
    return try answers.withLock { $0 }.compactMap { try $0?.get() }
  }

  /// Sums integers that workers add into arrays of their own: exact in any order.
  ///
  /// - Parameters:
  ///   - count: the units of work.
  ///   - width: the length of the result.
  public func sum(
    count: Int, width: Int, grain: Int = 64, _ body: @Sendable (Chunks, SharedBuffer<Int>) -> Void
  ) throws(Cancelled) -> [Int] {
    let total = Mutex([Int](repeating: 0, count: width))
    try forEachWorker(count: count, grain: grain) { chunks in
      var own = [Int](repeating: 0, count: width)
      own.withUnsafeMutableBufferPointer { body(chunks, SharedBuffer(base: $0.baseAddress)) }
      total.withLock { sum in for index in 0..<width { sum[index] &+= own[index] } }
    }
    return total.withLock { $0 }
  }

  /// Sums floating-point numbers the same way for any number of threads.
  ///
  /// The units are cut into at most 32 shares; each share is worked through in order by one worker into an array of its
  /// own, and the arrays are added in the order of the shares.
  ///
  /// - Complexity: memory of 32 · width numbers at most.
  public func sumShares(
    count: Int, width: Int, _ body: @Sendable (Range<Int>, SharedBuffer<Double>) -> Void
  ) throws(Cancelled) -> [Double] {
    let shares = min(32, count)
    let parts = Mutex([[Double]](repeating: [], count: shares))
    let done = Atomic(0)
    // Progress is told in units, not in shares.
    let silent = self.silent
    try silent.forEachWorker(count: shares, grain: 1) { chunks in
      while let chunk = chunks.take() {
        for share in chunk {
          let units = (share * count / shares)..<((share + 1) * count / shares)
          var own = [Double](repeating: 0, count: width)
          own.withUnsafeMutableBufferPointer { body(units, SharedBuffer(base: $0.baseAddress)) }
          parts.withLock { $0[share] = own }
          progress?(done.add(units.count, ordering: .relaxed).newValue, count)
        }
      }
    }
    var total = [Double](repeating: 0, count: width)
    for part in parts.withLock({ $0 }) { for index in 0..<width { total[index] += part[index] } }
    return total
  }
}

extension Parallel {
  /// Runs `body` on chunks and adds what it returns in the order of the chunks: the same sum for any number of threads.
  public func sumOverChunks(
    count: Int, grain: Int = 4096, _ body: @Sendable (Range<Int>) -> Double
  ) throws(Cancelled) -> Double {
    try sumsOverChunks(count: count, grain: grain) { SIMD4(body($0), 0, 0, 0) }[0]
  }

  /// As ``sumOverChunks(count:grain:_:)``, for up to four sums at once.
  public func sumsOverChunks(
    count: Int, grain: Int = 4096, _ body: @Sendable (Range<Int>) -> SIMD4<Double>
  ) throws(Cancelled) -> SIMD4<Double> {
    guard count > grain else {
      try checkCancellation()
      return body(0..<count)
    }
    let parts = try fill(count: (count + grain - 1) / grain, with: SIMD4<Double>.zero, grain: 1) { chunks, parts in
      while let chunk = chunks.take() {
        for index in chunk { parts[index] = body(index * grain..<min(count, (index + 1) * grain)) }
      }
    }
    return parts.reduce(.zero, +)
  }

  /// One thread for work of fewer units than `least`, where a second would cost more than it brings.
  public func limited(to least: Int, of units: Int) -> Parallel {
    units < least ? Parallel(threads: 1, cancellation: cancellation, progress: progress) : self
  }
}

extension Parallel {
  /// Runs `body` once for each of `0..<count`, each on a thread of its own where there is one. Cannot be cancelled.
  public static func perform(_ count: Int, _ body: @Sendable (Int) -> Void) {
    if count <= 1 {
      for index in 0..<count { body(index) }
    } else {
      DispatchQueue.concurrentPerform(iterations: count, execute: body)
    }
  }
}
