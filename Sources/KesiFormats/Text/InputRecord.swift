import KesiNetwork
import Synchronization

/// What a run reads, for those who want to know how an output came about. Files are looked at again when they are asked
/// for, and must be as they were when they were named; what comes through a pipe is there once, and is taken note of as it is
/// read.
package final class InputRecord: Sendable {
  /// The one that is kept; nil where nobody asks.
  @TaskLocal package static var current: InputRecord?

  /// A file, or what came through a pipe.
  package struct Input: Sendable, Equatable {
    /// As the call has it; `-` for standard input.
    package let file: String
    package let bytes: Int
    /// 64 digits, as `sha256sum` has them.
    package let sha256: String
  }

  /// Files as they were when they were named, before they were read: no stamp of what was not there.
  private let state = Mutex<(files: [(name: String, stamp: FileStamp?)], streams: [ExactText: Input])>(([], [:]))

  package init() {}

  /// Names what is read, each once and in this order. What is not there, a table that a network does without, is no input.
  package func add(_ files: [String]) {
    state.withLock { state in
      for file in files.map(Self.name(of:)) where !state.files.contains(where: { $0.name.isExactly(file) }) {
        state.files.append((file, Self.stamp(of: file)))
      }
    }
  }

  func add(stream path: String, _ bytes: UnsafeRawBufferPointer) {
    let name = Self.name(of: path)
    let input = Input(file: name, bytes: bytes.count, sha256: SHA256.digits(of: bytes))
    state.withLock { $0.streams[ExactText(name)] = input }
  }

  /// Every input with its size and digest.
  ///
  /// - Throws: ``NoInput`` where a file cannot be read any more, or was changed meanwhile: what came of it is not what it holds.
  package func inputs() throws -> [Input] {
    let (files, streams) = state.withLock { ($0.files, $0.streams) }
    return try files.compactMap { file, stamp in
      if let input = streams[ExactText(file)] { return input }
      guard let stamp else { return nil }
      guard Self.stamp(of: file) == stamp else {
        throw NoInput(
          Phrase(
            "\(file): was changed while it was read, so that its digest would not be that of what was read. Run again.",
            zh: "\(file)：读取期间文件有改动，其摘要与所读内容不符。请重新运行。"))
      }
      let content = try MappedFile(file)
      return withExtendedLifetime(content) {
        Input(file: file, bytes: content.bytes.count, sha256: SHA256.digits(of: content.bytes))
      }
    }
  }

  private static func stamp(of path: String) -> FileStamp? { FileStamp(of: path).flatMap { $0.isRegular ? $0 : nil } }

  private static func name(of path: String) -> String {
    FileBytes.isStandardInput(path) ? FileBytes.standardInput : path
  }
}
