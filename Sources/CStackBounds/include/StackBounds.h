// Where the current thread's stack ends. C, as the call is a GNU extension that Swift's Glibc does not show, and as a
// thread-local variable costs nothing here.
#ifndef ASSAY_STACK_BOUNDS_H
#define ASSAY_STACK_BOUNDS_H
#include <stdint.h>

// The lowest address of the current thread's stack; 0 when the system does not say.
uintptr_t assay_stack_low(void);

#endif
