import DigestSyntax

/// The parts of a workbook beside its worksheets, and the archive of them all.
struct Workbook {
  static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packageNamespace = "http://schemas.openxmlformats.org/package/2006"
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private var worksheets: [(table: CSVTable, worksheet: Worksheet)] = []

  mutating func add(_ worksheet: Worksheet, of table: CSVTable) { worksheets.append((table, worksheet)) }

  /// The whole file.
  func archive(_ strings: SharedStrings) throws(ZIPError) -> [UInt8] {
    var zip = ZIPWriter()
    // Programs that tell the kind of a file by its first bytes look for this part first.
    try zip.add("[Content_Types].xml", contentTypes())
    let office = Relationship(type: "\(Self.relationships)/officeDocument", target: "xl/workbook.xml")
    try zip.add("_rels/.rels", Self.relationshipPart([office]))
    try zip.add("xl/workbook.xml", workbook())
    try zip.add("xl/_rels/workbook.xml.rels", workbookRelationships())
    try zip.add("xl/styles.xml", WorkbookStyles.part())
    try zip.add("xl/sharedStrings.xml", strings.part())
    for (index, entry) in worksheets.enumerated() {
      try zip.add("xl/worksheets/sheet\(index + 1).xml", entry.worksheet.sheet)
      if let relationships = entry.worksheet.relationships {
        try zip.add("xl/worksheets/_rels/sheet\(index + 1).xml.rels", relationships)
      }
    }
    return try zip.finish()
  }

  private func contentTypes() -> [UInt8] {
    var xml = XMLWriter(layout: .compact)
    xml.start("Types")
    xml.attribute("xmlns", "\(Self.packageNamespace)/content-types")
    for (suffix, type) in [
      ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"),
    ] {
      xml.start("Default")
      xml.attribute("Extension", suffix)
      xml.attribute("ContentType", type)
      xml.end()
    }
    let parts =
      [("workbook", "sheet.main"), ("styles", "styles"), ("sharedStrings", "sharedStrings")]
      + worksheets.indices.map { ("worksheets/sheet\($0 + 1)", "worksheet") }
    for (name, type) in parts {
      xml.start("Override")
      xml.attribute("PartName", "/xl/\(name).xml")
      xml.attribute("ContentType", "\(Self.type).\(type)+xml")
      xml.end()
    }
    return xml.finish()
  }

  private func workbook() -> [UInt8] {
    var xml = XMLWriter(layout: .compact)
    xml.start("workbook")
    xml.attribute("xmlns", Self.namespace)
    xml.attribute("xmlns:r", Self.relationships)
    xml.start("bookViews")
    xml.start("workbookView")
    // Names of sheets have more room beside a narrower bar.
    xml.attribute("tabRatio", "800")
    xml.end()
    xml.end()
    xml.start("sheets")
    for (index, entry) in worksheets.enumerated() {
      xml.start("sheet")
      xml.attribute("name", entry.table.rawValue)
      xml.attribute("sheetId", "\(index + 1)")
      xml.attribute("r:id", "rId\(index + 1)")
      xml.end()
    }
    xml.end()
    // Excel finds the filter of a sheet by this name.
    xml.start("definedNames")
    for (index, entry) in worksheets.enumerated() {
      xml.start("definedName", .mixed)
      xml.attribute("name", "_xlnm._FilterDatabase")
      xml.attribute("localSheetId", "\(index)")
      xml.attribute("hidden", "1")
      xml.text("\(entry.table.rawValue)!\(entry.worksheet.filter)")
      xml.end()
    }
    xml.end()
    return xml.finish()
  }

  private func workbookRelationships() -> [UInt8] {
    Self.relationshipPart(
      worksheets.indices.map {
        Relationship(type: "\(Self.relationships)/worksheet", target: "worksheets/sheet\($0 + 1).xml")
      }
        + ["styles", "sharedStrings"].map {
          Relationship(type: "\(Self.relationships)/\($0)", target: "\($0).xml")
        })
  }

  /// What a part leads to.
  struct Relationship {
    var type: String
    var target: String
    var isExternal = false
  }

  /// With the ids `rId1`, `rId2` in their order.
  static func relationshipPart(_ relationships: [Relationship]) -> [UInt8] {
    var xml = XMLWriter(layout: .compact)
    xml.start("Relationships")
    xml.attribute("xmlns", "\(packageNamespace)/relationships")
    for (index, relationship) in relationships.enumerated() {
      xml.start("Relationship")
      xml.attribute("Id", "rId\(index + 1)")
      xml.attribute("Type", relationship.type)
      xml.attribute("Target", relationship.target)
      if relationship.isExternal { xml.attribute("TargetMode", "External") }
      xml.end()
    }
    return xml.finish()
  }
}
