/*
** Failures of libraries, for tests: OpenSSL's functions, its memory, the random
** generator and SQLite's memory fail at the n-th call.
**
** The test program defines the functions of libcrypto that netvault calls, and
** the dynamic linker prefers them to the library's own. They pass every call on
** but the one that is to fail. The product knows nothing of it.
**
** What is armed counts for the calling thread alone: other tests run beside.
*/
#ifndef NETVAULT_CFAULTS_H
#define NETVAULT_CFAULTS_H

enum nvt_kind {
  NVT_ENGINE = 0,          /* EVP_..., SHA256 */
  NVT_RANDOM = 1,          /* RAND_bytes, RAND_priv_bytes */
  NVT_ENGINE_MEMORY = 2,   /* OpenSSL's malloc and realloc */
  NVT_SQL_MEMORY = 3       /* SQLite's malloc and realloc */
};

/* The from-th call of that kind fails, from 1; once, or all from there on. */
void nvt_arm(enum nvt_kind kind, long from, int once);

/* Nothing fails any more. Returns how many calls of that kind there were. */
long nvt_disarm(void);

/* How many calls have failed since nvt_arm(). */
long nvt_hits(void);

/* Are the memory functions of both libraries in place? */
int nvt_is_ready(void);

#endif
