// Swift does not see `sched_getaffinity`: the C library shows it to GNU sources only.
#define _GNU_SOURCE
#include "Processors.h"

#include <unistd.h>
#if defined(__linux__)
#include <sched.h>
#endif

long assay_processor_count(void) {
#if defined(__linux__)
  // Where `taskset` or a container leaves fewer than there are.
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 0) return CPU_COUNT(&set);
#endif
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? count : 1;
}
