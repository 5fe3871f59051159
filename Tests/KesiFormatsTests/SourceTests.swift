import CZlib
import Foundation
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiFormats

@Suite("Packed and piped input")
struct SourceTests {
  private let place = try! FileTests.Place()
  private static let list = "source,target\nA,B\nB,C\nC,A\nC,D\n"

  @Test("What was let go of a file is read from it again; what lies elsewhere stays")
  func letGo() throws {
    let text = (0..<10_000).map { "line \($0)" }.joined(separator: "\n")
    try place.write(text, "long.txt")
    let source = try FileSource.path(place.path("long.txt")).opened()
    let elsewhere = Array(text.utf8)
    try source.withBytes { bytes in
      let bytes = bytes.bindMemory(to: UInt8.self)
      for range in [0..<bytes.count, 100..<50_000, 5000..<5001, 3..<3] {
        source.letGo(UnsafeBufferPointer(rebasing: bytes[range]))
      }
      elsewhere.withUnsafeBufferPointer { source.letGo($0) }
      #expect(bytes.elementsEqual(text.utf8))
    }
    #expect(elsewhere == Array(text.utf8))
  }

  @Test("What is packed is read as what is in it, whatever it is called")
  func packed() throws {
    for name in ["ties.csv.gz", "ties.csv", "ties"] {
      try place.write(Self.list.gzipped, name)
      #expect(Format.reading(place.path(name)).id == "ties")
      #expect(try NetworkReader.read(place.path(name)).network.ties.count == 4)
    }
    let network = try fixture("cluster")
    try Snapshot.write(network, to: place.path("a.kesi"))
    let snapshot = try [UInt8](Data(contentsOf: URL(filePath: place.path("a.kesi"))))
    try place.write(snapshot.gzipped, "b.gz")
    #expect(Format.reading(place.path("b.gz")).id == "snapshot")
    #expect(try NetworkReader.read(place.path("b.gz")).network.actors == network.actors)
    #expect(try NetworkReader.read(place.path("ties.csv.gz")).network.actors.map(\.id) == ["A", "B", "C", "D"])
  }

  @Test("Tables of a folder may be packed, each by itself, and one that is there twice is refused")
  func folder() throws {
    try place.write("id,name,kind\na,A,\nb,B,\n".gzipped, "actors.csv.gz")
    try place.write("source,target\na,b\n", "ties.csv")
    #expect(try NetworkReader.read(place.url.path).network.ties.count == 1)
    #expect(Format.files(of: place.url.path).contains(place.path("actors.csv.gz")))
    try place.write("id,name,kind\na,A,\nb,B,\n", "actors.csv")
    let error = #expect(throws: BadData.self) { try NetworkReader.read(place.url.path) }
    #expect(error?.problems.first?.line(in: .en).contains("actors.csv: is there twice") == true)
  }

  @Test("Members stand one behind the other, and zeros may fill up the end")
  func members() throws {
    try place.write("A,B\nB,C\n".gzipped + "C,D\n".gzipped + [UInt8](repeating: 0, count: 600), "a.gz")
    #expect(try NetworkReader.read(place.path("a.gz")).network.ties.count == 3)
    try place.write("A,B\n".gzipped + Array("C,D\n".utf8), "b.gz")
    #expect(message("b.gz").contains("and what follows is not"))
  }

  @Test("What is cut short anywhere is no network")
  func cutShort() throws {
    let whole = Self.list.gzipped
    for count in 2..<whole.count {
      try place.write(Array(whole.prefix(count)), "a.gz")
      #expect(message("a.gz").contains("a.gz: is gzip data that end too early, after \(count) bytes."), "\(count)")
    }
  }

  @Test("What was changed anywhere is no network")
  func damaged() throws {
    let whole = (0..<200).map { "A\($0),B\($0 * 7 % 31)\n" }.joined().gzipped
    // The bytes from 4 to 9 say when, by whom and how it was packed: nothing hangs on them.
    for position in Array(2..<4) + Array(10..<whole.count) {
      var bytes = whole
      bytes[position] ^= 0x5A
      try place.write(bytes, "a.gz")
      #expect(throws: BadData.self, "\(position)") { try NetworkReader.read(place.path("a.gz")) }
    }
  }

  @Test("What is made to fill memory ends early")
  func bomb() throws {
    let bomb = [UInt8](repeating: 0, count: 4 << 20).gzipped
    let error = #expect(throws: Gzip.Failure.self) {
      try bomb.withUnsafeBytes { _ = try Gzip.unpacked($0, most: 1 << 20) }
    }
    #expect(error?.message.en.contains("more than 1 MiB unpacked") == true)
    #expect(Gzip.most(from: 1000, free: .max) == 256 << 20)
    #expect(Gzip.most(from: 10 << 20, free: .max) == 2000 << 20)
    #expect(Gzip.most(from: .max, free: 5 << 30) == 5 << 30)
  }

  @Test("A pipe is read once, as it is or packed, and what it gives is told from its first bytes")
  func pipe() throws {
    let snapshot = place.path("a.kesi")
    try Snapshot.write(try fixture("cluster"), to: snapshot)
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: snapshot)))
    for (content, actors) in [
      (Array(Self.list.utf8), 4), (Self.list.gzipped, 4), (bytes, try fixture("cluster").actors.count),
    ] {
      try #require(mkfifo(place.path("pipe"), 0o600) == 0)
      let writer = Thread { [path = place.path("pipe")] in
        FileHandle(forWritingAtPath: path)?.write(Data(content))
      }
      writer.start()
      #expect(try NetworkReader.read(place.path("pipe")).network.actors.count == actors)
      try FileManager.default.removeItem(atPath: place.path("pipe"))
    }
  }

  @Test("More than memory holds does not come from a pipe")
  func endless() throws {
    #expect(throws: NotEnoughMemory.self) { try FileBytes.readStream("/dev/zero", most: 1 << 20) }
  }

  private func message(_ name: String) -> String {
    let error = #expect(throws: BadData.self) { try NetworkReader.read(place.path(name)) }
    return error?.problems.first?.line(in: .en) ?? ""
  }
}

extension FileTests.Place {
  func write(_ bytes: [UInt8], _ name: String) throws { try Data(bytes).write(to: URL(filePath: path(name))) }
}

extension String {
  var gzipped: [UInt8] { Array(utf8).gzipped }
}

extension [UInt8] {
  /// As one member of a packed file.
  var gzipped: [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = self
    let count = input.count
    return input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = uInt(count)
      return [UInt8](unsafeUninitializedCapacity: Int(deflateBound(&stream, uLong(count)))) { room, written in
        stream.next_out = room.baseAddress
        stream.avail_out = uInt(room.count)
        deflate(&stream, Z_FINISH)
        written = Int(stream.total_out)
      }
    }
  }
}
