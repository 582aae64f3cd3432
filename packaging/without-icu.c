// Stands in for ICU where Debian's archive of libxml2 is linked into the program (LINK=portable scripts/build-release).
// libxml2 asks ICU for an encoding that iconv does not know; what it gets here is that ICU does not know it either. The
// program gives libxml2 nothing but UTF-8, and ICU would bring 31 MB of data.
//
// ICU's names have its version at their end; the script that compiles this defines them as the archive spells them.

enum { unsupported = 16 };  // U_UNSUPPORTED_ERROR

void *ucnv_open(const char *name, int *status) {
  (void)name;
  *status = unsupported;
  return 0;
}

// Only their addresses are asked for.
void UCNV_TO_U_CALLBACK_STOP(void) {}
void UCNV_FROM_U_CALLBACK_STOP(void) {}

void ucnv_close(void *converter) { (void)converter; }

void ucnv_setToUCallBack(
    void *converter, void *action, const void *context, void **old, const void **oldContext, int *status) {
  (void)converter, (void)action, (void)context, (void)old, (void)oldContext;
  *status = unsupported;
}

void ucnv_setFromUCallBack(
    void *converter, void *action, const void *context, void **old, const void **oldContext, int *status) {
  (void)converter, (void)action, (void)context, (void)old, (void)oldContext;
  *status = unsupported;
}

void ucnv_convertEx(
    void *to, void *from, char **target, const char *targetLimit, const char **source, const char *sourceLimit,
    unsigned short *pivotStart, unsigned short **pivotSource, unsigned short **pivotTarget,
    const unsigned short *pivotLimit, signed char reset, signed char flush, int *status) {
  (void)to, (void)from, (void)target, (void)targetLimit, (void)source, (void)sourceLimit, (void)pivotStart;
  (void)pivotSource, (void)pivotTarget, (void)pivotLimit, (void)reset, (void)flush;
  *status = unsupported;
}
