#include "schemas.h"

// C23 #embed: the file becomes bytes of the binary. A new schema is one line in each of the two lists.
static const uint8_t readme[] = {
#embed "README.md"
};

#define SCHEMA(file, array) {file, array, sizeof array}

static const DCSchema schemas[] = {
    SCHEMA("README.md", readme),
};

const DCSchema *dc_schemas(size_t *count) {
  *count = sizeof schemas / sizeof schemas[0];
  return schemas;
}
