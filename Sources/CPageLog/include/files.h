/*
** Every way in which the vault file touches the world, in one table.
**
** The page log, the VFS and the header code call the operating system, the
** random generator, the allocator and the clock only through an nv_files. A
** test hands in its own table to record calls, to fail the n-th one, or to
** play a crash; nv_files_real() is the one the program uses.
**
** Each function behaves as the POSIX call it is named after: -1 and errno on
** failure. pCtx is the table's own pCtx member, handed back unread.
*/
#ifndef NETVAULT_FILES_H
#define NETVAULT_FILES_H

#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>

#pragma clang assume_nonnull begin

typedef struct nv_files {
  void *_Nullable pCtx;
  int (*xOpen)(void *_Nullable pCtx, const char *zPath, int flags, mode_t mode);
  int (*xClose)(void *_Nullable pCtx, int fd);
  ssize_t (*xPread)(void *_Nullable pCtx, int fd, void *a, size_t n, off_t at);
  ssize_t (*xPwrite)(void *_Nullable pCtx, int fd, const void *a, size_t n,
                     off_t at);
  int (*xTruncate)(void *_Nullable pCtx, int fd, off_t size);
  int (*xDatasync)(void *_Nullable pCtx, int fd);
  int (*xSync)(void *_Nullable pCtx, int fd);
  int (*xRename)(void *_Nullable pCtx, const char *zFrom, const char *zTo);
  int (*xUnlink)(void *_Nullable pCtx, const char *zPath);
  int (*xLock)(void *_Nullable pCtx, int fd, int operation);
  int (*xFstat)(void *_Nullable pCtx, int fd, struct stat *pStat);
  int (*xStat)(void *_Nullable pCtx, const char *zPath, struct stat *pStat);
  /* As realpath(3): the result is freed with free(). */
  char *_Nullable (*_Nonnull xResolve)(void *_Nullable pCtx, const char *zPath);
  /* Fills a[0..n) with random bytes. 0 on success. */
  int (*xRandom)(void *_Nullable pCtx, unsigned char *a, size_t n);
  /* Released with free(). */
  void *_Nullable (*_Nonnull xAlloc)(void *_Nullable pCtx, size_t n);
  /* Seconds since 1970, UTC. */
  int64_t (*xNow)(void *_Nullable pCtx);
  /*
  ** Asks for space in [at, at+n) without changing the size of the file:
  ** fallocate(2) with FALLOC_FL_KEEP_SIZE. A file system may not know it.
  */
  int (*xReserve)(void *_Nullable pCtx, int fd, off_t at, off_t n);
  /*
  ** As xPwrite, past the system's cache (O_DIRECT in open(2)). The bytes, n and
  ** at are multiples of 4096. EINVAL where it cannot be done: use xPwrite then.
  */
  ssize_t (*xPwriteDirect)(void *_Nullable pCtx, int fd, const void *a, size_t n,
                           off_t at);
} nv_files;

/* The operating system itself. Never freed. */
const nv_files *nv_files_real(void);

/* What every function of this module returns. */
enum nv_result {
  NV_OK = 0,
  NV_IO = 1,         /* the system said no; errno is kept */
  NV_NOSPC = 2,      /* no space left, or over quota */
  NV_DAMAGED = 3,    /* bytes are not those that were written */
  NV_CUT = 4,        /* the log ends before the last clean close */
  NV_ENGINE = 5,     /* OpenSSL or the random generator failed */
  NV_MEMORY = 6,     /* out of memory */
  NV_POISONED = 7,   /* an fsync failed: nothing may be written any more */
  NV_WORN = 8,       /* too many seals under one key: re-key first */
  NV_READONLY = 9,   /* opened for reading, or the place is read-only */
  NV_INUSE = 10,     /* another process holds the lock */
  NV_MISSING = 11,   /* no such file */
  NV_EXISTS = 12,    /* the file is already there */
  NV_DENIED = 13,    /* permission denied */
  NV_NOTAFILE = 14,  /* a folder, a pipe, a device */
  NV_MISUSE = 15,    /* a call or a value outside its contract */
  NV_WRONGKEY = 16   /* a seal does not open: wrong key or changed bytes */
};

#pragma clang assume_nonnull end
#endif
