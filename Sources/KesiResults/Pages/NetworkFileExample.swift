import KesiNetwork

/// A `network.yml` that sets everything, each to something else than what holds without it.
package enum NetworkFileExample {
  package static func text(in language: Language) -> String {
    lines.map { line in
      let note = line.note?(language)
      return line.setting + (note.map { (line.setting.isEmpty ? "" : "   ") + "# \($0)" } ?? "")
    }.joined(separator: "\n")
  }

  private static let lines: [(setting: String, note: Phrase?)] = [
    ("title: Sensors of the lake district", nil),
    ("title_zh: 湖区传感器创新联合体", nil),
    ("illustrative: true", Phrase("made up; leave it out of what is not", zh: "示意数据；真实数据请去掉此行")),
    ("source: Survey of members, 2024", nil),
    ("source_zh: 2024 年成员单位调查", nil),
    ("license: CC-BY-4.0", nil),
    ("symbiosis: mutual but uneven", Phrase("the words of the survey", zh: "调查报告原话")),
    ("symbiosis_zh: 互惠但不均衡", nil),
    ("kinds:", Phrase("kinds of actors that are not built in", zh: "内置类型之外的主体类型")),
    ("  testing_center:", nil),
    ("    label: testing center", nil),
    ("    label_zh: 检测机构", nil),
    ("    helix: industry", nil),
    ("    color: \"#8c564b\"", nil),
    ("    shape: hexagon", nil),
    ("tie_kinds:", nil),
    ("  guidance:", Phrase("the word that ties.csv has", zh: "ties.csv 中的写法")),
    ("    label: policy guidance", nil),
    ("    label_zh: 政策指导", Phrase("may stand in ties.csv as well", zh: "ties.csv 中也可写此名称")),
    ("    directed: true", nil),
    ("zones:", nil),
    ("  east:", Phrase("the word that actors.csv has", zh: "actors.csv 中的写法")),
    ("    label: East shore", nil),
    ("    label_zh: 东岸片区", nil),
    ("assess: [ties, levels]", Phrase("nothing else is judged", zh: "其余方面不作判断")),
    ("demanders: [enterprise, hospital]", Phrase("all other kinds provide", zh: "其余类型为供给方")),
    ("thresholds:", nil),
    ("  broker_share: 0.4", nil),
    ("  significance: 0.01", nil),
    ("  stalled_share: 0.6", nil),
    ("  one_sided_share: 0.6", nil),
    ("  active_share: 0.4", nil),
    ("  helix_share: 0.1", nil),
    ("  biased_share: 0.05", nil),
    ("  symmetric_share: 0.45", nil),
    ("  stated_share: 0.6", nil),
    ("  smallest_scope: 8", nil),
    ("  smallest_part: 3", nil),
    ("  smallest_group: 5", nil),
    ("  stalled_years: 2", nil),
    ("  intermittent_years: 4", nil),
    ("  integrated_kinds: 4", nil),
    ("weights:", nil),
    ("  coverage: 0.2", nil),
    ("  depth: 0.2", nil),
    ("  redundancy: 0.1", nil),
    ("  cohesion: 0.1", nil),
    ("  reach: 0.1", nil),
    ("  vitality: 0.2", nil),
    ("  fit: 0.15", nil),
    ("  levels:", nil),
    ("    provincial: 0.7", nil),
    ("  kinds:", nil),
    ("    testing_center: 0.9", nil),
    ("losses:", Phrase("chances of losing one within a year", zh: "一年内流失的可能性")),
    ("  enterprise: 0.08", nil),
    ("  leader: 0.03", nil),
    ("  tie: 0.15", nil),
  ]
}
