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
    var links = LossLog()
    var result = write(digest.withSafeLinks(&links))
    result.losses.append(links.losses)
    return result
  }

  private func write(_ digest: Digest) -> ExportResult {
    var plan = MarkdownPlan(digest)
    var output = MarkdownDigestWriter.write(digest, plan)
    for _ in 0..<MarkdownPlan.mostTrials {
      guard let back = read(output.bytes, of: digest) else {
        plan.encodeEverything()
        output = MarkdownDigestWriter.write(digest, plan)
        continue
      }
      guard plan.learn(from: back, of: digest) else { return result(output, back, digest) }
      output = MarkdownDigestWriter.write(digest, plan)
    }
    plan.encodeEverything()
    output = MarkdownDigestWriter.write(digest, plan)
    return result(output, read(output.bytes, of: digest), digest)
  }

  /// What was written, as it is read. Markdown does not say in which order papers are listed apart from the text.
  private func read(_ bytes: [UInt8], of digest: Digest) -> Digest? {
    guard var back = reader(bytes) else { return nil }
    if !digest.sections.isEmpty { back.orderPapers(as: digest) }
    return back
  }

  private func result(_ output: MarkdownOutput, _ back: Digest?, _ digest: Digest) -> ExportResult {
    var losses = output.losses
    if losses.losses.isEmpty, back != digest {
      losses.record(.characters, .degraded, "what was written reads back as another digest", at: .none)
    }
    return ExportResult(files: [OutputFile(bytes: output.bytes)], losses: losses)
  }
}

/// What was written, and what it could not carry.
struct MarkdownOutput {
  var bytes: [UInt8]
  var losses: LossLog
}
