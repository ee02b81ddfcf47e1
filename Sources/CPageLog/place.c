/*
** One open, locked file: see place.h.
*/
#include "place.h"
#include "beside.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>

/* How often a lock that another process holds is asked for again. */
#define NV_LOCK_PAUSE_MS 20

struct nv_place {
  const nv_files *pFiles;
  char *zPath;              /* resolved; owned */
  int fd;
  int bWrite;
  int bNoDirect;            /* the file system cannot write past its cache */
  int err;                  /* errno of the last failure */

  /* What is written beside the caller's work. */
  nv_beside *pBeside;       /* NULL until there was something */
  const void *aBeside;
  size_t nBeside;
  uint64_t iBeside;
};

/* What an errno means to a person. */
static int resultOf(int err){
  switch( err ){
    case ENOSPC:
    case EDQUOT:
    case EFBIG:  return NV_NOSPC;
    case ENOENT:
    case ENOTDIR: return NV_MISSING;
    case EEXIST: return NV_EXISTS;
    case EACCES:
    case EPERM:  return NV_DENIED;
    case EROFS:  return NV_READONLY;
    case EISDIR: return NV_NOTAFILE;
    case ENOMEM: return NV_MEMORY;
    default:     return NV_IO;
  }
}

static int failed(nv_place *p){
  p->err = errno;
  return resultOf(p->err);
}

static int64_t milliseconds(void){
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec*1000 + t.tv_nsec/1000000;
}

/* Does zPath lead to the open file? 1 yes, 0 no, -1 the system does not say. */
static int isSame(const nv_files *f, int fd, const char *zPath){
  struct stat here, there;
  if( f->xFstat(f->pCtx, fd, &here)!=0 ) return -1;
  if( f->xStat(f->pCtx, zPath, &there)!=0 ) return errno==ENOENT ? 0 : -1;
  return here.st_dev==there.st_dev && here.st_ino==there.st_ino;
}

/*
** Asks for the lock until iDeadline. NV_OK or NV_INUSE, or NV_IO when the
** file system has no locks.
*/
static int lock(const nv_files *f, int fd, int bWrite, int64_t iDeadline){
  for(;;){
    if( f->xLock(f->pCtx, fd, (bWrite ? LOCK_EX : LOCK_SH)|LOCK_NB)==0 ){
      return NV_OK;
    }
    if( errno==EINTR ) continue;
    if( errno!=EWOULDBLOCK ) return NV_IO;
    if( milliseconds()>=iDeadline ) return NV_INUSE;
    poll(NULL, 0, NV_LOCK_PAUSE_MS);
  }
}

static nv_place *newPlace(const nv_files *f, char *zPath, int fd, int bWrite){
  nv_place *p = f->xAlloc(f->pCtx, sizeof(*p));
  if( p==0 ) return 0;
  p->pFiles = f;
  p->zPath = zPath;
  p->fd = fd;
  p->bWrite = bWrite;
  p->bNoDirect = 0;
  p->err = 0;
  p->pBeside = 0;
  return p;
}

int nv_place_open(
  const nv_files *f,
  const char *zPath,
  int bWrite,
  int msWait,
  nv_place **ppPlace,
  int *pErrno
){
  const int64_t iDeadline = milliseconds() + msWait;
  char *zReal = 0;
  int fd = -1;
  int same;
  int rc;
  struct stat st;

  *ppPlace = 0;
  *pErrno = 0;
  for(;;){
    zReal = f->xResolve(f->pCtx, zPath);
    if( zReal==0 ){ *pErrno = errno; rc = resultOf(errno); goto done; }
    /* Looked at before it is opened: opening a pipe would wait for ever. */
    if( f->xStat(f->pCtx, zReal, &st)!=0 ){
      *pErrno = errno; rc = resultOf(errno); goto done;
    }
    if( !S_ISREG(st.st_mode) ){ rc = NV_NOTAFILE; goto done; }
    do{
      fd = f->xOpen(f->pCtx, zReal, bWrite ? O_RDWR : O_RDONLY, 0);
    }while( fd<0 && errno==EINTR );
    if( fd<0 ){ *pErrno = errno; rc = resultOf(errno); goto done; }
    if( msWait<0 ) break;                 /* a glance needs no lock */
    rc = lock(f, fd, bWrite, iDeadline);
    if( rc!=NV_OK ){
      if( rc==NV_IO ) *pErrno = errno;
      goto done;
    }
    same = isSame(f, fd, zReal);
    if( same>0 ) break;
    if( same<0 ){ *pErrno = errno; rc = NV_IO; goto done; }
    /* Replaced while we waited. Let go, and take the one that is there. */
    f->xClose(f->pCtx, fd);
    fd = -1;
    free(zReal);
    zReal = 0;
    if( milliseconds()>=iDeadline+NV_LOCK_PAUSE_MS ){
      rc = NV_INUSE;
      goto done;
    }
  }
  *ppPlace = newPlace(f, zReal, fd, bWrite);
  rc = *ppPlace ? NV_OK : NV_MEMORY;

done:
  if( rc!=NV_OK ){
    if( fd>=0 ) f->xClose(f->pCtx, fd);
    free(zReal);
  }
  return rc;
}

int nv_place_create(
  const nv_files *f,
  const char *zPath,
  nv_place **ppPlace,
  int *pErrno
){
  char *zReal = 0;
  int rc;
  int fd;

  *ppPlace = 0;
  *pErrno = 0;
  do{
    fd = f->xOpen(f->pCtx, zPath, O_RDWR|O_CREAT|O_EXCL, 0600);
  }while( fd<0 && errno==EINTR );
  if( fd<0 ){ *pErrno = errno; return resultOf(errno); }
  rc = lock(f, fd, 1, 0);
  if( rc!=NV_OK ){ *pErrno = errno; goto done; }
  zReal = f->xResolve(f->pCtx, zPath);
  if( zReal==0 ){ *pErrno = errno; rc = resultOf(errno); goto done; }
  *ppPlace = newPlace(f, zReal, fd, 1);
  rc = *ppPlace ? NV_OK : NV_MEMORY;

done:
  if( rc!=NV_OK ){
    f->xClose(f->pCtx, fd);
    f->xUnlink(f->pCtx, zPath);
    free(zReal);
  }
  return rc;
}

void nv_place_close(nv_place *p){
  if( p==0 ) return;
  nv_beside_free(p->pBeside);
  p->pFiles->xClose(p->pFiles->pCtx, p->fd);
  free(p->zPath);
  free(p);
}

void nv_place_discard(nv_place *p){
  if( p==0 ) return;
  p->pFiles->xUnlink(p->pFiles->pCtx, p->zPath);
  nv_place_close(p);
}

int nv_place_wait(nv_place *p){
  return p->pBeside ? nv_beside_wait(p->pBeside) : NV_OK;
}

int nv_place_read(
  nv_place *p,
  uint64_t iOfst,
  void *a,
  size_t n,
  size_t *pnGot
){
  size_t nGot = 0;
  int rc = nv_place_wait(p);
  while( rc==NV_OK && nGot<n ){
    const ssize_t got = p->pFiles->xPread(p->pFiles->pCtx, p->fd,
        (char*)a+nGot, n-nGot, (off_t)(iOfst+nGot));
    if( got<0 && errno==EINTR ) continue;
    if( got<0 ){ rc = failed(p); break; }
    if( got==0 ) break;
    nGot += (size_t)got;
  }
  if( nGot<n ) memset((char*)a+nGot, 0, n-nGot);
  *pnGot = nGot;
  return rc;
}

static int writeNow(nv_place *p, uint64_t iOfst, const void *a, size_t n){
  size_t nDone = 0;
  while( nDone<n ){
    const ssize_t put = p->pFiles->xPwrite(p->pFiles->pCtx, p->fd,
        (const char*)a+nDone, n-nDone, (off_t)(iOfst+nDone));
    if( put<0 && errno==EINTR ) continue;
    if( put<0 ) return failed(p);
    if( put==0 ){ p->err = ENOSPC; return NV_NOSPC; }
    nDone += (size_t)put;
  }
  return NV_OK;
}

int nv_place_write(nv_place *p, uint64_t iOfst, const void *a, size_t n){
  int rc;
  if( !p->bWrite ) return NV_READONLY;
  rc = nv_place_wait(p);
  return rc==NV_OK ? writeNow(p, iOfst, a, n) : rc;
}

static int writeBlocksNow(nv_place *p, uint64_t iOfst, const void *a, size_t n){
  size_t nDone = 0;
  while( !p->bNoDirect && nDone==0 ){
    const ssize_t put = p->pFiles->xPwriteDirect(p->pFiles->pCtx, p->fd, a, n,
                                                 (off_t)iOfst);
    if( put>0 ) nDone = (size_t)put;
    else if( put<0 && errno==EINTR ) continue;
    else if( put<0 && (errno==EINVAL || errno==ENOTSUP) ) p->bNoDirect = 1;
    else if( put<0 ) return failed(p);
    else break;
  }
  return writeNow(p, iOfst+nDone, (const char*)a+nDone, n-nDone);
}

int nv_place_write_blocks(nv_place *p, uint64_t iOfst, const void *a, size_t n){
  int rc;
  if( !p->bWrite ) return NV_READONLY;
  rc = nv_place_wait(p);
  return rc==NV_OK ? writeBlocksNow(p, iOfst, a, n) : rc;
}

static int writeBeside(void *pPlace){
  nv_place *p = pPlace;
  return writeBlocksNow(p, p->iBeside, p->aBeside, p->nBeside);
}

int nv_place_begin_write(nv_place *p, uint64_t iOfst, const void *a, size_t n){
  int rc;
  if( !p->bWrite ) return NV_READONLY;
  rc = nv_place_wait(p);
  if( rc!=NV_OK ) return rc;
  if( p->pBeside==0 ) p->pBeside = nv_beside_new();
  if( p->pBeside==0 ) return writeBlocksNow(p, iOfst, a, n);
  p->iBeside = iOfst;
  p->aBeside = a;
  p->nBeside = n;
  nv_beside_begin(p->pBeside, writeBeside, p);
  return NV_OK;
}

int nv_place_cut(nv_place *p, uint64_t iSize){
  if( !p->bWrite ) return NV_READONLY;
  nv_place_wait(p);                       /* what did not get there is cut off */
  while( p->pFiles->xTruncate(p->pFiles->pCtx, p->fd, (off_t)iSize)!=0 ){
    if( errno!=EINTR ) return failed(p);
  }
  return NV_OK;
}

int nv_place_reserve(nv_place *p, uint64_t iOfst, uint64_t n){
  if( !p->bWrite || nv_place_wait(p)!=NV_OK ) return NV_READONLY;
  return p->pFiles->xReserve(p->pFiles->pCtx, p->fd, (off_t)iOfst, (off_t)n)==0
      ? NV_OK : NV_NOSPC;
}

/* An interrupted sync has not failed: nothing is known to be lost. Ask again. */
int nv_place_datasync(nv_place *p){
  const int rc = nv_place_wait(p);
  if( rc!=NV_OK ) return rc;
  while( p->pFiles->xDatasync(p->pFiles->pCtx, p->fd)!=0 ){
    if( errno!=EINTR ) return failed(p);
  }
  return NV_OK;
}

int nv_place_sync(nv_place *p){
  const int rc = nv_place_wait(p);
  if( rc!=NV_OK ) return rc;
  while( p->pFiles->xSync(p->pFiles->pCtx, p->fd)!=0 ){
    if( errno!=EINTR ) return failed(p);
  }
  return NV_OK;
}

int nv_place_sync_folder(nv_place *p){
  const nv_files *f = p->pFiles;
  char *zSlash = strrchr(p->zPath, '/');
  char cKept;
  int fd;
  int rc = NV_OK;

  if( zSlash==0 ) return NV_MISUSE;       /* realpath(3) is absolute */
  if( zSlash==p->zPath ) zSlash++;        /* the folder is "/" */
  cKept = *zSlash;
  *zSlash = 0;
  do{
    fd = f->xOpen(f->pCtx, p->zPath, O_RDONLY|O_DIRECTORY, 0);
  }while( fd<0 && errno==EINTR );
  if( fd<0 ) rc = failed(p);
  *zSlash = cKept;
  if( fd>=0 ){
    /* Some file systems cannot sync a folder and say EINVAL: nothing to do. */
    int bDone;
    do{
      bDone = f->xSync(f->pCtx, fd)==0 || errno==EINVAL;
    }while( !bDone && errno==EINTR );
    if( !bDone ) rc = failed(p);
    f->xClose(f->pCtx, fd);
  }
  return rc;
}

int nv_place_size(nv_place *p, uint64_t *piSize){
  struct stat st;
  *piSize = 0;
  const int rc = nv_place_wait(p);
  if( rc!=NV_OK ) return rc;
  if( p->pFiles->xFstat(p->pFiles->pCtx, p->fd, &st)!=0 ) return failed(p);
  *piSize = (uint64_t)st.st_size;
  return NV_OK;
}

int nv_place_replace(nv_place *pNew, nv_place *pOld){
  const nv_files *f = pNew->pFiles;
  char *zSwap;
  if( f->xRename(f->pCtx, pNew->zPath, pOld->zPath)!=0 ) return failed(pNew);
  zSwap = pNew->zPath;
  pNew->zPath = pOld->zPath;
  pOld->zPath = zSwap;
  return NV_OK;
}

int nv_place_moved(nv_place *p){
  return isSame(p->pFiles, p->fd, p->zPath)!=1;
}

int nv_place_remove(const nv_files *f, const char *zPath, int *pErrno){
  *pErrno = 0;
  if( f->xUnlink(f->pCtx, zPath)==0 || errno==ENOENT ) return NV_OK;
  *pErrno = errno;
  return resultOf(errno);
}

const char *nv_place_path(const nv_place *p){ return p->zPath; }
int nv_place_errno(const nv_place *p){ return p->err; }
int nv_place_writable(const nv_place *p){ return p->bWrite; }
const nv_files *nv_place_files(const nv_place *p){ return p->pFiles; }
