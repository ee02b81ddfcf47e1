/*
** The key ring of the kernel: keyrings(7), add_key(2), keyctl(2).
**
** A key lies in the user's own ring, @u, so that every terminal of that user
** finds it. It is there before anybody looks for it, and it stays when a login
** session ends; the kernel's timeout takes it away. The session's ring, @s,
** would differ between terminals.
*/
#ifndef NETVAULT_KEYRING_H
#define NETVAULT_KEYRING_H

#include <stddef.h>

/* Keeps a key under a name, in place of an older one of that name, and for so
** many seconds. Whoever holds the ring may do everything, another process of
** the same user may look at it and read it, and nobody else anything. 0, or an
** errno. */
int nv_keyring_put(const char *zName, const void *pKey, size_t nKey, unsigned nSecond);

/* Reads a key of exactly nKey bytes. 0, or an errno: ENOKEY when there is none
** of that name and size. */
int nv_keyring_get(const char *zName, void *pKey, size_t nKey);

/* Removes a key. 0, or an errno: ENOKEY when there is none. */
int nv_keyring_remove(const char *zName);

/* Removes every key whose name begins like this, and says in pnRemoved how
** many there were. 0, or an errno. */
int nv_keyring_remove_all(const char *zStart, int *pnRemoved);

#endif
