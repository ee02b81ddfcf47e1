/*
** The real table of nv_files: each function is one call to the system.
*/
#ifndef _GNU_SOURCE
# define _GNU_SOURCE                      /* fallocate(2), O_DIRECT */
#endif
#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <openssl/rand.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

static int realOpen(void *pCtx, const char *zPath, int flags, mode_t mode){
  (void)pCtx;
  return open(zPath, flags|O_CLOEXEC, mode);
}
static int realClose(void *pCtx, int fd){
  (void)pCtx;
  return close(fd);
}
static ssize_t realPread(void *pCtx, int fd, void *a, size_t n, off_t at){
  (void)pCtx;
  return pread(fd, a, n, at);
}
static ssize_t realPwrite(
  void *pCtx,
  int fd,
  const void *a,
  size_t n,
  off_t at
){
  (void)pCtx;
  return pwrite(fd, a, n, at);
}
static int realTruncate(void *pCtx, int fd, off_t size){
  (void)pCtx;
  return ftruncate(fd, size);
}
static int realDatasync(void *pCtx, int fd){
  (void)pCtx;
  return fdatasync(fd);
}
static int realSync(void *pCtx, int fd){
  (void)pCtx;
  return fsync(fd);
}
static int realRename(void *pCtx, const char *zFrom, const char *zTo){
  (void)pCtx;
  return rename(zFrom, zTo);
}
static int realUnlink(void *pCtx, const char *zPath){
  (void)pCtx;
  return unlink(zPath);
}
static int realLock(void *pCtx, int fd, int operation){
  (void)pCtx;
  return flock(fd, operation);
}
static int realFstat(void *pCtx, int fd, struct stat *pStat){
  (void)pCtx;
  return fstat(fd, pStat);
}
static int realStat(void *pCtx, const char *zPath, struct stat *pStat){
  (void)pCtx;
  return stat(zPath, pStat);
}
static char *realResolve(void *pCtx, const char *zPath){
  (void)pCtx;
  return realpath(zPath, NULL);
}
static int realRandom(void *pCtx, unsigned char *a, size_t n){
  (void)pCtx;
  if( n>INT_MAX ) return -1;
  return RAND_bytes(a, (int)n)==1 ? 0 : -1;
}
static void *realAlloc(void *pCtx, size_t n){
  (void)pCtx;
  return malloc(n);
}
static int64_t realNow(void *pCtx){
  (void)pCtx;
  return (int64_t)time(NULL);
}

static int realReserve(void *pCtx, int fd, off_t at, off_t n){
  (void)pCtx;
  return fallocate(fd, FALLOC_FL_KEEP_SIZE, at, n);
}

static ssize_t realPwriteDirect(
  void *pCtx,
  int fd,
  const void *a,
  size_t n,
  off_t at
){
  const int flags = fcntl(fd, F_GETFL);
  ssize_t put;
  int err;
  (void)pCtx;
  if( flags<0 || fcntl(fd, F_SETFL, flags|O_DIRECT)!=0 ){
    errno = EINVAL;
    return -1;
  }
  put = pwrite(fd, a, n, at);
  err = errno;
  fcntl(fd, F_SETFL, flags);
  errno = err;
  return put;
}

const nv_files *nv_files_real(void){
  static const nv_files table = {
    NULL,       realOpen,   realClose,  realPread, realPwrite,  realTruncate,
    realDatasync, realSync, realRename, realUnlink, realLock,   realFstat,
    realStat,   realResolve, realRandom, realAlloc, realNow,
    realReserve, realPwriteDirect
  };
  return &table;
}
