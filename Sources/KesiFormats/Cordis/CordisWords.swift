import KesiNetwork

extension CordisTally {
  /// What somebody should look at: rows that were left out, values that could not be read.
  func warnings(of export: CordisExport, _ files: CordisFiles) -> [Problem] {
    var problems: [Problem] = []
    let participations = files.participations.shortName
    let projects = files.projects?.shortName ?? CordisFiles.projectsName
    func add(_ count: Int, _ file: String, _ message: (Int) -> Phrase) {
      if count > 0 { problems.append(Problem(.warning, .file(file), message(count))) }
    }
    add(export.rowsWithoutIDs, participations) {
      Phrase(
        "\($0.counted("row")) without a project or an organization \($0 == 1 ? "is" : "are") left out.",
        zh: "有 \($0) 行缺少项目或机构编号，已略去。")
    }
    add(export.repeatedProjects, projects) {
      Phrase(
        "\($0.counted("row")) \($0 == 1 ? "repeats" : "repeat") the id of a project before: the first holds.",
        zh: "有 \($0) 行的项目编号与前面重复，以前者为准。")
    }
    func addUnread(_ cells: CordisCells.Unread, _ what: Phrase, _ file: String) {
      guard let first = cells.first else { return }
      let row = first.row > 0 ? Phrase(" (row \(first.row))", zh: "（第 \(first.row) 行）") : Phrase("", zh: "")
      add(cells.count, file) {
        Phrase(
          "\($0.counted("\(what.en)")) cannot be read, as “\(first.text.shortened)”\(row.en), and \($0 == 1 ? "is" : "are") left empty.",
          zh: "有 \($0) 个\(what.zh)无法识别（如“\(first.text.shortened)”\(row.zh)），按空值处理。")
      }
    }
    addUnread(export.cells.unreadAmounts, Phrase("amount", zh: "金额"), participations)
    addUnread(export.cells.unreadDates, Phrase("date", zh: "日期"), projects)
    if let first = export.cells.reversedPeriods.first {
      add(export.cells.reversedPeriods.count, projects) {
        Phrase(
          "\($0.counted("project")) \($0 == 1 ? "ends" : "end") before \($0 == 1 ? "it begins" : "they begin"), as “\(first.text.shortened)” (row \(first.row)): both dates are left empty.",
          zh: "有 \($0) 个项目的结束早于开始（如“\(first.text.shortened)”，第 \(first.row) 行），起止日期按空值处理。")
      }
    }
    addUnread(unreadPlaces, Phrase("place", zh: "经纬度"), participations)
    if files.projects != nil {
      add(undeclared, participations) {
        Phrase(
          "\($0.counted("project")) \($0 == 1 ? "is" : "are") not in \(projects), so no dates, budgets and titles are known of \($0 == 1 ? "it" : "them").",
          zh: "有 \($0) 个项目不在 \(projects) 中，其日期、经费和标题未知。")
      }
    }
    return problems
  }

  /// How the export was read.
  func remarks(of export: CordisExport, _ files: CordisFiles, _ zone: CordisZone) -> [Remark] {
    var remarks: [Remark] = []
    let file = files.participations.shortName
    func add(_ en: String, zh: String) { remarks.append(Remark(.file(file), Phrase(en, zh: zh))) }
    for filter in filters {
      add("\(filter.name.en) leaves \(filter.left.en).", zh: "按“\(filter.name.zh)”筛选后余 \(filter.left.zh)。")
    }
    add(
      "an export of CORDIS: \(organizations.counted("organization")), \(consortia.counted("project")), \(members.counted("membership")).",
      zh: "CORDIS 导出数据：\(organizations) 家机构、\(consortia) 个项目、\(members) 条参与记录。")
    if files.projects == nil {
      add(
        "\(CordisFiles.projectsName) is not beside it, so no dates, budgets, titles and states of projects are known.",
        zh: "旁边没有 \(CordisFiles.projectsName)，项目的日期、经费、标题和状态未知。")
    }
    let words = roles.prefix(6).map { "\($0.word.isEmpty ? "–" : $0.word.shortened) \(Figure.count($0.count).text)" }
    add(
      "roles (\(words.joined(separator: ", "))): who coordinates is leader, all others are member; the word is kept as cordis_role. contribution is what the Union pays.",
      zh: "角色（\(words.joined(separator: "、"))）：coordinator 为牵头单位，其余为成员，原词保留在 cordis_role 列。contribution 为欧盟资助额。")
    add(
      "zones are \(zone.name.en)\(withoutZone > 0 ? "; \(withoutZone.counted("organization")) \(withoutZone == 1 ? "has" : "have") none" : ""). \(withoutRegion) without NUTS code, \(withoutPlace) without coordinates. --zone chooses among \(CordisZone.allCases.map(\.rawValue).joined(separator: ", ")).",
      zh:
        "片区取\(zone.name.zh)\(withoutZone > 0 ? "，\(withoutZone) 家机构没有" : "")。无 NUTS 代码的 \(withoutRegion) 家，无经纬度的 \(withoutPlace) 家。可用 --zone 选择：\(CordisZone.allCases.map(\.rawValue).joined(separator: "、"))。"
    )
    if !withoutKind.isEmpty {
      let other = Set(withoutKind.filter { !$0.isEmpty }).sorted().prefix(5).map(\.shortened).joined(separator: ", ")
      add(
        "\(withoutKind.count.counted("organization")) \(withoutKind.count == 1 ? "has" : "have") no activity type that CORDIS explains\(other.isEmpty ? "" : " (\(other))"), and so no kind.",
        zh: "有 \(withoutKind.count) 家机构的 activityType 为空或不识别\(other.isEmpty ? "" : "（\(other)）")，类型留空。")
    }
    remarks += namesRemarks(file) + partRemarks(file)
    return remarks
  }

  private func namesRemarks(_ file: String) -> [Remark] {
    var remarks: [Remark] = []
    if !namesakes.isEmpty {
      func list(_ language: Language) -> String {
        namesakes.listed(most: 5, in: language, by: "个") { "\($0.name.shortened) (\($0.ids.joined(separator: ", ")))" }
      }
      remarks.append(
        Remark(
          .file(file),
          Phrase(
            "\(namesakes.count.counted("name")) \(namesakes.count == 1 ? "belongs" : "belong") to two organizations or more, which stay apart: \(list(.en)).",
            zh: "有 \(namesakes.count) 个名称对应两个及以上编号，未合并：\(list(.zh))。")))
    }
    if !renamed.isEmpty {
      func list(_ language: Language) -> String {
        renamed.listed(most: 5, in: language) { "\($0.id) \($0.name.shortened) (\($0.other.shortened))" }
      }
      remarks.append(
        Remark(
          .file(file),
          Phrase(
            "\(renamed.count.counted("organization")) \(renamed.count == 1 ? "has" : "have") two names or more; the most frequent is taken: \(list(.en)).",
            zh: "有 \(renamed.count) 家机构有两个及以上名称，取出现最多的：\(list(.zh))。")))
    }
    return remarks
  }

  private func partRemarks(_ file: String) -> [Remark] {
    var remarks: [Remark] = []
    func add(_ count: Int, _ en: String, zh: String) {
      if count > 0 { remarks.append(Remark(.file(file), Phrase(en, zh: zh))) }
    }
    add(
      joinedRows,
      "\(joinedRows.counted("row")) \(joinedRows == 1 ? "repeats" : "repeat") an organization in a project: one membership each, contributions added up, the strongest role.",
      zh: "有 \(joinedRows) 行为同一机构在同一项目中的重复记录：合并为一条，资助额相加，取最高角色。")
    add(
      endedCount,
      "\(endedCount.counted("membership")) ended before the project did; CORDIS does not say when, so they are kept, marked in cordis_ended_early.",
      zh: "有 \(endedCount) 条参与在项目结束前终止；CORDIS 未注明时间，故予以保留，并在 cordis_ended_early 列标注。")
    add(
      terminated,
      "\(terminated.counted("project")) \(terminated == 1 ? "was" : "were") terminated: kept, with the end that is stated and cordis_status.",
      zh: "有 \(terminated) 个项目已终止：予以保留，结束日期按原数据，状态见 cordis_status 列。")
    add(
      alone,
      "\(alone.counted("project")) \(alone == 1 ? "has" : "have") one member here, who is tied to nobody by it.",
      zh: "有 \(alone) 个项目在此只有一个成员，不产生联系。")
    return remarks
  }
}
