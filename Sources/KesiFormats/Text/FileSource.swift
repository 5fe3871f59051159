/// Where the bytes of a table come from.
enum FileSource {
  case path(String)
  case bytes([UInt8])

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
    switch self {
    case .path(let path): try FileBytes.read(path).withUnsafeBytes(body)
    case .bytes(let bytes): try bytes.withUnsafeBytes(body)
    }
  }
}
