import Foundation
import Testing

@testable import KesiFormats

@Suite("Writing files")
struct FileTests {
  /// A folder that is gone when the test is.
  final class Place {
    let url = FileManager.default.temporaryDirectory.appending(path: "kesi-\(UUID().uuidString)")
    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.path + "/" + name }
    func write(_ text: String, _ name: String) throws { try Data(text.utf8).write(to: URL(filePath: path(name))) }
    func read(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }
    var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() } }
  }

  private static var oneByte: AtomicFile.Body { { write in try [1 as UInt8].withUnsafeBytes(write) } }

  private func rights(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("A file is replaced whole and keeps all its rights", arguments: [0o640, 0o664, 0o666, 0o777])
  func replace(mode: Int) throws {
    let place = try Place()
    try place.write("old", "a.csv")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place.path("a.csv"))
    try FileManager.default.createSymbolicLink(atPath: place.path("link.csv"), withDestinationPath: "a.csv")
    try AtomicFile.write(Array("new".utf8), to: place.path("link.csv"))
    #expect(try place.read("a.csv") == "new")
    #expect(try rights(place.path("a.csv")) == mode)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place.path("link.csv")) == "a.csv")
    #expect(try place.names == ["a.csv", "link.csv"])
  }

  @Test("A link that leads nowhere yet leads to the new file; one that leads to itself is refused")
  func danglingLink() throws {
    let place = try Place()
    try FileManager.default.createSymbolicLink(atPath: place.path("second"), withDestinationPath: "new.csv")
    try FileManager.default.createSymbolicLink(atPath: place.path("first"), withDestinationPath: place.path("second"))
    try AtomicFile.write(Array("x".utf8), to: place.path("first"))
    #expect(try place.read("new.csv") == "x")
    #expect(try place.names == ["first", "new.csv", "second"])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place.path("second")) == "new.csv")
    try FileManager.default.createSymbolicLink(atPath: place.path("loop"), withDestinationPath: "loop")
    #expect(throws: CannotWrite.self) { try AtomicFile.write([1], to: place.path("loop")) }
  }

  @Test("A file marked read-only is refused and stays, also for who may write anything")
  func readOnly() throws {
    let place = try Place()
    try place.write("old", "a.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: place.path("a.csv"))
    #expect(throws: CannotWrite.self) { try AtomicFile.write([1], to: place.path("a.csv")) }
    #expect(try place.read("a.csv") == "old")
  }

  @Test("Names as long as the system has them are written; longer ones are refused", arguments: [249, 252, 255, 256])
  func longNames(length: Int) throws {
    let place = try Place()
    let name = String(repeating: "n", count: length - 4) + ".csv"
    if length > 255 {
      #expect(throws: CannotWrite.self) { try AtomicFile.write([1], to: place.path(name)) }
    } else {
      for _ in 0..<2 { try AtomicFile.write([1], to: place.path(name)) }
    }
    #expect(try place.names == (length > 255 ? [] : [name]))
  }

  @Test("What cannot be written says so and leaves nothing behind")
  func refuse() throws {
    let place = try Place()
    #expect(throws: CannotWrite.self) { try AtomicFile.write([1], to: place.url.path) }
    #expect(throws: CannotWrite.self) { try AtomicFile.write([1], to: place.path("none/x.csv")) }
    struct Failure: Error {}
    #expect(throws: Failure.self) {
      try AtomicFile.write(to: place.path("x.csv")) { write in
        try Array("half".utf8).withUnsafeBytes(write)
        throw Failure()
      }
    }
    #expect(try place.names.isEmpty)
  }

  @Test("Of several outputs none is there when one fails")
  func allOrNone() throws {
    let place = try Place()
    try place.write("old", "a.csv")
    let good = try OutputTarget(place.path("a.csv"))
    let full = try OutputTarget("/dev/full")
    #expect(throws: CannotWrite.self) { try AtomicFile.write([good, full].map { ($0, Self.oneByte) }) }
    #expect(try place.read("a.csv") == "old")
    #expect(try place.names == ["a.csv"])
  }

  @Test("What a run that was killed has left is cleared away, what a live one writes is not")
  func stale() throws {
    let place = try Place()
    let dead = Draft.partialName(of: "a.csv", process: 999_999_999)
    let alive = Draft.partialName(of: "a.csv", process: getppid())
    // Ids of processes come again: this one has written nothing yet.
    let earlier = Draft.partialName(of: "a.csv", process: getpid())
    let other = Draft.partialName(of: "b.csv", process: 999_999_999)
    for name in [dead, alive, earlier, other] { try place.write("half", name) }
    Draft.removeStale(of: "a.csv", in: place.url.path)
    #expect(try place.names == [alive, other].sorted())
  }

  @Test("What an earlier process of the same id has left keeps no file from being written")
  func sameProcess() throws {
    let place = try Place()
    for _ in 0..<2 {
      try place.write("half", Draft.partialName(of: "a.csv", process: getpid()))
      try AtomicFile.write(Array("whole".utf8), to: place.path("a.csv"))
      #expect(try place.names == ["a.csv"])
      #expect(try place.read("a.csv") == "whole")
    }
  }

  @Test("Where a name cannot be taken, what comes after it is discarded")
  func failedRename() throws {
    let place = try Place()
    let targets = try ["a.csv", "b.csv", "c.csv"].map { try OutputTarget(place.path($0)) }
    // A folder that comes after the check: no file can be renamed to it.
    try FileManager.default.createDirectory(atPath: place.path("b.csv"), withIntermediateDirectories: false)
    #expect(throws: CannotWrite.self) { try AtomicFile.write(targets.map { ($0, Self.oneByte) }) }
    #expect(try place.names == ["a.csv", "b.csv"])
  }

  @Test("Two names of one place are the same, and what is read is known under any of its names")
  func sameness() throws {
    let place = try Place()
    try place.write("x", "a.csv")
    try FileManager.default.createSymbolicLink(atPath: place.path("link"), withDestinationPath: place.path("a.csv"))
    try FileManager.default.linkItem(atPath: place.path("a.csv"), toPath: place.path("hard"))
    let names = ["a.csv", "link", "hard", "./a.csv", "../\(place.url.lastPathComponent)/a.csv"]
    for name in names {
      let target = try OutputTarget(place.path(name))
      #expect(target.isFile(at: place.path("a.csv")))
      #expect(try target.isSame(as: OutputTarget(place.path("a.csv"))))
      #expect(!target.isFile(at: place.path("b.csv")))
    }
    let new = try OutputTarget(place.path("./new.csv"))
    #expect(new.isFile(at: place.path("new.csv")) && !new.isFile(at: place.path("a.csv")))
    #expect(try new.isSame(as: OutputTarget(place.path("new.csv"))))
  }

  @Test("Endings are those of the name, not of its folders")
  func endings() {
    let endings: [(String, String?)] = [
      ("a.CSV", "csv"), ("a.b/c", nil), ("a.csv.gz", "gz"), (".hidden", nil), ("csv", nil), ("a.", nil), ("-", nil),
      ("/x.y/a.md", "md"),
    ]
    for (path, word) in endings { #expect(FileEnding(of: path)?.word == word, "\(path)") }
    for word in ["xlsx", "docx", "parquet", "gz", "svg", "kesi"] { #expect(FileEnding(of: "a.\(word)")?.advice != nil) }
  }
}
