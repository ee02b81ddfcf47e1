/*
** Hardening of the process: see process.h.
*/
#include "process.h"

#include <sys/prctl.h>
#include <sys/resource.h>

int nv_process_undumpable(void){
  return prctl(PR_SET_DUMPABLE, 0L, 0L, 0L, 0L);
}

int nv_process_no_core(void){
  const struct rlimit none = { 0, 0 };
  return setrlimit(RLIMIT_CORE, &none);
}
