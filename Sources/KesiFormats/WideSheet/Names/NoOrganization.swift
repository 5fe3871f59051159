import KesiNetwork

/// What stands where a name should and names nobody: `自有`, `保密`, `暂无合作`, `(跳过)`.
enum NoOrganization {
  static func isStated(by text: String) -> Bool {
    var word = text.asName
    while let last = word.unicodeScalars.last, "。.，,;；!！".unicodeScalars.contains(last) {
      word.unicodeScalars.removeLast()
    }
    if let first = word.unicodeScalars.first, let last = word.unicodeScalars.last, first == "(" || first == "（",
      last == ")" || last == "）"
    {
      word = String(scalars: word.unicodeScalars.dropFirst().dropLast()).asName
    }
    if MissingValue.isStated(by: word) || NoAnswer.isStated(by: word) { return true }
    guard word.unicodeScalars.count <= 60 else { return false }
    let key = word.withSmallLetters
    let hasBlank = key.utf8.contains(UInt8(ascii: " "))
    // Few names begin as any of these words does.
    guard let first = key.unicodeScalars.first, hasBlank || firstLetters.contains(first) else { return false }
    if starts.contains(where: key.begins(with:)) || words.contains(ExactText(key)) { return true }
    // Phrases have blanks, which names in Chinese have not.
    return hasBlank && phrases.contains(where: key.holds)
  }

  /// Whether it says that what stands above holds here as well.
  static func isSameAsAbove(_ text: String) -> Bool {
    let word = text.asName
    return word.unicodeScalars.count <= 13 && ditto.contains(word.withSmallLetters)
  }

  private static let ditto: Set<String> = ["同上", "同前", "〃", "\"", "″", "same as above", "ditto", "idem"]

  private static let words = Set(
    [
      "自主研发", "自主", "独立完成", "独立", "独立申报", "本单位", "本企业", "本公司", "本校", "本院", "本所", "本部", "我公司", "我单位", "我司", "自有", "自身",
      "自筹", "自产", "自研", "自用", "自营", "自主完成", "无合作单位", "无合作", "尚无", "均无", "暂无合作", "保密", "涉密", "商业秘密", "商业机密", "不公开",
      "不便公开",
      "不便透露", "不详", "未知", "不明", "待定", "待补", "待补充", "待确认", "待核实", "不适用", "跳过", "空", "空白", "略", "见附件", "详见附件", "见备注",
      "其他",
      "其它", "其他单位", "其他企业", "其他合作单位", "若干", "若干家", "多家", "多家单位", "多家企业", "众多", "散客", "个人", "终端用户", "同上", "同前",
      "no", "nil", "no partner",
      "no partners", "own", "own use", "in-house", "in house", "internal", "ourselves", "self", "other", "others",
      "various", "several", "confidential", "secret", "not disclosed", "undisclosed", "unknown", "tbd", "tbc", "t.b.d",
      "to be confirmed", "to be determined", "not applicable", "not yet", "skipped", "empty", "blank", "nothing",
      "nobody", "no one", "same as above", "ditto", "individuals", "private person",
    ].map(ExactText.init))

  /// The letters with which the words and starts begin.
  private static let firstLetters = Array(
    Set((words.map(\.text) + starts).compactMap(\.unicodeScalars.first)))

  private static let starts = [
    "没有", "暂无", "尚无", "暂未", "尚未", "未开展", "未与", "未有", "不便", "目前无", "目前没有", "目前暂无", "无，", "无,", "none so far", "none yet",
    "not any", "no cooperation", "no partner",
  ]

  private static let phrases = [
    "don't", "don’t", "do not have", "not yet", "prefer not", "we have no", "haven't", "haven’t",
  ]
}
