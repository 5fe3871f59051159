/// The columns that Kesi knows of one table. The raw value is the English header.
package protocol TableColumn: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The name of the table, and of its file without `.csv`.
  static var table: String { get }
  /// Chinese and other headers that mean the same column.
  var synonyms: [String] { get }
  var isRequired: Bool { get }
}

extension TableColumn {
  package static var file: String { table + ".csv" }

  /// What it is called in Chinese.
  package var chinese: String? { synonyms.first { !$0.utf8.allSatisfy { $0 < 0x80 } } }

  /// Understands a header in any case, with spaces for underscores, in English or Chinese.
  package init?(header: String) {
    let plain = String(header.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
    guard let match = Self.allCases.first(where: { $0.rawValue == plain || $0.synonyms.contains(plain) }) else {
      return nil
    }
    self = match
  }
}

package enum ActorColumn: String, TableColumn {
  package static let table = "actors"
  case id, name, short, kind, zone, size, leader, lat, lon, url, source, evidence
  case nameZh = "name_zh"
  case shortZh = "short_zh"

  package var isRequired: Bool { self == .id || self == .name || self == .kind }
  package var synonyms: [String] {
    switch self {
    case .id: ["编号", "编码", "代码", "標識", "編號"]
    case .name: ["名称", "单位名称", "主体", "主体名称", "機構名稱", "名稱", "机构名称", "label"]
    case .nameZh: ["中文名称", "中文名", "中文名稱"]
    case .short: ["英文简称", "short_name"]
    case .shortZh: ["简称", "中文简称", "簡稱"]
    case .kind: ["类型", "主体类型", "类别", "類型", "單位類型", "单位类型", "type"]
    case .zone: ["片区", "区域", "园区", "所在区", "片區", "區域"]
    case .size: ["规模", "規模"]
    case .leader: ["龙头", "是否龙头", "链主", "龍頭"]
    case .lat: ["纬度", "緯度", "latitude"]
    case .lon: ["经度", "經度", "longitude", "lng"]
    case .url: ["网址", "網址", "website"]
    case .source: ["来源", "來源"]
    case .evidence: ["依据", "证据", "依據"]
    }
  }
}

package enum TieColumn: String, TableColumn {
  package static let table = "ties"
  case source, target, kind, weight, directed, from, to, stage, outcome, chain, consortium, evidence
  case benefitSource = "benefit_source"
  case benefitTarget = "benefit_target"

  package var isRequired: Bool { self == .source || self == .target }
  package var synonyms: [String] {
    switch self {
    case .source: ["甲方", "起点", "来源方", "起點", "主体a"]
    case .target: ["乙方", "终点", "目标方", "終點", "主体b"]
    case .kind: ["类型", "联系类型", "关系", "合作类型", "類型", "type"]
    case .weight: ["强度", "权重", "联系强度", "權重", "強度"]
    case .directed: ["有向", "是否有向"]
    case .from: ["开始", "起始", "开始时间", "起始年", "開始"]
    case .to: ["结束", "截止", "结束时间", "终止年", "結束"]
    case .stage: ["阶段", "階段"]
    case .outcome: ["成效", "结果", "結果"]
    case .benefitSource: ["甲方收益", "起点收益"]
    case .benefitTarget: ["乙方收益", "终点收益"]
    case .chain: ["产业链", "產業鏈"]
    case .consortium: ["联合体", "创新联合体", "聯合體"]
    case .evidence: ["依据", "证据", "依據"]
    }
  }
}

package enum ChainColumn: String, TableColumn {
  package static let table = "chains"
  case id, name, group, demand, capacity, stages, requires, unassessed, evidence
  case nameZh = "name_zh"

  package var isRequired: Bool { self == .id || self == .name }
  package var synonyms: [String] {
    switch self {
    case .id: ["编号", "编码", "代码", "編號"]
    case .name: ["名称", "产业链", "产业链名称", "名稱", "產業鏈"]
    case .nameZh: ["中文名称", "中文名", "中文名稱"]
    case .group: ["分组", "组别", "组", "分組"]
    case .demand: ["需求", "需求量"]
    case .capacity: ["供给能力", "供给", "能力", "供給"]
    case .stages: ["环节", "環節"]
    case .requires: ["必备类型", "应有主体", "所需类型", "必備類型"]
    case .unassessed: ["未评估", "未评估类型", "未評估"]
    case .evidence: ["依据", "证据", "依據"]
    }
  }
}

package enum PositionColumn: String, TableColumn {
  package static let table = "positions"
  case actor, chain, role, stage, level, capacity, from, to, evidence

  package var isRequired: Bool { self == .actor || self == .chain }
  package var synonyms: [String] {
    switch self {
    case .actor: ["主体", "单位", "单位名称", "主體", "單位"]
    case .chain: ["产业链", "產業鏈"]
    case .role: ["角色", "作用"]
    case .stage: ["环节", "環節"]
    case .level: ["层级", "级别", "級別", "層級"]
    case .capacity: ["能力", "供给能力", "培养规模"]
    case .from: ["开始", "起始", "开始时间", "開始"]
    case .to: ["结束", "截止", "结束时间", "結束"]
    case .evidence: ["依据", "证据", "依據"]
    }
  }
}

package enum ConsortiumColumn: String, TableColumn {
  package static let table = "consortia"
  case id, name, leader, chain, founded, dissolved, budget, objective, evidence
  case nameZh = "name_zh"

  package var isRequired: Bool { self == .id || self == .name }
  package var synonyms: [String] {
    switch self {
    case .id: ["编号", "编码", "代码", "編號"]
    case .name: ["名称", "联合体", "联合体名称", "名稱", "聯合體"]
    case .nameZh: ["中文名称", "中文名", "中文名稱"]
    case .leader: ["牵头单位", "牵头", "盟主", "牽頭單位"]
    case .chain: ["产业链", "產業鏈"]
    case .founded: ["成立", "成立时间", "组建时间", "成立時間"]
    case .dissolved: ["解散", "解散时间", "撤销时间", "解散時間"]
    case .budget: ["经费", "预算", "經費"]
    case .objective: ["目标", "建设目标", "目標"]
    case .evidence: ["依据", "证据", "依據"]
    }
  }
}

package enum MemberColumn: String, TableColumn {
  package static let table = "members"
  case consortium, actor, role, contribution, share, from, to, evidence

  package var isRequired: Bool { self == .consortium || self == .actor }
  package var synonyms: [String] {
    switch self {
    case .consortium: ["联合体", "创新联合体", "聯合體"]
    case .actor: ["主体", "成员", "成员单位", "单位", "主體", "成員"]
    case .role: ["角色", "作用"]
    case .contribution: ["贡献", "投入", "貢獻"]
    case .share: ["份额", "占比", "份額"]
    case .from: ["开始", "加入", "加入时间", "開始"]
    case .to: ["结束", "退出", "退出时间", "結束"]
    case .evidence: ["依据", "证据", "依據"]
    }
  }
}
