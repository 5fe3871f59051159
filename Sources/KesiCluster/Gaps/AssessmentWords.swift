extension GapSurvey {
  /// What is not assessed and therefore not looked for, in words; nil where everything is.
  public var notAssessedNote: Phrase? {
    if assessesNothing {
      return Phrase(
        "This network is not assessed: no gaps are looked for, and chains have no index.",
        zh: "本网络不作评估：不查找薄弱环节，也不计算产业链指数。")
    }
    guard !notAssessed.isEmpty else { return nil }
    let aspects = Assessment.list(notAssessed)
    let kinds = unsoughtKinds.map(\.label)
    guard !kinds.isEmpty else { return Phrase("Not assessed: \(aspects.en).", zh: "未评估：\(aspects.zh)。") }
    return Phrase(
      "Not assessed: \(aspects.en). So these gaps are not looked for: \(kinds.map(\.en).joined(separator: ", ")).",
      zh: "未评估：\(aspects.zh)；因此不查找：\(kinds.map(\.zh).joined(separator: "、"))。")
  }
}

extension Assessment {
  static func list(_ aspects: [Aspect]) -> Phrase {
    Phrase(
      aspects.map(\.label.en).joined(separator: ", "), zh: aspects.map(\.label.zh).joined(separator: "、"))
  }

  /// What a comparison says where only one of two networks states something.
  public static func leftOutNote(_ aspects: [Aspect]) -> Phrase {
    let list = list(aspects)
    return Phrase(
      "Only one of the two networks states \(list.en); what rests on that is left out of the comparison.",
      zh: "两个网络中只有一个说明了\(list.zh)，相关内容不参与比较。")
  }
}
