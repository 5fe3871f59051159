import KesiDrawing
import KesiFormats
import KesiNetwork

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program that makes office documents of markup, as the system has it. It is given files and words, no shell, and none
/// of the user's settings, so that it makes the same of the same.
package struct Pandoc {
  private let path: String
  /// A report takes a second or two.
  private static let mostSeconds = 120.0

  /// - Throws: `DrawingError` where it is not installed, with what to install.
  static func find() throws -> Pandoc {
    if let path = ChildProcess.path(of: "pandoc") { return Pandoc(path: path) }
    throw DrawingError(
      Phrase(
        "a document (.docx) is made by pandoc, which is not installed. Install it: apt install pandoc",
        zh: "生成文档（.docx）需要 pandoc，尚未安装。请安装：apt install pandoc"), isForWant: true)
  }

  /// Runs it to its end.
  ///
  /// - Parameter folder: what it says is written there, and its home is there.
  /// - Throws: `DrawingError` with what it says where it fails, or does not come to an end.
  func run(_ arguments: [String], in folder: String) throws {
    let said = "\(folder)/said"
    // The date that stands in a document would be that of the run.
    let settings = ["HOME=\(folder)", "LANG=C.UTF-8", "SOURCE_DATE_EPOCH=\(Self.date)"]
    let end: Int32?
    do {
      end = try ChildProcess(path, arguments, environment: settings, output: .nowhere, errors: said)
        .end(within: Self.mostSeconds)
    } catch let failure as ChildFailure {
      throw Self.failure(failure.reason)
    }
    guard let end else { throw Self.failure("it had not ended after \(Int(Self.mostSeconds)) s") }
    guard end == 0 else {
      let text = (try? FileSource.path(said).withBytes { String(decoding: $0, as: UTF8.self) }) ?? ""
      throw Self.failure(text.unicodeScalars.split(separator: "\n").first.map { String($0) } ?? "status \(end)")
    }
  }

  /// The document that it was to make.
  ///
  /// - Throws: `DrawingError` where it made none.
  func document(_ file: String) throws -> [UInt8] {
    var status = stat()
    guard lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Self.failure("it wrote no document")
    }
    let bytes = try FileSource.path(file).withBytes { Array($0) }
    guard bytes.starts(with: [0x50, 0x4B]) else { throw Self.failure("what it wrote is no document") }
    return bytes
  }

  /// As somebody states it, else that of no day.
  private static var date: Int { getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) } ?? 0 }

  private static func failure(_ words: String) -> DrawingError {
    DrawingError(
      Phrase(
        "pandoc made no document: \(words.visible). Ask for .html or .xlsx instead.",
        zh: "pandoc 未能生成文档：\(words.visible)。可改用 .html 或 .xlsx。"))
  }
}
