/*
** The system's calls, counted. The iFail-th one fails as a disk, a full disk
** or an empty memory would.
*/
#include "checks.h"

#include <errno.h>

static const nv_files *real(void){ return nv_files_real(); }

/* Is it this call's turn to fail? */
static int fails(void *pCtx, int why){
  faults *f = pCtx;
  f->nCall++;
  if( f->nCall!=f->iFail ) return 0;
  f->bFailed = 1;
  errno = why;
  return 1;
}

static int fOpen(void *p, const char *z, int flags, mode_t mode){
  return fails(p, EIO) ? -1 : real()->xOpen(0, z, flags, mode);
}
static ssize_t fPread(void *p, int fd, void *a, size_t n, off_t at){
  if( !fails(p, EIO) ) return real()->xPread(0, fd, a, n, at);
  /* Half of the failures are a short read, which is none. */
  if( ((faults*)p)->nCall%2==0 && n>1 ){
    return real()->xPread(0, fd, a, n/2, at);
  }
  return -1;
}
static ssize_t fPwrite(void *p, int fd, const void *a, size_t n, off_t at){
  if( !fails(p, ENOSPC) ) return real()->xPwrite(0, fd, a, n, at);
  (void)!real()->xPwrite(0, fd, a, n/2, at);
  errno = ENOSPC;
  return -1;
}
static ssize_t fPwriteDirect(
  void *p, int fd, const void *a, size_t n, off_t at
){
  return fPwrite(p, fd, a, n, at);
}
static int fTruncate(void *p, int fd, off_t size){
  return fails(p, EIO) ? -1 : real()->xTruncate(0, fd, size);
}
static int fDatasync(void *p, int fd){
  return fails(p, EIO) ? -1 : real()->xDatasync(0, fd);
}
static int fSync(void *p, int fd){
  return fails(p, EIO) ? -1 : real()->xSync(0, fd);
}
static int fRename(void *p, const char *zFrom, const char *zTo){
  return fails(p, EIO) ? -1 : real()->xRename(0, zFrom, zTo);
}
static int fUnlink(void *p, const char *z){
  return fails(p, EIO) ? -1 : real()->xUnlink(0, z);
}
static int fLock(void *p, int fd, int operation){
  return fails(p, EIO) ? -1 : real()->xLock(0, fd, operation);
}
static int fFstat(void *p, int fd, struct stat *pStat){
  return fails(p, EIO) ? -1 : real()->xFstat(0, fd, pStat);
}
static int fStat(void *p, const char *z, struct stat *pStat){
  return fails(p, EIO) ? -1 : real()->xStat(0, z, pStat);
}
static char *fResolve(void *p, const char *z){
  return fails(p, ENOMEM) ? 0 : real()->xResolve(0, z);
}
static int fRandom(void *p, unsigned char *a, size_t n){
  return fails(p, EIO) ? -1 : real()->xRandom(0, a, n);
}
static void *fAlloc(void *p, size_t n){
  return fails(p, ENOMEM) ? 0 : real()->xAlloc(0, n);
}

static int fReserve(void *p, int fd, off_t at, off_t n){
  return fails(p, ENOSPC) ? -1 : real()->xReserve(0, fd, at, n);
}

void faultsInit(faults *f, long iFail){
  f->table = *real();
  f->table.pCtx = f;
  f->table.xOpen = fOpen;
  f->table.xPread = fPread;
  f->table.xPwrite = fPwrite;
  f->table.xTruncate = fTruncate;
  f->table.xDatasync = fDatasync;
  f->table.xSync = fSync;
  f->table.xRename = fRename;
  f->table.xUnlink = fUnlink;
  f->table.xLock = fLock;
  f->table.xFstat = fFstat;
  f->table.xStat = fStat;
  f->table.xResolve = fResolve;
  f->table.xRandom = fRandom;
  f->table.xAlloc = fAlloc;
  f->table.xReserve = fReserve;
  f->table.xPwriteDirect = fPwriteDirect;
  f->nCall = 0;
  f->iFail = iFail;
  f->bFailed = 0;
}
