import KesiNetwork

/// Where bytes come from: a file, packed or not; standard input or a pipe; memory. Whoever reads them does not see which.
package struct FileSource: Sendable {
  /// As the user has it; empty for bytes that never were in a file.
  package let path: String
  /// What was read once and is kept: streams, what was packed, and what never was in a file.
  private let held: (any HeldBytes)?

  package static func path(_ path: String) -> FileSource { FileSource(path: path, held: nil) }

  /// The file that a path names.
  ///
  /// - Throws: ``NoInput`` where there is none.
  package static func file(_ path: String) throws -> FileSource {
    guard FileBytes.exists(path) else {
      throw NoInput(Phrase("\(path): there is no such file.", zh: "\(path)：没有此文件。"))
    }
    guard !FileBytes.isFolder(path) else {
      throw NoInput(Phrase("\(path): is a folder. Name a file in it.", zh: "\(path)：是文件夹，请指定其中的文件。"))
    }
    return .path(path)
  }

  /// - Parameter path: what messages call it.
  package static func bytes(_ bytes: [UInt8], path: String = "") -> FileSource {
    FileSource(path: path, held: GrownBytes(copying: bytes))
  }

  private init(path: String, held: (any HeldBytes)?) {
    self.path = path
    self.held = held
  }

  /// What messages call it.
  package var name: String { FileBytes.name(of: path) }

  /// The same without the folders that lead to it.
  package var shortName: String { name.unicodeScalars.split(separator: "/").last.map { String($0) } ?? name }

  /// The same without the ending of the packing.
  var plainShortName: String { Gzip.plainName(of: shortName) }

  /// The name of what is in it: without the ending of the packing.
  package var plainName: String { Gzip.plainName(of: path) }

  /// Whether there is anything of its name.
  package var isThere: Bool { held != nil || FileBytes.exists(path) }

  package var isFolder: Bool { held == nil && FileBytes.isFolder(path) }

  /// Where the bytes lie as they are, once it is opened; nil where they were packed, came through a pipe or never were in a file.
  var plainPath: String? { held is MappedFile ? path : nil }

  /// The first bytes of what is in it, unpacked: what it is, they tell. None of a stream that was not read yet.
  package var start: [UInt8] {
    if let held { return Array(held.bytes.prefix(FileBytes.startLength)) }
    guard !isFolder else { return [] }
    let start = FileBytes.start(of: path)
    return Gzip.begins(start) ? Gzip.start(of: start, most: FileBytes.startLength) : start
  }

  /// The same, with what can be read only once, or has to be unpacked, in memory: all who ask see the same bytes.
  ///
  /// - Throws: ``NoInput``, ``NotEnoughMemory``; `BadData` where packed data are damaged.
  package func opened(progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil) throws -> FileSource {
    isFolder ? self : FileSource(path: path, held: try contents(progress: progress))
  }

  /// The bytes, unpacked.
  ///
  /// - Throws: as ``opened(progress:)``.
  func contents(progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil) throws -> any HeldBytes {
    if let held { return held }
    let bytes: any HeldBytes
    if FileBytes.isStream(path) {
      let stream = try FileBytes.readStream(path)
      InputRecord.current?.add(stream: path, stream.bytes)
      bytes = stream
    } else {
      bytes = try MappedFile(path)
    }
    guard Gzip.begins(bytes.bytes) else { return bytes }
    do throws(Gzip.Failure) {
      let most = Gzip.most(from: bytes.bytes.count, free: FileBytes.most)
      return try withExtendedLifetime(bytes) { () throws(Gzip.Failure) in
        try Gzip.unpacked(bytes.bytes, most: most, progress: progress)
      }
    } catch {
      throw BadData([Problem(.error, .file(name), error.message)])
    }
  }

  /// Says that a part of what was opened has been read.
  func letGo(_ part: UnsafeBufferPointer<UInt8>) { held?.letGo(part) }

  /// Lends the bytes, unpacked.
  ///
  /// - Throws: what `body` throws; else as ``opened(progress:)``.
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
    let contents = try contents()
    return try withExtendedLifetime(contents) { try body(contents.bytes) }
  }
}
