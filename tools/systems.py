"""Writes graphs/consortium, graphs/majors and graphs/park: three systems that studies describe without naming anyone.

The parts, the kinds of ties and the problems are the studies'; every actor, position, tie and number is made up to
show them, and says so in its column `evidence`. Each function below is one system; its README tells the problems and
what Kesi makes of them.
"""

import math
import random

import tables

ACTOR = ["id", "name", "name_zh", "short", "short_zh", "kind", "zone", "leader", "evidence"]
CHAIN = ["id", "name", "name_zh", "demand", "capacity", "unit", "unit_zh", "stages", "requires", "evidence"]
POSITION = ["actor", "chain", "role", "stage", "level", "capacity", "evidence"]
TIE = ["source", "target", "kind", "weight", "from", "to", "stage", "outcome", "benefit_source", "benefit_target",
       "chain", "consortium", "evidence"]
MARKET = ["actor", "item", "quantity", "level", "chain", "evidence"]
RANKED = ["actor", "item", "quantity", "level", "chain", "preferences", "evidence"]
HISTORY = ["subject", "year", "value", "evidence"]
STAGES = "upstream;midstream;downstream"


def tie(source, target, kind, chain="", weight=1, years=("", ""), stage="", outcome="", benefits=("", ""),
        consortium="", evidence=""):
    return [source, target, kind, weight, *years, stage, outcome, *benefits, chain, consortium, evidence]


def populations(years, growth, capacity, symbiosis, start, error, seed):
    """The yearly sizes of two populations that help each other, with errors: small steps of their rates."""
    draw = random.Random(seed)
    sizes, rows = list(start), []
    for year in years:
        rows.append([year] + [size * math.exp(draw.gauss(0, error)) for size in sizes])
        for _ in range(1000):
            share = [sizes[k] / capacity[k] for k in (0, 1)]
            sizes = [sizes[k] + growth[k] * sizes[k] * (1 - share[k] + symbiosis[k] * share[1 - k]) / 1000 for k in (0, 1)]
    return rows


def actors(text, evidence):
    rows = [line.split("|") for line in text.strip().splitlines()]
    return [[*row[:7], int(row[7:] == ["leader"]), evidence] for row in rows]


def consortium():
    """A city-area industry-education consortium on an industrial park (Zhou, Li & Gu)."""
    made_up = "illustrative: after Zhou, Li & Gu"
    tables.write("consortium", "actors", ACTOR, actors("""
PMC|Park management committee|园区管理委员会|Park committee|园区管委会|park|park
EDU|City education bureau|市教育局|Education bureau|教育局|government|city
STB|City science and technology bureau|市科技局|S&T bureau|科技局|government|city
ROB1|Robot enterprise A (leading)|机器人企业甲（龙头）|Robot A|机器人甲|enterprise|park|leader
ROB2|Robot enterprise B|机器人企业乙|Robot B|机器人乙|enterprise|park
SER1|Servo enterprise|伺服驱动企业|Servo|伺服企业|enterprise|park
RED1|Reducer enterprise|减速器企业|Reducer|减速器企业|enterprise|park
INT1|System integrator|系统集成企业|Integrator|集成企业|enterprise|park
LOG1|Logistics enterprise A (leading)|物流企业甲（龙头）|Logistics A|物流甲|enterprise|port|leader
LOG2|Logistics enterprise B|物流企业乙|Logistics B|物流乙|enterprise|port
WMS1|Warehouse software enterprise|仓储软件企业|Warehouse soft.|仓储软件|enterprise|port
AGV1|Transport robot enterprise|搬运机器人企业|Transport robots|搬运机器人|enterprise|port
COL1|Vocational college A|高职院校甲|College A|高职甲|college|city
COL2|Vocational college B|高职院校乙|College B|高职乙|college|city
COL3|Vocational college C|高职院校丙|College C|高职丙|college|port
UNI1|City university|市属高校|City university|市属高校|university|city
INS1|Automation institute|自动化研究所|Automation inst.|自动化所|institute|city
INS2|Logistics research institute|物流研究院|Logistics inst.|物流研究院|institute|port
BASE|Shared practice base|共享实训基地|Practice base|实训基地|platform|park
ASS1|Robot industry association|机器人行业协会|Association|机器人协会|association|city
ASS2|Community service organization|社会服务组织|Community org.|社会组织|association|city
""", made_up))
    kinds = "enterprise;college;institute;platform"
    tables.write("consortium", "chains", CHAIN, [
        ["robotics", "Robotics", "机器人", 600, 420, "people a year", "人/年", STAGES, kinds, made_up],
        ["logistics", "Smart logistics", "智慧物流", 500, 180, "people a year", "人/年", STAGES, kinds, made_up],
    ])
    places = [
        ("SER1", "robotics", "demander", "upstream", ""), ("RED1", "robotics", "demander", "upstream", ""),
        ("ROB1", "robotics", "leader", "midstream", "national"), ("ROB2", "robotics", "demander", "midstream", ""),
        ("INT1", "robotics", "demander", "downstream", ""), ("COL1", "robotics", "provider", "midstream", "provincial"),
        ("COL2", "robotics", "provider", "midstream", "municipal"), ("UNI1", "robotics", "provider", "upstream", "provincial"),
        ("INS1", "robotics", "provider", "upstream", "provincial"), ("BASE", "robotics", "platform", "midstream", "municipal"),
        ("AGV1", "logistics", "demander", "upstream", ""), ("WMS1", "logistics", "demander", "upstream", ""),
        ("LOG1", "logistics", "leader", "downstream", "provincial"), ("LOG2", "logistics", "demander", "downstream", ""),
        ("COL3", "logistics", "provider", "midstream", "ordinary"), ("INS2", "logistics", "provider", "upstream", "municipal"),
    ]
    tables.write("consortium", "positions", POSITION, [[*p, "", made_up] for p in places])
    tables.write("consortium", "consortia", ["id", "name", "name_zh", "leader", "founded", "budget", "objective", "evidence"], [
        ["CAC", "City-area industry-education consortium", "市域产教联合体", "PMC", 2021, 2000,
         "talent and technology for the park", made_up]])
    # Who joined with what, in ten thousand yuan, and what share of the gains: two members have no stated role.
    members = [
        ("PMC", "leader", 800, 0.05), ("EDU", "core", 400, 0), ("STB", "core", 300, 0), ("ROB1", "core", 260, 0.40),
        ("LOG1", "core", 120, 0.25), ("ROB2", "member", 10, 0.06), ("SER1", "member", 10, 0.04),
        ("RED1", "member", 10, 0.04), ("INT1", "member", 10, 0.04), ("LOG2", "member", 5, 0.04),
        ("WMS1", "member", 5, 0.02), ("AGV1", "member", 5, 0.02), ("COL1", "member", 30, 0.01),
        ("COL2", "member", 15, 0.01), ("COL3", "member", 5, 0.01), ("UNI1", "member", 10, 0.01), ("INS1", "", 5, 0),
        ("INS2", "", 0, 0), ("BASE", "member", 0, 0), ("ASS1", "observer", 0, 0),
    ]
    tables.write("consortium", "members", ["consortium", "actor", "role", "contribution", "share", "evidence"],
                 [["CAC", *m, made_up] for m in members])
    # What some members would gain a year by themselves, in units of 10,000 yuan: schools and suppliers have ways out.
    worth = [
        ("ROB1", 60), ("LOG1", 50), ("SER1", 10), ("INT1", 10), ("SER1;INT1", 40), ("UNI1;INS1", 15),
        ("COL1;COL3;UNI1", 40), ("ROB1;SER1", 95), ("ROB1;INT1", 90), ("ROB1;COL1", 110), ("ROB1;UNI1", 100),
        ("LOG1;COL3", 85), ("LOG1;COL3;INS1", 105), ("ROB1;SER1;INT1;COL1", 190), ("ROB1;SER1;INT1;COL1;UNI1", 270),
        ("ROB1;SER1;INT1;LOG1;COL1;COL3;UNI1;INS1", 440),
    ]
    tables.write("consortium", "coalitions", ["members", "value", "evidence"],
                 [[who, value, made_up + " (10,000 yuan a year)"] for who, value in worth])

    def project(a, b, kind, chain, start, stage, outcome, benefits, weight=1):
        return tie(a, b, kind, chain, weight, (start, ""), stage, outcome, benefits, "CAC", made_up)

    def guidance(a, b):
        return tie(a, b, "guidance", consortium="CAC", evidence=made_up)

    tables.write("consortium", "ties", TIE, [
        guidance("PMC", "ROB1"), guidance("PMC", "BASE"), guidance("EDU", "COL1"), guidance("EDU", "COL2"),
        guidance("EDU", "PMC"), guidance("STB", "PMC"), guidance("STB", "INS1"), guidance("STB", "UNI1"),
        guidance("PMC", "LOG1"),
        project("COL1", "ROB1", "training", "robotics", 2021, "implementation", "satisfactory", (1, 3), 2),
        project("COL1", "ROB2", "practice", "robotics", 2021, "application", "unsatisfactory", (0, 2)),
        project("COL2", "ROB1", "training", "robotics", 2021, "implementation", "unsatisfactory", (1, 3)),
        project("COL2", "INT1", "practice", "robotics", 2022, "application", "open", (1, 2)),
        project("COL1", "BASE", "practice", "robotics", 2021, "implementation", "satisfactory", (1, 1)),
        project("COL2", "BASE", "practice", "robotics", 2021, "implementation", "satisfactory", (1, 1)),
        project("BASE", "ROB1", "practice", "robotics", 2021, "application", "unsatisfactory", (0, 2)),
        project("UNI1", "ROB1", "research", "robotics", 2021, "research", "unsatisfactory", (0, 3)),
        project("INS1", "ROB1", "research", "robotics", 2021, "research", "unsatisfactory", (1, 3), 2),
        project("INS1", "UNI1", "research", "robotics", 2022, "research", "open", (1, 1)),
        project("SER1", "ROB1", "supply", "robotics", 2021, "industrialization", "satisfactory", (1, 2), 2),
        project("RED1", "ROB1", "supply", "robotics", 2022, "application", "unsatisfactory", (1, 2)),
        project("ROB1", "INT1", "supply", "robotics", 2021, "industrialization", "satisfactory", (2, 1)),
        project("ROB1", "ROB2", "exchange", "robotics", 2022, "application", "unsatisfactory", (1, 1)),
        tie("ASS1", "ROB1", "exchange", evidence=made_up), tie("ASS1", "ROB2", "exchange", evidence=made_up),
        project("COL3", "LOG1", "training", "logistics", 2021, "application", "unsatisfactory", (0, 3)),
        project("COL3", "LOG2", "practice", "logistics", 2022, "application", "unsatisfactory", (1, 3)),
        project("LOG1", "LOG2", "exchange", "logistics", 2021, "application", "open", (1, 1)),
        project("AGV1", "WMS1", "research", "logistics", 2022, "research", "open", (1, 1)),
        project("INS2", "AGV1", "research", "logistics", 2021, "research", "unsatisfactory", (0, 2)),
    ])
    tables.write_profile("consortium", """title: A city-area industry-education consortium
title_zh: 市域产教联合体
illustrative: true  # every actor, tie and number; the parts and the problems are the study's
source: "Structure and problems: Zhou, Li & Gu, Research on Building City-Area Industry-Education Consortium; actors, ties and numbers are illustrative"
source_zh: "结构与问题：Zhou、Li、Gu 关于市域产教联合体建设的论文；主体、联系与数字均为模拟"
gain_unit: 10,000 yuan a year
gain_unit_zh: 万元/年
contribution_unit: 10,000 yuan
contribution_unit_zh: 万元
tie_kinds:
  guidance: {label: guidance and policy, label_zh: 政策指导, directed: true}
  training: {label: customized training, label_zh: 订单培养}
  practice: {label: practice base, label_zh: 实习实训}
  research: {label: joint research, label_zh: 联合研发}
  supply: {label: supply, label_zh: 配套供应}
  exchange: {label: exchange, label_zh: 交流}
zones:
  city: {label: city, label_zh: 市区}
  park: {label: industrial park, label_zh: 产业园区}
  port: {label: port district, label_zh: 港区}
""")


def majors():
    """Professional groups of vocational colleges and the industrial clusters they serve (Zhang & Tan)."""
    made_up = "illustrative: after Zhang & Tan"
    rows = actors("""
C1|College A|高职院校甲|College A|高职甲|college|east
C2|College B|高职院校乙|College B|高职乙|college|west
C3|College C|高职院校丙|College C|高职丙|college|west
M-MECH|Mechatronics group (A)|机电一体化专业群（甲）|Mechatronics A|机电专业群甲|majors|east
M-AUTO|New energy vehicle group (A)|新能源汽车专业群（甲）|Vehicles A|汽车专业群甲|majors|east
M-CHEM|Applied chemistry group (B)|应用化工专业群（乙）|Chemistry B|化工专业群乙|majors|west
M-MECB|Machine building group (B)|机械制造专业群（乙）|Machines B|机制专业群乙|majors|west
M-SOFT|Software group (C)|软件技术专业群（丙）|Software C|软件专业群丙|majors|west
M-TOUR|Tourism group (C)|旅游管理专业群（丙）|Tourism C|旅游专业群丙|majors|west
EQ1|Machine tool enterprise (leading)|机床企业（龙头）|Machine tools|机床企业|enterprise|east|leader
EQ2|Mould enterprise|模具企业|Moulds|模具企业|enterprise|east
EQ3|Automation enterprise|自动化企业|Automation|自动化企业|enterprise|east
VE1|Electric vehicle enterprise (leading)|电动汽车企业（龙头）|Electric cars|电动车企|enterprise|east|leader
VE2|Battery enterprise|动力电池企业|Batteries|电池企业|enterprise|east
VE3|Charging enterprise|充电设施企业|Charging|充电企业|enterprise|west
CH1|Fine chemicals enterprise (leading)|精细化工企业（龙头）|Fine chemicals|精化企业|enterprise|west|leader
CH2|Coatings enterprise|涂料企业|Coatings|涂料企业|enterprise|west
SW1|Industrial software enterprise|工业软件企业|Industrial soft.|工业软件企业|enterprise|west
SW2|Data service enterprise|数据服务企业|Data service|数据企业|enterprise|west
BI1|Biomedicine enterprise A|生物医药企业甲|Biomedicine A|医药企业甲|enterprise|west
BI2|Biomedicine enterprise B|生物医药企业乙|Biomedicine B|医药企业乙|enterprise|west
TC1|Equipment technology center|装备技术中心|Equipment center|装备技术中心|platform|east
TC2|Chemistry pilot base|化工中试基地|Pilot base|中试基地|platform|west
""", made_up)
    college = {"M-MECH": "C1", "M-AUTO": "C1", "M-CHEM": "C2", "M-MECB": "C2", "M-SOFT": "C3", "M-TOUR": "C3"}
    tables.write("majors", "actors", [*ACTOR, "parent"], [[*row, college.get(row[0], "")] for row in rows])
    kinds = "enterprise;majors;platform"
    tables.write("majors", "chains", CHAIN, [
        ["equipment", "Equipment", "高端装备", 400, 320, "graduates a year", "人/年", "", kinds, made_up],
        ["vehicles", "New energy vehicles", "新能源汽车", 500, 120, "graduates a year", "人/年", "", kinds, made_up],
        ["chemistry", "Fine chemistry", "精细化工", 200, 180, "graduates a year", "人/年", "", kinds, made_up],
        ["software", "Industrial software", "工业软件", 300, 90, "graduates a year", "人/年", "", kinds, made_up],
        ["biomedicine", "Biomedicine", "生物医药", "", "", "", "", "", kinds, made_up],
    ])
    places = [
        ("EQ1", "equipment", "leader", "national"), ("EQ2", "equipment", "demander", ""), ("EQ3", "equipment", "demander", ""),
        ("M-MECH", "equipment", "provider", "national"), ("M-MECB", "equipment", "provider", "provincial"),
        ("TC1", "equipment", "platform", "provincial"),
        ("VE1", "vehicles", "leader", "national"), ("VE2", "vehicles", "demander", ""), ("VE3", "vehicles", "demander", ""),
        ("M-AUTO", "vehicles", "provider", "ordinary"),
        ("CH1", "chemistry", "leader", "provincial"), ("CH2", "chemistry", "demander", ""),
        ("M-CHEM", "chemistry", "provider", "provincial"), ("TC2", "chemistry", "platform", "municipal"),
        ("SW1", "software", "demander", ""), ("SW2", "software", "demander", ""), ("M-SOFT", "software", "provider", "municipal"),
        ("BI1", "biomedicine", "demander", ""), ("BI2", "biomedicine", "demander", ""),
    ]
    tables.write("majors", "positions", POSITION, [[a, c, role, "", level, "", made_up] for a, c, role, level in places])

    # Graduates a year: by chain they add up to its capacity and its demand.
    tables.write("majors", "supplies", MARKET, [[*row, made_up] for row in [
        ("M-MECH", "mechatronics", 120, "national", "equipment"), ("M-MECH", "machining", 60, "national", "equipment"),
        ("M-MECB", "machining", 140, "provincial", "equipment"), ("M-AUTO", "vehicle_service", 120, "ordinary", "vehicles"),
        ("M-CHEM", "process_control", 100, "provincial", "chemistry"), ("M-CHEM", "lab_testing", 80, "provincial", "chemistry"),
        ("M-SOFT", "app_development", 90, "municipal", "software"), ("M-TOUR", "tourism", 150, "municipal", ""),
    ]])
    tables.write("majors", "demands", MARKET, [[*row, made_up] for row in [
        ("EQ1", "mechatronics", 100, "national", "equipment"), ("EQ1", "machining", 80, "provincial", "equipment"),
        ("EQ2", "moulds", 100, "municipal", "equipment"), ("EQ3", "mechatronics", 120, "provincial", "equipment"),
        ("VE1", "vehicle_assembly", 240, "national", "vehicles"), ("VE2", "battery_making", 180, "provincial", "vehicles"),
        ("VE3", "vehicle_service", 80, "municipal", "vehicles"), ("CH1", "process_control", 120, "provincial", "chemistry"),
        ("CH2", "lab_testing", 80, "municipal", "chemistry"), ("SW1", "app_development", 200, "provincial", "software"),
        ("SW2", "data_services", 100, "municipal", "software"), ("BI1", "bioprocess", 60, "provincial", "biomedicine"),
        ("BI2", "lab_testing", 40, "municipal", "biomedicine"),
    ]])

    def project(a, b, kind, chain, stage, outcome, benefits, years=(2021, ""), weight=1):
        return tie(a, b, kind, chain, weight, years, stage, outcome, benefits, evidence=made_up)

    belongs = [("C1", "M-MECH"), ("C1", "M-AUTO"), ("C2", "M-CHEM"), ("C2", "M-MECB"), ("C3", "M-SOFT")]
    tables.write("majors", "ties", TIE, [tie(c, m, "belongs", evidence=made_up) for c, m in belongs] + [
        project("M-MECH", "EQ1", "talent", "equipment", "industrialization", "satisfactory", (2, 2), weight=2),
        project("M-MECH", "EQ2", "talent", "equipment", "implementation", "satisfactory", (1, 1)),
        project("M-MECH", "TC1", "research", "equipment", "industrialization", "satisfactory", (2, 2)),
        project("M-MECB", "EQ3", "talent", "equipment", "implementation", "satisfactory", (1, 1)),
        project("M-MECB", "EQ1", "talent", "equipment", "promotion", "satisfactory", (1, 2)),
        project("TC1", "EQ1", "research", "equipment", "industrialization", "satisfactory", (1, 2)),
        project("TC1", "EQ2", "feedback", "equipment", "implementation", "open", (1, 1)),
        project("EQ1", "EQ3", "supply", "equipment", "industrialization", "satisfactory", (1, 1)),
        project("M-AUTO", "VE1", "talent", "vehicles", "application", "unsatisfactory", (0, 3)),
        project("M-AUTO", "VE2", "talent", "vehicles", "application", "unsatisfactory", (0, 2), (2020, 2020)),
        project("M-AUTO", "VE3", "research", "vehicles", "research", "unsatisfactory", (1, 3)),
        project("VE1", "VE2", "supply", "vehicles", "industrialization", "satisfactory", (1, 1)),
        project("M-CHEM", "CH1", "talent", "chemistry", "implementation", "satisfactory", (1, 1)),
        project("M-CHEM", "CH2", "talent", "chemistry", "research", "open", (1, 1)),
        project("M-CHEM", "TC2", "research", "chemistry", "industrialization", "satisfactory", (1, 1)),
        project("TC2", "CH1", "feedback", "chemistry", "industrialization", "satisfactory", (1, 2)),
        project("M-SOFT", "SW1", "research", "software", "research", "unsatisfactory", (1, 2)),
        project("M-SOFT", "SW2", "talent", "software", "application", "unsatisfactory", (1, 3)),
        project("SW1", "SW2", "supply", "software", "research", "open", (1, 1)),
        project("BI1", "BI2", "supply", "biomedicine", "industrialization", "satisfactory", (1, 1)),
        project("SW1", "EQ3", "supply", "", "implementation", "open", (1, 1)),
        project("CH2", "VE2", "supply", "", "implementation", "open", (1, 1)),
    ])
    tables.write_profile("majors", """title: Professional groups of colleges and industrial clusters
title_zh: 高职专业群与产业集群
illustrative: true  # every actor, tie and number; the parts and the problems are the study's
source: "Structure and problems: Zhang & Tan, Research on Collaborative Innovation and Development of Professional Groups and Industrial Clusters in Higher Vocational Colleges; actors, ties and numbers are illustrative"
source_zh: "结构与问题：Zhang、Tan 关于高职专业群与产业集群协同创新的论文；主体、联系与数字均为模拟"
kinds:
  majors: {label: professional group, label_zh: 专业群, helix: university, shape: hexagon}
tie_kinds:
  belongs: {label: belongs to, label_zh: 隶属, directed: true}
  talent: {label: talent training, label_zh: 人才培养}
  research: {label: joint research, label_zh: 联合研发}
  feedback: {label: feedback from use, label_zh: 应用反馈}
  supply: {label: supply, label_zh: 配套供应}
zones:
  east: {label: eastern district, label_zh: 东部片区}
  west: {label: western district, label_zh: 西部片区}
items:
  manufacturing: {label: manufacturing, label_zh: 制造}
  mechatronics: {label: mechatronics, label_zh: 机电装调, parent: manufacturing}
  machining: {label: machining, label_zh: 数控加工, parent: manufacturing}
  moulds: {label: mould making, label_zh: 模具制造, parent: manufacturing}
  vehicles: {label: vehicles, label_zh: 汽车}
  vehicle_assembly: {label: vehicle assembly, label_zh: 整车装调, parent: vehicles}
  battery_making: {label: battery making, label_zh: 动力电池制造, parent: vehicles}
  vehicle_service: {label: vehicle service, label_zh: 汽车检修, parent: vehicles}
  process: {label: process industries, label_zh: 流程工业}
  process_control: {label: process control, label_zh: 化工工艺, parent: process}
  bioprocess: {label: bioprocess, label_zh: 生物制药工艺, parent: process}
  lab_testing: {label: laboratory testing, label_zh: 分析检测, parent: process}
  software: {label: software, label_zh: 软件}
  app_development: {label: application development, label_zh: 应用开发, parent: software}
  data_services: {label: data services, label_zh: 数据服务, parent: software}
  tourism: {label: tourism, label_zh: 旅游服务}
""")


def park():
    """A “1 + N” industry-education park in Northwest China (Zhu)."""
    made_up = "illustrative: after Zhu"
    tables.write("park", "actors", ACTOR, actors("""
MIC|Modern industrial college (the 1)|现代产业学院（“1”）|Industrial college|现代产业学院|college|park|leader
COM|Park management committee|园区管理委员会|Management committee|管委会|park|park
OPC|Operating company|园区运营公司|Operating company|运营公司|enterprise|park
CA|Cooperative college A|合作院校甲|College A|合作院校甲|college|region
CB|Cooperative college B|合作院校乙|College B|合作院校乙|college|region
CC|Cooperative college C|合作院校丙|College C|合作院校丙|college|elsewhere
CD|Cooperative college D|合作院校丁|College D|合作院校丁|college|elsewhere
COAL1|Coal enterprise A|煤炭企业甲|Coal A|煤炭甲|enterprise|park
COAL2|Coal enterprise B|煤炭企业乙|Coal B|煤炭乙|enterprise|park
COAL3|Coal enterprise C|煤炭企业丙|Coal C|煤炭丙|enterprise|park
POW1|Coal power enterprise A|煤电企业甲|Power A|煤电甲|enterprise|park
POW2|Coal power enterprise B|煤电企业乙|Power B|煤电乙|enterprise|park
CHE1|Coal chemical enterprise A|煤化工企业甲|Chemical A|煤化工甲|enterprise|park
CHE2|Coal chemical enterprise B|煤化工企业乙|Chemical B|煤化工乙|enterprise|park
CHE3|Coal chemical enterprise C|煤化工企业丙|Chemical C|煤化工丙|enterprise|park
""", made_up))
    kinds = "enterprise;college;institute;platform"
    tables.write("park", "chains", CHAIN, [
        ["coal", "Coal", "煤炭", 500, 200, "skilled workers a year", "人/年", "", kinds, made_up],
        ["power", "Coal power", "煤电", 200, 90, "skilled workers a year", "人/年", "", kinds, made_up],
        ["chemical", "Coal chemical", "煤化工", 600, 150, "skilled workers a year", "人/年", "", kinds, made_up],
    ])
    places = [
        ("COAL1", "coal"), ("COAL2", "coal"), ("COAL3", "coal"), ("MIC", "coal"), ("CA", "coal"), ("CC", "coal"),
        ("POW1", "power"), ("POW2", "power"), ("MIC", "power"), ("CB", "power"),
        ("CHE1", "chemical"), ("CHE2", "chemical"), ("CHE3", "chemical"), ("MIC", "chemical"), ("CD", "chemical"),
    ]
    level = {"MIC": "provincial", "CC": "provincial", "CA": "municipal"}
    colleges = ("MIC", "CA", "CB", "CC", "CD")
    tables.write("park", "positions", POSITION, [
        [a, c, "provider" if a in colleges else "demander", "", level.get(a, ""), "", made_up] for a, c in places])

    # Skilled workers a year: by chain they add up to its capacity and its demand; both sides say whom they would rather have.
    tables.write("park", "supplies", RANKED, [[*row, made_up] for row in [
        ("MIC", "mine_maintenance", 80, "provincial", "coal", "COAL1;COAL3;COAL2"),
        ("CA", "mining", 70, "municipal", "coal", "COAL2;COAL1"), ("CC", "mine_maintenance", 50, "provincial", "coal", "COAL3;COAL1"),
        ("MIC", "turbines", 60, "provincial", "power", "POW1;POW2"), ("CB", "turbines", 30, "", "power", "POW1;POW2"),
        ("MIC", "coal_chemistry", 90, "provincial", "chemical", "CHE1;CHE3"), ("CD", "instruments", 60, "", "chemical", "CHE2;CHE1"),
    ]])
    tables.write("park", "demands", RANKED, [[*row, made_up] for row in [
        ("COAL1", "mining", 150, "provincial", "coal", "MIC;CA"), ("COAL1", "mine_maintenance", 100, "provincial", "coal", "CC;MIC"),
        ("COAL2", "mining", 120, "municipal", "coal", "CA;MIC"), ("COAL3", "mine_maintenance", 130, "municipal", "coal", "MIC;CC"),
        ("POW1", "turbines", 120, "provincial", "power", "MIC;CB"), ("POW2", "turbines", 80, "municipal", "power", "MIC;CB"),
        ("CHE1", "coal_chemistry", 250, "provincial", "chemical", "MIC;CD"), ("CHE2", "instruments", 150, "municipal", "chemical", "CD"),
        ("CHE3", "coal_chemistry", 200, "municipal", "chemical", "MIC"),
    ]])

    def joint(a, b, kind, chain="", years=(2018, ""), weight=1):
        return tie(a, b, kind, chain, weight, years, evidence=made_up)

    chain_of = {a: c for a, c in places if a != "MIC"}
    rows = [joint("COM", "MIC", "guidance"), joint("OPC", "MIC", "service"), joint("COM", "OPC", "guidance")]
    for college in colleges[1:]:
        rows.append(joint(college, "MIC", "schooling", chain_of[college]))
    segments = {
        "COAL1": ["training", "appraisal", "employment"], "COAL2": ["training", "education"], "COAL3": ["training"],
        "POW1": ["training", "innovation"], "POW2": ["appraisal"], "CHE1": ["training", "innovation", "contest"],
        "CHE2": ["employment"], "CHE3": ["education"],
    }
    for enterprise, kinds in segments.items():
        for kind in kinds:
            # Recruits do not stay: employment agreements of a year, years apart.
            years = (2018, 2018) if kind == "employment" else (2020, "")
            rows.append(joint("MIC", enterprise, kind, chain_of[enterprise], years))
    rows.append(joint("CA", "COAL1", "employment", "coal", (2018, 2018)))
    rows.append(joint("CA", "COAL1", "employment", "coal", (2022, 2022)))
    rows.append(joint("CD", "CHE2", "employment", "chemical", (2019, 2019)))
    rows.append(joint("CHE2", "CHE1", "innovation", "chemical", (2024, "")))
    tables.write("park", "ties", TIE, rows)
    # Graduates who stay with the park's enterprises, and what these turn out: the enterprises gain by the colleges more than
    # the colleges by them.
    sizes = populations(range(2011, 2025), (0.5, 0.4), (300, 40), (0.15, 0.6), (40, 4), 0.015, 5)
    tables.write("park", "history", HISTORY, [
        row for year, graduates, output in sizes for row in (
            ["college", year, round(graduates), made_up + " (graduates who stay)"],
            ["enterprise", year, f"{output:.1f}", made_up + " (output, 100 million yuan)"])])
    tables.write_profile("park", """title: A “1 + N” industry-education park
title_zh: “1＋N”产教融合园区
illustrative: true  # every actor, tie and number; the parts, tie kinds and problems are the study's
source: "Structure, tie kinds and problems: Zhu, Research on the Innovation Mode of Industry-Education Integration; actors, ties and numbers are illustrative"
source_zh: "结构、联系类型与问题：Zhu 关于产教融合创新模式的论文；主体、联系与数字均为模拟"
tie_kinds:
  schooling: {label: cooperative schooling, label_zh: 合作办学}
  training: {label: practical training, label_zh: 实践实训}
  appraisal: {label: training appraisal, label_zh: 培训鉴定}
  education: {label: continuing education, label_zh: 继续教育}
  employment: {label: recruitment and employment, label_zh: 招生就业}
  innovation: {label: science and technology innovation, label_zh: 科技创新}
  contest: {label: competitions and exhibitions, label_zh: 竞赛展会}
  guidance: {label: policy and assessment, label_zh: 政策考核, directed: true}
  service: {label: services, label_zh: 运营服务}
zones:
  park: {label: park, label_zh: 园区}
  region: {label: region, label_zh: 本地区}
  elsewhere: {label: other provinces, label_zh: 外省}
items:
  operation: {label: operation, label_zh: 生产运行}
  mining: {label: mining, label_zh: 采掘, parent: operation}
  turbines: {label: boilers and turbines, label_zh: 锅炉与汽轮机运行, parent: operation}
  coal_chemistry: {label: coal chemical process, label_zh: 煤化工工艺, parent: operation}
  maintenance: {label: maintenance, label_zh: 设备维护}
  mine_maintenance: {label: mine machinery, label_zh: 矿山机电, parent: maintenance}
  instruments: {label: instruments, label_zh: 仪表自动化, parent: maintenance}
""")


if __name__ == "__main__":
    consortium()
    majors()
    park()
