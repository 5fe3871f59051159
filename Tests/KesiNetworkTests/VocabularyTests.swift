import Testing

@testable import KesiNetwork

@Suite("Words of tables")
struct VocabularyTests {
  /// The column that each head of a table means.
  private func columns(_ table: Table, _ heads: String...) -> [String?] {
    table.heads.meanings(of: heads).map { $0.map { table.heads[$0.column].id } }
  }

  @Test(
    "A word is the same in any case, width and spelling, in traditional characters, and with the marks of forms",
    arguments: [
      ("Full-Name", "full_name"), ("ｆｕｌｌ　ｎａｍｅ", "fullname"), ("單位類型", "单位类型"), ("*单位名称：", "单位名称"), ("金额（万元）", "金额(万元)"),
      ("\u{FEFF}编号\u{200B}", "编号"), ("cafe\u{301}", "CAF\u{C9}"), ("金额【万元】", "金额(万元)"),
    ])
  func plain(word: String, other: String) { #expect(word.plainWord == other.plainWord) }

  @Test("Texts are ordered by their bytes, however long they are and wherever they differ")
  func byteOrder() {
    let texts = ["", "a", "ab", "b", "苏州大学", "苏州大学b", "苏州大学有限公司", "苏州大学有限公所", "~", "éa"].flatMap {
      [$0, "12345678" + $0]
    }
    for a in texts {
      for b in texts { #expect(a.precedes(b) == Array(a.utf8).lexicographicallyPrecedes(Array(b.utf8))) }
    }
  }

  @Test("Ids are put in order, whole numbers by value, equal ones as they stand")
  func idOrder() {
    #expect(IDOrder.places(of: ["b", "10", "a", "9", "b", "007", "a"].map(IDOrder.init)) == [3, 1, 5, 2, 6, 0, 4])
  }

  @Test("Words that differ in a letter are not the same")
  func different() {
    #expect(
      "from1".plainWord != "from2".plainWord && "甲".plainWord != "乙".plainWord && "a.b".plainWord != "ab".plainWord)
  }

  @Test("Heads that researchers and offices use mean the columns of their tables")
  func heads() {
    for ends in [
      ("src", "dst"), ("from", "to"), ("node1", "node2"), ("n1", "n2"), ("head", "tail"), ("ego", "alter"),
      ("sender", "receiver"),
      ("FromNodeId", "ToNodeId"), ("v1", "v2"), ("Source", "Target"), ("source_id", "target_id"), ("甲方", "乙方"),
      ("企业名称", "合作单位"),
    ] {
      #expect(columns(.ties, ends.0, ends.1) == ["source", "target"], "\(ends)")
    }
    #expect(columns(.ties, "Source", "Target", "Type", "Id", "Weight") == ["source", "target", "kind", nil, "weight"])
    for weight in ["value", "strength", "count", "freq", "次数", "金额", "合同金额(万元)"] {
      #expect(columns(.ties, "from", "to", weight) == ["source", "target", "weight"], "\(weight)")
    }
    #expect(columns(.members, "project", "organisation") == ["consortium", "actor"])
    #expect(columns(.members, "projectID", "organisationID", "role") == ["consortium", "actor", "role"])
    #expect(columns(.members, "项目名称", "参与单位", "角色") == ["consortium", "actor", "role"])
    #expect(columns(.actors, "企业名称", "统一社会信用代码", "所属区县") == ["name", "id", "zone"])
    #expect(columns(.actors, "單位名稱", "編號", "類型") == ["name", "id", "kind"])
  }

  @Test(
    "Of two heads that could be a column, its own name is, and a serial number is an id only where there is no other")
  func spares() {
    #expect(columns(.actors, "序号", "统一社会信用代码", "企业名称") == [nil, "id", "name"])
    #expect(columns(.actors, "序号", "编号", "名称") == [nil, "id", "name"])
    #expect(columns(.actors, "序号", "名称") == ["id", "name"])
    #expect(columns(.actors, "编号", "简称") == ["id", "name"])
    #expect(columns(.actors, "编号", "名称", "简称") == ["id", "name", "short_zh"])
    #expect(columns(.actors, "Id", "Label") == ["id", "name"])
    #expect(columns(.actors, "id", "name", "label") == ["id", "name", nil])
  }

  @Test("From and to are the ends of a tie only where nothing else is")
  func ends() {
    #expect(columns(.ties, "source", "target", "from", "to") == ["source", "target", "from", "to"])
    #expect(columns(.ties, "from", "to", "start", "end") == ["source", "target", "from", "to"])
  }

  @Test("What stands in brackets at the end of a head is its unit")
  func unit() {
    let found = Table.ties.heads.meanings(of: ["甲方", "乙方", "金额（单位：万元）"])
    #expect(found[2]?.unit == "万元" && found[0]?.unit == nil)
    #expect(columns(.actors, "编号", "名称", "名称（中文）") == ["id", "name", "name_zh"])
  }

  @Test(
    "Kinds of actors are known by the words for them",
    arguments: [
      ("民营企业", "enterprise"), ("国企", "enterprise"), ("专精特新企业", "enterprise"), ("高新技术企业", "enterprise"),
      ("SME", "enterprise"),
      ("firm", "enterprise"), ("新型研发机构", "institute"), ("重点实验室", "institute"), ("孵化器", "platform"),
      ("公共服务平台", "platform"),
      ("银行", "fund"), ("行业主管部门", "government"), ("事业单位", "government"), ("HES", "university"),
      ("Research Centre", "institute"),
      ("高職院校", "college"), ("Vocational College", "college"), ("none such", "none such"),
    ])
  func kinds(word: String, id: String) { #expect(Profile().kindID(of: word) == id) }

  @Test("No word means two built-in kinds, nor two words of a closed list")
  func unambiguous() {
    let words = Kind.builtIn.flatMap { [$0.id, $0.label.en, $0.label.zh] + $0.synonyms }.map(\.plainWord)
    let owners = Dictionary(
      grouping: Kind.builtIn.flatMap { kind in
        Set(([kind.id, kind.label.en, kind.label.zh] + kind.synonyms).map(\.plainWord)).map { ($0, kind.id) }
      }
    ) { $0.0 }
    #expect(owners.filter { $1.count > 1 }.isEmpty && !words.isEmpty)
    func check<Word: Term>(_: Word.Type) {
      for word in Word.allCases {
        for form in [word.rawValue] + word.chinese + word.others {
          #expect(Word(word: form)?.rawValue == word.rawValue, "\(form)")
        }
      }
    }
    check(Level.self)
    check(ChainRole.self)
    check(MemberRole.self)
    check(TieStage.self)
    check(Outcome.self)
    check(Helix.self)
    check(Answer.self)
    #expect(MemberRole(word: "thirdParty") == .member && MemberRole(word: "associatedPartner") == .member)
    #expect(MemberRole(word: "coordinator") == .leader && Answer(word: "√") == .yes && Level(word: "國家級") == .national)
  }

  @Test("What network.yml declares goes before what is built in, and what could mean two kinds means none")
  func declared() {
    var profile = Profile()
    profile.kinds.append(Kind(id: "bank", label: Phrase("bank", zh: "银行")))
    profile.kinds.append(Kind(id: "firm", label: Phrase("firm", zh: "企业")))
    #expect(profile.kindID(of: "银行") == "bank" && profile.kindID(of: "企业") == "firm")
    #expect(profile.kindID(of: "enterprise") == "enterprise")
    profile.tieKinds = [TieKind(id: "joint_project", label: Phrase("joint project", zh: "联合项目"))]
    #expect(
      profile.tieKindID(of: "联合项目") == "joint_project" && profile.tieKindID(of: "Joint Project") == "joint_project")
    #expect(profile.tieKindID(of: "其他") == "其他")
    profile.zones = [
      "wujiang": Phrase("Wujiang", zh: "吴江区"), "a": Phrase("Same", zh: "甲"), "b": Phrase("Same", zh: "乙"),
    ]
    #expect(
      profile.zoneID(of: "吴江区") == "wujiang" && profile.zoneID(of: "same") == "same" && profile.zoneID(of: "乙") == "b")
  }
}
