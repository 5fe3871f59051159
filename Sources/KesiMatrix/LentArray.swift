/// Numbers in a row, in memory of one's own or lent by someone else, such as a mapped file: whoever reads them does not see
/// which. Those that were lent are copied when they are first changed.
public struct LentArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  @usableFromInline var owned: [Element]
  /// Nil once they are one's own.
  @usableFromInline var lent: UnsafeBufferPointer<Element>?
  /// What keeps lent memory alive.
  private var owner: AnyObject?

  /// Numbers of one's own.
  public init(_ numbers: [Element] = []) { owned = numbers }

  /// Numbers that lie in memory of someone else. Unchecked: nobody changes them.
  ///
  /// - Parameter owner: what keeps the memory alive.
  package init(lending numbers: UnsafeBufferPointer<Element>, owner: AnyObject) {
    owned = []
    lent = numbers
    self.owner = owner
  }

  /// Whether they lie in memory of someone else.
  package var isLent: Bool { lent != nil }

  /// Lends the numbers to `body`.
  public func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let lent else { return try owned.withUnsafeBufferPointer(body) }
    defer { withExtendedLifetime(owner) {} }
    return try body(lent)
  }

  public mutating func reserveCapacity(_ count: Int) {
    own()
    owned.reserveCapacity(count)
  }

  public mutating func append(_ number: Element) {
    own()
    owned.append(number)
  }

  public mutating func append(contentsOf others: LentArray) {
    own()
    others.withUnsafeBufferPointer { owned.append(contentsOf: $0) }
  }

  public mutating func append(contentsOf others: some Sequence<Element>) {
    own()
    owned.append(contentsOf: others)
  }

  private mutating func own() {
    guard let lent else { return }
    owned = withExtendedLifetime(owner) { Array(lent) }
    (self.lent, owner) = (nil, nil)
  }
}

extension LentArray: RandomAccessCollection, MutableCollection {
  public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { lent?.count ?? owned.count }

  public subscript(index: Int) -> Element {
    @inlinable get {
      guard let lent else { return owned[index] }
      precondition(index >= 0 && index < lent.count, "place \(index) of \(lent.count)")
      return lent[index]
    }
    set {
      own()
      owned[index] = newValue
    }
  }
}

extension LentArray: ExpressibleByArrayLiteral {
  public init(arrayLiteral numbers: Element...) { self.init(numbers) }
}

extension LentArray: Equatable where Element: Equatable {
  public static func == (one: LentArray, other: LentArray) -> Bool { one.elementsEqual(other) }
}
