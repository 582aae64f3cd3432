#include "CMemory.h"

#include <errno.h>
#include <stdint.h>
#include <unistd.h>

static const char *text;
static size_t text_length;
static int end_status;

void dc_end_without_memory(const char *message, size_t length, int status) {
  text_length = length;
  end_status = status;
  text = message;
}

// Sanitizers have functions of their own under these names.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define HAS_SANITIZER 1
#endif
#endif

#if defined(__linux__) && defined(__GLIBC__) && !defined(HAS_SANITIZER)

// glibc calls what a program defines under these names (glibc manual, *Replacing malloc*); what does the work has these.
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static void *checked(void *memory, size_t size) {
  if (__builtin_expect(memory != NULL || size == 0 || text == NULL, 1)) return memory;
  // More than any machine has: the caller is wrong, or asks whether it can be had.
  if (size > PTRDIFF_MAX) return memory;
  ssize_t ignored = write(STDERR_FILENO, text, text_length);
  (void)ignored;
  _exit(end_status);
}

void *malloc(size_t size) { return checked(__libc_malloc(size), size); }

void *calloc(size_t count, size_t size) {
  return checked(__libc_calloc(count, size), count && size > SIZE_MAX / count ? SIZE_MAX : count * size);
}

void *realloc(void *memory, size_t size) { return checked(__libc_realloc(memory, size), size); }

void *memalign(size_t alignment, size_t size) { return checked(__libc_memalign(alignment, size), size); }

void *aligned_alloc(size_t alignment, size_t size) { return checked(__libc_memalign(alignment, size), size); }

int posix_memalign(void **memory, size_t alignment, size_t size) {
  if (alignment % sizeof(void *) != 0 || (alignment & (alignment - 1)) != 0 || alignment == 0) return EINVAL;
  void *made = checked(__libc_memalign(alignment, size), size);
  if (made == NULL) return ENOMEM;
  *memory = made;
  return 0;
}

#endif
