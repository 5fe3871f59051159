import KesiDrawing
import KesiNetwork

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The library that reports are alive by, read from the system when one is made.
struct D3 {
  let script: String
  let version: String
  let license: String

  private static let folders = ["/usr/share/nodejs/d3", "/usr/local/share/nodejs/d3", "/usr/lib/node_modules/d3"]

  /// - Throws: `DrawingError` where it is not installed, with what to install.
  static func load() throws -> D3 {
    for folder in folders {
      guard let bytes = FileManager.default.contents(atPath: folder + "/dist/d3.min.js") else { continue }
      // As browsers read it, so that they find the hash that the content policy names.
      let script = String(decoding: bytes.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
      // What stands in a script element must not end it, nor begin a comment.
      guard !["</script", "<script", "<!--"].contains(where: script.utf8.holds) else { continue }
      return D3(script: script, version: version(of: script), license: license(near: folder))
    }
    throw DrawingError(
      Phrase(
        "a report needs d3, version 5. Install it: apt-get install node-d3",
        zh: "生成报告需要 d3（第 5 版）。请安装：apt-get install node-d3"), isForWant: true)
  }

  /// `// https://d3js.org v5.16.0 Copyright …` stands on top.
  private static func version(of script: String) -> String {
    let head = script.prefix(200).split(whereSeparator: { $0.isWhitespace })
    return head.first { $0.first == "v" && $0.dropFirst().first?.isNumber == true }.map { String($0.dropFirst()) }
      ?? "5"
  }

  private static func license(near folder: String) -> String {
    let files = [folder + "/LICENSE", "/usr/share/doc/node-d3/copyright"]
    let bytes = files.lazy.compactMap { FileManager.default.contents(atPath: $0) }.first
    return bytes.map { String(decoding: $0, as: UTF8.self) }
      ?? "Copyright Mike Bostock, BSD-3-Clause: https://github.com/d3/d3/blob/v5.16.0/LICENSE"
  }
}

extension String.UTF8View {
  /// Whether some ASCII text is in it, in either case.
  fileprivate func holds(_ text: String) -> Bool {
    func lower(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
    return !map(lower).ranges(of: text.utf8.map(lower)).isEmpty
  }
}
