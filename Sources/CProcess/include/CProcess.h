// Processes that work for this one, in C because between `fork` and `exec` nothing may run that takes a lock.
#ifndef C_PROCESS_H
#define C_PROCESS_H

#include <sys/types.h>

/// Under these numbers the process has its two pipes.
#define DC_PROCESS_INPUT 3
#define DC_PROCESS_OUTPUT 4

/// Starts this program anew. The process has no standard input, and what it writes to standard output goes to standard
/// error. SIGINT, SIGTERM and SIGHUP, which a terminal sends to all processes of a command, wait forever in it. On Linux it
/// ends with the thread that started it.
/// @param arguments the first is the name of the program; ends in NULL
/// @param input what it reads as DC_PROCESS_INPUT
/// @param output what it writes to as DC_PROCESS_OUTPUT
/// @return -1 with errno where the system starts none
pid_t dc_process_start(char *const *arguments, int input, int output);

/// Lets a pipe hold a whole request or reply, where the system allows it: then neither side waits for the other.
void dc_pipe_enlarge(int end);

/// Opens the pipe of a stream once more, for writing without waiting, which then concerns no other process.
/// @return -1 where it is not a pipe, or the system cannot do it
int dc_pipe_reopen(int end);

#endif
