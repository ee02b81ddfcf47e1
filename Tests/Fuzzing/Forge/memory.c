/*
** One file in memory, as the table of calls sees it.
*/
#include "inside.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* More than this is asked for only by a length that nobody checked. */
#define MOST_FILE  (64u<<20)
#define MOST_ALLOC (256u<<20)

unsigned char take8(bytes *b){
  if( b->n==0 ) return 0;
  b->n--;
  return *b->a++;
}
unsigned take16(bytes *b){
  const unsigned low = take8(b);
  return low | (unsigned)take8(b)<<8;
}
uint32_t take32(bytes *b){
  const uint32_t low = take16(b);
  return low | (uint32_t)take16(b)<<16;
}
uint64_t take64(bytes *b){
  const uint64_t low = take32(b);
  return low | (uint64_t)take32(b)<<32;
}
void takeInto(bytes *b, unsigned char *aOut, size_t n){
  const size_t nHere = n<b->n ? n : b->n;
  memset(aOut, 0, n);
  if( nHere==0 ) return;
  memcpy(aOut, b->a, nHere);
  b->a += nHere;
  b->n -= nHere;
}

int forgeGrow(forge_memory *p, size_t n){
  if( n>MOST_FILE ) return -1;
  if( n>p->nRoom ){
    const size_t nRoom = n*2<65536 ? 65536 : n*2;
    unsigned char *a = realloc(p->a, nRoom);
    if( a==0 ) return -1;
    p->a = a;
    p->nRoom = nRoom;
  }
  if( n>p->n && p->a ){
    memset(&p->a[p->n], 0, n-p->n);
    p->n = n;
  }
  return 0;
}

static int mOpen(void *c, const char *z, int flags, mode_t mode){
  (void)c; (void)z; (void)flags; (void)mode;
  return 99;
}
static int mNothing(void *c, int fd){
  (void)c; (void)fd;
  return 0;
}
static ssize_t mPread(void *c, int fd, void *a, size_t n, off_t at){
  const forge_memory *p = c;
  (void)fd;
  if( at<0 || (size_t)at>=p->n || p->a==0 ) return 0;
  if( n>p->n-(size_t)at ) n = p->n-(size_t)at;
  memcpy(a, &p->a[at], n);
  return (ssize_t)n;
}
static ssize_t mPwrite(void *c, int fd, const void *a, size_t n, off_t at){
  forge_memory *p = c;
  (void)fd;
  if( at<0 || forgeGrow(p, (size_t)at+n)!=0 || p->a==0 ){
    errno = ENOSPC;
    return -1;
  }
  memcpy(&p->a[at], a, n);
  return (ssize_t)n;
}
static int mTruncate(void *c, int fd, off_t size){
  forge_memory *p = c;
  (void)fd;
  if( size<0 || forgeGrow(p, (size_t)size)!=0 ){ errno = EINVAL; return -1; }
  p->n = (size_t)size;
  return 0;
}
static int mRename(void *c, const char *zFrom, const char *zTo){
  (void)c; (void)zFrom; (void)zTo;
  return 0;
}
static int mUnlink(void *c, const char *z){
  (void)c; (void)z;
  errno = ENOENT;
  return -1;
}
static int mLock(void *c, int fd, int operation){
  (void)c; (void)fd; (void)operation;
  return 0;
}
static int fill(const forge_memory *p, struct stat *pStat){
  memset(pStat, 0, sizeof(*pStat));
  pStat->st_mode = S_IFREG | 0600;
  pStat->st_ino = 1;
  pStat->st_size = (off_t)p->n;
  return 0;
}
static int mFstat(void *c, int fd, struct stat *pStat){
  (void)fd;
  return fill(c, pStat);
}
static int mStat(void *c, const char *z, struct stat *pStat){
  (void)z;
  return fill(c, pStat);
}
static char *mResolve(void *c, const char *z){
  (void)c;
  return strdup(z);
}
static int mRandom(void *c, unsigned char *a, size_t n){
  forge_memory *p = c;
  for(size_t i=0; i<n; i++) a[i] = (unsigned char)(++p->nRandom*167>>3);
  return 0;
}
static void *mAlloc(void *c, size_t n){
  (void)c;
  return n>MOST_ALLOC ? 0 : malloc(n);
}
static int mReserve(void *c, int fd, off_t at, off_t n){
  (void)c; (void)fd; (void)at; (void)n;
  errno = EOPNOTSUPP;
  return -1;
}
static int64_t mNow(void *c){
  (void)c;
  return 1795255200;
}

forge_memory *forge_memory_new(void){
  forge_memory *p = calloc(1, sizeof(*p));
  if( p==0 ) abort();
  p->files = *nv_files_real();
  p->files.pCtx = p;
  p->files.xOpen = mOpen;
  p->files.xClose = mNothing;
  p->files.xPread = mPread;
  p->files.xPwrite = mPwrite;
  p->files.xTruncate = mTruncate;
  p->files.xDatasync = mNothing;
  p->files.xSync = mNothing;
  p->files.xRename = mRename;
  p->files.xUnlink = mUnlink;
  p->files.xLock = mLock;
  p->files.xFstat = mFstat;
  p->files.xStat = mStat;
  p->files.xResolve = mResolve;
  p->files.xRandom = mRandom;
  p->files.xAlloc = mAlloc;
  p->files.xNow = mNow;
  p->files.xReserve = mReserve;
  p->files.xPwriteDirect = mPwrite;
  return p;
}

void forge_memory_free(forge_memory *p){
  free(p->a);
  free(p);
}

void forge_memory_set(forge_memory *p, const unsigned char *a, size_t n){
  p->n = 0;
  if( forgeGrow(p, n)==0 && p->a && n>0 ) memcpy(p->a, a, n);
}

const nv_files *forge_memory_files(forge_memory *p){ return &p->files; }
