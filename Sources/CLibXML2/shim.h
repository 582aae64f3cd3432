#pragma once
// Debian's libxml2 is built with ICU and its encoding.h then includes ICU's headers. Foundation brings an ICU of its
// own, and a program that imports both would not compile ("'UErrorCode' has different definitions in different
// modules"). Only the encoding handlers, which nobody here looks into, have members of ICU's types.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xmlwriter.h>
