import DigestSyntax

/// How CSV tables are written.
public struct CSVOptions: Hashable, Sendable {
  /// Who reads the tables.
  public enum Profile: String, Hashable, Sendable, CaseIterable {
    /// Programs: every text as it is.
    case machine
    /// People, in a spreadsheet: a byte order mark, an apostrophe before text that would run as a formula or become
    /// another value, and no text that is longer than a cell.
    case spreadsheet
  }

  /// What stands between two fields.
  public enum Delimiter: String, Hashable, Sendable, CaseIterable {
    /// `,`, what programs expect.
    case comma
    /// `;`, what Excel expects where the comma is the decimal sign.
    case semicolon
    /// TAB (U+0009).
    case tab
  }

  /// What ends a record.
  public enum Terminator: String, Hashable, Sendable, CaseIterable {
    /// CR LF, as RFC 4180 has it.
    case crlf
    /// LF alone.
    case lf
  }

  /// Who reads the tables.
  public var profile: Profile
  /// What stands between two fields.
  public var delimiter: Delimiter
  /// What ends a record.
  public var terminator: Terminator
  /// Whether U+FEFF stands first; Excel takes a file without it for the local 8-bit encoding.
  public var byteOrderMark: Bool

  /// Makes options; by default what RFC 4180 says.
  /// - Parameter byteOrderMark: `nil` for what the profile says: yes for spreadsheets, no for programs.
  public init(
    profile: Profile = .machine, delimiter: Delimiter = .comma, terminator: Terminator = .crlf,
    byteOrderMark: Bool? = nil
  ) {
    self.profile = profile
    self.delimiter = delimiter
    self.terminator = terminator
    self.byteOrderMark = byteOrderMark ?? (profile == .spreadsheet)
  }
}

extension CSVOptions {
  package var dialect: CSVDialect {
    let delimiter: CSVDialect.Delimiter =
      switch self.delimiter {
      case .comma: .comma
      case .semicolon: .semicolon
      case .tab: .tab
      }
    return CSVDialect(
      delimiter: delimiter, terminator: terminator == .crlf ? .crlf : .lf, hasByteOrderMark: byteOrderMark)
  }
}
