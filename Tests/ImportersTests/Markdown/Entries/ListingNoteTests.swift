import DigestModel
import DigestTestSupport
import Testing

/// What a paper line says about its listing.
@Suite struct ListingNoteTests {
  private func mention(_ text: String) throws -> Digest.PaperMention {
    let result = try MarkdownReading.read(
      "1.  **TOPIC_TREE**\n\n    *   NLP\n        *   2503.00001 | \(text)\n")
    #expect(result.diagnostics.map(\.summary) == [])
    guard case .topic(let topic)? = result.digest.sections.first?.entries.first,
      case .paper(let mention)? = topic.children.first
    else {
      Issue.record("no paper line: \(result.digest.outline)")
      return Digest.PaperMention(papers: [])
    }
    return mention
  }

  @Test(
    "a duplicate is announced before the text, after it or inside it, in any language",
    arguments: [
      ("(Đã liệt kê ở I.A) AlphaNet.", "(Đã liệt kê ở I.A)", "AlphaNet."),
      ("(Already listed in Robots) AlphaNet.", "(Already listed in Robots)", "AlphaNet."),
      ("*(Đã liệt kê ở I.A)* AlphaNet.", "*(Đã liệt kê ở I.A)*", "AlphaNet."),
      ("**(Đã được liệt kê ở I.A)** – AlphaNet.", "**(Đã được liệt kê ở I.A)**", "AlphaNet."),
      ("(ĐÃ LIỆT KÊ Ở I.A) AlphaNet.", "(ĐÃ LIỆT KÊ Ở I.A)", "AlphaNet."),
      ("[Duplicate of I.A] AlphaNet.", "[Duplicate of I.A]", "AlphaNet."),
      ("(see also above) AlphaNet.", "(see also above)", "AlphaNet."),
      ("(See above): AlphaNet.", "(See above)", "AlphaNet."),
      ("`(Đã liệt kê ở I.A)` AlphaNet.", "`(Đã liệt kê ở I.A)`", "AlphaNet."),
      ("（已列于 I.A）AlphaNet。", "（已列于 I.A）", "AlphaNet。"),
      ("(déjà listé en I.A) AlphaNet.", "(déjà listé en I.A)", "AlphaNet."),
      ("(bereits aufgeführt unter I.A) AlphaNet.", "(bereits aufgeführt unter I.A)", "AlphaNet."),
      ("(ya mencionado en I.A) AlphaNet.", "(ya mencionado en I.A)", "AlphaNet."),
      ("AlphaNet (đã liệt kê ở I.A) cho robot.", "(đã liệt kê ở I.A)", "AlphaNet cho robot."),
      (
        "AlphaNet cho robot (already listed in I.A), nhanh.", "(already listed in I.A)",
        "AlphaNet cho robot, nhanh."
      ),
      ("AlphaNet *(cross-listed with I.A)* cho robot.", "*(cross-listed with I.A)*", "AlphaNet cho robot."),
      ("AlphaNet. (Đã liệt kê ở I.A)", "(Đã liệt kê ở I.A)", "AlphaNet."),
      ("AlphaNet (Đã liệt kê ở I.A).", "(Đã liệt kê ở I.A).", "AlphaNet"),
      ("AlphaNet. (Trùng)", "(Trùng)", "AlphaNet."),
      ("AlphaNet. (Trùng với II.B)", "(Trùng với II.B)", "AlphaNet."),
      ("AlphaNet. (same as II.B)", "(same as II.B)", "AlphaNet."),
      ("AlphaNet. (repeated)", "(repeated)", "AlphaNet."),
      ("AlphaNet。（重复）", "（重复）", "AlphaNet。"),
      ("AlphaNet – đã liệt kê ở I.A.", "đã liệt kê ở I.A.", "AlphaNet"),
      ("AlphaNet. Already listed under NLP > Data.", "Already listed under NLP > Data.", "AlphaNet."),
      ("Đã liệt kê ở I.A.", "Đã liệt kê ở I.A.", nil), ("(Đã liệt kê ở I.A)", "(Đã liệt kê ở I.A)", nil),
      ("AlphaNet. (Lưu ý: Survey) (Đã liệt kê ở I.A)", "(Lưu ý: Survey) (Đã liệt kê ở I.A)", "AlphaNet."),
    ] as [(String, String, String?)])
  func readsAnnouncedDuplicates(text: String, note: String, summary: String?) throws {
    let mention = try mention(text)
    #expect(mention.isDuplicate)
    #expect(mention.note?.markdown == note)
    #expect(mention.summary?.markdown == summary)
  }

  @Test("the name of the paper stands before or after the announcement")
  func readsNamesBesideAnnouncements() throws {
    for text in [
      "(Đã liệt kê ở I.A) NEO: AlphaNet.", "NEO: (Đã liệt kê ở I.A) AlphaNet.",
      "NEO: AlphaNet. (Trùng với I.A)",
    ] {
      let mention = try mention(text)
      #expect(mention.isDuplicate)
      #expect(mention.name?.markdown == "NEO")
      #expect(mention.summary?.markdown == "AlphaNet.")
    }
  }

  @Test("a bracket with any other note stays at the end or before the text")
  func readsOtherNotes() throws {
    for (text, summary) in [
      ("AlphaNet. (Lưu ý: Survey)", "AlphaNet."), ("(Lưu ý: Survey) AlphaNet.", "AlphaNet."),
    ] {
      let mention = try mention(text)
      #expect(!mention.isDuplicate)
      #expect(mention.note?.markdown == "(Lưu ý: Survey)")
      #expect(mention.summary?.markdown == summary)
    }
  }

  @Test(
    "the same words about the paper itself are not an announcement",
    arguments: [
      "Lấy mẫu (lặp lại nhiều lần) để chọn.", "Lấy mẫu nhiều lần (repeated sampling).",
      "Bỏ dữ liệu (trùng lặp token) rồi học.",
      "Loss giống GPT (same as GPT-4).", "Kết quả (listed in Table 2) tốt.", "Kết quả (see also RLHF) tốt.",
      "Xem xét lại dữ liệu.", "Lặp lại quá trình huấn luyện.", "(2D) Ảnh.",
      "Đã đề cập đến nhiều vấn đề: a, b.",
      "[link](https://example.org/already) text", "Kiến trúc 2D (chú ý cục bộ/toàn cục).",
      "Trợ lý (note-taking agents).",
      "`(already listed) x` là code.", "Cơ chế (attention (already) x).",
    ])
  func leavesTextAboutThePaper(text: String) throws {
    let mention = try mention(text)
    #expect(!mention.isDuplicate)
    #expect(mention.note == nil)
    #expect(mention.summary?.markdown == text)
  }
}
