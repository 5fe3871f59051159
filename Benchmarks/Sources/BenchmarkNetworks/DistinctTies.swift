/// Ties as keys: the lower end in the upper half, the other in the lower.
func tieKey(_ a: UInt32, _ b: UInt32) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }

/// Each tie once, sorted.
func distinctTies(_ keys: consuming [UInt64]) -> [(UInt32, UInt32)] {
  keys.sort()
  var ties: [(UInt32, UInt32)] = []
  var last: UInt64?
  for key in keys where key != last {
    ties.append((UInt32(key >> 32), UInt32(truncatingIfNeeded: key)))
    last = key
  }
  return ties
}
