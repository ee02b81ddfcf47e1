/*
** Hardening of the process: see process.h.
*/
#include "process.h"

#include <malloc.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>

int nv_process_undumpable(void){
  return prctl(PR_SET_DUMPABLE, 0L, 0L, 0L, 0L);
}

int nv_process_no_core(void){
  const struct rlimit none = { 0, 0 };
  return setrlimit(RLIMIT_CORE, &none);
}

/* malloc raises its threshold with every large block that is freed, and then
** keeps such blocks: the tables of a growing vault, one size after the other. */
int nv_process_give_back(void){
  return mallopt(M_MMAP_THRESHOLD, 1<<20)==1 && mallopt(M_TRIM_THRESHOLD, 4<<20)==1
      ? 0 : -1;
}

int nv_process_no_backtrace(void){
  static const int aSignal[] = {
    SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP
  };
  int rc = 0;
  for(size_t i=0; i<sizeof(aSignal)/sizeof(aSignal[0]); i++){
    if( signal(aSignal[i], SIG_DFL)==SIG_ERR ) rc = -1;
  }
  return rc;
}
