#include "rapidjson_shim.h"
#include <rapidjson/rapidjson.h>

const char *dc_rapidjson_version(void) { return RAPIDJSON_VERSION_STRING; }
