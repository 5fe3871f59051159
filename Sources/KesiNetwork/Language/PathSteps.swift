extension String {
  /// A path cut at its last slash: the folder, `/` for that of all, nil where there is no slash; and the name in it, empty
  /// behind a slash at the end.
  package var pathSteps: (folder: String?, name: String) {
    let bytes = utf8
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return (nil, self) }
    let name = String(decoding: Array(bytes[bytes.index(after: slash)...]), as: UTF8.self)
    return (slash == startIndex ? "/" : String(decoding: Array(bytes[..<slash]), as: UTF8.self), name)
  }

  /// A path without the slashes at its end; of nothing but slashes one.
  package var withoutLastSlashes: String {
    var bytes = utf8[...]
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
