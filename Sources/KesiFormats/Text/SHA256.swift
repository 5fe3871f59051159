import CMessageDigest

/// The digest by which inputs and scripts are told apart.
///
/// - Source: FIPS 180-4, *Secure Hash Standard*, 2015, section 6.2; computed by libmd.
package enum SHA256 {
  /// 32 bytes.
  package static func digest(of bytes: [UInt8]) -> [UInt8] { bytes.withUnsafeBytes(digest) }

  static func digest(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var state = SHA2_CTX()
    SHA256Init(&state)
    if let start = bytes.bindMemory(to: UInt8.self).baseAddress { SHA256Update(&state, start, bytes.count) }
    return [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { digest, count in
      SHA256Final(digest.baseAddress, &state)
      count = Int(SHA256_DIGEST_LENGTH)
    }
  }

  /// As tables of digests and `sha256sum` have it: 64 digits, in lower case.
  static func digits(of bytes: UnsafeRawBufferPointer) -> String {
    digest(of: bytes).flatMap { [$0 >> 4, $0 & 15] }.map { String($0, radix: 16) }.joined()
  }
}
