import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Who is free to act among partners that do not know each other (Burt 1992).
let structuralHoleMeasures: [ActorMeasure] = [
  ActorMeasure(
    Explanation(
      "constraint", Phrase("constraint", zh: "约束度"), or: ["限制度", "structural holes"],
      Phrase(
        "How far its partners, and their ties with each other, limit its choices: Σ (p_ij + Σ p_iq p_qj)², where p is the share of its effort that goes to each.",
        zh: "伙伴以及伙伴之间的联系对它的限制程度：Σ (p_ij + Σ p_iq p_qj)²，p 为投入各伙伴的比例。"),
      Phrase(
        "Low: many partners who do not know each other, room to act. Above about 0.5: tied up with a few.",
        zh: "低则伙伴多而分散，活动余地大；约 0.5 以上则受制于少数伙伴。"),
      source: "Burt 1992"),
    summary: Phrase("how far its partners limit it (Burt)", zh: "约束度（结构洞）"),
    traits: [.usual]
  ) {
    .real(try $0.structuralHoles().constraint)
  },
  ActorMeasure(
    Explanation(
      "effective_size", Phrase("effective size", zh: "有效规模"),
      Phrase(
        "The number of partners less the mean number of ties each has with the others.", zh: "伙伴数减去每个伙伴与其他伙伴的平均联系数。"),
      Phrase("How many separate circles it reaches.", zh: "反映它能接触到多少个互不重叠的圈子。"),
      source: "Burt 1992; Borgatti 1997"),
    summary: Phrase("partners less their overlap (Burt)", zh: "有效规模（结构洞）")
  ) {
    .real(try $0.structuralHoles().effectiveSize)
  },
  ActorMeasure(
    Explanation(
      "efficiency", Phrase("efficiency", zh: "效率"),
      Phrase("Effective size divided by the number of partners.", zh: "有效规模除以伙伴数。"),
      Phrase("1: no partner knows another. Low: partners bring the same news.", zh: "为 1 则伙伴互不往来；低则各伙伴带来的信息重复。"),
      source: "Burt 1992"),
    summary: Phrase("effective size per partner (Burt)", zh: "效率（结构洞）")
  ) {
    .real(try $0.structuralHoles().efficiency)
  },
  ActorMeasure(
    Explanation(
      "hierarchy", Phrase("hierarchy", zh: "等级度"),
      Phrase(
        "How far its constraint comes from a single partner (Coleman–Theil), from 0 to 1.",
        zh: "约束集中于单一伙伴的程度（Coleman–Theil 指数），0 至 1。"),
      Phrase("High: it depends on one partner.", zh: "高则主要依赖某一个伙伴。"),
      source: "Burt 1992"),
    summary: Phrase("how far its constraint comes from one partner (Burt)", zh: "等级度（结构洞）")
  ) {
    .real(try $0.structuralHoles().hierarchy)
  },
]
