import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("What speaks against a step of a plan")
struct StepCautionTests {
  @Test(
    "A step that is not near at hand says so, and the plan how far it comes without such steps, by tables edited by hand",
    arguments: PlanTests.networks)
  func farOff(name: String) throws {
    let network = try shipped(name)
    let analysis = try PlanTests.analysis(network)
    let plan = try analysis.plan(within: PlanLimits())
    for step in plan {
      let (task, isFar) = (analysis.task(of: step), step.plausibility.map { $0 < 0.5 } ?? false)
      #expect(task.en.contains("Not near at hand") == isFar && task.zh.contains("目前不易促成") == isFar, "\(task.en)")
    }
    let near = plan.filter { $0.plausibility.map { $0 >= 0.5 } ?? true }
    guard near.count < plan.count else { return #expect(try analysis.farOffNote(of: plan) == nil) }
    let left = try #require(try PlanTests.index(of: network, with: near.flatMap(\.remedies)).cluster)
    let note = try #require(try analysis.farOffNote(of: plan, countedFrom: 2))
    let place = try #require(plan.firstIndex { $0.plausibility.map { $0 < 0.5 } ?? false })
    for text in [Figure.points(left).text, "\(place + 3)"] {
      #expect(note.en.contains(text) && note.zh.contains(text), "\(note.en)")
    }
    let none = try #require(try analysis.farOffNote(of: [plan[place]]))
    #expect(
      none.en.hasPrefix("Step 1 is not near at hand")
        && none.en.contains("the index reaches \(Figure.points(plan[place].before).text)"))
  }

  @Test("Where somebody of the same kind comes into another chain before, it is said that one may serve both")
  func newcomers() throws {
    let park = try PlanTests.analysis(shipped("park"))
    let ends = try PlausibleEnds(park)
    func caution(_ kind: String, _ chain: Int, after earlier: [Remedy]) -> Phrase? {
      park.caution(on: [.position(kind: kind, chain: chain)], of: nil, by: ends, after: earlier)
    }
    let first = Remedy.position(kind: "institute", chain: 0)
    #expect(
      caution("institute", 1, after: [first])?.en
        == "Whoever comes by an earlier step (research institute) may serve this chain as well.")
    #expect(caution("institute", 1, after: [first])?.zh == "也可由前面步骤引入的科研院所一并承担。")
    #expect(caution("institute", 0, after: [first]) == nil)
    #expect(caution("platform", 1, after: [first]) == nil)
    #expect(caution("institute", 1, after: []) == nil)
  }

  private func caution(
    _ network: Network, _ chain: String, after earlier: (Network) throws -> [Remedy] = { _ in [] }
  ) throws -> Phrase? {
    let analysis = try PlanTests.analysis(network)
    let number = try #require(network.chains.firstIndex { $0.id == chain })
    return try analysis.caution(
      on: [.capacity(10, chain: number)], of: nil, by: PlausibleEnds(analysis), after: earlier(network))
  }

  @Test("Of more capacity it is said which items are lacking and which lie idle; where no table tells, nothing")
  func items() throws {
    let majors = try shipped("majors")
    let text = try #require(try caution(majors, "vehicles"))
    #expect(
      text.en.hasPrefix(
        "What is lacking there: vehicle assembly (240) and battery making (180); idle already: vehicle service (40): see first whether that can be turned to what is lacking."
      ))
    #expect(text.zh.hasPrefix("所缺内容：“整车装调”240、“动力电池制造”180；已有闲置：“汽车检修”40，宜先核实可否转用于所缺内容。"))
    #expect(try caution(shipped("consortium"), "logistics") == nil)
    var served = majors
    for row in served.demands.indices where served.demands[row].chain == 1 { served.demands[row].quantity = 10 }
    served.demands.removeAll { ["vehicle_assembly", "battery_making"].contains($0.item) }
    #expect(try #require(try caution(served, "vehicles")).en.hasPrefix("By items nothing is lacking there"))
  }

  @Test(
    "What somebody offers whom all that ask for it were not satisfied with is to be settled first, unless steps before do"
  )
  func refusal() throws {
    var network = try shipped("majors")
    let ids = network.actors.map(\.id)
    let (group, enterprise) = (try #require(ids.firstIndex(of: "M-AUTO")), try #require(ids.firstIndex(of: "VE3")))
    let sentence = "The last work of Vehicles A with Charging did not satisfy"
    #expect(try #require(try caution(network, "vehicles")).en.contains(sentence))
    let settled = try caution(network, "vehicles") { _ in [.settlement(group, enterprise, chain: nil)] }
    #expect(try !#require(settled).en.contains("did not satisfy"))
    // Of the two chains where all went well nothing is to be settled.
    #expect(try !#require(try caution(network, "equipment")).en.contains("did not satisfy"))
    for row in network.ties.indices
    where Set([network.ties[row].source, network.ties[row].target]) == [group, enterprise] {
      network.ties[row].outcome = .satisfactory
    }
    #expect(try !#require(try caution(network, "vehicles")).en.contains("did not satisfy"))
  }

  @Test(
    "What was refused is settled in the step that adds to it; no second comes in where the first works with none of those whom the second is tied to",
    arguments: PlanTests.networks)
  func firstThingsFirst(name: String) throws {
    let network = try shipped(name)
    let analysis = try PlanTests.analysis(network)
    var earlier: [Remedy] = []
    for step in try analysis.plan(within: PlanLimits()) {
      let task = analysis.task(of: step)
      #expect(!task.en.contains("did not satisfy") && !task.zh.contains("结果不满意"), "\(task.zh)")
      let first = step.gap.subjects.first ?? .max
      for case .position(_, _, _, let partners) in step.remedies
      where step.gap.kind == .singleProvider && !partners.isEmpty && first < network.actors.count {
        let isUsed = partners.contains { partner in
          partner == first || analysis.areTied(partner, first)
            || earlier.contains { $0.actors.contains(partner) && $0.actors.contains(first) }
        }
        #expect(isUsed, "\(task.en)")
      }
      earlier += step.remedies
    }
  }

  @Test("A step that adds to what somebody refuses begins with that, and is done when both are")
  func settledFirst() throws {
    let analysis = try PlanTests.analysis(shipped("majors"))
    let steps = try analysis.plan(within: PlanLimits()).filter { step in
      step.remedies.contains { if case .settlement = $0 { true } else { false } }
        && step.remedies.contains { if case .capacity = $0 { true } else { false } }
    }
    #expect(!steps.isEmpty)
    for step in steps {
      guard case .settlement? = step.remedies.first else { return #expect(Bool(false)) }
      let done = analysis.doneWhen(step)
      #expect(done.en.contains("accepted by both sides") && done.en.contains("capacity stands at"), "\(done.en)")
    }
  }

  @Test("Of a capacity it is said in which unit it is: that of the table, else that of the demand")
  func unit() throws {
    var network = try shipped("majors")
    let stated = Remedy.capacity(190, chain: 1).phrase(in: network)
    #expect(stated.en.hasSuffix("from 120 to 310 graduates a year (needed: 500)"))
    #expect(stated.zh.hasSuffix("由 120 提高到 310 人/年（需求为 500 人/年）"))
    let short = try PlanTests.analysis(network).gaps(of: .capacityShort).first { $0.chain == 1 }
    #expect(short?.explanation.en.hasSuffix("which leaves 380 uncovered (graduates a year).") == true)
    #expect(short?.explanation.zh.hasSuffix("需求为 500 人/年，供给能力为 120 人/年，缺口为 380 人/年。") == true)
    for chain in network.chains.indices { (network.chains[chain].unit, network.chains[chain].unitZh) = (nil, nil) }
    let words = Remedy.capacity(190, chain: 1).phrase(in: network)
    #expect(words.en.hasSuffix("from 120 to 310 (needed: 500; in the unit of its demand)"))
    #expect(words.zh.hasSuffix("由 120 提高到 310（需求为 500，单位同需求）"))
    let analysis = try PlanTests.analysis(network)
    let step = try #require(
      try analysis.plan(within: PlanLimits()).first { step in
        step.remedies.contains { if case .capacity = $0 { true } else { false } }
      })
    #expect(analysis.doneWhen(step).en.contains(", in the unit of the demand"))
    #expect(analysis.doneWhen(step).zh.contains("（单位同需求）"))
  }
}
