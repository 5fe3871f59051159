import KesiNetwork

extension ReferencePage {
  /// Every setting of `network.yml`, with an example that has them all.
  package static func networkFile(in language: Language) -> String {
    var page = MarkdownPage(
      Phrase("`network.yml`", zh: "`network.yml`（设置）"),
      Phrase(
        "What a network says of itself, and how it is to be judged. The file stands beside the tables; it may be left out, and so may every setting. This page is made by `kesi schema --page network-yml`.",
        zh: "说明网络本身，以及怎样评判。此文件与各表放在同一文件夹；文件和其中任一项都可以省略。本页由 kesi schema --page network-yml --lang zh 生成。"),
      in: language)
    let heads = [Phrase("setting", zh: "设置项"), Phrase("value", zh: "取值"), Phrase("what it means", zh: "含义")]
    func row(_ setting: ProfileSetting) -> [String] {
      let alias = setting.alias.map { language == .zh ? "，也可写 `\($0)`" : " or `\($0)`" } ?? ""
      return ["`\(setting.key)`\(alias)", setting.value(language), setting.definition(language)]
    }
    page.table(heads, ProfileSetting.all.map(row))
    for setting in ProfileSetting.all where !setting.below.isEmpty && setting.key != ProfileSetting.weights.key {
      page.heading(Phrase("Below `\(setting.key)`", zh: "`\(setting.key)` 之下"))
      page.table(heads, setting.below.map(row))
    }
    page.heading(Phrase("Words of `assess`", zh: "`assess` 的取值"))
    page.table(
      [Phrase("word", zh: "代码"), Phrase("in Chinese", zh: "中文")],
      Aspect.allCases.map { ["`\($0.rawValue)`", $0.label.zh] })
    page.heading(Phrase("Below `thresholds`", zh: "`thresholds` 之下"))
    page.table(
      [Phrase("setting", zh: "设置项"), Phrase("default", zh: "默认值"), Phrase("what it means", zh: "含义")],
      thresholds.map { name, value in ["`\(name)`", value, Glossary.entry(for: name)?.definition(language) ?? ""] })
    page.heading(Phrase("Below `weights`", zh: "`weights` 之下"))
    let weights = IndexWeights()
    page.table(
      [Phrase("setting", zh: "设置项"), Phrase("default", zh: "默认值"), Phrase("what it means", zh: "含义")],
      IndexWeights.names.map { name, path in
        ["`\(name)`", weights[keyPath: path].plain, Glossary.entry(for: name)?.definition(language) ?? ""]
      }
        + ProfileSetting.weights.below.map { setting in
          let values =
            setting.key == ProfileSetting.levels.key
            ? Level.allCases.map { "\($0.rawValue): \(weights.level($0).plain)" }
            : weights.kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key): \($0.value.plain)" }
              + [Phrase("others: \(weights.otherKinds.plain)", zh: "其他：\(weights.otherKinds.plain)")(language)]
          return ["`\(setting.key)`", values.joined(separator: "; "), setting.definition(language)]
        })
    page.heading(Phrase("An example with all of it", zh: "完整示例"))
    page.code(NetworkFileExample.text(in: language), in: "yaml")
    return page.text
  }

  private static var thresholds: [(name: String, value: String)] {
    let usual = Thresholds()
    return Thresholds.names.map { ($0.name, usual[keyPath: $0.path].plain) }
      + Thresholds.wholeNames.map { ($0.name, "\(usual[keyPath: $0.path])") }
  }
}
