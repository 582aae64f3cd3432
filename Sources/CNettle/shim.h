#pragma once
#include <nettle/sha2.h>
#include <nettle/version.h>

/// `sha256_digest` of any version: the fourth takes no length.
static inline void dc_sha256_digest(struct sha256_ctx *context, unsigned char *digest) {
#if NETTLE_VERSION_MAJOR >= 4
  sha256_digest(context, digest);
#else
  sha256_digest(context, SHA256_DIGEST_SIZE, digest);
#endif
}
