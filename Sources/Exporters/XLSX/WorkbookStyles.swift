import DigestSyntax

/// The part `xl/styles.xml`: a format of cells for each `CellStyle`.
enum WorkbookStyles {
  static func part() -> [UInt8] {
    var xml = XMLWriter(layout: .compact)
    xml.start("styleSheet")
    xml.attribute("xmlns", Workbook.namespace)
    xml.group("fonts", of: 3) { xml in
      xml.font()
      xml.font { $0.empty("b") }
      xml.font(color: "FF0563C1") { $0.empty("u") }
    }
    // Excel wants these two first.
    xml.group("fills", of: 2) { xml in
      for pattern in ["none", "gray125"] {
        xml.start("fill")
        xml.empty("patternFill", ("patternType", pattern))
        xml.end()
      }
    }
    xml.group("borders", of: 1) { xml in
      xml.start("border")
      for side: StaticString in ["left", "right", "top", "bottom", "diagonal"] { xml.empty(side) }
      xml.end()
    }
    xml.group("cellStyleXfs", of: 1) { $0.format() }
    // In the order of `CellStyle`; 49 is the format of text.
    xml.group("cellXfs", of: 4) { xml in
      xml.format(styled: true)
      xml.format(font: 1, styled: true)
      xml.format(number: 49, styled: true)
      xml.format(font: 2, styled: true)
    }
    xml.group("cellStyles", of: 1) { xml in
      xml.empty("cellStyle", ("name", "Normal"), ("xfId", "0"), ("builtinId", "0"))
    }
    return xml.finish()
  }
}

extension XMLWriter {
  fileprivate mutating func empty(_ name: StaticString, _ attributes: (StaticString, String)...) {
    start(name)
    for (name, value) in attributes { attribute(name, value) }
    end()
  }

  fileprivate mutating func group(_ name: StaticString, of count: Int, _ body: (inout XMLWriter) -> Void) {
    start(name)
    attribute("count", "\(count)")
    body(&self)
    end()
  }

  fileprivate mutating func font(color: String? = nil, _ marks: (inout XMLWriter) -> Void = { _ in }) {
    start("font")
    marks(&self)
    empty("sz", ("val", "11"))
    if let color { empty("color", ("rgb", color)) }
    empty("name", ("val", "Calibri"))
    empty("family", ("val", "2"))
    end()
  }

  fileprivate mutating func format(number: Int = 0, font: Int = 0, styled: Bool = false) {
    start("xf")
    attribute("numFmtId", "\(number)")
    attribute("fontId", "\(font)")
    attribute("fillId", "0")
    attribute("borderId", "0")
    if styled { attribute("xfId", "0") }
    if number != 0 { attribute("applyNumberFormat", "1") }
    if font != 0 { attribute("applyFont", "1") }
    end()
  }
}
