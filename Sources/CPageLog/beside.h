/*
** One piece of work at a time on a thread of its own: private to the place.
*/
#ifndef NETVAULT_BESIDE_H
#define NETVAULT_BESIDE_H

#pragma clang assume_nonnull begin

typedef struct nv_beside nv_beside;

/* A thread that waits for work, or NULL where none can be had. */
nv_beside *_Nullable nv_beside_new(void);

/* Waits for what was begun, and ends the thread. */
void nv_beside_free(nv_beside *_Nullable p);

/*
** Begins xDo(pArg). Nothing else may have been begun since the last
** nv_beside_wait().
*/
void nv_beside_begin(nv_beside *p, int (*xDo)(void *), void *pArg);

/* Waits until it is done. What xDo returned, once; then 0. */
int nv_beside_wait(nv_beside *p);

#pragma clang assume_nonnull end
#endif
