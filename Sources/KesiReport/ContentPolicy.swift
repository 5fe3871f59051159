import KesiFormats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a browser may do with the page: run these scripts and use these styles, told by their hashes, and nothing else. A
/// name that gets past the escaping still does not run.
struct ContentPolicy {
  let text: String

  init(scripts: [String], styles: [String]) {
    func sources(_ texts: [String]) -> String {
      texts.map { "'sha256-\(Data(SHA256.digest(of: Array($0.utf8))).base64EncodedString())'" }.joined(separator: " ")
    }
    text =
      "default-src 'none'; script-src \(sources(scripts)); style-src \(sources(styles)); base-uri 'none'; form-action 'none'"
  }
}
