import KesiCluster
import KesiConsortium
import KesiDrawing
import KesiFormats
import KesiMatrix
import KesiNetwork
import KesiResults
import KesiSpark

/// How a run ends, as `sysexits.h` has it: for programs that call Kesi. Help and pages list these.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  case found = 1
  case usage = 64
  case badData = 65
  case noInput = 66
  case missingPart = 69
  case internalError = 70
  case cannotWrite = 73
  case hungUp = 129
  case interrupted = 130
  case terminated = 143

  var meaning: Phrase {
    switch self {
    case .done: Phrase("done", zh: "完成")
    case .found:
      Phrase("--fail-on found what it looks for; the results are written", zh: "--fail-on 发现了所指的情况；结果已写出")
    case .usage:
      Phrase("the call is not understood: an option, a word, a combination", zh: "用法有误：选项、词语或组合不对")
    case .badData:
      Phrase(
        "the data cannot be used (--strict: have warnings), or need too much memory",
        zh: "数据有误（加 --strict 时包括警告），或内存不够")
    case .noInput:
      Phrase("there is no such file or folder, or it cannot be read", zh: "没有所指的文件或文件夹，或无法读取")
    case .missingPart:
      Phrase(
        "a program or a font that is needed is not installed, or a cluster does not answer", zh: "缺少所需的程序或字体，或集群没有响应")
    case .internalError: Phrase("something went wrong inside", zh: "内部错误")
    case .cannotWrite: Phrase("a result cannot be written", zh: "无法写入")
    case .hungUp: Phrase("ended since its terminal was closed (SIGHUP)", zh: "终端已关闭，运行随之结束（SIGHUP）")
    case .interrupted: Phrase("interrupted (Ctrl-C)", zh: "被中断（Ctrl-C）")
    case .terminated:
      Phrase("ended by the system or another program (SIGTERM)", zh: "被系统或其他程序结束（SIGTERM）")
    }
  }

  /// The page that lists them.
  static func page(in language: Language) -> String {
    var page = MarkdownPage(
      Phrase("Exit codes", zh: "退出状态"),
      Phrase(
        "How a run ends, for programs that call `kesi`. With `--each` it is the highest of those of the networks. This page is made by `kesi schema --page exit-codes`.",
        zh: "供调用 kesi 的程序判断运行结果。加 `--each` 时，取各网络中最大的一个。本页由 kesi schema --page exit-codes --lang zh 生成。"),
      in: language)
    page.table(
      [Phrase("code", zh: "状态"), Phrase("meaning", zh: "含义")],
      allCases.map { ["\($0.rawValue)", $0.meaning(language)] })
    page.paragraph(
      Phrase(
        "Where it is not 0, standard error says why. Files are written whole or not at all. With 1 and, of `kesi check`, with 65 the results are written all the same.",
        zh: "状态不为 0 时，标准错误输出会写明原因。文件要么完整写入，要么不写。状态为 1 时，以及 `kesi check` 状态为 65 时，结果照常写出。"))
    return page.text
  }

  /// For help: a line each.
  static var list: String {
    allCases.map { status in
      let code = "\(status.rawValue)"
      return "  \(code)\(String(repeating: " ", count: max(1, 5 - code.count)))\(status.meaning.en)"
    }.joined(separator: "\n")
  }

  /// That of a run that cannot go on, and what is said of it; nil for what is no error of Kesi's own.
  static func of(_ error: any Error) -> (status: ExitStatus, message: Phrase)? {
    switch error {
    case let error as UnknownWord: (.usage, error.message)
    case let error as TakesTooLong: (.usage, error.message)
    case let error as TooManyPlayers: (.usage, error.message)
    case let error as UnsolvedProgram: (.internalError, error.message)
    case let error as EngineRefusal: (.usage, error.message)
    case let error as IdleChoice: (.usage, error.message)
    case let error as NoInput: (.noInput, error.message)
    case let error as NotEnoughMemory: (.badData, error.message)
    case let error as CannotWrite: (.cannotWrite, error.message)
    case let error as SparkFailure: (ExitStatus(error.cause), error.message)
    case let error as DrawingError: (error.isForWant ? .missingPart : .internalError, error.message)
    case let error as WrongAnswer: (.internalError, error.message)
    case let error as IncidenceMatrix.TooLarge:
      (
        .badData,
        Phrase(
          "The consortia or chains would become \(error.entries) ties, more than the limit of \(error.limit). Leave out the largest, or choose other --layers.",
          zh: "联合体或产业链将换算成 \(error.entries) 条联系，超过上限 \(error.limit) 条。请去掉规模最大的，或改用其他 --layers。")
      )
    default: nil
    }
  }
}

extension ExitStatus {
  init(_ cause: SparkFailure.Cause) {
    self =
      switch cause {
      case .missingPart: .missingPart
      case .badData: .badData
      case .noInput: .noInput
      case .cannotWrite: .cannotWrite
      case .usage: .usage
      case .unknown: .internalError
      }
  }
}
