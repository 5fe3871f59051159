/// A scheme for an industry-education consortium, to start from.
package enum StandardScheme {
  /// As `scheme.yml` has it.
  package static let text = """
    # By what the members of an industry-education consortium are appraised. Change it, and give it back with --scheme.
    # 产教联合体成员贡献评价方案。修改后用 --scheme 交回。
    title: Contribution to an industry-education consortium
    title_zh: 产教联合体成员贡献评价
    weighting: given   # given, entropy or critic 给定权重、熵权法、CRITIC 法
    method: sum        # sum or topsis 加权求和、TOPSIS 法
    indicators:
      contribution:
        label: puts in
        label_zh: 投入
        source: members.contribution
        weight: 25
      partners:
        label: partners in the network
        label_zh: 合作单位数
        source: partners
        weight: 15
      brings:
        label: brings its partners
        label_zh: 带给合作方的收益
        source: brings
        weight: 20
      brokerage:
        label: joins others
        label_zh: 居间作用
        source: betweenness
        weight: 10
      loss:
        label: loss without it
        label_zh: 缺其则失
        source: loss
        weight: 20
      chains:
        label: chains served
        label_zh: 服务的产业链数
        source: chains
        weight: 10

    """
}
