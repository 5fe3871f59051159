import KesiFormats
import KesiNetwork

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The two streams of a run: results go to standard output, everything else to standard error.
enum Console {
  static let outputIsTerminal = isatty(STDOUT_FILENO) == 1
  static let errorIsTerminal = isatty(STDERR_FILENO) == 1

  /// Holds the numbers of the standard streams that whoever started the run has closed: a file that is opened would take
  /// them, and results would be written into it. Call before anything is opened.
  static func holdStandardStreams() {
    for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(number, F_GETFD) == -1 {
      // The other way round, so that what is read or written there still fails.
      _ = open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// How many characters wide the reader's window is; 110 where there is none.
  static var width: Int {
    var size = winsize()
    if outputIsTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 {
      return Int(size.ws_col)
    }
    return environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 >= 40 ? $0 : nil } ?? 110
  }

  /// Writes results to files, all or none; `-` is standard output. A reader that closes the pipe (`| head`) ends the run
  /// quietly.
  static func write(_ outputs: [(file: String, body: AtomicFile.Body)]) throws {
    ProgressLine.clear()
    do {
      try AtomicFile.write(
        outputs.map { file, body in
          (try OutputTarget(file), OutputTarget.isTerminal(file) ? steeringNothing(body) : body)
        })
    } catch let error as CannotWrite where error.isClosedPipe {
      exit(0)
    }
  }

  /// Writes to a file, or to standard output where there is none.
  static func write(_ bytes: some Collection<UInt8>, to file: String? = nil) throws {
    try write([(file ?? "-", Array(bytes))])
  }

  /// Writes bytes to files, all or none.
  static func write(_ outputs: [(file: String, bytes: [UInt8])]) throws {
    try write(outputs.map { file, bytes in (file, { write in try bytes.withUnsafeBytes(write) }) })
  }

  /// The same text, steering no terminal. Pieces of a text end where lines do.
  private static func steeringNothing(_ body: @escaping AtomicFile.Body) -> AtomicFile.Body {
    { write in try body { piece in try steeringNothing(Array(piece)).withUnsafeBytes(write) } }
  }

  /// A line, or several, on standard error: what is quoted in it steers no terminal.
  static func say(_ text: String) {
    ProgressLine.clear()
    EachNetwork.Turn.current?.announce { writeError($0.visible + "\n") }
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    writeError(lines.map { String($0).visible + "\n" }.joined())
  }

  /// What the reader of results has to know of them, unless told to be quiet.
  static func note(_ note: Phrase) {
    if !GivenOptions.all.contains("--quiet") { say(note(.ofCommandLine)) }
  }

  /// A text as it is, but for control characters other than tabs and ends of lines: those steer a terminal.
  static func steeringNothing(_ bytes: [UInt8]) -> [UInt8] {
    let isPlain: (Unicode.Scalar) -> Bool = { $0 == "\n" || $0 == "\t" || $0 == "\r" || $0.value >= 0xA0 }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    return Array(scalars.map { isPlain($0) ? String($0) : String($0).visible }.joined().utf8)
  }

  static func writeError(_ text: String) { _ = AtomicFile.writeAll(Array(text.utf8), to: STDERR_FILENO) }

  static func exit(_ status: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status)
    #elseif canImport(Musl)
      Musl.exit(status)
    #else
      Darwin.exit(status)
    #endif
  }

  /// The processors that are there.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// A time, in seconds since 1970, by ISO 8601; nil for one that no calendar has.
  static func date(_ seconds: Int) -> String? {
    var (time, parts) = (time_t(seconds), tm())
    guard gmtime_r(&time, &parts) != nil else { return nil }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 40) { text in
      strftime(text.baseAddress, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts) > 0
        ? String(cString: text.baseAddress!) : nil
    }
  }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

extension Phrase {
  static let nothingIsDated = Phrase(
    "Nothing here has a date, so the choice of a time changes nothing.", zh: "这里的数据都没有日期，按时间筛选不起作用。")
}

extension Language {
  /// The language of the locale: Chinese where it begins with `zh`.
  static var ofLocale: Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Console.environment).first { !$0.isEmpty }
    return locale?.hasPrefix("zh") == true ? .zh : .en
  }

  /// What `--lang` says, wherever it stands; else that of the locale.
  static var ofCommandLine: Language {
    let arguments = CommandLine.arguments
    let next = arguments.firstIndex(of: "--lang").flatMap {
      arguments.indices.contains($0 + 1) ? arguments[$0 + 1] : nil
    }
    let joined = arguments.first { $0.hasPrefix("--lang=") }.map { String($0.dropFirst(7)) }
    return (next ?? joined).flatMap { Language(rawValue: $0) } ?? .ofLocale
  }
}
