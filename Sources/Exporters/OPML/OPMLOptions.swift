/// How an OPML file is written.
public struct OPMLOptions: Hashable, Sendable {
  /// What the reading program can show.
  public enum Profile: String, Hashable, Sendable, CaseIterable {
    /// Notes: the summary of a paper is its outline's `_note`.
    case notes
    /// Outlines alone: the summary is an outline below the paper.
    case children
    /// Outlines alone, with the attributes of OPML 2.0 and no others, below a bare `<opml version="2.0">`: Emacs's
    /// org-opml knows no other root (rule O6). What an outline stands for is not said, so the file cannot be read back.
    case plain

    /// Whether a note is an attribute of its outline, else it is an outline below.
    var hasNotes: Bool { self == .notes }
    /// Whether what OPML has no word for stands in attributes of our namespace (rule O5).
    var hasNamespace: Bool { self != .plain }
  }

  /// What the reading program takes `text` and `_note` for. OPML 2.0, *Text attribute*: they "may contain encoded HTML
  /// markup", and no file can say whether its do.
  public enum TextForm: String, Hashable, Sendable, CaseIterable {
    /// Characters, shown as they are: OmniOutliner, Dynalist, Freeplane, hnb.
    case plain
    /// HTML: Workflowy, Drummer, pandoc. Characters of markup are escaped once more, so that `<think>` is not taken
    /// for a tag and lost, and the id of a paper is an anchor, since these programs show no `url`.
    case html
  }

  /// Where the summary of a paper stands, and whether there is anything beside OPML's own attributes.
  public var profile: Profile
  /// Whether text is characters or HTML.
  public var textForm: TextForm

  /// Makes options; by default summaries as notes, text as characters.
  public init(profile: Profile = .notes, textForm: TextForm = .plain) {
    self.profile = profile
    self.textForm = textForm
  }
}
