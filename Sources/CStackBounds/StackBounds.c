#define _GNU_SOURCE
#include "StackBounds.h"
#include <pthread.h>
#include <stddef.h>

static uintptr_t stack_low(void) {
#if defined(__APPLE__)
  pthread_t thread = pthread_self();
  return (uintptr_t)pthread_get_stackaddr_np(thread) - pthread_get_stacksize_np(thread);
#else
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return 0;
  void *address = NULL;
  size_t size = 0;
  int failed = pthread_attr_getstack(&attributes, &address, &size);
  pthread_attr_destroy(&attributes);
  return failed ? 0 : (uintptr_t)address;
#endif
}

uintptr_t assay_stack_low(void) {
  // Asked once a thread: on Linux the main thread's answer is read from a file.
  static _Thread_local uintptr_t known = 0;
  if (known == 0) known = stack_low();
  return known;
}
