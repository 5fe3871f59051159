extension String {
  /// As a word of a shell: in quotes where it is not plain.
  package var inShell: String {
    let isPlain =
      !isEmpty
      && unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || "0123456789-_./:,=@+".unicodeScalars.contains(scalar)
      }
    return isPlain ? self : "'" + replacing(["'": "'\\''"]) + "'"
  }
}
