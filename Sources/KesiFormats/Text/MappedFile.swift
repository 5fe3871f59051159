import KesiNetwork

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of a file, mapped into memory as long as the object lives. Unchecked: nobody writes to them.
final class MappedFile: HeldBytes, @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer

  init(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    var information = stat()
    guard descriptor >= 0, fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else {
      throw NoInput(
        Phrase(
          "\(path) cannot be read. Check that it is a file and that you may read it.",
          zh: "无法读取 \(path)。请检查它是否为文件、是否有读取权限。"))
    }
    let count = Int(information.st_size)
    guard count > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
      throw NoInput(Phrase("\(path) cannot be mapped into memory.", zh: "无法将 \(path) 映射到内存。"))
    }
    bytes = UnsafeRawBufferPointer(start: base, count: count)
  }

  /// What lies elsewhere, as a text that was converted, stays.
  func letGo(_ part: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress, let start = UnsafeRawPointer(part.baseAddress), start >= base,
      start + part.count <= base + bytes.count
    else { return }
    // Whole pages only: the others hold what stands beside the part. The file begins with a page.
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let first = (start - base + page - 1) / page * page
    let last = (start - base + part.count) / page * page
    if first < last { madvise(UnsafeMutableRawPointer(mutating: base + first), last - first, MADV_DONTNEED) }
  }

  deinit {
    if let base = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: base), bytes.count) }
  }
}
