/// A vector that workers read without checks, lent for the length of a closure: for kernels and parsers only.
public struct UncheckedVector<Element: BitwiseCopyable>: @unchecked Sendable {
  @usableFromInline let base: UnsafePointer<Element>?
  public let count: Int

  @inlinable public init(_ buffer: UnsafeBufferPointer<Element>) {
    base = buffer.baseAddress
    count = buffer.count
  }

  @inlinable public subscript(index: Int) -> Element { base.unsafelyUnwrapped[index] }

  /// Lends a part of it.
  @inlinable public subscript(range: Range<Int>) -> UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: base.unsafelyUnwrapped + range.lowerBound, count: range.upperBound &- range.lowerBound)
  }
}
