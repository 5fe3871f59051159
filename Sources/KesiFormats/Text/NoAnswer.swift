import KesiNetwork

/// What people write where they are asked and have nothing to say: `(跳过)`, `不清楚`, `以上都没有`, `无此类单位`, `从未合作`.
///
/// A denial is a sentence of few words, each of which is known: who is meant or when, 无 or 不 or 未, and what there is none
/// of. No list could hold all such sentences, and no name is one: that would have a word of its own.
enum NoAnswer {
  static func isStated(by text: String) -> Bool {
    guard mayBeStated(by: text) else { return false }
    let word = plain(text)
    return words.contains(ExactText(word)) || isDenial(word)
  }

  /// Whether it is such a sentence where a name stands in a list: a word alone, such as 不 or never, may be what is joined.
  static func isSentence(_ text: String) -> Bool {
    text.utf8.count > 6 && text.unicodeScalars.contains(where: \.isIdeograph) && isStated(by: text)
  }

  /// Whether it says that there is no work together.
  static func deniesWork(_ text: String) -> Bool {
    guard mayBeStated(by: text) else { return false }
    let word = plain(text)
    return ofWork.contains(where: word.holds) && isDenial(word) || ["never", "not cooperating"].contains(word)
  }

  /// Few texts begin as any of the words does, and longer ones are no such sentences.
  private static func mayBeStated(by text: String) -> Bool {
    guard text.utf8.count <= 96 else { return false }
    let first = text.unicodeScalars.first { !$0.isWhite && !brackets.contains($0) }
    return first.map { firstLetters.contains($0.small) } ?? false
  }

  private static func plain(_ text: String) -> String {
    String(scalars: text.asName.unicodeScalars.filter { !signs.contains($0) }).asName.withSmallLetters
  }

  private static func isDenial(_ word: String) -> Bool {
    guard word.unicodeScalars.contains(where: \.isIdeograph) else { return false }
    var rest = word.unicodeScalars[...]
    func skip(_ words: [[Unicode.Scalar]]) -> Bool {
      guard let word = words.first(where: { rest.starts(with: $0) }) else { return false }
      rest = rest.dropFirst(word.count)
      return true
    }
    while skip(before) {}
    guard skip(no) else { return false }
    while skip(behind) {}
    return rest.isEmpty
  }

  private static let brackets = Set("(（[【".unicodeScalars)
  private static let signs = Set("(（)）[]【】。.，,;；!！".unicodeScalars)

  private static let firstLetters = Set(
    words.compactMap(\.text.unicodeScalars.first) + (before + no).compactMap(\.first) + ["n"])

  private static let words = Set(
    [
      "跳过", "未作答", "未答", "没填", "空", "空白", "说不清", "记不清", "忘记了", "skipped", "none of the above", "none of these",
      "none of them", "not applicable", "not available", "not sure", "unsure", "don't know", "don’t know", "dont know",
      "do not know", "i don't know", "i don’t know", "no idea", "no answer", "no response", "prefer not to say",
      "no cooperation", "no partner", "no partners", "never", "not cooperating",
    ].map(ExactText.init))

  /// The longest first, so that 没有 is no 没 with a rest.
  private static func list(_ words: String) -> [[Unicode.Scalar]] {
    words.split(separator: " ").map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
  }

  private static let before = list(
    "以上 上述 这些 都 均 皆 全 全都 全部 一个 一家 目前 现在 当前 至今 现 暂时 暂 尚 还 并 从 从来 几乎 近三年 近年来 近年 过去三年 本单位 本公司 本企业 本校 我单位 我公司 我司 我校 单位 公司 企业"
  )
  private static let no = list("没有 没 无 未 不")
  private static let behind = list(
    "此类 该类 这类 此 该 以上 上述 任何 相关 有关 对应 相应 符合 固定 稳定 长期 直接 正式 其他 其它 过 有 的 与 和 及 或 曾 产学研 校企 技术 合作 协作 对接 联系 来往 往来 开展 进行 建立 发生 业务 单位 企业 公司 高校 院校 院所 科研院所 科研机构 机构 学校 大学 伙伴 对象 关系 情况 项目 意向 选项 答案 太 大 很 清楚 知道 了解 确定 明确 适用 涉及 方便 便 愿意 愿 想 填写 填 透露 说 记得 好说"
  )
  private static let ofWork = ["合作", "协作", "对接", "联系", "来往", "往来"]
}
