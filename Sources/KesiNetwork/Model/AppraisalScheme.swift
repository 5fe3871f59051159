/// By what the members of a consortium are appraised: indicators with their weights, as `scheme.yml` states them.
public struct AppraisalScheme: Sendable, Equatable {
  public var title: Phrase?
  public var weighting: Weighting
  public var method: Method
  public var indicators: [Indicator]
  /// The file that states it, for messages.
  package var place = Place.file("scheme.yml")

  public init(
    title: Phrase? = nil, weighting: Weighting = .given, method: Method = .sum, indicators: [Indicator] = []
  ) {
    (self.title, self.weighting, self.method, self.indicators) = (title, weighting, method, indicators)
  }

  /// Where weights come from.
  public enum Weighting: String, Term {
    /// As they are stated.
    case given
    /// By how unequally an indicator is spread over members.
    case entropy
    /// By how much an indicator tells that others do not.
    case critic

    public var chinese: [String] {
      switch self {
      case .given: ["给定权重"]
      case .entropy: ["熵权法"]
      case .critic: ["CRITIC 法"]
      }
    }
  }

  /// How indicators become one index.
  public enum Method: String, Term {
    /// The weighted sum of scaled numbers.
    case sum
    /// How near a member is to the best, and how far from the worst.
    case topsis

    public var chinese: [String] {
      switch self {
      case .sum: ["加权求和"]
      case .topsis: ["TOPSIS 法"]
      }
    }
  }

  /// Whether more is better.
  public enum Direction: String, Term {
    case benefit, cost

    public var chinese: [String] {
      switch self {
      case .benefit: ["效益型", "正向"]
      case .cost: ["成本型", "逆向"]
      }
    }
  }

  /// How a number becomes one from 0 to 1.
  public enum Normalization: String, Term {
    /// From the least of all members to the greatest.
    case minMax = "min-max"
    /// By standard deviations from the mean, half a point more at three of them.
    case z
    /// As a part of the sum of all.
    case share
    /// As a part of a target.
    case target

    public var chinese: [String] {
      switch self {
      case .minMax: ["极差标准化"]
      case .z: ["标准差标准化"]
      case .share: ["占总量的比例"]
      case .target: ["达标程度"]
      }
    }
  }

  public struct Indicator: Sendable, Equatable {
    public var id: String
    public var label: Phrase
    public var source: Source
    public var weight: Double
    public var direction: Direction
    public var normalization: Normalization
    /// What counts as full, where it is held against a target.
    public var target: Double?
    /// Where its source is stated, for messages.
    package var place = Place.file("scheme.yml")

    public init(
      id: String, label: Phrase, source: Source, weight: Double = 1, direction: Direction = .benefit,
      normalization: Normalization = .minMax, target: Double? = nil
    ) {
      (self.id, self.label, self.source, self.weight) = (id, label, source, weight)
      (self.direction, self.normalization, self.target) = (direction, normalization, target)
    }
  }

  /// Where the number of a member comes from.
  public enum Source: Sendable, Equatable {
    /// A column of `members.csv` or `actors.csv`: a number, which Kesi knows or carries along.
    case column(Table, String)
    /// A measure of actors, as `kesi metrics` has it.
    case measure(String)
    /// How many ties it has; of a kind of ties, where one is named.
    case ties(kind: String?)
    /// How many others it is tied to; of a kind of actors, where one is named.
    case partners(kind: String?)
    /// What it gains from its ties (`benefit_source`, `benefit_target`), or what its partners gain from them.
    case gains, brings
    /// In how many chains it has a position.
    case chains
    /// What the cluster index would lose without it.
    case loss

    /// As `scheme.yml` writes it.
    public var word: String {
      switch self {
      case .column(let table, let column): "\(table.rawValue).\(column)"
      case .measure(let id): id
      case .ties(let kind): kind.map { "ties.\($0)" } ?? "ties"
      case .partners(let kind): kind.map { "partners.\($0)" } ?? "partners"
      case .gains: "gains"
      case .brings: "brings"
      case .chains: "chains"
      case .loss: "loss"
      }
    }
  }
}
