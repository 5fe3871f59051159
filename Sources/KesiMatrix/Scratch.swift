/// Scratch memory of one worker: allocated once, freed with the worker, read and written without checks.
public struct Scratch<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline let base: UnsafeMutablePointer<Element>
  @usableFromInline let count: Int

  @inlinable public init(repeating value: Element, count: Int) {
    base = .allocate(capacity: count)
    base.initialize(repeating: value, count: count)
    self.count = count
  }

  /// Memory that is written before it is read; what is never touched costs nothing.
  @inlinable public init(uninitialized count: Int) {
    base = .allocate(capacity: count)
    self.count = count
  }

  deinit { base.deallocate() }

  /// Lends the memory to several workers, for no longer than it lives.
  @inlinable public var shared: SharedBuffer<Element> {
    SharedBuffer(UnsafeMutableBufferPointer(start: base, count: count))
  }

  @inlinable public subscript(index: Int) -> Element {
    get { base[index] }
    nonmutating set { base[index] = newValue }
  }

  /// Sets every element.
  @inlinable public func reset(to value: Element) { base.update(repeating: value, count: count) }
}
