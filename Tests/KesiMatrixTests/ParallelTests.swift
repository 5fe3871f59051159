import KesiMatrix
import Synchronization
import Testing

@Suite("Running in parallel")
struct ParallelTests {
  @Test("Every unit is handed out once", arguments: [1, 2, 5], [0, 1, 63, 1000])
  func chunks(threads: Int, count: Int) throws {
    let seen = try Parallel(threads: threads).fill(count: count, with: 0, grain: 7) { chunks, seen in
      while let chunk = chunks.take() { for unit in chunk { seen[unit] += 1 } }
    }
    #expect(seen == [Int](repeating: 1, count: count))
  }

  private struct Refused: Error, Equatable { let unit: Int }

  @Test("Answers come in the order of units; what fails is told, of the first unit that does", arguments: [1, 2, 5])
  func answers(threads: Int) throws {
    let parallel = Parallel(threads: threads)
    #expect(try parallel.map(count: 100) { "\($0)" } == (0..<100).map { "\($0)" })
    #expect(throws: Refused(unit: 40)) {
      try parallel.map(count: 100) { unit in if unit >= 40 { throw Refused(unit: unit) } }
    }
    let cancellation = Parallel.Cancellation()
    #expect(throws: Cancelled.self) {
      try Parallel(threads: threads, cancellation: cancellation).map(count: 100) { unit in
        if unit == 7 { cancellation.cancel() }
      }
    }
  }

  @Test("Floating-point sums are the same to the last bit for any number of threads")
  func sums() throws {
    func share(_ threads: Int) throws -> [Double] {
      try Parallel(threads: threads).sumShares(count: 1001, width: 3) { units, sums in
        for unit in units { sums[unit % 3] += 1 / Double(unit + 1) }
      }
    }
    func chunks(_ threads: Int) throws -> Double {
      try Parallel(threads: threads).sumOverChunks(count: 100_000) { $0.reduce(0) { $0 + 1 / Double($1 + 1) } }
    }
    for threads in [2, 3, 8] {
      #expect(try share(threads) == share(1))
      #expect(try chunks(threads) == chunks(1))
    }
    #expect(abs(try chunks(1) - 12.090146129863428) < 1e-9)
  }

  @Test("Integer sums are exact")
  func integers() throws {
    let sums = try Parallel(threads: 4).sum(count: 10_000, width: 10, grain: 3) { chunks, share in
      while let chunk = chunks.take() { for unit in chunk { share[unit % 10] += unit } }
    }
    #expect(sums == (0..<10).map { digit in stride(from: digit, to: 10_000, by: 10).reduce(0, +) })
  }

  @Test("A cancelled run throws, and progress is told")
  func cancellation() throws {
    let cancellation = Parallel.Cancellation()
    let told = Mutex(0)
    let parallel = Parallel(threads: 2, cancellation: cancellation) { done, total in
      told.withLock { $0 = max($0, done) }
      if done > total / 2 { cancellation.cancel() }
    }
    #expect(throws: Cancelled.self) {
      try parallel.forEachWorker(count: 1000, grain: 10) { chunks in while chunks.take() != nil {} }
    }
    #expect(told.withLock { $0 } > 500)
    #expect(throws: Cancelled.self) { try parallel.checkCancellation() }
  }
}
