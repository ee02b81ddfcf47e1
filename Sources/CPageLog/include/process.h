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

/* Large blocks of memory go back to the system when they are freed. 0 on success. */
int nv_process_give_back(void);

/*
** A crash ends the process, and nothing more. Where Swift's runtime finds its
** backtracer it writes registers and what they point to on the terminal, and
** offers a debugger. 0 on success.
*/
int nv_process_no_backtrace(void);

#endif
