import Glibc

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The target that the environment names.
private let chosen = getenv("KESI_FUZZ").map { String(cString: $0) }
private let target = Target.all.first { $0.name == chosen }

/// What libFuzzer links in any case; our own `main` calls it through its driver, since that of libFuzzer has no place beside
/// the one that SwiftPM asks a program for.
@_cdecl("LLVMFuzzerTestOneInput")
func take(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // What cannot be read is refused by a throw, as it should be. A finding ends the process.
  try? target?.take(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

@main
enum Fuzz {
  static func main() {
    guard target != nil else {
      for target in Target.all { print(target.name) }
      exit(chosen == nil ? 0 : 64)
    }
    var (count, arguments) = (CommandLine.argc, CommandLine.unsafeArgv)
    exit(runDriver(&count, &arguments) { take($0, $1) })
  }
}
