internal import CLibMD
internal import CLibXML2
internal import CLibYAML
internal import CMD4C
internal import CRapidJSON

enum Placeholder {}
