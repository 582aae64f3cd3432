#pragma once
#include <stddef.h>
#include <stdint.h>

/// The style sheet of a page, `page.css`, and how many bytes it has; they live as long as the program.
const uint8_t *dc_page_style(size_t *count);
/// The script of a page, `page.js`.
const uint8_t *dc_page_script(size_t *count);
