extension Chain: TableRow {
  package static let table = Table.chains
  package static let blank = Chain(id: "", name: "")
  package static let columns = ChainColumns.all
}

/// What `chains.csv` holds.
package enum ChainColumns {
  package static let id = TableColumn<Chain>(
    "id", ["编号", "编码", "产业链编号", "链条编号", "chain_id"], or: ["代码", "key", "code", "序号", "no", "no.", "number"],
    need: .value,
    .text(\.id), .id)

  package static let name = TableColumn<Chain>(
    "name", ["名称", "产业链", "产业链名称", "链条", "链条名称", "chain", "chain_name", "industry_chain"],
    or: ["产业", "产业名称", "产业集群", "industry", "label", "title", "中文名称"], need: .value, .text(\.name), .name,
    here: Here.name)
  package static let evidence = TableColumn<Chain>(
    "evidence", ["依据", "证据"], .text(\.evidence), .evidence, here: Here.evidence)
  package static let basis = TableColumn<Chain>("basis", ["数据性质"], .term(\.basis), .basis, here: Here.basis)

  private static let unitMeaning = InputMeaning(
    "chain_unit", Phrase("unit of a chain", zh: "产业链计量单位"), or: ["unit", "unit_zh", "计量单位", "计量单位(中文)"],
    Phrase(
      "What demand and capacity of a chain count, as it stands behind a number: people a year.",
      zh: "产业链的需求与供给能力以什么计，写在数字之后，如“人/年”。"),
    Phrase("Empty: numbers stand alone.", zh: "留空则只写数字。"))

  package static let all: [TableColumn<Chain>] = [
    id,
    name,
    TableColumn(
      "name_zh", ["中文名称", "中文名", "名称(中文)", "name_cn", "name(zh)", "chinese_name"], .text(\.nameZh), .name,
      here: Here.chineseName),
    TableColumn(
      "group", ["分组", "组别", "组", "所属集群", "所属产业", "cluster"], .text(\.group),
      InputMeaning(
        "group", Phrase("group", zh: "分组"), or: ["组别"],
        Phrase("A heading under which chains stand together.", zh: "产业链的分组名称。"), Phrase("Free words.", zh: "用词不限。"))),
    TableColumn(
      "demand", ["需求", "需求量", "总需求", "需求总量", "total_demand"], .number(\.demand),
      InputMeaning(
        "demand", Phrase("demand", zh: "需求"), or: ["需求量"],
        Phrase("What a chain needs from its providers, such as graduates a year.", zh: "产业链对供给方的需求量，如每年需要的毕业生人数。"),
        Phrase("In the same unit as capacity.", zh: "单位须与供给能力一致。"))),
    TableColumn(
      "capacity", ["供给能力", "供给", "能力", "供给量", "supply"], .number(\.capacity), .capacity,
      here: Phrase("What the providers of the chain supply as a whole.", zh: "供给方供给能力的总量。")),
    TableColumn("unit", ["计量单位", "unit_of_measure"], .text(\.unit), unitMeaning),
    TableColumn(
      "unit_zh", ["计量单位(中文)", "中文计量单位", "unit_cn"], .text(\.unitZh), unitMeaning,
      here: Phrase("The unit in Chinese.", zh: "中文的计量单位。")),
    TableColumn(
      "stages", ["环节", "各环节", "产业链环节", "链条环节", "segments"], .list(\.stages),
      here: Phrase("The stages of the chain in order, from upstream to downstream.", zh: "产业链的各环节，从上游到下游依次填写。")),
    TableColumn(
      "requires", ["必备类型", "应有主体", "所需类型", "必备主体", "required_kinds", "required"], .kinds(\.requires),
      InputMeaning(
        "requires", Phrase("required kinds", zh: "必备类型"), or: ["应有主体", "所需类型"],
        Phrase("The kinds that a complete chain has.", zh: "完整的产业链必须具备的主体类型。"),
        Phrase("Several in one cell: enterprise;university.", zh: "一格可填多个，用顿号或分号隔开，如“企业、高校”。"))),
    TableColumn(
      "unassessed", ["未评估", "未评估类型", "not_assessed"], .kinds(\.unassessed),
      InputMeaning(
        "unassessed", Phrase("kinds not assessed", zh: "未评估类型"), or: ["未评估"],
        Phrase("The kinds of which the source does not say whether a chain has them.", zh: "资料未说明是否具备的主体类型。"),
        Phrase(
          "They are left out of every verdict and named, never counted as missing.", zh: "不参与任何判断，仅予列出，绝不当作缺失。"))),
    evidence,
    basis,
    TableColumn(
      "years", ["产业化年限", "产业化周期", "周期（年）", "years_to_industrialization"], .number(\.years),
      InputMeaning(
        "years", Phrase("years until industrialization", zh: "产业化年限"), or: ["产业化周期"],
        Phrase(
          "How many years a joint project takes in this chain until industrialization.", zh: "该产业链的合作项目从开展到产业化一般需要几年。"),
        Phrase(
          "A project that is not there after so many years counts as stalled. Empty: as stalled_years in network.yml.",
          zh: "超过年限仍未产业化的合作按停滞计；留空则按 network.yml 中的 stalled_years。"))),
    TableColumn(
      "weight", ["权重", "重要性", "chain_weight"], .number(\.weight),
      InputMeaning(
        "chain_weight", Phrase("weight of a chain", zh: "产业链权重"),
        Phrase("How much a chain counts in the cluster index, beside the others.", zh: "该产业链在集群指数中所占的分量。"),
        Phrase("Empty counts as 1; 0 leaves the chain out.", zh: "留空按 1 计；填 0 则不计入。"))),
  ]
}
