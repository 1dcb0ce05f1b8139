// PCRE2 is one header for three widths of code unit; patterns here are matched on UTF-8 bytes.
#ifndef ASSAY_CPCRE2_SHIM_H
#define ASSAY_CPCRE2_SHIM_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#endif
