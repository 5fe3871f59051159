import KesiNetwork

/// What the numbers are called that a gap follows from: the names that ``Gap/evidence`` uses.
public enum EvidenceTerms {
  /// The label of a name; the name itself where it has none.
  public static func label(_ name: String) -> Phrase {
    labels[name] ?? Phrase(String(name.map { $0 == "_" ? " " : $0 }), zh: name)
  }

  /// What the text of evidence is called: a code by its word, a stage, group or consortium by its name.
  package static func word(_ text: String, of name: String, in network: Network) -> Phrase {
    switch name {
    case "kind": return network.profile.kind(text).label
    case "required":
      let kinds = text.unicodeScalars.split(separator: "+").map { network.profile.kind(String($0)).label }
      return Phrase(kinds.map(\.en).joined(separator: ", "), zh: kinds.map(\.zh).joined(separator: "、"))
    case "consortium":
      let consortium = network.consortia.first { $0.id.isExactly(text) }
      return consortium.map { Phrase($0.name(in: .en), zh: $0.name(in: .zh)) } ?? Phrase(text, zh: text)
    case "from", "to": return Phrase(text, zh: stageName(text))
    case "ties_known": return Phrase(text, zh: text == "yes" ? "已知" : "未知")
    case "least": return Helix(word: text)?.label ?? Phrase(text, zh: text)
    case "a", "b":
      let chains = network.chains.lazy.map { Phrase($0.name(in: .en), zh: $0.name(in: .zh)) }
      let zones = network.actors.lazy.compactMap(\.zone).map { network.profile.zone($0) }
      return chains.first { $0.en.isExactly(text) } ?? zones.first { $0.en.isExactly(text) } ?? Phrase(text, zh: text)
    default: return Phrase(text, zh: text)
    }
  }

  public static let labels: [String: Phrase] = [
    // Chains
    "kind": Phrase("kind", zh: "主体类型"),
    "present": Phrase("present", zh: "现有数量"),
    "required": Phrase("required kinds", zh: "必备类型"),
    "providers": Phrase("providers", zh: "供给方数"),
    "leaning": Phrase("actors that depend on it", zh: "依赖它的主体数"),
    "others": Phrase("other actors of the chain", zh: "链上其他主体数"),
    "ties_known": Phrase("ties known", zh: "是否有联系数据"),
    "from": Phrase("earlier stage", zh: "前一环节"),
    "to": Phrase("later stage", zh: "后一环节"),
    "from_actors": Phrase("actors at the earlier stage", zh: "前一环节主体数"),
    "to_actors": Phrase("actors at the later stage", zh: "后一环节主体数"),
    "linked_pairs": Phrase("linked pairs of stages", zh: "已相通的相邻环节对数"),
    "stage_pairs": Phrase("pairs of consecutive stages", zh: "相邻环节对总数"),
    "demand": Phrase("demand", zh: "需求"),
    "capacity": Phrase("capacity", zh: "供给能力"),
    "short": Phrase("shortfall", zh: "缺口"),
    // Cuts
    "parts": Phrase("parts after the loss", zh: "失去后分成的部分数"),
    "cut_off": Phrase("actors cut off", zh: "断开主体数"),
    "rest": Phrase("actors in the rest", zh: "其余主体数"),
    "actors": Phrase("actors in all", zh: "主体总数"),
    "outside": Phrase("actors outside the main network", zh: "主网络之外的主体数"),
    "need": Phrase("share of the chain's need", zh: "占产业链所需的比例"),
    // Brokers
    "share": Phrase("share", zh: "占比"),
    "even_split": Phrase("share if evenly split", zh: "平均分担时的占比"),
    "betweenness": Phrase("betweenness", zh: "中介中心度"),
    // Against chance
    "a": Phrase("first group", zh: "甲方群体"),
    "b": Phrase("second group", zh: "乙方群体"),
    "brokers": Phrase("brokers between them", zh: "居间主体数"),
    "observed": Phrase("ties observed", zh: "实际联系数"),
    "expected": Phrase("ties expected by chance", zh: "随机期望联系数"),
    "z": Phrase("z score", zh: "z 值"),
    "p": Phrase("p value", zh: "p 值"),
    "deviation": Phrase("standard deviation by chance", zh: "随机标准差"),
    "draws": Phrase("random networks drawn", zh: "随机网络抽样数"),
    // Work and benefits
    "active_years": Phrase("active years", zh: "有合作的年数"),
    "years": Phrase("years in all", zh: "总年数"),
    "since": Phrase("since", zh: "起始年份"),
    "ties": Phrase("ties", zh: "联系数"),
    "partners_draw": Phrase("benefit of the partners", zh: "合作方收益"),
    "it_draws": Phrase("benefit of its own", zh: "自身收益"),
    "consortium": Phrase("consortium", zh: "联合体"),
    "contributed": Phrase("share of contributions", zh: "投入占比"),
    "shared": Phrase("share of gains", zh: "所得份额"),
    "members": Phrase("members", zh: "成员数"),
    "stuck_share": Phrase("share that has stalled", zh: "停滞占比"),
    "unsatisfactory": Phrase("unsatisfactory", zh: "效果不满意的联系数"),
    "before_industrialization": Phrase("not yet at industrialization", zh: "尚未产业化的联系数"),
    "stated": Phrase("ties with a known course", zh: "进展已知的联系数"),
    "least": Phrase("weakest sphere", zh: "最弱的一方"),
    "t_uig_bits": Phrase("T(uig), bits", zh: "三螺旋协同 T（比特）"),
  ]
}
