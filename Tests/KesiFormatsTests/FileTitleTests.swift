import Testing

@testable import KesiFormats

@Suite("What a path may be called by")
struct FileTitleTests {
  @Test(
    "The name without folder and endings",
    arguments: [
      ("data/台账.csv.gz", "台账"), ("台账.xlsx", "台账"), ("/a/b/2024.3.csv", "2024.3"), ("network", "network"),
      (".hidden", ".hidden"),
    ])
  func names(path: String, title: String) { #expect(path.fileTitle == title) }

  @Test("A stream has none", arguments: ["/dev/fd/63", "/dev/stdin", "", "a/", "..", "."])
  func streams(path: String) { #expect(path.fileTitle == nil) }
}
