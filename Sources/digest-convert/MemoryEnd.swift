import CMemory
import DigestConversion

/// The end of a run that gets no more memory.
enum MemoryEnd {
  /// Known from the start: then there is no memory left to make it.
  private static let message: StaticString = """
    error: there is not enough memory [file/out-of-memory]
    help: convert to fewer formats at once, or one input at a time with -j 1

    """

  /// From now on the program ends with a message where it would end with a trace.
  static func report() {
    message.withUTF8Buffer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        dc_end_without_memory(text.baseAddress, text.count, ExitStatus.outOfMemory.rawValue)
      }
    }
  }
}
