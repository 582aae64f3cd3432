#define _GNU_SOURCE
#include "CThreads.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>
#ifdef __linux__
#include <sched.h>
#endif

int dc_processor_count(void) {
#ifdef __linux__
  // What `taskset` and containers allow, which may be less than there is.
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) return CPU_COUNT(&allowed);
#endif
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? (int)count : 1;
}

struct dc_thread {
  pthread_t thread;
  void (*run)(void *);
  void *context;
};

static void *run_thread(void *argument) {
  struct dc_thread *thread = argument;
  thread->run(thread->context);
  return NULL;
}

/// Leaves out the caller's processor. Musl has no such attribute, and Darwin no processors to choose from.
static void avoid_this_processor(pthread_attr_t *attributes) {
#if defined(__linux__) && defined(__GLIBC__)
  cpu_set_t others;
  int here = sched_getcpu();
  if (here < 0 || here >= CPU_SETSIZE || sched_getaffinity(0, sizeof others, &others) != 0) return;
  CPU_CLR(here, &others);
  if (CPU_COUNT(&others) > 0) pthread_attr_setaffinity_np(attributes, sizeof others, &others);
#else
  (void)attributes;
#endif
}

dc_thread *dc_thread_start(size_t stack, void (*run)(void *), void *context) {
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return NULL;
  pthread_attr_setstacksize(&attributes, stack);
  avoid_this_processor(&attributes);
  struct dc_thread *thread = malloc(sizeof *thread);
  if (thread) {
    *thread = (struct dc_thread){.run = run, .context = context};
    // Those that ask the program to end go to the thread that it began with, which may hold them back.
    sigset_t ending, before;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &ending, &before);
    if (pthread_create(&thread->thread, &attributes, run_thread, thread) != 0) {
      free(thread);
      thread = NULL;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
  }
  pthread_attr_destroy(&attributes);
  return thread;
}

void dc_thread_join(dc_thread *thread) {
  pthread_join(thread->thread, NULL);
  free(thread);
}
