/*
** What the process does so that its memory does not reach a disk. What outlives
** it in memory is in keyring.h.
*/
#ifndef NETVAULT_PROCESS_H
#define NETVAULT_PROCESS_H

/* prctl(2) takes variable arguments, which Swift cannot call. 0 on success. */
int nv_process_undumpable(void);

/* No core file: RLIMIT_CORE is set to 0. 0 on success. */
int nv_process_no_core(void);

#endif
