import Foundation
import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Memory that is needed, and that there is")
struct MemoryTests {
  private func estimate(_ text: String) -> RowEstimate { Array(text.utf8).withUnsafeBufferPointer(RowEstimate.of) }

  @Test("Rows are counted where they are few, and estimated from below where they are many")
  func rows() {
    #expect(estimate("").likely == 0 && estimate("a b\nc d").least == 2 && estimate("a b\nc d\n").likely == 2)
    for count in [1_000, 300_000, 1_000_000] {
      // Lines become longer, as numbers do.
      let found = estimate((0..<count).map { "\($0 * $0) \($0)\n" }.joined())
      #expect(found.least <= count && count * 9 / 10 <= found.least, "\(count): \(found)")
      #expect(abs(found.likely - count) <= count / 20, "\(count): \(found)")
    }
    // Half the text in lines that are far longer than those of the other half.
    let mixed = estimate(
      String(repeating: "1 2\n", count: 500_000)
        + String(repeating: "1 2 " + String(repeating: "x", count: 196) + "\n", count: 10_000))
    #expect(mixed.least <= 510_000 && mixed.least > 255_000, "\(mixed)")
  }

  @Test("Comments and empty lines are no rows, in short texts and in long ones", arguments: [10, 10_000_000])
  func comments(count: Int) {
    #expect(estimate(String(repeating: "#\n", count: count) + "a b\n\n\r\n% c\nb c\n").least <= 2)
    #expect(estimate(String(repeating: "\n", count: count) + "a b\nb c\n").least <= 2)
  }

  @Test("Lines within a cell are no rows")
  func cells() {
    let found = estimate(String(repeating: "a,b,\"one, 1\ntwo, 2\nthree\"\n", count: 100_000))
    #expect(found.least <= 100_000 && found.likely < 110_000 && found.likely > 90_000, "\(found)")
    #expect(estimate("a,b,\"1\n2\"\nc,d,\"3\"\n").likely == 2)
    // Of a window within a cell it cannot be told that it is in one.
    let cell = "\"" + String(repeating: "x\n", count: 50_000) + "\""
    #expect(estimate(String(repeating: "a,b,\(cell)\n", count: 100)).least <= 100)
  }

  @Test("What surely does not fit is refused with what it needs, what there is and what to do; what may fit is not")
  func refusal() throws {
    let list = MemoryNeed.list(RowEstimate(likely: 2_000_000_000, least: 1_900_000_000))
    #expect(throws: Never.self) { try list.check("x.csv", free: 64 << 30) }
    #expect(throws: Never.self) { try list.check("x.csv", free: nil) }
    let refused = try #require(throws: NotEnoughMemory.self) { try list.check("x.csv", free: 20 << 30) }
    for words in [
      "x.csv", "2,000,000,000", "42.5 GiB", "20.0 GiB", "--engine spark", "a part", "KESI_MEMORY=43", ".kesi",
    ] {
      #expect(refused.message.en.contains(words), "\(words): \(refused.message.en)")
    }
    for words in ["x.csv", "2,000,000,000", "42.5 GiB", "20.0 GiB", "--engine spark", "一部分", "KESI_MEMORY=43", ".kesi"]
    {
      #expect(refused.message.zh.contains(words), "\(words): \(refused.message.zh)")
    }
    // A list in a snapshot stays there: its actors alone take memory.
    #expect(throws: Never.self) {
      try MemoryNeed.snapshot(actors: 10_000_000, listed: 1_900_000_000, ties: 0).check("x.kesi", free: 4 << 30)
    }
    let snapshot = try #require(throws: NotEnoughMemory.self) {
      try MemoryNeed.snapshot(actors: 90_000_000, listed: 1_900_000_000, ties: 0).check("x.kesi", free: 4 << 30)
    }
    #expect(!snapshot.message.en.contains("convert"))
  }

  @Test("What 100 million ties were measured to take, nobody is refused")
  func measured() {
    let ties = RowEstimate(likely: 100_000_000, least: 100_000_000)
    #expect(throws: Never.self) { try MemoryNeed.list(ties).check("x.txt", free: 6 << 30) }
    let tables = MemoryNeed.tables(actors: RowEstimate(likely: 10_000_000, least: 10_000_000), ties: ties)
    #expect(throws: Never.self) { try tables.check("x", free: 12 << 30) }
  }

  @Test("What is free is the least of what the machine has and what each group around the process may still take")
  func groups() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "kesi-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: root) }
    func put(_ text: String, _ path: String) throws {
      let file = "\(root)/\(path)"
      try FileManager.default.createDirectory(
        atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try text.write(toFile: file, atomically: false, encoding: .utf8)
    }
    #expect(FreeMemory.found(in: root) == nil)
    try put("MemTotal: 9000 kB\nMemAvailable:   8000 kB\n", "proc/meminfo")
    #expect(FreeMemory.found(in: root) == 8_192_000)
    try put("4:cpu,cpuacct:/x\n0::/user/run\n", "proc/self/cgroup")
    #expect(FreeMemory.found(in: root) == 8_192_000)
    // The group has no limit, the one around it has; what files hold is given back.
    try put("max\n", "sys/fs/cgroup/user/run/memory.max")
    try put("5000000\n", "sys/fs/cgroup/user/memory.max")
    try put("2000000\n", "sys/fs/cgroup/user/memory.current")
    try put("anon 7\ninactive_file 400000\n", "sys/fs/cgroup/user/memory.stat")
    #expect(FreeMemory.found(in: root) == 3_400_000)
    // As older systems have it, without a limit and with one.
    try put("9223372036854771712\n", "sys/fs/cgroup/memory/box/memory.limit_in_bytes")
    try put("100000\n", "sys/fs/cgroup/memory/box/memory.usage_in_bytes")
    try put("4:memory:/box\n0::/\n", "proc/self/cgroup")
    #expect(FreeMemory.found(in: root) == 8_192_000)
    try put("1000000\n", "sys/fs/cgroup/memory/box/memory.limit_in_bytes")
    #expect(FreeMemory.found(in: root) == 900_000)
    #expect(FreeMemory.bytes ?? 1 > 0)
  }

  @Test("A user may say how much may be used")
  func said() {
    #expect(FreeMemory.said("2") == 2 << 30 && FreeMemory.said("0.5") == 1 << 29)
    for text in [nil, "", "0", "-1", "much", "nan", "inf"] { #expect(FreeMemory.said(text) == nil) }
  }
}
