import CExpat

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The name of an element or an attribute, without the prefix of its namespace: `row` of `<x:row>`. It lasts as long as the
/// event that brought it.
///
/// ```swift
/// switch name {
/// case "node": …
/// case "edge": …
/// default: break
/// }
/// ```
struct XMLName {
  /// Ends with a zero.
  fileprivate let local: UnsafePointer<CChar>

  init(qualified: UnsafePointer<CChar>) {
    var local = qualified
    var end = qualified
    while end.pointee != 0 {
      if end.pointee == 0x3A { local = end + 1 }
      end += 1
    }
    self.local = local
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(zeroEnded: local) }

  var string: String { String(cString: local) }

  static func == (name: XMLName, word: StaticString) -> Bool { name.local.isExactly(word) }
  static func ~= (word: StaticString, name: XMLName) -> Bool { name.local.isExactly(word) }
}

/// The attributes of an element. They last as long as the event that brought them.
struct XMLAttributes {
  /// Names and values by turns, then nil.
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

  init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>) { self.list = list }

  /// The bytes of the value of an attribute, by its name without a prefix; nil where there is none.
  subscript(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    var pair = list
    while let found = pair[0], let value = pair[1] {
      if XMLName(qualified: found) == name, !XMLAttributes.isNamespace(found) {
        return UnsafeBufferPointer(zeroEnded: value)
      }
      pair += 2
    }
    return nil
  }

  func string(_ name: StaticString) -> String? { self[name].map { String(decoding: $0, as: UTF8.self) } }

  func forEach(_ body: (_ name: XMLName, _ value: UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    var pair = list
    while let found = pair[0], let value = pair[1] {
      if !XMLAttributes.isNamespace(found) {
        try body(XMLName(qualified: found), UnsafeBufferPointer(zeroEnded: value))
      }
      pair += 2
    }
  }

  /// Whether an attribute tells of a namespace, `xmlns:r`, rather than of the element.
  private static func isNamespace(_ name: UnsafePointer<CChar>) -> Bool {
    strncmp(name, "xmlns", 5) == 0 && (name[5] == 0 || name[5] == 0x3A)
  }
}

extension UnsafePointer<CChar> {
  fileprivate func isExactly(_ word: StaticString) -> Bool {
    // A literal ends with a zero.
    strcmp(self, UnsafeRawPointer(word.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of a C string, without the zero at its end.
  fileprivate init(zeroEnded text: UnsafePointer<CChar>) {
    self.init(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: strlen(text))
  }

  func isExactly(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && (count == 0 || memcmp(baseAddress!, word.utf8Start, count) == 0)
  }
}
