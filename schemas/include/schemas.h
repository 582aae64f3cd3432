#pragma once
#include <stddef.h>
#include <stdint.h>

/// One file of this folder, embedded in the program.
typedef struct {
  const char *name;     ///< File name, for example "opml-2.0.rng".
  const uint8_t *bytes; ///< The file's bytes; they live as long as the program.
  size_t count;         ///< How many bytes.
} DCSchema;

/// The embedded schemas, in the order of embed.c; `count` receives how many there are.
const DCSchema *dc_schemas(size_t *count);
