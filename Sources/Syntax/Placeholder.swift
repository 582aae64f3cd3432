internal import CMD4C
internal import CLibXML2
internal import CLibYAML
internal import CLibMD
internal import CRapidJSON
enum Placeholder {}
