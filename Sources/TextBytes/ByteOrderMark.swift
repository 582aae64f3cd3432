extension Collection<UInt8> {
  /// How many bytes the byte order mark of UTF-8 takes that they begin with: 3, or 0 where there is none.
  package var byteOrderMarkLength: Int { starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}
