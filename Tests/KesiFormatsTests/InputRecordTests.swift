import Foundation
import Testing

@testable import KesiFormats

@Suite("What a run reads")
struct InputRecordTests {
  /// Vectors of FIPS 180-4 and of the NIST example values: one block, none, two blocks, many.
  @Test(
    "SHA-256 gives the published values",
    arguments: [
      ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
  func hash(text: String, times: Int, expected: String) {
    Array(String(repeating: text, count: times).utf8).withUnsafeBytes { bytes in
      #expect(SHA256.digits(of: bytes) == expected)
    }
  }

  @Test("Files are told once, in the order in which they are named, and what is not there is not told")
  func files() throws {
    let place = try FileTests.Place()
    try place.write("abc", "b.csv")
    try place.write("", "a.csv")
    let record = InputRecord()
    record.add([place.path("b.csv"), place.path("none.csv")])
    record.add([place.path("a.csv"), place.path("b.csv"), place.url.path])
    let inputs = try record.inputs()
    #expect(inputs.map(\.file) == ["b.csv", "a.csv"].map(place.path))
    #expect(inputs.map(\.bytes) == [3, 0])
    #expect(inputs[0].sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(inputs[1].sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}
