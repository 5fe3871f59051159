import KesiMatrix

/// A network under random swaps that keep what must stay.
protocol RandomWalk: ~Copyable {
  /// How many swaps a round tries: all that can be moved is paired off at random, and each pair tries one.
  var pairs: Int { get }
  /// What a try takes, roughly.
  var secondsPerSwap: Double { get }
  /// What counting the ties takes, roughly.
  var secondsPerCount: Double { get }

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

extension RandomWalk where Self: ~Copyable {
  /// Rounds from the network itself until it is forgotten, and how many rounds draws should lie apart.
  ///
  /// A tie that has been moved is a tie of chance; one whose swap was refused stays. Where a share a of the swaps is made,
  /// a share of about (1 − a)ʳ of the ties is as it was r rounds ago: 1 in 30 where draws lie `apart`, and 1 in 30⁴ before
  /// the first. How much the counts of two draws have in common follows that share (`Tests`, the ratio of spreads).
  ///
  /// - Parameter most: no more rounds than these, where nearly all is refused.
  func settle(most: Int, _ random: inout SplitMix) -> (apart: Int, rounds: Int) {
    // Some 500 swaps tell the share made well enough.
    let trial = min(most, 2 + 500 / max(1, pairs))
    var rounds = 0
    var apart = 1
    while rounds < most {
      var made = 0
      for _ in 0..<trial { made += round(&random) }
      rounds += trial
      let kept = 1 - Double(made) / Double(max(1, trial * pairs))
      apart = 1
      var left = kept
      while left > 1 / 30.0, apart < most {
        left *= kept
        apart += 1
      }
      if rounds >= 4 * apart { break }
    }
    return (apart, rounds)
  }
}
