"""Writes graphs/wenzhou: what a study states of five vocational colleges, and example enterprises that are made up.

The study is Zheng, "Study on the Establishment of Symbiotic Mechanism between Wenzhou Vocational Colleges and Regional
Industrial Clusters". COLLEGES, PLATFORMS, CHAINS and STATED hold its statements and nothing else, each row with the
words that it rests on. It names no enterprises: those are drawn from the seed, say in their names that they are examples,
and are tied to nobody but platforms that the study counts without naming them. No made-up row is about a college.
"""

import tables

MADE_UP = "illustrative: tools/wenzhou.py"

# id | name | name in Chinese | short | short in Chinese
COLLEGES = """
WZPT|Wenzhou Polytechnic|温州职业技术学院|Wenzhou Polytechnic|温州职院
ZJDF|Zhejiang Dongfang Vocational and Technical College|浙江东方职业技术学院|Dongfang College|浙江东方
WZST|Wenzhou Vocational College of Science and Technology|温州科技职业学院|Wenzhou Sci-Tech|温州科技
ZJITC|Zhejiang Industry and Trade Vocational College|浙江工贸职业技术学院|Industry & Trade|浙江工贸
ZJSEC|Zhejiang College of Security Technology|浙江安防职业技术学院|Security College|浙江安防
"""

QUALITY = '"provincial and municipal platforms, service quality high"; '
MATURE = '"mature, deep and broad", several, level not stated; as two rows'
# id | name | name in Chinese | short | short in Chinese | chain | level | what the study says. Its name is the study's for
# P-VALVE only; the others are counted there and stand as one row a level.
PLATFORMS = f"""
P-FOOT-PROV|Footwear platforms, provincial|鞋业省级研发平台|Footwear, provincial|鞋业省级平台|footwear|provincial|{QUALITY}the provincial ones as one row
P-FOOT-CITY|Footwear platforms, municipal|鞋业市级研发平台|Footwear, municipal|鞋业市级平台|footwear|municipal|{QUALITY}the municipal ones as one row
P-GARM-PROV|Garment platforms, provincial|服装省级研发平台|Garment, provincial|服装省级平台|garment|provincial|{QUALITY}the provincial ones as one row
P-GARM-CITY|Garment platforms, municipal|服装市级研发平台|Garment, municipal|服装市级平台|garment|municipal|{QUALITY}the municipal ones as one row
P-VALVE|Wenzhou valve technology R&D and service platform|温州市阀门技术研发服务平台|Valve platform|阀门平台|pump_valve|municipal|the one platform named; municipal
P-EQUIP-RD|Intelligent equipment research platforms|智能装备研发平台|Equipment research|装备研发平台|equipment||{MATURE}
P-EQUIP-SV|Intelligent equipment service platforms|智能装备服务平台|Equipment services|装备服务平台|equipment||{MATURE}
P-DIGI-RD|Digital economy research platforms|数字经济研发平台|Digital research|数字研发平台|digital||{MATURE}
P-DIGI-SV|Digital economy service platforms|数字经济服务平台|Digital services|数字服务平台|digital||{MATURE}
P-MATER|New materials platforms|新材料研发平台|Materials platform|新材料平台|new_materials|provincial|"few that colleges connect to, but of high capacity"; high capacity read as provincial; as one row
P-LIFE|Life and health platforms|生命健康研发平台|Health platform|生命健康平台|life_health|ordinary|"capacity to improve"; read as ordinary; as one row
P-ENERGY|New energy platforms|新能源研发平台|Energy platform|新能源平台|new_energy|ordinary|"capacity to improve"; read as ordinary; as one row
"""
NAMED = {"P-VALVE"}

# id | name | name in Chinese | group | demand | capacity | kinds left open beside the enterprises | what the study says
CHAINS = """
electrical|Electrical|电气|traditional|3|2|platform|"supply quality good; training scale short, gap in product design"; platforms: none stated
footwear|Footwear|鞋业|traditional|4|2||"demand huge, retention low, scale to expand"
garment|Garment|服装|traditional|4|2||"large talent shortage, scale to expand"
automotive|Automotive and auto parts|汽车及零部件|traditional||||"no high-quality professional group"; platforms: none targeted; weak
pump_valve|Pump and valve|泵阀|traditional||||"no targeted speciality group"; weak
equipment|Intelligent equipment|智能装备|emerging|3|2||"complete, mature; scale short"
digital|Digital economy|数字经济|emerging|3|2||"complete, excellent; skilled talents short"
new_materials|New materials|新材料|emerging||||"weak, many gaps"
life_health|Life and health|生命健康|emerging||||"many matching gaps, level low"; weak
new_energy|New energy and energy saving|新能源与节能|emerging||||"many gaps, not mature"; weak
"""

UNSTATED = "has majors; level not stated"
HIGH = '"high, some four-year programmes": no rank stated'
# college | chain | level | what the study says
STATED = f"""
WZPT|electrical|national|national and provincial level stated
ZJDF|electrical||{UNSTATED}
WZST|electrical||{UNSTATED}
WZPT|footwear|national|national level stated
ZJITC|footwear|national|national level stated
WZPT|garment||{UNSTATED}
ZJITC|automotive||{UNSTATED}, no high-quality professional group
WZPT|pump_valve|municipal|city advantageous speciality, municipal training and R&D platform
WZPT|equipment||{HIGH}
ZJITC|equipment||{HIGH}
WZST|equipment||{HIGH}
ZJSEC|equipment||{HIGH}
WZPT|digital||widest, with ZJSEC; level not stated
ZJDF|digital||{UNSTATED}
WZST|digital||{UNSTATED}
ZJITC|digital|provincial|provincial honours
ZJSEC|digital||widest, with WZPT; level not stated
ZJITC|new_materials||{UNSTATED}
ZJDF|life_health|ordinary|"low"
WZPT|new_energy|ordinary|"not mature"
ZJITC|new_energy|ordinary|"not mature"
"""
# The only link of a college that the study states: in new materials "few [platforms] that colleges connect to", where one
# college has majors.
LINKS = [("ZJITC", "P-MATER", "new_materials",
          'Zheng: "few that colleges connect to"; the college is the one with majors for the chain')]

# What example enterprises of a chain are called: id, name, name in Chinese.
EXAMPLES = {
    "electrical": ("ELEC", "Electrical", "电气"), "footwear": ("FOOT", "Footwear", "鞋业"),
    "garment": ("GARM", "Garment", "服装"), "automotive": ("AUTO", "Auto parts", "汽配"),
    "pump_valve": ("PUMP", "Valve", "泵阀"), "equipment": ("EQUIP", "Equipment", "装备"),
    "digital": ("DIGI", "Digital", "数字"), "new_materials": ("MATER", "Materials", "新材料"),
    "life_health": ("LIFE", "Health", "健康"), "new_energy": ("ENERGY", "Energy", "新能源"),
}


def table(text):
    return [line.split("|") for line in text.strip().splitlines()]


def examples(draw, platforms):
    """Enterprises, their seats, and their ties to unnamed platforms of their chain: all made up."""
    actors, positions, ties = [], [], []
    for chain, (prefix, name, chinese) in EXAMPLES.items():
        unnamed = [row[0] for row in platforms if row[5] == chain and row[0] not in NAMED]
        for letter, stem in list(zip("ABCD", "甲乙丙丁"))[:draw.whole(2, 4)]:
            actor = f"{prefix}-{letter}"
            actors.append([actor, f"{name} example {letter}", f"{chinese}示例企业{stem}", f"{name} ex. {letter}",
                           f"{chinese}示例{stem}", "enterprise", MADE_UP])
            positions.append([actor, chain, "demander", "", MADE_UP])
            ties += [[platform, actor, "technology", chain, MADE_UP] for platform in unnamed if draw.whether(0.7)]
    return actors, positions, ties


def main():
    parser = tables.options(__doc__, "wenzhou", 2025)
    parser.add_argument("--stated", action="store_true", help="only what the study states: no example enterprises")
    options = parser.parse_args()
    platforms = table(PLATFORMS)
    made_up = ([], [], []) if options.stated else examples(tables.Draw(options.seed), platforms)

    def write(name, header, rows):
        tables.write(options.into, name, header, rows)

    write("actors", ["id", "name", "name_zh", "short", "short_zh", "kind", "evidence"],
          [[*row, "college", "Zheng: one of the five vocational colleges"] for row in table(COLLEGES)]
          + [[*row[:5], "platform", "Zheng: " + row[7]] for row in platforms] + made_up[0])
    unit = lambda row: ("levels", "级") if row[4] or row[5] else ("", "")
    write("chains",
          ["id", "name", "name_zh", "group", "demand", "capacity", "unit", "unit_zh", "requires", "unassessed", "evidence"],
          [[*row[:6], *unit(row), "enterprise;college;platform", ";".join(filter(None, ["enterprise", row[6]])), "Zheng: " + row[7]]
           for row in table(CHAINS)])
    stated = [[college, chain, "provider", level, "Zheng: " + words] for college, chain, level, words in table(STATED)]
    stated += [[row[0], row[5], "platform", row[6], "Zheng: " + row[7]] for row in platforms]
    order = list(EXAMPLES)
    write("positions", ["actor", "chain", "role", "level", "evidence"],
          sorted(stated + made_up[1], key=lambda row: order.index(row[1])))
    write("ties", ["source", "target", "kind", "chain", "evidence"],
          [[college, platform, "research", chain, words] for college, platform, chain, words in LINKS] + made_up[2])

    tables.write_profile(options.into, f"""title: Wenzhou's vocational colleges and industrial chains
title_zh: 温州高职院校与产业集群
illustrative: {str(not options.stated).lower()}  # the enterprises and their ties; colleges, chains, levels and platforms are the study's
source: "Zheng, Study on the Establishment of Symbiotic Mechanism between Wenzhou Vocational Colleges and Regional Industrial Clusters; the enterprises and their ties are made up"
source_zh: "Zheng 关于温州高职院校与区域产业集群共生机制的论文；企业及其联系均为虚构"
symbiosis: "biased symbiosis – intermittent symbiosis"  # the study's own verdict
symbiosis_zh: "偏利共生—间歇共生"
assess: [levels, capacity]  # the study states neither who works with whom nor stages, outcomes, dates, zones
tie_kinds:
  technology: {{label: technology services, label_zh: 技术服务}}
  research: {{label: joint research, label_zh: 协同研发}}
""")


if __name__ == "__main__":
    main()
