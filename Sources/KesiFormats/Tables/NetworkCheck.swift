import KesiNetwork

extension NetworkReader {
  /// What only shows when every table is read: duplicate ties, actors without any part in the network.
  func checkWhole() {
    remarkNearlySameNames(in: references.name(of: .actors))
    checkSuppliesAndDemands()
    checkMembers()
    let duplicates = duplicateTies()
    if duplicates > 0 {
      log.add(
        Problem(
          .warning, .file(references.name(of: .ties)),
          Phrase(
            duplicates == 1
              ? "1 tie joins the same two in the same kind and time as an earlier one: their weights are added up. If it was entered twice by mistake, delete one."
              : "\(duplicates) ties join the same two in the same kind and time as an earlier one: their weights are added up. If they were entered twice by mistake, delete them.",
            zh: "有 \(duplicates) 条联系的双方、类型、时间与前面的行相同，强度已相加。若属误填，请删去重复的行。")))
    }
    if !network.chains.isEmpty, network.chains.allSatisfy({ $0.weight == 0 }) {
      log.add(
        Problem(
          .warning, .file(references.name(of: .chains)),
          Phrase(
            "Every chain has the weight 0, so none enters the cluster index. Leave the column empty for chains that count alike.",
            zh: "所有产业链的权重均为 0，因此都不计入集群指数。各链同等重要时，请将该列留空。")))
    }
    var isTied = [Bool](repeating: false, count: network.actors.count)
    let ties = network.ties
    for index in ties.indices where ties.weight(index) > 0 {
      isTied[ties.source(index)] = true
      isTied[ties.target(index)] = true
    }
    if network.ties.isEmpty {
      for member in network.members { isTied[member.actor] = true }
      if network.members.isEmpty { for position in network.positions { isTied[position.actor] = true } }
    }
    let lonely = network.actors.indices.filter { !isTied[$0] }.map { network.actors[$0].id.shortened }
    // Where ties are not assessed, none are missing.
    if !lonely.isEmpty, network.assessment.covers([.ties]) {
      let shown = lonely.prefix(10).joined(separator: ", ") + (lonely.count > 10 ? ", …" : "")
      let shownZh = lonely.prefix(10).joined(separator: "、") + (lonely.count > 10 ? "……" : "")
      log.add(
        Problem(
          .notice, .file(references.name(of: .actors)),
          Phrase(
            "\(lonely.count.counted("actor")) \(lonely.count == 1 ? "has" : "have") no ties: \(shown). Check that none are missing.",
            zh: "有 \(lonely.count) 家单位没有任何联系：\(shownZh)。请核对是否漏填。")))
    }
    let unclear = network.members.filter { $0.role == nil }
    if !unclear.isEmpty, unclear.count < network.members.count {
      let ids = unclear.prefix(10).map { network.actors[$0.actor].id.shortened }
      let (shown, shownZh) = (ids.joined(separator: ", "), ids.joined(separator: "、"))
      log.add(
        Problem(
          .notice, .file(references.name(of: .members)),
          Phrase(
            "\(unclear.count.counted("member")) \(unclear.count == 1 ? "has" : "have") no role, though others have: \(shown)\(unclear.count > 10 ? ", …" : ""). Fill it in where it is known.",
            zh:
              "有 \(unclear.count) 家成员未填角色，而其他成员已填：\(shownZh)\(unclear.count > 10 ? "……" : "")。如已知，请补填。"
          )))
    }
  }
}
