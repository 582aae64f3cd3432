#include "rapidjson_shim.h"
// Headers alone: no library to link and no need of pkg-config. Homebrew's folder on ARM is not one of the compiler's.
#if __has_include(<rapidjson/reader.h>)
#include <rapidjson/reader.h>
#elif __has_include("/opt/homebrew/include/rapidjson/reader.h")
#include "/opt/homebrew/include/rapidjson/reader.h"
#else
#error "RapidJSON is missing: apt install rapidjson-dev, or brew install rapidjson"
#endif

namespace {

/// The input with its end; RapidJSON takes NUL as the end, so a NUL byte stops it before `end`.
struct Stream {
  typedef char Ch;
  const char *base, *at, *end;

  Ch Peek() const { return at == end ? '\0' : *at; }
  Ch Take() { return at == end ? '\0' : *at++; }
  size_t Tell() const { return static_cast<size_t>(at - base); }
  Ch *PutBegin() { return nullptr; }
  void Put(Ch) {}
  void Flush() {}
  size_t PutEnd(Ch *) { return 0; }
};

struct Handler : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Handler> {
  const Stream &stream;
  dc_json_handler handler;
  void *context;
  size_t previous;               // Offset after the token before.
  size_t surrogate = SIZE_MAX;   // Offset of a lone low surrogate.

  Handler(const Stream &stream, dc_json_handler handler, void *context)
      : stream(stream), handler(handler), context(context), previous(stream.Tell()) {}

  static bool isBetweenTokens(char c) {
    return c == ' ' || c == '\n' || c == ',' || c == ':' || c == '\t' || c == '\r';
  }

  /// RapidJSON's events have no place; between two tokens there is nothing but space, comma and colon.
  bool send(dc_json_kind kind, size_t length, const char *text, size_t count) {
    size_t lower = previous;
    while (isBetweenTokens(stream.base[lower])) lower++;
    const size_t upper = length ? lower + length : stream.Tell();
    previous = upper;
    const dc_json_event event = {kind, lower, upper, text, count};
    return handler(context, &event);
  }

  /// RapidJSON 1.1.0 refuses a lone high surrogate and lets a lone low one through as `ED B0 80`.
  bool hasLoneSurrogate(const char *text, size_t count) {
    if (!memchr(text, '\xED', count)) return false;
    for (size_t i = 0; i + 1 < count; i++) {
      if (text[i] != '\xED' || static_cast<unsigned char>(text[i + 1]) < 0xA0) continue;
      for (size_t k = previous; k + 3 < stream.Tell(); k++) {
        if (stream.base[k] != '\\') continue;
        if (stream.base[k + 1] == 'u' && (stream.base[k + 2] | 0x20) == 'd') {
          if (strchr("cdefCDEF", stream.base[k + 3])) {
            surrogate = k;
            return true;
          }
          if (strchr("89abAB", stream.base[k + 3])) k += 6;  // A pair.
        }
        k++;
      }
    }
    return false;
  }

  bool Null() { return send(DC_JSON_NULL, 4, nullptr, 0); }
  bool Bool(bool value) { return send(value ? DC_JSON_TRUE : DC_JSON_FALSE, value ? 4 : 5, nullptr, 0); }
  bool RawNumber(const char *, rapidjson::SizeType, bool) {
    return send(DC_JSON_NUMBER, 0, nullptr, 0);  // The spelling is the source.
  }
  bool String(const char *text, rapidjson::SizeType count, bool) {
    return !hasLoneSurrogate(text, count) && send(DC_JSON_STRING, 0, text, count);
  }
  bool Key(const char *text, rapidjson::SizeType count, bool) {
    return !hasLoneSurrogate(text, count) && send(DC_JSON_NAME, 0, text, count);
  }
  bool StartObject() { return send(DC_JSON_BEGIN_OBJECT, 1, nullptr, 0); }
  bool EndObject(rapidjson::SizeType) { return send(DC_JSON_END_OBJECT, 1, nullptr, 0); }
  bool StartArray() { return send(DC_JSON_BEGIN_ARRAY, 1, nullptr, 0); }
  bool EndArray(rapidjson::SizeType) { return send(DC_JSON_END_ARRAY, 1, nullptr, 0); }
};

dc_json_status status(rapidjson::ParseErrorCode code) {
  switch (code) {
  case rapidjson::kParseErrorNone: return DC_JSON_OK;
  case rapidjson::kParseErrorTermination: return DC_JSON_STOPPED;
  case rapidjson::kParseErrorDocumentEmpty: return DC_JSON_EMPTY;
  case rapidjson::kParseErrorValueInvalid: return DC_JSON_INVALID_VALUE;
  case rapidjson::kParseErrorObjectMissName: return DC_JSON_MISSING_NAME;
  case rapidjson::kParseErrorObjectMissColon: return DC_JSON_MISSING_COLON;
  case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket: return DC_JSON_MISSING_COMMA_OR_BRACE;
  case rapidjson::kParseErrorArrayMissCommaOrSquareBracket: return DC_JSON_MISSING_COMMA_OR_BRACKET;
  case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex: return DC_JSON_INVALID_HEX;
  case rapidjson::kParseErrorStringUnicodeSurrogateInvalid: return DC_JSON_LONE_SURROGATE;
  case rapidjson::kParseErrorStringEscapeInvalid: return DC_JSON_INVALID_ESCAPE;
  case rapidjson::kParseErrorStringMissQuotationMark: return DC_JSON_MISSING_QUOTE;
  case rapidjson::kParseErrorStringInvalidEncoding: return DC_JSON_INVALID_ENCODING;
  case rapidjson::kParseErrorNumberTooBig: return DC_JSON_NUMBER_TOO_BIG;
  case rapidjson::kParseErrorNumberMissFraction: return DC_JSON_MISSING_FRACTION;
  case rapidjson::kParseErrorNumberMissExponent: return DC_JSON_MISSING_EXPONENT;
  default: return DC_JSON_OTHER_ERROR;
  }
}

}  // namespace

dc_json_result dc_json_parse(const char *bytes, size_t count, size_t start, bool isUTF8, dc_json_handler handler,
                             void *context) {
  using namespace rapidjson;
  Stream stream = {bytes, bytes + start, bytes + count};
  Handler events(stream, handler, context);
  Reader reader;
  constexpr unsigned flags = kParseIterativeFlag | kParseNumbersAsStringsFlag | kParseStopWhenDoneFlag;
  const ParseResult result = isUTF8 ? reader.Parse<flags>(stream, events)
                                    : reader.Parse<flags | kParseValidateEncodingFlag>(stream, events);
  if (events.surrogate != SIZE_MAX) return {DC_JSON_LONE_SURROGATE, events.surrogate};
  if (!result.IsError()) return {DC_JSON_OK, stream.Tell()};
  return {status(result.Code()), result.Offset()};
}
