internal import CLibXML2
import DigestDiagnostics

/// Entities that a document refers to without declaring them.
struct XMLEntities {
  /// Owns them.
  private var owner: xmlDocPtr?
  private var known: [String: (entity: xmlEntityPtr, isKnown: Bool)] = [:]

  /// What a name stands for: the character that HTML means by it, or the reference as it is written.
  mutating func entity(_ name: String) -> (entity: xmlEntityPtr?, isNew: Bool, isKnown: Bool) {
    if let (entity, isKnown) = known[name] { return (entity, false, isKnown) }
    if owner == nil {
      owner = xmlNewDoc("1.0")
      xmlCreateIntSubset(owner, "entities", nil, nil)
    }
    let character = CharacterNames.table[name]
    let content = character.map(Self.escaped) ?? "&#38;" + name + ";"
    guard
      let entity = xmlAddDocEntity(
        owner, name, Int32(XML_INTERNAL_GENERAL_ENTITY.rawValue), nil, nil, content)
    else { return (nil, true, false) }
    known[name] = (entity, character != nil)
    return (entity, true, character != nil)
  }

  func finding(_ name: String, isExternal: Bool, isKnown: Bool) -> XMLFinding {
    if isExternal {
      return XMLFinding(
        XMLDiagnostics.externalEntity,
        "entity \(quoted(name)) is the content of another file, which is not read")
    }
    return XMLFinding(
      XMLDiagnostics.undeclaredEntity,
      "entity \(quoted(name)) is not declared; it was \(isKnown ? "read as in HTML" : "kept as it is written")"
    )
  }

  /// Frees what is in it, after the parser.
  mutating func free() {
    if let owner { xmlFreeDoc(owner) }
    owner = nil
    known = [:]
  }

  /// The content of an entity is parsed, so that `&` and `<` have to be references in it.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { $0 == "&" || $0 == "<" ? "&#\($0.value);" : String($0) }.joined()
  }
}
