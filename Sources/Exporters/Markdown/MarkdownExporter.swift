public import DigestModel

/// Writes a digest as Markdown: the sections as people write them, and metadata as YAML front matter.
///
/// What it writes reads back to the same digest. Markdown has no grammar of digests, only readers with many rules, so
/// the exporter does not repeat those rules: it writes every entry as people would, reads the result, and writes what did
/// not come back in another form, in the end encoded (`MarkdownPlan`).
public struct MarkdownExporter: Exporter {
  /// The name on the command line.
  public let name = "markdown"
  /// One line for `digest-convert formats`.
  public let summary = "the digest as Markdown to read and edit, which reads back to the same digest"
  /// The output is one file.
  public let layout = OutputLayout.file(fileExtension: "md")
  /// What becomes of each part of a digest; what is not listed is dropped.
  public var capabilities: [ModelPart: Fidelity] { MarkdownCapabilities.all }

  private let reader: @Sendable ([UInt8]) -> Digest?

  /// Makes an exporter.
  /// - Parameter reader: reads what was written, as the program that will read it does, and normalises the digest; `nil`
  ///   where it cannot be read.
  public init(reader: @escaping @Sendable ([UInt8]) -> Digest?) { self.reader = reader }

  /// Writes the whole digest; never throws.
  /// - Complexity: O(n) in the size of the digest; the output is read at least once and at most `MarkdownPlan.mostTrials`
  ///   times.
  public func export(_ digest: Digest) -> ExportResult {
    var losses = LossLog()
    let output = write(digest.withSafeLinks(&losses)).output
    return ExportResult(files: [OutputFile(bytes: output.bytes)], losses: output.losses.followed(by: losses))
  }

  /// Writes several digests as one file: one front matter, then each with a heading of its own; one digest is written as
  /// it is alone. Never throws.
  /// - Complexity: as of each digest alone.
  public func export(_ collection: DigestCollection) -> ExportResult {
    guard collection.digests.count != 1 else { return export(collection.digests[0]) }
    var losses = LossLog()
    var parts: [MarkdownCollectionWriter.Part] = []
    for digest in collection.digests {
      var links = LossLog()
      let safe = digest.withSafeLinks(&links)
      let (plan, output) = write(safe)
      losses.append(output.losses.followed(by: links).losses)
      parts.append(
        MarkdownCollectionWriter.Part(digest: safe, plan: plan, text: output.bytes[output.textStart...]))
    }
    let bytes = MarkdownCollectionWriter.write(parts, titled: collection.title, labels: collection.labels)
    return ExportResult(files: [OutputFile(bytes: bytes)], losses: losses)
  }

  private func write(_ digest: Digest) -> (plan: MarkdownPlan, output: MarkdownOutput) {
    var plan = MarkdownPlan(digest)
    var output = MarkdownDigestWriter.write(digest, plan)
    for _ in 0..<MarkdownPlan.mostTrials {
      guard let back = read(output.bytes, of: digest) else {
        plan.encodeEverything()
        output = MarkdownDigestWriter.write(digest, plan)
        continue
      }
      guard plan.learn(from: back, of: digest) else { return (plan, output.compared(back, with: digest)) }
      output = MarkdownDigestWriter.write(digest, plan)
    }
    plan.encodeEverything()
    output = MarkdownDigestWriter.write(digest, plan)
    return (plan, output.compared(read(output.bytes, of: digest), with: digest))
  }

  /// What was written, as it is read. Markdown does not say in which order papers are listed apart from the text.
  private func read(_ bytes: [UInt8], of digest: Digest) -> Digest? {
    guard var back = reader(bytes) else { return nil }
    if !digest.sections.isEmpty { back.orderPapers(as: digest) }
    return back
  }
}

/// What was written, and what it could not carry.
struct MarkdownOutput {
  var bytes: [UInt8]
  /// Where the front matter ends.
  var textStart: Int
  var losses: LossLog

  /// - Parameter back: what the output is read as.
  fileprivate func compared(_ back: Digest?, with digest: Digest) -> MarkdownOutput {
    guard losses.losses.isEmpty, back != digest else { return self }
    var output = self
    output.losses.record(
      .characters, .degraded, "what was written reads back as another digest", at: .none)
    return output
  }
}

extension LossLog {
  fileprivate func followed(by others: LossLog) -> LossLog {
    var log = self
    log.append(others.losses)
    return log
  }
}
