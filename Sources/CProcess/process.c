#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

/// The file of this program; empty where the system does not say.
static void find_program(char *path, size_t size) {
  path[0] = 0;
#ifdef __linux__
  ssize_t length = readlink("/proc/self/exe", path, size - 1);
  path[length > 0 ? length : 0] = 0;
#elif defined(__APPLE__)
  uint32_t length = (uint32_t)size;
  if (_NSGetExecutablePath(path, &length) != 0) path[0] = 0;
#endif
}

/// Gives a descriptor a number. It must not have it yet.
static void move(int descriptor, int number) {
  // Without FD_CLOEXEC, unlike the original.
  if (dup2(descriptor, number) < 0) _exit(127);
}

pid_t dc_process_start(char *const *arguments, int input, int output) {
  char program[PATH_MAX];
  find_program(program, sizeof program);
  pid_t parent = getpid();
  pid_t process = fork();
  if (process != 0) return process;

  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  sigaddset(&ending, SIGHUP);
  sigprocmask(SIG_BLOCK, &ending, NULL);
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // It may have ended before.
  if (getppid() != parent) _exit(127);
#else
  (void)parent;
#endif
  // Their numbers may be those that are needed.
  int from = fcntl(input, F_DUPFD_CLOEXEC, 10), to = fcntl(output, F_DUPFD_CLOEXEC, 10);
  if (from < 0 || to < 0) _exit(127);
  move(from, DC_PROCESS_INPUT);
  move(to, DC_PROCESS_OUTPUT);
  int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nothing < 0) _exit(127);
  if (nothing != STDIN_FILENO) move(nothing, STDIN_FILENO);
  if (dup2(STDERR_FILENO, STDOUT_FILENO) < 0) move(nothing, STDOUT_FILENO);

  if (program[0]) execv(program, arguments);
#ifdef __linux__
  // Where another version has taken its place, or was deleted.
  execv("/proc/self/exe", arguments);
#endif
  _exit(127);
}

void dc_pipe_enlarge(int end) {
#ifdef F_SETPIPE_SZ
  fcntl(end, F_SETPIPE_SZ, 1 << 20);
#else
  (void)end;
#endif
}

int dc_pipe_reopen(int end) {
#ifdef __linux__
  struct stat status;
  if (fstat(end, &status) != 0 || !S_ISFIFO(status.st_mode)) return -1;
  char path[32];
  snprintf(path, sizeof path, "/proc/self/fd/%d", end);
  return open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC);
#else
  (void)end;
  return -1;
#endif
}
