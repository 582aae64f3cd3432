// CURLOPT_PROTOCOLS is deprecated since 7.85, but each libcurl.so.4 knows it; the one that runs may be older than the
// headers, which know the new one.
#define CURL_DISABLE_DEPRECATION
#define CURL_DISABLE_TYPECHECK
#include "curl_shim.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

// MARK: The library

// The second is Debian's other build, which more programs have brought along.
static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib"};

static struct {
  CURLcode (*global_init)(long);
  CURL *(*easy_init)(void);
  CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
  CURLcode (*easy_perform)(CURL *);
  CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
  void (*easy_reset)(CURL *);
  void (*easy_cleanup)(CURL *);
  const char *(*easy_strerror)(CURLcode);
  struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
  void (*slist_free_all)(struct curl_slist *);
  int is_ready;
  char reason[256];
} library;

static pthread_once_t loaded = PTHREAD_ONCE_INIT;

static void load(void) {
  void *handle = NULL;
  for (size_t i = 0; !handle && i < sizeof names / sizeof *names; i++) handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!handle) {
    snprintf(library.reason, sizeof library.reason, "%s", "it is not installed");
    return;
  }
  const struct {
    void *place;
    const char *name;
  } functions[] = {
      {&library.global_init, "curl_global_init"},     {&library.easy_init, "curl_easy_init"},
      {&library.easy_setopt, "curl_easy_setopt"},     {&library.easy_perform, "curl_easy_perform"},
      {&library.easy_getinfo, "curl_easy_getinfo"},   {&library.easy_reset, "curl_easy_reset"},
      {&library.easy_cleanup, "curl_easy_cleanup"},   {&library.easy_strerror, "curl_easy_strerror"},
      {&library.slist_append, "curl_slist_append"},   {&library.slist_free_all, "curl_slist_free_all"},
  };
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    void *function = dlsym(handle, functions[i].name);
    if (!function) {
      snprintf(library.reason, sizeof library.reason, "it lacks %s", functions[i].name);
      return;
    }
    // As POSIX has it: C knows no conversion from a pointer to an object to one to a function.
    memcpy(functions[i].place, &function, sizeof function);
  }
  CURLcode code = library.global_init(CURL_GLOBAL_DEFAULT);
  if (code == CURLE_OK) library.is_ready = 1;
  else snprintf(library.reason, sizeof library.reason, "%s", library.easy_strerror(code));
}

// MARK: Connections

struct dc_curl {
  CURL *handle;
};

dc_curl *dc_curl_make(char reason[256]) {
  pthread_once(&loaded, load);
  dc_curl *curl = library.is_ready ? malloc(sizeof *curl) : NULL;
  if (curl && !(curl->handle = library.easy_init())) {
    free(curl);
    curl = NULL;
  }
  if (!curl) snprintf(reason, 256, "%s", library.is_ready ? "there is no memory for it" : library.reason);
  return curl;
}

void dc_curl_free(dc_curl *curl) {
  library.easy_cleanup(curl->handle);
  free(curl);
}

// MARK: Requests

struct transfer {
  const dc_curl_request *request;
  dc_curl_response *response;
  size_t capacity;
  int is_too_large;
  int is_stopped;
};

/// Any return but the size ends the transfer.
static size_t receive(char *bytes, size_t size, size_t count, void *context) {
  struct transfer *transfer = context;
  dc_curl_response *response = transfer->response;
  size_t length = size * count;
  if (length > transfer->request->body_limit - response->length) {
    transfer->is_too_large = 1;
    return 0;
  }
  if (length > transfer->capacity - response->length) {
    size_t capacity = 2 * (response->length + length);
    unsigned char *body = realloc(response->body, capacity);
    if (!body) return 0;
    response->body = body;
    transfer->capacity = capacity;
  }
  memcpy(response->body + response->length, bytes, length);
  response->length += length;
  return length;
}

static int look(void *context, curl_off_t total, curl_off_t now, curl_off_t upTotal, curl_off_t upNow) {
  struct transfer *transfer = context;
  (void)total, (void)now, (void)upTotal, (void)upNow;
  return transfer->is_stopped = transfer->request->should_stop() != 0;
}

/// Proxies come from the usual variables and certificates are checked: both are what libcurl does unless told otherwise.
static CURLcode prepare(CURL *handle, struct transfer *transfer, struct curl_slist *headers) {
  const dc_curl_request *request = transfer->request;
  CURLcode failed = CURLE_OK;
#define SET(option, value) \
  if (failed == CURLE_OK) failed = library.easy_setopt(handle, option, value)
  // No alarms: the process may have threads.
  SET(CURLOPT_NOSIGNAL, 1L);
  SET(CURLOPT_ERRORBUFFER, transfer->response->reason);
  SET(CURLOPT_URL, request->url);
  SET(CURLOPT_HTTPHEADER, headers);
  SET(CURLOPT_USERAGENT, request->user_agent);
  SET(CURLOPT_ACCEPT_ENCODING, "gzip");
  int isPlain = strncasecmp(request->url, "http:", 5) == 0;
  SET(CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
  SET(CURLOPT_REDIR_PROTOCOLS, (long)(isPlain ? CURLPROTO_HTTP | CURLPROTO_HTTPS : CURLPROTO_HTTPS));
  SET(CURLOPT_FOLLOWLOCATION, 1L);
  SET(CURLOPT_MAXREDIRS, 5L);
  SET(CURLOPT_CONNECTTIMEOUT_MS, request->connect_time);
  SET(CURLOPT_TIMEOUT_MS, request->total_time);
  SET(CURLOPT_LOW_SPEED_LIMIT, 1L);
  SET(CURLOPT_LOW_SPEED_TIME, request->silent_time);
  SET(CURLOPT_WRITEFUNCTION, receive);
  SET(CURLOPT_WRITEDATA, transfer);
  SET(CURLOPT_NOPROGRESS, 0L);
  SET(CURLOPT_XFERINFOFUNCTION, look);
  SET(CURLOPT_XFERINFODATA, transfer);
#undef SET
  return failed;
}

static const struct {
  CURLcode code;
  dc_curl_outcome outcome;
} outcomes[] = {
    {CURLE_OK, DC_CURL_ANSWERED},
    {CURLE_OPERATION_TIMEDOUT, DC_CURL_TIMED_OUT},
    {CURLE_COULDNT_RESOLVE_HOST, DC_CURL_HOST_NOT_FOUND},
    {CURLE_COULDNT_RESOLVE_PROXY, DC_CURL_HOST_NOT_FOUND},
    {CURLE_COULDNT_CONNECT, DC_CURL_NOT_CONNECTED},
    {CURLE_SSL_CONNECT_ERROR, DC_CURL_NOT_SECURE},
    {CURLE_PEER_FAILED_VERIFICATION, DC_CURL_NOT_SECURE},
    {CURLE_SSL_CACERT_BADFILE, DC_CURL_NOT_SECURE},
    {CURLE_SSL_ISSUER_ERROR, DC_CURL_NOT_SECURE},
    {CURLE_SSL_INVALIDCERTSTATUS, DC_CURL_NOT_SECURE},
    {CURLE_PARTIAL_FILE, DC_CURL_CUT_OFF},
    {CURLE_GOT_NOTHING, DC_CURL_CUT_OFF},
    {CURLE_RECV_ERROR, DC_CURL_CUT_OFF},
    {CURLE_SEND_ERROR, DC_CURL_CUT_OFF},
    {CURLE_HTTP2, DC_CURL_CUT_OFF},
    {CURLE_HTTP2_STREAM, DC_CURL_CUT_OFF},
    {CURLE_UNSUPPORTED_PROTOCOL, DC_CURL_ADDRESS_REFUSED},
    {CURLE_URL_MALFORMAT, DC_CURL_ADDRESS_REFUSED},
    {CURLE_TOO_MANY_REDIRECTS, DC_CURL_TOO_MANY_REDIRECTS},
};

static dc_curl_outcome outcome(CURLcode code, const struct transfer *transfer) {
  if (transfer->is_too_large) return DC_CURL_BODY_TOO_LARGE;
  if (transfer->is_stopped) return DC_CURL_STOPPED;
  for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++) {
    if (outcomes[i].code == code) return outcomes[i].outcome;
  }
  return DC_CURL_OTHER;
}

static void read_headers(CURL *handle, dc_curl_response *response) {
  char *type = NULL;
  curl_off_t seconds = 0;
  library.easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &response->status);
  if (library.easy_getinfo(handle, CURLINFO_CONTENT_TYPE, &type) == CURLE_OK && type) {
    response->content_type = strdup(type);
  }
  // 0 stands for both a response that does not say and one that says 0.
  if (library.easy_getinfo(handle, CURLINFO_RETRY_AFTER, &seconds) == CURLE_OK && seconds > 0) {
    response->retry_after = seconds < LONG_MAX ? (long)seconds : LONG_MAX;
  }
}

dc_curl_outcome dc_curl_perform(dc_curl *curl, const dc_curl_request *request, dc_curl_response *response) {
  *response = (dc_curl_response){.retry_after = -1};
  struct transfer transfer = {.request = request, .response = response};
  char accept[256];
  snprintf(accept, sizeof accept, "Accept: %s", request->accept);
  struct curl_slist *headers = library.slist_append(NULL, accept);
  CURLcode code = headers ? prepare(curl->handle, &transfer, headers) : CURLE_OUT_OF_MEMORY;
  if (code == CURLE_OK) code = library.easy_perform(curl->handle);
  if (code == CURLE_OK) read_headers(curl->handle, response);
  else if (!response->reason[0]) {
    snprintf(response->reason, sizeof response->reason, "%s", library.easy_strerror(code));
  }
  // Open connections stay; no pointer to this request does.
  library.easy_reset(curl->handle);
  library.slist_free_all(headers);
  return outcome(code, &transfer);
}

void dc_curl_response_free(dc_curl_response *response) {
  free(response->body);
  free(response->content_type);
}
