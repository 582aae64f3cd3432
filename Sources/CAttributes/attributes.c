#define _GNU_SOURCE
#include "CAttributes.h"

#if defined(__linux__)

#include <stdlib.h>
#include <string.h>
#include <sys/xattr.h>

static int is_kept(const char *name) {
  static const char *const kept[] = {"user.", "system.posix_acl_access", "security.selinux", "security.SMACK64"};
  for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
    if (strncmp(name, kept[i], strlen(kept[i])) == 0) return 1;
  }
  return 0;
}

static void copy_attribute(const char *from, int to, const char *name) {
  ssize_t size = getxattr(from, name, NULL, 0);
  if (size < 0) return;
  char *value = malloc((size_t)size + 1);
  if (!value) return;
  size = getxattr(from, name, value, (size_t)size);
  if (size >= 0) fsetxattr(to, name, value, (size_t)size, 0);
  free(value);
}

void dc_copy_attributes(const char *from, int to) {
  // What it has from its directory.
  if (getxattr(from, "system.posix_acl_access", NULL, 0) < 0) fremovexattr(to, "system.posix_acl_access");
  ssize_t size = listxattr(from, NULL, 0);
  if (size <= 0) return;
  char *names = malloc((size_t)size);
  if (!names) return;
  size = listxattr(from, names, (size_t)size);
  for (ssize_t at = 0; at < size; at += (ssize_t)strlen(names + at) + 1) {
    if (is_kept(names + at)) copy_attribute(from, to, names + at);
  }
  free(names);
}

#elif defined(__APPLE__)

#include <copyfile.h>
#include <fcntl.h>
#include <unistd.h>

void dc_copy_attributes(const char *from, int to) {
  int source = open(from, O_RDONLY | O_CLOEXEC);
  if (source < 0) return;
  fcopyfile(source, to, NULL, COPYFILE_ACL | COPYFILE_XATTR);
  close(source);
}

#else

void dc_copy_attributes(const char *from, int to) {
  (void)from;
  (void)to;
}

#endif

#if defined(__linux__)

#include <unistd.h>

int dc_flush_file_system(int descriptor) { return syncfs(descriptor); }

#else

#include <errno.h>

int dc_flush_file_system(int descriptor) {
  (void)descriptor;
  errno = ENOSYS;
  return -1;
}

#endif
