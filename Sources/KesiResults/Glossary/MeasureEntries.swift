import KesiCluster
import KesiNetwork

// The entries of measures: the catalogue has their words.
extension Glossary {
  /// Measures of actors, by the names of `kesi metrics`; those that share their words with a number of the network are there.
  static let actorEntries: [GlossaryEntry] = (ActorMeasure.withErrors + ActorMeasure.estimated)
    .filter { measure in !NetworkNumber.all.contains { $0.id == measure.id } }
    .map { GlossaryEntry($0.explanation, .actor, tables: "metrics (\($0.id))") }

  /// Measures of ties, by the names of `kesi metrics --ties`.
  static let tieEntries: [GlossaryEntry] = TieMeasure.all.map {
    GlossaryEntry($0.explanation, .tie, tables: "metrics --ties (\($0.id))")
  }

  /// Numbers of a network as a whole, by the names of `kesi summary`, `what-if`, `resilience` and `mixing`.
  static let networkEntries: [GlossaryEntry] =
    NetworkNumber.all.map { GlossaryEntry($0.explanation, .network) } + [
      network(
        "robustness", Phrase("robustness R", zh: "稳健性 R"),
        or: ["robustness", "r", "稳健性", "R (Schneider)", "spread", "standard deviation of R", "R 的标准差"],
        Phrase(
          "The share of all actors in the largest connected part, averaged while actors are lost one after the other.",
          zh: "主体逐一流失的过程中，最大连通部分占比的平均值。"),
        Phrase("Near 0: all depends on a few. Near 0.5: as good as can be.", zh: "接近 0 说明全靠少数几家；接近 0.5 为最佳。"),
        usage: Phrase("See kesi resilience --removal.", zh: "见 kesi resilience --removal。"),
        source: "Schneider et al. 2011"),
      network(
        "t_uig_bits", Phrase("T(uig)", zh: "三螺旋协同 T(uig)"),
        or: ["t", "t_uig", "三螺旋协同", "协同", "T (bits)", "协同 T（比特）"],
        Phrase(
          "How much the presence of two of university (u), industry (i) and government (g) tells of the third beyond what each alone does: H(u)+H(i)+H(g) − H(ui) − H(ug) − H(ig) + H(uig), in bits, over consortia or over actors with their partners.",
          zh:
            "高校院所（u）、产业（i）、政府（g）中，知道其中两方是否在场，比分别知道更能说明第三方的程度：H(u)+H(i)+H(g) − H(ui) − H(ug) − H(ig) + H(uig)，单位为比特，以联合体或“主体及其伙伴”为单元统计。"
        ),
        Phrase(
          "For research; its sign decides nothing. 0 where the three are independent, and where all three are always there; below 0 where they meet in a pattern, also where they shut each other out. Of N units chance alone gives about −1/(2N ln 2). What to judge by stands beside it: how often each two come together. Not given below ten units.",
          zh:
            "供研究使用，正负号不作判断。三方互不相关时为 0，三方始终同在时也为 0；有规律时小于 0，互相排斥时也是如此。N 个单元时，仅偶然因素就约有 −1/(2N ln 2)。判断请看旁边的两方同在情况。单元不足十个时不计算。"
        ),
        source: "Leydesdorff 2003"),
      network(
        "adjusted_rand", Phrase("adjusted Rand index", zh: "调整兰德指数"),
        or: ["adjusted Rand", "agreement", "agreement of communities", "一致程度", "社群一致性", "兰德指数"],
        Phrase(
          "How far two divisions into communities agree: 1 the same, 0 no more than by chance.",
          zh: "两种社群划分的一致程度：1 为相同，0 为随机水平。"),
        Phrase("Below about 0.5: communities have changed much.", zh: "约 0.5 以下表示社群变动很大。"),
        source: "Hubert & Arabie 1985"),
    ]

  private static func network(
    _ id: String, _ name: Phrase, or aliases: [String] = [], _ definition: Phrase, _ advice: Phrase,
    usage: Phrase? = nil, source: String? = nil
  ) -> GlossaryEntry {
    GlossaryEntry(id, .network, name, or: aliases, definition, advice: advice, usage: usage, source: source)
  }
}
