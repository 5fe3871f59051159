import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Between whose members one brokers (Gould & Fernandez 1989).
let brokerageMeasures: [ActorMeasure] = [
  ActorMeasure(
    Explanation(
      "coordinator", Phrase("coordinator", zh: "协调人"),
      Phrase(
        "How often it connects two actors of its own group that have no tie.", zh: "在本组两个没有联系的主体之间居间联系的次数。"),
      Phrase("Holds its own group together.", zh: "把本组凝聚起来。"),
      usage: Phrase(
        "Groups are kinds unless --group says otherwise; what chance would give: kesi mixing --show roles.",
        zh: "默认按主体类型分组，可用 --group 更改；随机期望见 kesi mixing --show roles。"),
      source: "Gould & Fernandez 1989"),
    summary: Phrase("brokers between two of its own group", zh: "协调人（组内中介）次数"),
    traits: [.takesNoWeights, .ofGroups]
  ) {
    .whole(try $0.brokerage().coordinator)
  },
  ActorMeasure(
    Explanation(
      "consultant", Phrase("consultant", zh: "顾问"), or: ["itinerant"],
      Phrase("How often it connects two actors of one other group.", zh: "在另一组的两个主体之间居间联系的次数。"),
      Phrase(
        "Helps another group from outside; R's sna calls it itinerant broker.", zh: "从外部协助另一组（R 的 sna 称 itinerant）。"),
      source: "Gould & Fernandez 1989"),
    summary: Phrase("brokers between two of one other group", zh: "顾问（他组中介）次数"),
    traits: [.takesNoWeights, .ofGroups]
  ) {
    .whole(try $0.brokerage().consultant)
  },
  ActorMeasure(
    Explanation(
      "gatekeeper", Phrase("gatekeeper", zh: "守门人"),
      Phrase("How often it connects an actor of another group to one of its own, inward.", zh: "把外组主体引向本组主体的次数（由外向内）。"),
      Phrase(
        "Decides what comes in. R's sna exchanges gatekeeper and representative.", zh: "决定什么能进来。R 的 sna 中守门人与代表人的叫法相反。"),
      source: "Gould & Fernandez 1989"),
    summary: Phrase("lets outsiders into its group", zh: "守门人（引入）次数"),
    traits: [.takesNoWeights, .ofGroups]
  ) {
    .whole(try $0.brokerage().gatekeeper)
  },
  ActorMeasure(
    Explanation(
      "representative", Phrase("representative", zh: "代表人"),
      Phrase(
        "How often it connects an actor of its own group to one of another, outward.", zh: "把本组主体引向外组主体的次数（由内向外）。"),
      Phrase(
        "Speaks for its group. Equal to gatekeeper where ties have no direction; R's sna exchanges the two.",
        zh: "代表本组对外联系。无向时与守门人相等；R 的 sna 中两者叫法相反。"),
      source: "Gould & Fernandez 1989"),
    summary: Phrase("speaks for its group outside", zh: "代表人（对外）次数"),
    traits: [.takesNoWeights, .ofGroups]
  ) {
    .whole(try $0.brokerage().representative)
  },
  ActorMeasure(
    Explanation(
      "liaison", Phrase("liaison", zh: "联络人"),
      Phrase("How often it connects two actors of two other groups.", zh: "在两个不同外组的主体之间居间联系的次数。"),
      Phrase("What platforms and technology centers are for.", zh: "平台、技术中心的本职所在。"),
      source: "Gould & Fernandez 1989"),
    summary: Phrase("brokers between two other groups", zh: "联络人（跨组中介）次数"),
    traits: [.takesNoWeights, .ofGroups]
  ) {
    .whole(try $0.brokerage().liaison)
  },
]
