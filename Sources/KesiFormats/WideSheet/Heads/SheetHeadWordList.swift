/// The words over columns, by what the columns are: as heads are compared, see ``HeadText``. Of a word that stands twice the
/// first counts.
extension SheetHeadWords {
  static let all: [(ColumnMeaning, [String])] = [
    (
      .ignore,
      [
        "合计", "总计", "小计", "提交答卷时间", "答题时间", "所用时间", "来源详情", "来自ip", "timestamp", "total", "sum", "序号", "序", "行号", "no",
        "no.", "nr", "nr.", "item", "s/n", "sn", "row",
        "serial", "serial number", "index", "№",
      ]
    ),
    (
      .partnerKind,
      [
        "合作单位类型", "合作单位性质", "合作单位类别", "合作方类型", "合作方性质", "合作机构类型", "伙伴类型", "乙方类型", "乙方性质", "乙方类别", "partner type",
        "type of partner", "partner kind",
      ]
    ),
    (
      .partnerZone,
      [
        "合作单位所在地", "合作单位地区", "合作单位所在区", "合作方所在地", "乙方所在地", "乙方所在区", "乙方地区", "partner country", "partner region",
        "partner city",
      ]
    ),
    (
      .leader,
      [
        "牵头单位", "牵头企业", "牵头机构", "牵头方", "牵头单位名称", "主持单位", "项目承担单位", "主要承担单位", "第一承担单位", "承担单位", "项目牵头单位", "盟主单位", "盟主",
        "理事长单位", "牵头", "链主单位", "项目单位", "lead partner", "lead", "coordinator", "leader", "lead organisation",
        "lead organization",
        "leading organisation", "leading organization", "lead institution", "lead beneficiary", "host institution",
        "lead company", "koordinator", "konsortialführer", "verbundkoordinator", "federführung",
        "project leader", "project lead", "coordinating organisation", "coordinating organization",
      ]
    ),
    (
      .members,
      [
        "参与单位", "参加单位", "成员单位", "组建单位", "组成单位", "参建单位", "联合体组成", "成员构成", "组成成员", "主要成员", "成员及角色", "成员单位及角色", "参与单位名称",
        "协同单位", "联合体成员", "联合体成员单位", "参与方", "共同承担单位", "参研单位", "参与企业", "成员名单", "主要参与单位",
        "联合承担单位", "其他参与单位", "成员", "participants", "participating organisations", "participating organizations",
        "members",
        "consortium members", "beneficiaries", "other partners", "project partners", "other participants",
        "member organisations",
        "member organizations", "participating institutions", "projektpartner",
        "verbundpartner", "teilnehmer",
      ]
    ),
    (.members, Array(PatentHeads.applicants)),
    (
      .partners,
      [
        "合作单位", "投资方", "投资机构", "投资单位", "技术合作方", "技术来源单位", "派出单位", "派出高校", "派出院校", "选派单位", "选派高校", "合作单位名称", "合作方",
        "合作方名称", "合作伙伴", "合作机构", "合作企业", "合作高校", "合作院校", "合作院所", "合作高校院所", "合作高校及院所", "合作对象",
        "联合单位",
        "联合申报单位", "联合申报", "协作单位", "协作企业", "协作方", "配套企业", "配套单位", "供应商", "主要供应商", "主要客户", "客户", "上下游企业", "上游企业", "下游企业",
        "产学研合作单位",
        "技术依托单位", "依托高校", "共建单位", "共建方", "共建高校", "支撑单位", "乙方", "乙方单位", "乙方名称", "受托方", "受让方", "买方", "对接单位", "对接高校",
        "校企合作单位",
        "战略合作单位", "高校院所", "科研院所", "科研机构", "金融机构", "服务机构", "支撑平台", "支撑机构", "上游单位", "下游单位", "合作院校名称", "合作高校名称", "合作企业名称",
        "技术合作单位", "外协单位", "吸纳方", "接收方", "终点", "目标", "partners", "partner",
        "partner organisation",
        "partner organization", "partner name", "collaborators", "collaborator", "collaborating organisations",
        "collaborating organizations", "cooperation partner", "cooperation partners", "counterpart",
        "university partner",
        "university partners", "academic partner", "research partner", "industry partner", "target", "party b",
        "collaborates with",
        "works with", "supplier", "suppliers", "customer", "customers", "partnering institution", "receiver",
        "recipient",
        "kooperationspartner", "partnerunternehmen",
      ]
    ),
    (
      .actor,
      [
        "企业名称", "入驻企业", "入园企业", "受聘企业", "受聘单位", "聘用单位", "接收单位", "接收企业", "服务企业", "公司名", "单位名称", "公司名称", "机构名称", "主体名称",
        "组织名称", "企业全称", "单位全称", "申报单位", "填报单位", "申报企业", "学校名称", "院校名称", "高校名称",
        "平台名称",
        "会员单位", "会员名称", "企业", "单位", "公司", "机构", "主体", "甲方", "甲方单位", "甲方名称", "委托方", "委托单位", "卖方", "转让方", "让与方", "输出方",
        "供方", "全称",
        "企业简称", "名称", "高校", "院校", "学校", "依托单位", "需求单位", "龙头企业", "链主企业", "骨干企业", "重点企业", "成员单位名称", "成员名称", "起点", "来源",
        "发送方",
        "企业名", "法人名称", "name",
        "organisation", "organization",
        "organisation name", "organization name", "company", "company name", "enterprise", "enterprise name",
        "institution",
        "institution name", "firm", "actor", "legal name", "participant", "participant name", "beneficiary", "member",
        "member name", "entity", "college", "university", "school", "institute", "hospital", "source", "sender",
        "party a",
        "applicant", "firma", "unternehmen", "einrichtung", "hochschule", "antragsteller",
      ]
    ),
    (
      .projectID,
      [
        "项目编号", "立项编号", "课题编号", "合同编号", "合同登记编号", "合同号", "登记编号", "立项号", "项目代码", "project id", "project number",
        "project no", "grant agreement",
        "grant number", "公开公告号", "公开号", "公告号", "专利号", "专利申请号", "publication number", "patent number", "contract no",
        "contract number", "contract id", "project code",
      ]
    ),
    (
      .project,
      [
        "项目名称", "项目", "课题名称", "课题", "合作项目", "合作项目名称", "联合体名称", "联合体", "创新联合体", "创新联合体名称", "所属联合体", "联盟名称", "共同体名称",
        "合同名称", "所在联合体", "专利名称", "发明名称", "专利标题", "标题", "invention title",
        "project", "project title", "project name", "title", "acronym", "project acronym", "consortium",
        "consortium name",
        "joint project", "projekt", "vorhaben", "projekttitel", "projektname", "verbund",
      ]
    ),
    (.duration, ["期限", "合作年限", "年限", "服务期限", "合作期限年", "期限年", "学制", "duration years", "duration months", "years"]),
    (
      .period,
      [
        "起止时间", "起止日期", "起止年月", "合作期限", "合作时间", "合作周期", "项目周期", "执行期", "执行期限", "实施期", "实施期限", "实施周期", "项目期限", "建设周期",
        "建设期", "合同期限",
        "有效期", "研究期限", "执行时间", "合作起止时间", "项目起止时间", "起止", "协议期限", "period", "duration", "project period",
        "project duration", "term",
        "cooperation period", "time", "laufzeit", "zeitraum",
      ]
    ),
    (
      .from,
      [
        "开始时间", "开始日期", "开始", "起始时间", "起始年月", "起始日期", "起始年", "起始", "立项时间", "立项年份", "立项日期", "立项年度", "签约时间", "签约日期",
        "签订时间", "签订日期", "签署时间",
        "合作开始时间", "合作起始时间", "合作起始", "启动时间", "启动日期", "加入时间", "加入日期", "入会时间", "合作年份", "年份", "年度", "时间", "日期", "登记日期",
        "登记时间", "合同签订日期", "申请日", "申请日期", "专利申请日", "application date", "filing date",
        "start", "start date", "from", "begin", "begin date", "signed", "signed on", "date signed", "signing date",
        "year", "beginn", "anfang", "laufzeitbeginn", "projektbeginn", "projektstart",
        "date", "since", "start year", "joined", "date joined", "joined on", "project start",
      ]
    ),
    (
      .to,
      [
        "结束时间", "结束日期", "结束", "截止时间", "截止日期", "截止", "结题时间", "结题日期", "验收时间", "终止时间", "终止日期", "终止年", "完成时间", "到期时间",
        "到期日期", "合作截止时间", "退出时间",
        "计划完成时间", "end", "end date", "to", "until", "completion", "completion date", "end year", "project end",
        "finish", "ende", "laufzeitende", "projektende",
      ]
    ),
    (
      .amount,
      [
        "金额", "合作金额", "合同金额", "合同额", "合同总额", "成交金额", "成交额", "经费", "总经费", "项目经费", "合作经费", "总投资", "投资额", "投资", "预算",
        "项目预算", "资金", "总金额",
        "资助金额", "到账金额", "技术交易额", "交易额", "投资总额", "项目总投资", "经费总额", "amount", "budget", "funding", "total cost",
        "contract value", "value",
        "eu contribution", "grant", "fördersumme", "betrag", "projektvolumen", "total budget", "contract amount",
        "cost", "project budget",
      ]
    ),
    (
      .kind,
      [
        "类型", "单位类型", "机构类型", "主体类型", "企业类型", "单位性质", "机构类别", "主体类别", "单位类别", "类别", "性质", "企业性质", "机构性质", "成员单位性质",
        "organisation type",
        "organization type", "type", "kind", "category", "activity type", "type of organisation",
        "type of organization",
        "legal form", "institution type", "org type",
      ]
    ),
    (
      .zone,
      [
        "所属板块", "板块", "所在板块", "所在区", "所属区", "区县", "所属区县", "县区", "县市区", "区市县", "市区", "属地", "所在地", "所在区域", "所属区域", "地区",
        "区域", "所在园区", "所属园区", "园区",
        "片区", "所属片区", "城市", "所属街道", "镇街", "乡镇", "街道", "所在城市", "注册地", "所属地区", "所在地区", "所属镇街", "region", "district",
        "city", "location",
        "country", "county", "zone", "area", "park", "municipality", "ort", "stadt", "land", "bundesland", "landkreis",
      ]
    ),
    (
      .chainAndStage,
      ["产业链/环节", "产业链及环节", "产业链环节位置", "产业链与环节", "产业链-环节", "chain / stage", "chain/stage", "chain and stage"]
    ),
    (
      .stage,
      [
        "环节", "所处环节", "所在环节", "产业链环节", "链上环节", "细分环节", "细分领域", "上下游", "上中下游", "产业环节", "链位", "环节位置", "产业链位置", "关键环节",
        "stage", "segment",
        "position in chain", "value chain stage", "chain stage",
      ]
    ),
    (
      .chain,
      [
        "产业链", "所属产业链", "所在产业链", "产业链条", "所在链条", "所属链条", "链条", "产业", "所属产业", "产业领域", "重点产业链", "重点产业", "产业集群", "产业链名称",
        "行业", "所属行业", "行业领域",
        "技术领域", "领域", "所属领域", "产业方向", "industrial chain", "industry", "chain", "value chain", "sector", "field",
        "cluster",
        "technology field", "industry chain",
      ]
    ),
    (.level, ["级别", "层级", "认定级别", "资质等级", "企业等级", "认定层级", "level", "rank"]),
    (
      .role,
      [
        "角色", "身份", "作用", "链上角色", "承担角色", "成员类型", "参与角色", "成员角色", "成员身份", "联合体角色", "单位角色", "role", "role in project",
        "participant role", "member role",
      ]
    ),
    (
      .tieKind,
      [
        "合作方式", "合作类型", "合作形式", "合作模式", "合作性质", "关系类型", "联系类型", "关系", "合同类型", "合同类别", "合同种类", "技术合同类型", "合作类别", "合作关系",
        "cooperation type",
        "type of cooperation", "collaboration type", "type of collaboration", "relationship", "relation", "mode",
        "mode of cooperation", "kind of cooperation", "form of cooperation", "contract type", "tie type",
      ]
    ),
    (.tieStage, ["项目阶段", "合作阶段", "进展阶段", "阶段", "project stage"]),
    (.outcome, ["成效", "合作成效", "合作效果", "效果", "满意度", "outcome"]),
    (
      .state,
      [
        "状态", "项目状态", "合同状态", "合作状态", "协议状态", "履行状态", "履约状态", "执行状态", "执行情况", "履行情况", "履约情况", "项目进展", "进展", "当前状态",
        "status",
        "project status", "contract status", "state",
      ]
    ),
    (
      .weight,
      [
        "强度", "权重", "合作次数", "次数", "联系强度", "合作强度", "项目数", "合作项目数", "weight", "strength", "count", "number of projects",
        "频次", "合作频次",
      ]
    ),
    (.contribution, ["出资", "出资额", "投入", "贡献", "承担经费", "自筹经费", "contribution"]),
    (.share, ["占比", "份额", "股比", "出资比例", "收益比例", "share"]),
    (
      .creditCode,
      [
        "统一社会信用代码", "社会信用代码", "信用代码", "组织机构代码", "税号", "机构代码", "统一信用代码", "credit code", "registration number", "vat",
        "vat number", "pic", "uscc",
      ]
    ),
    (
      .size,
      [
        "规模", "职工人数", "员工人数", "从业人数", "从业人员", "员工数", "人数", "employees", "staff", "size", "headcount",
        "number of employees",
      ]
    ),
    (
      .personal,
      [
        "联系人", "负责人", "项目负责人", "法人", "法人代表", "法定代表人", "姓名", "电话", "手机", "手机号", "手机号码", "联系电话", "联系方式", "电话号码", "邮箱",
        "电子邮箱", "邮件", "微信", "qq", "身份证",
        "身份证号", "传真", "代表", "填报人", "联络员", "技术负责人", "对接人", "经办人", "首席专家", "企业负责人", "导师", "带头人", "项目联系人", "联系人及电话",
        "contact", "contact person", "phone",
        "telephone", "tel", "mobile", "email", "e mail", "e-mail", "pi", "principal investigator", "contact name",
        "fax",
        "responsible person", "project manager", "职务", "职称", "ansprechpartner", "telefon", "发明人", "发明设计人", "第一发明人",
        "代理人", "inventor", "inventors",
      ]
    ),
    (.keep, Array(PatentHeads.holders)),
    (
      .keep,
      [
        "二级学院", "院系", "所属院系", "所在院系", "部门", "所属部门", "责任部门", "科室", "系部", "处室", "专业", "对接专业", "department", "faculty",
        "备案部门", "备案单位", "备案机关", "主管部门", "主管单位", "归口部门", "归口管理部门", "归口管理单位", "审批部门", "认定部门", "认定单位", "发证单位", "责任单位",
        "推荐单位",
        "推荐部门", "上级单位", "母公司", "隶属单位", "所属单位", "所属集团", "集团公司", "控股股东", "股东", "链长单位", "链长", "牵头部门", "配合部门", "指导单位",
        "指导部门", "批准部门", "管理单位", "备注", "说明", "地址", "通讯地址", "注册地址", "办公地址",
        "建设目标", "预期目标", "项目目标", "绩效目标", "年度目标", "考核目标", "考核指标", "建设内容", "建设任务", "预期成果", "项目来源", "任务来源", "主营业务", "主营产品",
        "主要产品", "经营范围", "营业收入", "销售收入", "年营业收入", "产值", "年产值",
        "注册资本", "成立时间", "成立年份",
        "成立日期", "注册时间", "合作内容", "合作成果", "研究内容", "主要内容", "网址", "官网", "编号", "机构编号", "企业编号", "财政资金",
        "是否规上", "是否高企", "专利数", "notes", "remarks",
        "comment", "comments", "address", "website", "turnover", "revenue", "founded", "id", "description",
        "registered capital",
      ]
    ),
  ]
}
