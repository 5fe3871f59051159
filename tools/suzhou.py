"""Writes graphs/suzhou: innovation consortia as a study describes them, of organizations that are all made up.

The four leading industries, the zones and the problems are those of Zhang & Ding, "Research on Strategies for Deepening
the Deep Integration of Industry, University and Research in Suzhou from the Perspective of Innovation Clusters". No
organization in it exists, and each says so in its name, since projects, outcomes and benefits are made up too. The real
organizations of Suzhou stand in graphs/suzhou-register, with nothing but what a register states.

What the study describes is laid down below: who sits in which chain (with kinds that are missing, and small enterprises
that no consortium reaches), and who is a member of what. What became of it is drawn from the seed: consortia are lively
at application and stall afterwards, four in five projects satisfy neither side, shares are undefined or one-sided.
"""

import tables

MADE_UP = "illustrative: tools/suzhou.py"
STAGES = ["upstream", "midstream", "downstream"]

# id | name | name in Chinese | short | short in Chinese | kind | zone | employees; a * before the id: leads a consortium
ACTORS = """
*OPT-A|Optical example A|光通信示例企业甲|Optical ex. A|光通信示例甲|enterprise|Wujiang|4200
OPT-B|Optical example B|光通信示例企业乙|Optical ex. B|光通信示例乙|enterprise|Wujiang|640
OPT-C|Optical example C|光通信示例企业丙|Optical ex. C|光通信示例丙|enterprise|Wujiang|120
OPT-D|Optical example D|光通信示例企业丁|Optical ex. D|光通信示例丁|enterprise|Wujiang|35
*CHIP-A|Chip example A|芯片示例企业甲|Chip ex. A|芯片示例甲|enterprise|SIP|1500
CHIP-B|Chip example B|芯片示例企业乙|Chip ex. B|芯片示例乙|enterprise|SIP|380
CHIP-C|Chip example C|芯片示例企业丙|Chip ex. C|芯片示例丙|enterprise|SIP|90
CHIP-D|Chip example D|芯片示例企业丁|Chip ex. D|芯片示例丁|enterprise|SND|45
*ROB-A|Robot example A|机器人示例企业甲|Robot ex. A|机器人示例甲|enterprise|Wuzhong|2600
ROB-B|Robot example B|机器人示例企业乙|Robot ex. B|机器人示例乙|enterprise|Wuzhong|310
ROB-C|Robot example C|机器人示例企业丙|Robot ex. C|机器人示例丙|enterprise|Xiangcheng|80
ROB-D|Robot example D|机器人示例企业丁|Robot ex. D|机器人示例丁|enterprise|Wuzhong|40
*TOOL-A|Machine tool example A|机床示例企业甲|Tool ex. A|机床示例甲|enterprise|Kunshan|1900
TOOL-B|Machine tool example B|机床示例企业乙|Tool ex. B|机床示例乙|enterprise|Kunshan|260
TOOL-C|Machine tool example C|机床示例企业丙|Tool ex. C|机床示例丙|enterprise|Kunshan|70
TOOL-D|Machine tool example D|机床示例企业丁|Tool ex. D|机床示例丁|enterprise|Changshu|30
*BIO-A|Biologics example A|生物药示例企业甲|Biologics ex. A|生物药示例甲|enterprise|SIP|3100
BIO-B|Biologics example B|生物药示例企业乙|Biologics ex. B|生物药示例乙|enterprise|SIP|520
BIO-C|Biologics example C|生物药示例企业丙|Biologics ex. C|生物药示例丙|enterprise|SIP|140
BIO-D|Biologics example D|生物药示例企业丁|Biologics ex. D|生物药示例丁|enterprise|SIP|60
*DIAG-A|Diagnostics example A|诊断示例企业甲|Diagnostics ex. A|诊断示例甲|enterprise|SND|1200
DIAG-B|Diagnostics example B|诊断示例企业乙|Diagnostics ex. B|诊断示例乙|enterprise|SND|230
DIAG-C|Diagnostics example C|诊断示例企业丙|Diagnostics ex. C|诊断示例丙|enterprise|SND|50
*NANO-A|Nano example A|纳米示例企业甲|Nano ex. A|纳米示例甲|enterprise|SIP|900
NANO-B|Nano example B|纳米示例企业乙|Nano ex. B|纳米示例乙|enterprise|SIP|150
NANO-C|Nano example C|纳米示例企业丙|Nano ex. C|纳米示例丙|enterprise|Xiangcheng|40
*FIB-A|Fiber example A|纤维示例企业甲|Fiber ex. A|纤维示例甲|enterprise|Changshu|2200
FIB-B|Fiber example B|纤维示例企业乙|Fiber ex. B|纤维示例乙|enterprise|Changshu|300
FIB-C|Fiber example C|纤维示例企业丙|Fiber ex. C|纤维示例丙|enterprise|Changshu|55
UNI-A|Example University A|示例大学甲|Univ. ex. A|示例大学甲|university|Gusu|
UNI-B|Example University B|示例大学乙|Univ. ex. B|示例大学乙|university|SIP|
UNI-C|Example University C|示例大学丙|Univ. ex. C|示例大学丙|university|SND|
UNI-D|Example University D|示例大学丁|Univ. ex. D|示例大学丁|university|Changshu|
COL-A|Example Vocational College A|示例职业学院甲|College ex. A|示例高职甲|college|Wuzhong|
COL-B|Example Vocational College B|示例职业学院乙|College ex. B|示例高职乙|college|SND|
COL-C|Example Vocational College C|示例职业学院丙|College ex. C|示例高职丙|college|Kunshan|
INST-A|Example Institute A|示例研究院甲|Institute ex. A|示例研究院甲|institute|SIP|
INST-B|Example Institute B|示例研究院乙|Institute ex. B|示例研究院乙|institute|SND|
INST-C|Example Institute C|示例研究院丙|Institute ex. C|示例研究院丙|institute|SIP|
INST-D|Example Institute D|示例研究院丁|Institute ex. D|示例研究院丁|institute|Wujiang|
PLAT-A|Example Platform A|示例平台甲|Platform ex. A|示例平台甲|platform|SIP|
PLAT-B|Example Platform B|示例平台乙|Platform ex. B|示例平台乙|platform|SIP|
PLAT-C|Example Platform C|示例平台丙|Platform ex. C|示例平台丙|platform|SIP|
HOSP-A|Example Hospital A|示例医院甲|Hospital ex. A|示例医院甲|hospital|Gusu|
HOSP-B|Example Hospital B|示例医院乙|Hospital ex. B|示例医院乙|hospital|SND|
HOSP-C|Example Hospital C|示例医院丙|Hospital ex. C|示例医院丙|hospital|SIP|
GOV-A|Example Bureau A|示例主管部门甲|Bureau ex. A|示例部门甲|government|Gusu|
GOV-B|Example Bureau B|示例主管部门乙|Bureau ex. B|示例部门乙|government|Kunshan|
PARK-A|Example Park A|示例园区甲|Park ex. A|示例园区甲|park|SIP|
PARK-B|Example Park B|示例园区乙|Park ex. B|示例园区乙|park|SND|
ASSOC-A|Example Association A|示例行业协会甲|Association ex. A|示例协会甲|association|Wuzhong|
FUND-A|Example Guarantee Fund A|示例担保基金甲|Fund ex. A|示例基金甲|fund|Gusu|
"""

# id, name, name in Chinese, kinds that a complete chain has, and who sits where: actor, stage, level.
# Missing on purpose: a college in electronics and materials, an institute and a platform in equipment. Platforms stand
# alone in their chains, and Advanced materials has a weak university only.
CHAINS = [
    ("electronics", "Electronic information", "电子信息", "enterprise;university;college;institute;platform", """
     OPT-A downstream, OPT-B midstream, OPT-C midstream, OPT-D upstream, CHIP-A midstream, CHIP-B midstream,
     CHIP-C upstream, CHIP-D upstream, UNI-B upstream provincial, INST-C upstream national, INST-D midstream municipal,
     PLAT-A midstream national"""),
    ("equipment", "Equipment manufacturing", "装备制造", "enterprise;university;college;institute;platform", """
     ROB-A midstream, ROB-B midstream, ROB-C downstream, ROB-D upstream, TOOL-A midstream, TOOL-B midstream,
     TOOL-C downstream, TOOL-D upstream, UNI-C upstream provincial, COL-A midstream municipal,
     COL-C midstream ordinary"""),
    ("biomedicine", "Biomedicine", "生物医药", "enterprise;university;college;institute;platform;hospital", """
     BIO-A midstream, BIO-B midstream, BIO-C midstream, BIO-D upstream, DIAG-A midstream, DIAG-B midstream,
     DIAG-C upstream, UNI-A upstream national, INST-B upstream national, PLAT-B midstream national,
     COL-B midstream municipal, HOSP-A downstream provincial, HOSP-B downstream municipal,
     HOSP-C downstream municipal"""),
    ("materials", "Advanced materials", "先进材料", "enterprise;university;college;institute;platform", """
     NANO-A midstream, NANO-B midstream, NANO-C midstream, FIB-A downstream, FIB-B downstream, FIB-C downstream,
     INST-A upstream national, PLAT-C midstream provincial, UNI-D downstream ordinary"""),
]

# id, name, name in Chinese, leader, chain, year, core members, other members, observers.
CONSORTIA = [
    ("C-BIO", "Biologics consortium", "生物药创新联合体", "BIO-A", "biomedicine", 2019,
     "BIO-B PLAT-B UNI-A", "BIO-C HOSP-A HOSP-C", "PARK-A"),
    ("C-OPT", "Optical consortium", "光通信创新联合体", "OPT-A", "electronics", 2020, "OPT-B UNI-B", "OPT-C INST-D", ""),
    ("C-ROB", "Robot consortium", "机器人创新联合体", "ROB-A", "equipment", 2021, "ROB-B UNI-C", "ROB-C COL-A", "ASSOC-A"),
    ("C-NANO", "Nano consortium", "纳米材料创新联合体", "NANO-A", "materials", 2021, "INST-A PLAT-C", "NANO-B", ""),
    ("C-CHIP", "Chip consortium", "芯片创新联合体", "CHIP-A", "electronics", 2022, "CHIP-B PLAT-A INST-C", "CHIP-C UNI-B", ""),
    ("C-DIAG", "Diagnostics consortium", "诊断创新联合体", "DIAG-A", "biomedicine", 2022, "INST-B PLAT-B",
     "DIAG-B HOSP-B COL-B UNI-A", "PARK-B"),
    ("C-TOOL", "Machine tool consortium", "机床创新联合体", "TOOL-A", "equipment", 2023, "TOOL-B UNI-C",
     "TOOL-C COL-C", "GOV-B"),
    ("C-FIB", "Fiber consortium", "纤维创新联合体", "FIB-A", "materials", 2024, "FIB-B", "UNI-D", ""),
]
LATEST = 2024

# Small enterprises that no consortium reaches: these have one customer only; CHIP-D, TOOL-D and NANO-C have no one at all.
SUPPLIES = [("OPT-D", "OPT-B"), ("ROB-D", "ROB-B"), ("BIO-D", "BIO-B"), ("DIAG-C", "DIAG-A"), ("FIB-C", "FIB-B")]

TIE = ["source", "target", "kind", "weight", "from", "to", "stage", "outcome", "benefit_source", "benefit_target",
       "chain", "consortium", "evidence"]


def bare_tie(source, target, kind, chain="", start=""):
    return [source, target, kind, 1, start, "", "", "", "", "", chain, "", MADE_UP]


def projects(draw, kinds, zones):
    """Joint projects: who with whom, and how far they came. Without outcomes."""
    rows = []
    for consortium, _, _, leader, chain, founded, core, others, _ in CONSORTIA:
        def project(a, b, strength, start):
            # Applied for together; each on its own in what should follow.
            stage = draw.one({"application": 42, "research": 28, "implementation": 17, "industrialization": 9,
                              "promotion": 4})
            years = {"application": 1, "research": 2, "implementation": 3}.get(stage, 4)
            shares = draw.one({"undefined": 45, "one-sided": 45, "even": 10})
            benefits = {"undefined": ("", ""), "one-sided": (3, draw.whole(0, 1)), "even": (2, 2)}[shares]
            rows.append([a, b, "joint_project", strength, start, start + years, stage, *benefits, chain, consortium])

        members = core.split() + others.split()
        for member in members:
            project(leader, member, 2 if member in core.split() else 1, founded)
            # A second project, later, is rare.
            if draw.whether(0.2):
                project(leader, member, 1, min(founded + draw.whole(1, 3), LATEST))
        for i, a in enumerate(members):
            for b in members[i + 1:]:
                # Partners of unlike kinds and of one zone find each other more often.
                if draw.whether(0.15 + 0.15 * (kinds[a] != kinds[b]) + 0.15 * (zones[a] == zones[b])):
                    project(a, b, 1, min(founded + draw.whole(0, 2), LATEST))
    return rows


def with_outcomes(draw, rows):
    """Of ten projects two are open; of the others five in six satisfy neither side."""
    still_open = round(len(rows) / 5)
    satisfied = (len(rows) - still_open) // 6
    outcomes = ["open"] * still_open + ["satisfactory"] * satisfied
    outcomes += ["unsatisfactory"] * (len(rows) - len(outcomes))
    return [[*row[:7], outcome, *row[7:], MADE_UP] for row, outcome in zip(rows, draw.shuffled(outcomes))]


def main():
    options = tables.options(__doc__, "suzhou", 5).parse_args()
    draw = tables.Draw(options.seed)

    def write(table, header, rows):
        tables.write(options.into, table, header, rows)

    actors = [line.split("|") for line in ACTORS.strip().splitlines()]
    leaders = {actor[0][1:] for actor in actors if actor[0].startswith("*")}
    for actor in actors:
        actor[0] = actor[0].lstrip("*")
    kinds = {actor[0]: actor[5] for actor in actors}
    zones = {actor[0]: actor[6] for actor in actors}
    write("actors", ["id", "name", "name_zh", "short", "short_zh", "kind", "zone", "size", "leader", "evidence"],
          [[*actor, int(actor[0] in leaders), MADE_UP] for actor in actors])

    write("chains", ["id", "name", "name_zh", "stages", "requires", "evidence"],
          [[*chain[:3], ";".join(STAGES), chain[3], MADE_UP + " (that it is a leading industry: Zhang & Ding)"]
           for chain in CHAINS])
    positions = []
    for chain, _, _, _, seats in CHAINS:
        for seat in seats.split(","):
            actor, stage, *level = seat.split()
            role = {"enterprise": "demander", "platform": "platform"}.get(kinds[actor], "provider")
            positions.append([actor, chain, "leader" if actor in leaders else role, stage, "".join(level), MADE_UP])
    write("positions", ["actor", "chain", "role", "stage", "level", "evidence"], positions)

    write("consortia", ["id", "name", "name_zh", "leader", "chain", "founded", "evidence"],
          [[*consortium[:6], MADE_UP] for consortium in CONSORTIA])
    write("members", ["consortium", "actor", "role", "from", "evidence"],
          [[consortium[0], member, role, consortium[5], MADE_UP] for consortium in CONSORTIA
           for role, members in zip(["leader", "core", "member", "observer"], [consortium[3], *consortium[6:]])
           for member in members.split()])

    ties = with_outcomes(draw, projects(draw, kinds, zones))
    chain_of = {row[0]: row[1] for row in positions}
    for small, customer in SUPPLIES:
        ties.append(bare_tie(small, customer, "supply", chain_of[small]))
    for consortium in CONSORTIA:
        if draw.whether(0.6):
            ties.append(bare_tie("GOV-A", consortium[3], "guidance", start=consortium[5]))
        if draw.whether(0.4):
            ties.append(bare_tie("FUND-A", consortium[3], "guarantee", start=consortium[5]))
        for observer in consortium[8].split():
            kind = "exchange" if kinds[observer] == "association" else "guidance"
            ties.append(bare_tie(observer, consortium[3], kind, start=consortium[5]))
    ties.append(bare_tie("ASSOC-A", "ROB-C", "exchange"))
    ties.append(bare_tie("GOV-A", "FUND-A", "guidance"))
    write("ties", TIE, ties)

    tables.write_profile(options.into, """title: Suzhou innovation consortia
title_zh: 苏州创新联合体
illustrative: true  # every organization, membership, project and outcome; the industries, zones and problems are the study's
source: "Industries, zones and problems: Zhang & Ding, Research on Strategies for Deepening the Deep Integration of Industry, University and Research in Suzhou; every organization is made up"
source_zh: "产业、片区与问题：Zhang、Ding 关于苏州产学研深度融合的论文；机构均为虚构"
tie_kinds:
  joint_project: {label: joint project, label_zh: 联合项目}
  supply: {label: supply, label_zh: 供货, directed: true}
  guidance: {label: guidance, label_zh: 指导, directed: true}
  guarantee: {label: guarantee, label_zh: 担保, directed: true}
  exchange: {label: exchange, label_zh: 交流}
zones:
  SIP: {label: Suzhou Industrial Park, label_zh: 工业园区}
  SND: {label: Suzhou New District, label_zh: 高新区}
  Gusu: {label: Gusu, label_zh: 姑苏区}
  Wuzhong: {label: Wuzhong, label_zh: 吴中区}
  Xiangcheng: {label: Xiangcheng, label_zh: 相城区}
  Wujiang: {label: Wujiang, label_zh: 吴江区}
  Changshu: {label: Changshu, label_zh: 常熟市}
  Kunshan: {label: Kunshan, label_zh: 昆山市}
""")


if __name__ == "__main__":
    main()
