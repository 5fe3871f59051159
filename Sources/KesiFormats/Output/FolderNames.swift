#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The names in a folder, but for itself and its parent.
enum FolderNames {
  /// - Returns: nil where it cannot be listed; `errno` tells why.
  static func list(_ folder: String) -> [String]? {
    guard let list = opendir(folder) else { return nil }
    defer { closedir(list) }
    var names: [String] = []
    while let entry = readdir(list) {
      // An entry is only as long as its name: what the type says of it may lie beyond the memory that is there. The field
      // is stored, and so has a place.
      let start = UnsafeRawPointer(entry) + MemoryLayout<dirent>.offset(of: \.d_name)!
      let name = String(cString: start.assumingMemoryBound(to: CChar.self))
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}
