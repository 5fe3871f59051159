/// A vector that workers read without checks, lent for the length of a closure: for kernels only.
public struct UncheckedVector<Element: BitwiseCopyable>: @unchecked Sendable {
  @usableFromInline let base: UnsafePointer<Element>?

  @inlinable public init(_ buffer: UnsafeBufferPointer<Element>) { base = buffer.baseAddress }

  @inlinable public subscript(index: Int) -> Element { base.unsafelyUnwrapped[index] }
}
