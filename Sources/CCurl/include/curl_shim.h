// HTTP by libcurl, which is loaded at the first request: a program that makes none loads nothing of it.
#ifndef CURL_SHIM_H
#define CURL_SHIM_H

#include <stddef.h>

/// Connections that are kept open between requests; `dc_curl_free` closes them. For one thread at a time.
typedef struct dc_curl dc_curl;

/// How a request ended.
typedef enum {
  /// There is a response, of whatever status.
  DC_CURL_ANSWERED,
  /// `should_stop` said so.
  DC_CURL_STOPPED,
  DC_CURL_BODY_TOO_LARGE,
  DC_CURL_TIMED_OUT,
  DC_CURL_HOST_NOT_FOUND,
  DC_CURL_NOT_CONNECTED,
  /// The other side is not who it should be, or does not speak TLS.
  DC_CURL_NOT_SECURE,
  /// The connection ended before the response did.
  DC_CURL_CUT_OFF,
  /// The address, or one that it leads to, is neither `http` nor `https`, or leads from the one to the other.
  DC_CURL_ADDRESS_REFUSED,
  DC_CURL_TOO_MANY_REDIRECTS,
  DC_CURL_OTHER,
} dc_curl_outcome;

/// A GET request.
typedef struct {
  const char *url;
  /// The media types that are wanted.
  const char *accept;
  const char *user_agent;
  /// Milliseconds.
  long connect_time;
  /// Milliseconds for all of it.
  long total_time;
  /// Seconds in which nothing arrives.
  long silent_time;
  size_t body_limit;
  /// Asked about once a second; anything but 0 ends the request.
  int (*should_stop)(void);
} dc_curl_request;

/// What came. `dc_curl_response_free` frees it, whatever the outcome was.
typedef struct {
  long status;
  unsigned char *body;
  size_t length;
  /// NULL where the response does not say.
  char *content_type;
  /// Seconds of `Retry-After`, which may be a date; negative where the response does not say.
  long retry_after;
  /// What libcurl says of a request that has no response.
  char reason[256];
} dc_curl_response;

/// @param reason gets why there is none
/// @return NULL if libcurl is not installed, or too old
dc_curl *dc_curl_make(char reason[256]);

dc_curl_outcome dc_curl_perform(dc_curl *curl, const dc_curl_request *request, dc_curl_response *response);

void dc_curl_response_free(dc_curl_response *response);

void dc_curl_free(dc_curl *curl);

#endif
