// What happens where memory runs out. Swift's runtime ends the program with a trace of its own; C's libraries mostly report
// a failure of theirs that says nothing about memory. Only the command links this: a library leaves it to its program.
#ifndef C_MEMORY_H
#define C_MEMORY_H

#include <stddef.h>

/// From now on the program ends with a message and a status where memory runs out.
/// @param message UTF-8, written to standard error; must stay where it is.
void dc_end_without_memory(const char *message, size_t length, int status);

#endif
