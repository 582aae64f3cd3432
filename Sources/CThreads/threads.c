#define _GNU_SOURCE
#include "CThreads.h"

#include <sched.h>

int dc_processor_count(void) {
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return 1;
  return CPU_COUNT(&allowed);
}

int dc_start_thread_elsewhere(pthread_t *thread, size_t stack, void *(*run)(void *), void *context) {
  pthread_attr_t attributes;
  int code = pthread_attr_init(&attributes);
  if (code != 0) return code;
  pthread_attr_setstacksize(&attributes, stack);
  cpu_set_t others;
  int here = sched_getcpu();
  if (here >= 0 && here < CPU_SETSIZE && sched_getaffinity(0, sizeof others, &others) == 0) {
    CPU_CLR(here, &others);
    if (CPU_COUNT(&others) > 0) pthread_attr_setaffinity_np(&attributes, sizeof others, &others);
  }
  code = pthread_create(thread, &attributes, run, context);
  pthread_attr_destroy(&attributes);
  return code;
}
