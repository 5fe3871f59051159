extension Table {
  /// What a sheet or a file is called that is this table, whatever is in it: folded, in small letters.
  package var titles: [String] {
    switch self {
    case .actors: ["actors", "actor", "主体", "主體"]
    case .ties: ["ties", "tie", "联系", "聯繫"]
    case .chains: ["chains", "chain", "产业链", "產業鏈"]
    case .positions: ["positions", "position", "链位", "鏈位"]
    case .consortia: ["consortia", "consortium", "联合体", "创新联合体", "聯合體", "創新聯合體"]
    case .members: ["members", "member", "成员", "成員"]
    case .coalitions: ["coalitions", "coalition", "联盟收益", "聯盟收益"]
    case .supplies: ["supplies", "supply", "供给", "供給"]
    case .demands: ["demands", "demand", "需求"]
    case .history: ["history", "yearly values", "历年数据", "歷年數據"]
    }
  }

  /// What it may be called as well, where its columns say that it is: other sheets are called so, too.
  package var looseTitles: [String] {
    switch self {
    case .actors:
      ["单位", "企业", "机构", "组织", "节点", "nodes", "organizations", "organisations", "entities", "companies"]
    case .ties: ["关系", "合作", "合作关系", "关联", "边", "edges", "links", "relations"]
    case .chains: ["链", "产业"]
    case .positions: ["环节", "产业链环节", "链上位置", "roles"]
    case .consortia: ["联盟", "团队", "consortiums"]
    case .members: ["成员单位", "参与单位", "membership", "memberships"]
    case .coalitions: ["合作收益", "联合收益"]
    case .supplies: ["供应", "offers"]
    case .demands: ["需要", "needs"]
    case .history: ["历史数据", "年度数据", "历年", "yearly"]
    }
  }

  /// A title in the form of ``titles``: `1. Actors.csv`, `主体表` and `表1 主体` are `actors` and `主体`.
  package static func plainTitle(_ title: String) -> String {
    let folded = title.folded.lowercased()
    var rest = folded.unicodeScalars[...]
    for ending in [".csv", "一览表", "清单", "名单", "信息", "表"] where rest.count > ending.unicodeScalars.count {
      if rest.suffix(ending.unicodeScalars.count).elementsEqual(ending.unicodeScalars) {
        rest.removeLast(ending.unicodeScalars.count)
      }
    }
    // A number before it.
    let start = rest.first == "表" ? rest.dropFirst() : rest
    let unnumbered = start.drop { ("0"..."9").contains($0) }
    if unnumbered.count < start.count { rest = unnumbered.drop { "._-、 :".unicodeScalars.contains($0) } }
    return String(rest)
  }
}
