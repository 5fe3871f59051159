"""Writes graphs/suzhou: real organizations and registered relations, and consortia and ties that are made up.

What is a fact stands in FACTS below with its evidence. The rest is drawn from a fixed seed after the description in
Zhang & Ding, "Research on Strategies for Deepening the Deep Integration of Industry, University and Research in Suzhou
from the Perspective of Innovation Clusters": consortia gather around a leading enterprise, are lively at application and
thin out afterwards, are mostly unsatisfactory, and seldom reach across zones. Every such row is marked illustrative.
"""

import functools
import random

import tables

write = functools.partial(tables.write, "suzhou")
MADE_UP = "illustrative: tools/suzhou.py"

# id, name, Chinese name, short, Chinese short, kind, zone, ROR id
ACTORS = """
SUDA|Soochow University|苏州大学|Soochow Univ.|苏州大学|university|Gusu|05t8y2r12
XJTLU|Xi'an Jiaotong-Liverpool University|西交利物浦大学|XJTLU|西交利物浦大学|university|SIP|03zmrmn05
USTS|Suzhou University of Science and Technology|苏州科技大学|USTS|苏州科技大学|university|SND|04en8wb91
SZCU|Suzhou City University|苏州城市学院|Suzhou City Univ.|苏州城市学院|university|Wuzhong|025jsyk19
CIT|Changshu Institute of Technology|常熟理工学院|Changshu IT|常熟理工学院|university|Changshu|05g6ben79
DKU|Duke Kunshan University|昆山杜克大学|Duke Kunshan|昆山杜克大学|university|Kunshan|
SIIT|Suzhou Vocational Institute of Industrial Technology|苏州工业职业技术学院|Industrial Tech.|苏州工职院|college|Wuzhong|
SVU|Suzhou Vocational University|苏州市职业大学|Vocational Univ.|苏州市职业大学|college|Wuzhong|
SZHC|Suzhou Vocational Health College|苏州卫生职业技术学院|Health College|苏州卫生职院|college|SND|0519st743
SGMART|Suzhou Art & Design Technology Institute|苏州工艺美术职业技术学院|Art & Design|苏州工艺美院|college|Wuzhong|02s83b296
SINANO|Suzhou Institute of Nano-Tech and Nano-Bionics, CAS|中国科学院苏州纳米技术与纳米仿生研究所|SINANO|中科院苏州纳米所|institute|SIP|0027d9x02
SIBET|Suzhou Institute of Biomedical Engineering and Technology, CAS|中国科学院苏州生物医学工程技术研究所|SIBET|中科院苏州医工所|institute|SND|
GUSULAB|Gusu Laboratory of Materials|材料科学姑苏实验室|Gusu Lab|姑苏实验室|institute|SIP|
NUSRI|NUS (Suzhou) Research Institute|新加坡国立大学苏州研究院|NUS Suzhou|新国大苏州研究院|institute|SIP|03ebk0c60
NANOCIC|Collaborative Innovation Center of Suzhou Nano Science and Technology|苏州纳米科技协同创新中心|Nano-CIC|纳米协创中心|platform|SIP|03h3fdc41
GANTIC|National Third-Generation Semiconductor Technology Innovation Center (Suzhou)|国家第三代半导体技术创新中心(苏州)|3rd-gen Semi NTIC|三代半国创中心|platform|SIP|
BIOTIC|National Biopharmaceutical Technology Innovation Center|国家生物药技术创新中心|Biopharma NTIC|生物药国创中心|platform|SIP|
SZSTB|Suzhou Science and Technology Bureau|苏州市科学技术局|S&T Bureau|市科技局|government|Gusu|02vpk4745
SIP|Suzhou Industrial Park|苏州工业园区|Suzhou Ind. Park|苏州工业园区|park|SIP|
ALPHAMAB|Alphamab|康宁杰瑞|Alphamab|康宁杰瑞|enterprise|SIP|00jp0wa87
INNOVENT|Innovent|信达生物|Innovent|信达生物|enterprise|SIP|
KINTOR|Kintor|开拓药业|Kintor|开拓药业|enterprise|SIP|017sgsf74
ADAGENE|Adagene|天演药业|Adagene|天演药业|enterprise|SIP|058835h78
MEDILINK|MediLink|宜联生物|MediLink|宜联生物|enterprise|SIP|03tfhs542
INNOLIGHT|Innolight|中际旭创(苏州旭创)|Innolight|旭创科技|enterprise|SIP|
HENGTONG|Hengtong|亨通集团|Hengtong|亨通集团|enterprise|Wujiang|
INOVANCE|Inovance (Suzhou)|苏州汇川|Inovance|苏州汇川|enterprise|Wuzhong|
NOVOSENSE|Novosense|纳芯微|Novosense|纳芯微|enterprise|SIP|
ENKRIS|Enkris|晶湛半导体|Enkris|晶湛半导体|enterprise|SIP|
ECOVACS|Ecovacs|科沃斯|Ecovacs|科沃斯|enterprise|Wuzhong|
BOZHON|Bozhon|博众精工|Bozhon|博众精工|enterprise|Wujiang|
HOSP1|First Affiliated Hospital of Soochow University|苏州大学附属第一医院|First Hospital|苏大附一院|hospital|Gusu|
HOSP2|Second Affiliated Hospital of Soochow University|苏州大学附属第二医院|Second Hospital|苏大附二院|hospital|Gusu|
HOSP4|Fourth Affiliated Hospital of Soochow University|苏州大学附属第四医院|Fourth Hospital|苏大附四院|hospital|SIP|
CHILD|Children's Hospital of Soochow University|苏州大学附属儿童医院|Children's Hosp.|苏大附儿院|hospital|SIP|
CAS|Chinese Academy of Sciences|中国科学院|CAS|中国科学院|institute|elsewhere|034t30j35
USTC|University of Science and Technology of China|中国科学技术大学|USTC|中国科大|university|elsewhere|04c4dkn09
XJTU|Xi'an Jiaotong University|西安交通大学|Xi'an Jiaotong|西安交大|university|elsewhere|017zhmm22
SEU|Southeast University|东南大学|Southeast Univ.|东南大学|university|elsewhere|04ct4d772
"""

# Registered relations: source, target, kind, evidence
REGISTERED = [
    ("SUDA", "NANOCIC", "parent", "ROR 05t8y2r12: child"),
    ("NANOCIC", "SINANO", "related", "ROR 03h3fdc41: related"),
    ("NANOCIC", "USTC", "related", "ROR 03h3fdc41: related"),
    ("NANOCIC", "XJTU", "related", "ROR 03h3fdc41: related"),
    ("NANOCIC", "SEU", "related", "ROR 03h3fdc41: related"),
    ("SUDA", "SZCU", "related", "ROR 05t8y2r12: related"),
    ("SUDA", "HOSP1", "related", "ROR 05t8y2r12: related"),
    ("SUDA", "HOSP2", "related", "ROR 05t8y2r12: related"),
    ("SUDA", "HOSP4", "related", "public: affiliated hospital"),
    ("SUDA", "CHILD", "related", "ROR 05t8y2r12: related"),
    ("CAS", "SINANO", "parent", "ROR 0027d9x02: parent"),
]

STAGES = ["upstream", "midstream", "downstream"]
STAGE_OF_KIND = {"institute": "upstream", "university": "upstream", "platform": "midstream", "college": "midstream",
                 "hospital": "downstream"}
STAGE_OF_ENTERPRISE = {"ENKRIS": "upstream", "ECOVACS": "downstream", "HENGTONG": "downstream"}

# Four leading industries, the kinds a complete chain has, and who is in it. That an enterprise is of an industry is
# public; stages are made up.
CHAINS = [
    ("electronics", "Electronic information", "电子信息", "enterprise;university;college;institute;platform",
     ["INNOLIGHT", "HENGTONG", "NOVOSENSE", "ENKRIS", "SINANO", "GANTIC", "XJTLU", "USTS", "SUDA"]),
    ("equipment", "Equipment manufacturing", "装备制造", "enterprise;university;college;institute;platform",
     ["INOVANCE", "ECOVACS", "BOZHON", "USTS", "CIT", "SIIT", "SVU"]),
    ("biomedicine", "Biomedicine", "生物医药", "enterprise;university;college;institute;platform;hospital",
     ["INNOVENT", "ALPHAMAB", "KINTOR", "ADAGENE", "MEDILINK", "SIBET", "BIOTIC", "SUDA", "SZHC", "HOSP1", "HOSP2",
      "CHILD"]),
    ("materials", "Advanced materials", "先进材料", "enterprise;university;college;institute;platform",
     ["ENKRIS", "HENGTONG", "SINANO", "GUSULAB", "NUSRI", "NANOCIC", "SUDA"]),
]

# Consortia, made up: id, name, Chinese name, leader, chain, members beside the leader.
CONSORTIA = [
    ("C-BIO", "Biologics consortium", "生物药创新联合体", "INNOVENT", "biomedicine",
     ["ALPHAMAB", "ADAGENE", "MEDILINK", "BIOTIC", "SUDA", "HOSP1", "SZHC"]),
    ("C-DIAG", "Diagnostics consortium", "体外诊断创新联合体", "KINTOR", "biomedicine",
     ["SIBET", "HOSP2", "CHILD", "BIOTIC"]),
    ("C-GAN", "Third-generation semiconductor consortium", "第三代半导体创新联合体", "ENKRIS", "electronics",
     ["NOVOSENSE", "SINANO", "GANTIC", "XJTLU"]),
    ("C-OPT", "Optical communication consortium", "光通信创新联合体", "HENGTONG", "electronics",
     ["INNOLIGHT", "SUDA", "USTS"]),
    ("C-EQP", "Intelligent equipment consortium", "智能装备创新联合体", "INOVANCE", "equipment",
     ["BOZHON", "ECOVACS", "USTS", "SIIT", "SVU", "CIT"]),
    ("C-NANO", "Nano materials consortium", "纳米新材料创新联合体", "NANOCIC", "materials",
     ["SINANO", "GUSULAB", "NUSRI", "ENKRIS"]),
]


def main():
    rng = random.Random(20260101)
    actors = [line.split("|") for line in ACTORS.strip().splitlines()]
    kinds = {a[0]: a[5] for a in actors}
    zones = {a[0]: a[6] for a in actors}
    leaders = {c[3] for c in CONSORTIA}
    write("actors", ["id", "name", "name_zh", "short", "short_zh", "kind", "zone", "leader", "url", "evidence"],
          [[*a[:7], int(a[0] in leaders and kinds[a[0]] == "enterprise"), f"https://ror.org/{a[7]}" if a[7] else "",
            f"ROR {a[7]}" if a[7] else "public: a known organization of Suzhou"] for a in actors])

    write("chains", ["id", "name", "name_zh", "stages", "requires", "evidence"],
          [[c[0], c[1], c[2], ";".join(STAGES), c[3], "Zhang & Ding: a leading industry; the kinds required are a reading"]
           for c in CHAINS])

    positions = []
    for chain, _, _, _, members in CHAINS:
        for actor in members:
            kind = kinds[actor]
            role = {"enterprise": "demander", "platform": "platform"}.get(kind, "provider")
            role = "leader" if actor in leaders and kind == "enterprise" else role
            stage = STAGE_OF_KIND.get(kind) or STAGE_OF_ENTERPRISE.get(actor, "midstream")
            level = {"institute": "national", "platform": "provincial", "university": "provincial"}.get(kind, "")
            if actor in ("GANTIC", "BIOTIC", "SUDA"):
                level = "national"
            positions.append([actor, chain, role, stage, level, MADE_UP + " (stage and level; its industry is public)"])
    write("positions", ["actor", "chain", "role", "stage", "level", "evidence"], positions)

    write("consortia", ["id", "name", "name_zh", "leader", "chain", "founded", "evidence"],
          [[*c[:5], rng.choice([2021, 2022, 2023]), MADE_UP] for c in CONSORTIA])
    write("members", ["consortium", "actor", "role", "evidence"],
          [[c[0], m, "leader" if m == c[3] else rng.choice(["core", "member"]), MADE_UP]
           for c in CONSORTIA for m in [c[3], *c[5]]])

    ties = [[s, t, kind, 1, *[""] * 8, evidence] for s, t, kind, evidence in REGISTERED]

    def joint(a, b, chain, consortium, strength):
        # Lively at application, on its own afterwards; four in five not satisfied.
        stage = rng.choices(["application", "research", "implementation", "industrialisation", "promotion"],
                            [45, 28, 14, 9, 4])[0]
        outcome = rng.choices(["unsatisfactory", "satisfactory", "open"], [62, 15, 23])[0]
        start = rng.choice([2021, 2022, 2023, 2024])
        ties.append([a, b, "joint_project", strength, start, start + rng.choice([1, 2, 3]), stage, outcome,
                     rng.choice([1, 2, 3]), rng.choice([0, 1, 1, 2]), chain, consortium, MADE_UP])

    for consortium, _, _, leader, chain, members in CONSORTIA:
        for member in members:
            if rng.random() < 0.9:
                joint(leader, member, chain, consortium, rng.choice([1, 2, 3]))
        for i, a in enumerate(members):
            for b in members[i + 1:]:
                # Partners across kinds and within a zone find each other more often.
                if rng.random() < 0.1 + 0.08 * (kinds[a] != kinds[b]) + 0.08 * (zones[a] == zones[b]):
                    joint(a, b, chain, consortium, 1)
    for consortium in CONSORTIA:
        if rng.random() < 0.5:
            ties.append(["SZSTB", consortium[3], "guidance", 1, *[""] * 8, MADE_UP])
    for actor, zone in zones.items():
        if zone == "SIP" and kinds[actor] in ("enterprise", "platform") and rng.random() < 0.35:
            ties.append(["SIP", actor, "guidance", 1, *[""] * 8, MADE_UP])
    ties.append(["SIP", "DKU", "exchange", 1, *[""] * 8, MADE_UP])
    write("ties", ["source", "target", "kind", "weight", "from", "to", "stage", "outcome", "benefit_source",
                   "benefit_target", "chain", "consortium", "evidence"], ties)

    tables.write_profile("suzhou", """title: Suzhou innovation consortia
title_zh: 苏州创新联合体
illustrative: true  # consortia, positions, joint projects; organizations and registered relations are facts
source: "Organizations: Zhang & Ding and public knowledge; registered relations: ROR (CC0); consortia and joint projects: illustrative, tools/suzhou.py"
tie_kinds:
  parent: {label: parent, label_zh: 隶属, directed: true}
  related: {label: registered relation, label_zh: 登记关联}
  joint_project: {label: joint project, label_zh: 联合项目}
  guidance: {label: guidance, label_zh: 指导, directed: true}
  exchange: {label: exchange, label_zh: 交流}
zones:
  SIP: {label: Suzhou Industrial Park, label_zh: 工业园区}
  SND: {label: Suzhou New District, label_zh: 高新区}
  Gusu: {label: Gusu, label_zh: 姑苏区}
  Wuzhong: {label: Wuzhong, label_zh: 吴中区}
  Wujiang: {label: Wujiang, label_zh: 吴江区}
  Changshu: {label: Changshu, label_zh: 常熟市}
  Kunshan: {label: Kunshan, label_zh: 昆山市}
  elsewhere: {label: elsewhere in China, label_zh: 市外}
""")


if __name__ == "__main__":
    main()
