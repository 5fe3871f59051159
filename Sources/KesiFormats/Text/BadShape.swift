import KesiNetwork

/// What is wrong with a file at a place that whoever reads it knows.
struct BadShape: Error {
  let message: Phrase
}

extension BadShape {
  static func expected(_ what: Phrase, _ found: String) -> BadShape {
    BadShape(
      message: found.isEmpty
        ? Phrase(
          "the file ends where \(what.en) should stand. It was not written to its end; save or fetch it again.",
          zh: "文件在应有\(what.zh)处中断，未写完整，请重新保存或获取。")
        : Phrase(
          "“\(found.shortened)” stands where \(what.en) should. Correct it, or write the file anew.",
          zh: "此处应为\(what.zh)，现为“\(found.shortened)”。请改正，或重新导出。"))
  }
}
