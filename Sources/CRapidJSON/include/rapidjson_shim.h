#pragma once
#ifdef __cplusplus
extern "C" {
#endif

/// Version of the RapidJSON headers this was built with, as "major.minor.patch".
const char *dc_rapidjson_version(void);

#ifdef __cplusplus
}
#endif
