import KesiMatrix

/// A network under random swaps that keep what must stay.
protocol RandomWalk: ~Copyable {
  /// How many swaps a round tries: all that can be moved is paired off at random, and each pair tries one. Of an odd number
  /// any one may be left over.
  var pairs: Int { get }

  /// One round; returns how many swaps were made.
  ///
  /// Take ties as a list in order, each with a direction. The pairing does not look at them, and a swap between two places
  /// undoes itself when made again; one that is not allowed stays refused. Whatever is drawn, a round thus maps lists one to
  /// one onto lists. Every pairing and both ways to swap are as likely, so that neither order nor direction matters: a
  /// round leads from one network to another as often as back, and all are drawn alike once each can be reached. Each can:
  /// one pair in 64 is passed over, so that a round may make any single swap alone, and these connect all networks. It may
  /// also make none, so that no network comes back at even steps only. Memberships go the same way, members for ties.
  func round(_ random: inout SplitMix) -> Int

  /// Adds the ties to `values`.
  func count(by groups: GroupCounts, into values: borrowing Scratch<Int>)
}

extension Scratch {
  /// Pairs off the first `count` elements at random, of an odd number all but one. Each pair is handed over once it stands
  /// side by side, with a random word whose upper bits have chosen it.
  @inline(__always) func pairOff(
    _ count: Int, _ random: inout SplitMix, _ body: (_ one: Int, _ two: Int, _ word: UInt64) -> Void
  ) {
    var last = count &- 1
    if count & 1 == 1 {
      // One is left over, any as likely as any other.
      let other = random.below(count)
      (self[last], self[other]) = (self[other], self[last])
      last &-= 1
    }
    while last > 0 {
      // The last of those that are left is paired with any other.
      let word = random.next()
      let other = Int(word.multipliedFullWidth(by: UInt64(last)).high)
      let two = self[other]
      self[other] = self[last &- 1]
      self[last &- 1] = two
      body(last, last &- 1, word)
      last &-= 2
    }
  }
}

/// How a chain of rounds is gone through.
struct Pace {
  /// How many rounds draws lie apart; four times as many lie before the first.
  var apart = 1
  /// Whether that is as many as it takes: fewer where swaps are so rarely made that it would take too long.
  var isEnough = true
}

extension RandomWalk where Self: ~Copyable {
  /// Goes from the network itself until it is forgotten, and says how to go on.
  ///
  /// A tie that has been moved is a tie of chance; one whose swap was refused stays. Where a share a of the swaps is made,
  /// a share of about (1 − a)ʳ of the ties is as it was r rounds ago: 1 in 30 where draws lie `apart`, and 1 in 30⁴ before
  /// the first. How much the counts of two draws have in common follows that share (`Tests`, the ratio of spreads).
  ///
  /// - Parameter most: draws lie no further apart, where nearly all is refused.
  func settle(most: Int, _ random: inout SplitMix, unless cancellation: Parallel.Cancellation? = nil) -> Pace {
    // Some 500 swaps tell the share made well enough.
    let trial = min(most, 2 + 500 / max(1, pairs))
    var rounds = 0
    var pace = Pace()
    repeat {
      var made = 0
      for _ in 0..<trial {
        if cancellation?.isCancelled == true { return pace }
        made += round(&random)
      }
      rounds += trial
      let kept = 1 - Double(made) / Double(max(1, trial * pairs))
      pace = Pace()
      var left = kept
      while left > 1 / 30.0, pace.apart < most {
        left *= kept
        pace.apart += 1
      }
      pace.isEnough = left <= 1 / 30.0
    } while rounds < 4 * pace.apart
    return pace
  }

  /// So many draws at a pace, each handed to `take`; fewer where it is cancelled.
  func draw(
    _ count: Int, at pace: Pace, _ random: inout SplitMix, unless cancellation: Parallel.Cancellation? = nil,
    _ take: (_ draw: Int) -> Void
  ) {
    for draw in 0..<count {
      for _ in 0..<pace.apart {
        if cancellation?.isCancelled == true { return }
        _ = round(&random)
      }
      take(draw)
    }
  }
}
