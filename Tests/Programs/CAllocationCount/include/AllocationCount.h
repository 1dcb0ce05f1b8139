// Counts what the process that this is linked into asks of the heap.
#ifndef ASSAY_ALLOCATION_COUNT_H
#define ASSAY_ALLOCATION_COUNT_H
#include <stdint.h>

// How often memory was asked for since the process started; 0 where it cannot be counted, which is everywhere but with
// the GNU C library.
uint64_t assay_allocation_count(void);

#endif
