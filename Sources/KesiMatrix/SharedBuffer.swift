/// Memory that several workers write to, each to places of its own. Unchecked: for kernels only.
public struct SharedBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  @usableFromInline let base: UnsafeMutablePointer<Element>?

  @usableFromInline init(base: UnsafeMutablePointer<Element>?) { self.base = base }

  @inlinable public init(_ buffer: UnsafeMutableBufferPointer<Element>) { base = buffer.baseAddress }

  @inlinable public subscript(index: Int) -> Element {
    get { base.unsafelyUnwrapped[index] }
    nonmutating set { base.unsafelyUnwrapped[index] = newValue }
  }
}
