#include "page.h"

// clang takes #embed in every language mode and warns outside C23.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t style[] = {
#embed "page.css"
};
static const uint8_t script[] = {
#embed "page.js"
};

const uint8_t *dc_page_style(size_t *count) {
  *count = sizeof style;
  return style;
}

const uint8_t *dc_page_script(size_t *count) {
  *count = sizeof script;
  return script;
}
