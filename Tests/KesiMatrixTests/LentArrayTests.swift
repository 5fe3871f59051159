import KesiMatrix
import Testing

@Suite("Numbers that are lent")
struct LentArrayTests {
  private final class Memory {
    let numbers = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 4)
    init() { for place in 0..<4 { numbers[place] = UInt32(10 * place) } }
    deinit { numbers.deallocate() }
  }

  @Test("They are read where they lie, and copied when they are changed")
  func change() {
    let memory = Memory()
    let lent = LentArray(lending: UnsafeBufferPointer(memory.numbers), owner: memory)
    #expect(lent == [0, 10, 20, 30] && lent.count == 4 && lent[3] == 30)
    #expect(lent.withUnsafeBufferPointer { $0.baseAddress } == UnsafePointer(memory.numbers.baseAddress))
    var (set, added, joined) = (lent, lent, lent)
    set[1] = 7
    added.append(40)
    joined.append(contentsOf: lent)
    #expect(set == [0, 7, 20, 30] && added == [0, 10, 20, 30, 40] && joined == [0, 10, 20, 30, 0, 10, 20, 30])
    #expect(!set.isLent && !added.isLent && !joined.isLent && lent.isLent && lent == [0, 10, 20, 30])
  }

  @Test("Their memory lives as long as anybody has them")
  func owner() {
    weak var seen: Memory?
    var list: TieList?
    do {
      let memory = Memory()
      seen = memory
      let ends = LentArray(lending: UnsafeBufferPointer(memory.numbers), owner: memory)
      list = TieList(sources: ends, targets: ends, lentWeights: nil)
    }
    #expect(seen != nil && list?.sources.reduce(0, +) == 60)
    list?.append(1, 2)
    #expect(seen == nil && list?.count == 5)
  }
}
