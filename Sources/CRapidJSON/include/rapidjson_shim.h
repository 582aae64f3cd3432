#pragma once
#include <stdbool.h>
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  DC_JSON_NULL,
  DC_JSON_FALSE,
  DC_JSON_TRUE,
  DC_JSON_NUMBER,
  DC_JSON_STRING,
  DC_JSON_NAME,
  DC_JSON_BEGIN_OBJECT,
  DC_JSON_END_OBJECT,
  DC_JSON_BEGIN_ARRAY,
  DC_JSON_END_ARRAY,
} dc_json_kind;

typedef struct {
  dc_json_kind kind;
  size_t lower;     ///< Offset of the token's first byte.
  size_t upper;     ///< Offset after its last byte.
  const char *text; ///< Decoded string or spelled number, UTF-8; lives until the handler returns.
  size_t count;     ///< Bytes of `text`.
} dc_json_event;

typedef enum {
  DC_JSON_OK,
  DC_JSON_STOPPED, ///< The handler returned false.
  DC_JSON_EMPTY,
  DC_JSON_INVALID_VALUE,
  DC_JSON_MISSING_NAME,
  DC_JSON_MISSING_COLON,
  DC_JSON_MISSING_COMMA_OR_BRACE,
  DC_JSON_MISSING_COMMA_OR_BRACKET,
  DC_JSON_INVALID_HEX,
  DC_JSON_LONE_SURROGATE,
  DC_JSON_INVALID_ESCAPE,
  DC_JSON_MISSING_QUOTE,
  DC_JSON_INVALID_ENCODING,
  DC_JSON_NUMBER_TOO_BIG,
  DC_JSON_MISSING_FRACTION,
  DC_JSON_MISSING_EXPONENT,
  DC_JSON_OTHER_ERROR,
} dc_json_status;

typedef struct {
  dc_json_status status;
  size_t offset; ///< Of the error; after the value where there is none.
} dc_json_result;

/// Sees a token; returns whether to go on.
typedef bool (*dc_json_handler)(void *context, const dc_json_event *event);

/// Reads one JSON value (RFC 8259) from `start` on and stops after it. Iterative: depth costs heap, not stack.
/// Nothing is kept; `bytes` is borrowed for the call.
/// `isUTF8` says that the bytes are well-formed UTF-8: to look at each of them again takes as long as the rest.
dc_json_result dc_json_parse(const char *bytes, size_t count, size_t start, bool isUTF8, dc_json_handler handler,
                             void *context);

#ifdef __cplusplus
}
#endif
