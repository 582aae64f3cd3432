// What the C library has of threads only as GNU extensions, which Swift does not see.
#ifndef C_THREADS_H
#define C_THREADS_H

#include <pthread.h>
#include <stddef.h>

/// How many processors this process may use; 1 where the system does not say.
int dc_processor_count(void);

/// Starts a thread on any processor but the one the caller runs on.
///
/// Linux tends to start a thread where its parent runs, also when other processors are idle, and moves it some
/// milliseconds later: as long as a conversion takes. Where there is one processor only, the thread starts there.
/// @param stack bytes
/// @return 0, or the error of pthread_create
int dc_start_thread_elsewhere(pthread_t *thread, size_t stack, void *(*run)(void *), void *context);

#endif
