internal import CLibXML2
import DigestDiagnostics

/// Entities that a document refers to without declaring them.
struct XMLEntities {
  /// Owns them.
  private var owner: xmlDocPtr?
  private var known: [String: (entity: xmlEntityPtr, isKnown: Bool)] = [:]
  private var parameters: [String: xmlEntityPtr] = [:]

  /// What a name stands for: the character that HTML means by it, or the reference as it is written.
  mutating func entity(_ name: String) -> (entity: xmlEntityPtr?, isNew: Bool, isKnown: Bool) {
    if let (entity, isKnown) = known[name] { return (entity, false, isKnown) }
    let character = CharacterNames.table[name]
    let content = character.map(Self.escaped) ?? "&#38;" + name + ";"
    guard let entity = make(name, XML_INTERNAL_GENERAL_ENTITY, content) else { return (nil, true, false) }
    known[name] = (entity, character != nil)
    return (entity, true, character != nil)
  }

  /// An entity of nothing, for use in a document type declaration.
  mutating func emptyParameterEntity(_ name: String) -> (entity: xmlEntityPtr?, isNew: Bool) {
    if let entity = parameters[name] { return (entity, false) }
    let entity = make(name, XML_INTERNAL_PARAMETER_ENTITY, "")
    parameters[name] = entity
    return (entity, true)
  }

  private mutating func make(_ name: String, _ type: xmlEntityType, _ content: String) -> xmlEntityPtr? {
    if owner == nil {
      owner = xmlNewDoc("1.0")
      xmlCreateIntSubset(owner, "entities", nil, nil)
    }
    return xmlAddDocEntity(owner, name, Int32(type.rawValue), nil, nil, content)
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
    parameters = [:]
  }

  /// The content of an entity is parsed, so that `&` and `<` have to be references in it.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { $0 == "&" || $0 == "<" ? "&#\($0.value);" : String($0) }.joined()
  }
}
