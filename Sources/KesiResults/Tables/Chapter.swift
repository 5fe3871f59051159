import KesiNetwork

/// What findings are called in a word or two, on a page as on the sheets of a workbook: never as a table of a network is, so
/// that no sheet is read as one.
package enum Chapter: String {
  case progress, plan, chains, gaps, risk, trend, partnership, measures, figures

  package var name: Phrase {
    switch self {
    case .progress: Phrase("plan so far", zh: "方案进展")
    case .plan: Phrase("plan", zh: "行动方案")
    case .chains: Phrase("chain index", zh: "产业链指数")
    case .gaps: Phrase("gaps", zh: "薄弱环节")
    case .risk: Phrase("risk", zh: "风险")
    case .trend: Phrase("trend", zh: "逐年变化")
    case .partnership: Phrase("partnership", zh: "合作与分配")
    case .measures: Phrase("actor measures", zh: "主体指标")
    case .figures: Phrase("who with whom", zh: "合作结构")
    }
  }
}
