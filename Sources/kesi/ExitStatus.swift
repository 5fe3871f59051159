import KesiCluster
import KesiDrawing
import KesiFormats
import KesiMatrix
import KesiNetwork
import KesiResults

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
  case interrupted = 130

  var meaning: Phrase {
    switch self {
    case .done: Phrase("done", zh: "完成")
    case .found:
      Phrase("--fail-on found what it was to look for; the results are written", zh: "--fail-on 发现了所指的情况；结果已写出")
    case .usage:
      Phrase(
        "something in the call is not understood: an option, a word, a combination", zh: "用法有误：选项、词语或组合不对")
    case .badData:
      Phrase(
        "the data cannot be used, or there is not enough memory for them; with --strict also where there is a warning",
        zh: "数据有误，或内存不够；加 --strict 时，有警告也按此处理")
    case .noInput:
      Phrase("there is no such file or folder, or it cannot be read", zh: "没有所指的文件或文件夹，或无法读取")
    case .missingPart: Phrase("a program or a font that is needed is not installed", zh: "缺少所需的程序或字体")
    case .internalError: Phrase("something went wrong inside", zh: "内部错误")
    case .cannotWrite: Phrase("a result cannot be written", zh: "无法写入")
    case .interrupted: Phrase("interrupted (Ctrl-C)", zh: "被中断（Ctrl-C）")
    }
  }

  /// That of a run that cannot go on, and what is said of it; nil for what is no error of Kesi's own.
  static func of(_ error: any Error) -> (status: ExitStatus, message: Phrase)? {
    switch error {
    case let error as UnknownWord: (.usage, error.message)
    case let error as TakesTooLong: (.usage, error.message)
    case let error as EngineRefusal: (.usage, error.message)
    case let error as IdleChoice: (.usage, error.message)
    case let error as NoInput: (.noInput, error.message)
    case let error as NotEnoughMemory: (.badData, error.message)
    case let error as CannotWrite: (.cannotWrite, error.message)
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
