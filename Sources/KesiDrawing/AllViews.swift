// The one list of views. To add one, write it in a file of its own and its name here.

extension View {
  /// The views, in the order of the help.
  public static let all: [View] = [
    .map, .chains, .coverage, .consortium, .matches, .ego, .gaps, .matrix, .phase, .course,
  ]
}

extension ViewOption {
  /// Why a view without a use for it refuses it, after the name of the option.
  public var refusal: String {
    let views = View.all.filter { $0.takes.contains(self) }.map(\.name)
    let list = (views.dropLast().isEmpty ? "" : views.dropLast().joined(separator: ", ") + " or ") + (views.last ?? "")
    return switch self {
    case .actor, .radius, .consortium, .subjects, .size, .seed: "goes with --view \(list)"
    case .asOf: "goes with --view \(list): others mark no lapses"
    case .directed: "changes nothing here: this view reads every tie both ways"
    case .weighted: "goes with a --size that has weights, such as closeness"
    case .projection: "changes nothing here: this view shows who is tied, not how strongly"
    case .color: "goes with --view \(list): this view has no symbols of actors"
    case .minWeight: "goes with --view \(list): this view draws no ties"
    case .labels: "goes with --view \(list): this view names chains and providers"
    case .plain: "leaves out the gaps, which this view is about: use --view map"
    }
  }

  /// The option that leaves nothing for this one to change, and what a command says of that after the names of both.
  public var idleBeside: (option: ViewOption, because: String)? {
    switch self {
    case .asOf: (.plain, "leaves out the lapses that it dates")
    case .actor, .radius, .consortium, .subjects, .size, .seed, .directed, .weighted, .projection, .color, .minWeight,
      .labels,
      .plain:
      nil
    }
  }
}
