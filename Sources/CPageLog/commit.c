/*
** Transactions of the page log: write, resize, commit, and the page map.
*/
#include "inside.h"

#include <stdlib.h>
#include <string.h>

/* A map is appended once the chain is longer than this, and than 4 maps. */
#define NV_CHAIN_LONG (1<<20)

/* Space is asked for so much at a time, and after so many commits. */
#define NV_RESERVE       (8<<20)
#define NV_RESERVE_AFTER 3

int nv_log_may_write(const nv_log *p){
  if( p->poisoned ) return NV_POISONED;
  if( !p->bWrite ) return NV_READONLY;
  return NV_OK;
}

/* Forgets the transaction. The table and the disk are at the last commit. */
static void forget(nv_log *p){
  for(uint32_t i=0; i<p->nPend; i++){
    if( p->aPend[i].iPage ) p->aPendOf[p->aPend[i].iPage-1] = 0;
  }
  p->nPend = 0;
  p->nPagePend = p->nFloor = p->nPage;
  p->bDirty = 0;
}

/*
** A transaction failed, and the caller is told so now. What it still writes is
** dropped until it ends, so that half of it can never be committed. SQLite's
** pager gives up at the first failure; what follows is its journal played back
** and a sync, and both must succeed, or it will not begin another transaction.
*/
static int spoil(nv_log *p, int rc){
  p->failed = rc;
  forget(p);
  p->bDirty = 1;
  if( p->bWrite && !p->poisoned ) nvCut(p);
  return nvFail(p, rc);
}

void nvEndFailed(nv_log *p){
  if( p->failed ){
    p->failed = 0;
    forget(p);
  }
}

/* Adds a page to the transaction's list. Room in aPendOf has been made. */
static int pend(nv_log *p, uint32_t iPage, const nv_entry *pAt){
  if( p->nPend==p->nPendRoom ){
    const uint32_t nRoom = p->nPendRoom ? p->nPendRoom*2 : 256;
    nv_named *a = p->files->xAlloc(p->files->pCtx, (size_t)nRoom*sizeof(*a));
    if( a==0 ) return NV_MEMORY;
    if( p->nPend ) memcpy(a, p->aPend, (size_t)p->nPend*sizeof(*a));
    free(p->aPend);
    p->aPend = a;
    p->nPendRoom = nRoom;
  }
  p->aPend[p->nPend].iPage = iPage;
  p->aPend[p->nPend].at = *pAt;
  p->nPend++;
  p->aPendOf[iPage-1] = p->nPend;
  return NV_OK;
}

int nv_log_write(nv_log *p, uint32_t iPage, const unsigned char *aData){
  nv_entry at;
  int rc;

  if( iPage==0 || iPage>NV_PAGE_MOST ) return nvFail(p, NV_MISUSE);
  if( p->failed ) return NV_OK;           /* dropped: see spoil() */
  rc = nv_log_may_write(p);
  if( rc==NV_OK ) rc = nvGrow(p, iPage);
  if( rc!=NV_OK ) return spoil(p, rc);
  p->bDirty = 1;
  if( p->aPendOf[iPage-1] ){
    nv_entry *pAt = &p->aPend[p->aPendOf[iPage-1]-1].at;
    if( pAt->iOfst>=p->iBuf ){
      rc = nvReplace(p, pAt->iOfst, iPage, aData, pAt->aTag);
    }else{
      rc = nvAppend(p, NV_KIND_PAGE, iPage, aData, p->szPage, &at.iOfst, at.aTag);
      if( rc==NV_OK ) *pAt = at;
    }
  }else{
    rc = nvAppend(p, NV_KIND_PAGE, iPage, aData, p->szPage, &at.iOfst, at.aTag);
    if( rc==NV_OK ) rc = pend(p, iPage, &at);
  }
  if( rc!=NV_OK ) return spoil(p, rc);
  if( iPage>p->nPagePend ) p->nPagePend = iPage;
  return NV_OK;
}

int nv_log_resize(nv_log *p, uint32_t nPage){
  int rc;
  if( p->failed || nPage==p->nPagePend ) return NV_OK;
  rc = nv_log_may_write(p);
  if( rc==NV_OK ) rc = nvGrow(p, nPage);
  if( rc!=NV_OK ) return spoil(p, rc);
  p->bDirty = 1;
  for(uint32_t i=0; nPage<p->nPagePend && i<p->nPend; i++){
    if( p->aPend[i].iPage>nPage ){
      p->aPendOf[p->aPend[i].iPage-1] = 0;
      p->aPend[i].iPage = 0;
    }
  }
  if( nPage<p->nFloor ) p->nFloor = nPage;
  p->nPagePend = nPage;
  return NV_OK;
}

static int byPage(const void *pA, const void *pB){
  const uint32_t a = ((const nv_named*)pA)->iPage;
  const uint32_t b = ((const nv_named*)pB)->iPage;
  return a<b ? -1 : a>b;
}

int nvAppendCommit(
  nv_log *p,
  uint32_t nPage,
  const nv_named *aItem,
  uint32_t nItem,
  nv_point *pPoint
){
  const uint64_t nUsed = NV_COMMIT_HEAD + (uint64_t)nItem*NV_COMMIT_ITEM;
  /* The next transaction begins with a block of its own: none is rewritten. */
  const uint64_t nOver = (p->iBuf + p->nBuf + nUsed + NV_FRAME_MORE)%NV_BLOCK;
  const uint64_t n = nUsed + (nOver ? NV_BLOCK-nOver : 0);
  unsigned char *aFrame;
  unsigned char *aPlain;
  unsigned char *z;
  uint64_t iOfst;
  int rc;

  if( n>INT32_MAX-64 ) return NV_NOSPC;   /* 76 million pages at once */
  aFrame = p->files->xAlloc(p->files->pCtx, n+NV_FRAME_MORE);
  if( aFrame==0 ) return NV_MEMORY;
  aPlain = &aFrame[NV_FRAME_HEAD];
  pPoint->sequence = p->last.sequence + 1;
  nv_put64(&aPlain[0], pPoint->sequence);
  memcpy(&aPlain[8], p->last.aTag, NV_TAG_SIZE);
  p->iWhenNext = p->files->xNow(p->files->pCtx);
  nv_put64(&aPlain[24], (uint64_t)p->iWhenNext);
  nv_put32(&aPlain[32], nPage);
  nv_put32(&aPlain[36], nItem);
  z = &aPlain[NV_COMMIT_HEAD];
  for(uint32_t i=0; i<nItem; i++, z+=NV_COMMIT_ITEM){
    nv_put32(&z[0], aItem[i].iPage);
    nv_put64(&z[4], aItem[i].at.iOfst);
    memcpy(&z[12], aItem[i].at.aTag, NV_TAG_SIZE);
  }
  memset(z, 0, n-nUsed);
  rc = nvAppendFrame(p, NV_KIND_COMMIT, pPoint->sequence, aFrame, (uint32_t)n,
                     &iOfst, pPoint->aTag);
  if( rc==NV_OK ) rc = nvFlush(p);
  free(aFrame);
  return rc;
}

/*
** Puts the list in order, without what was taken back, and with a hole for
** each page that was cut away and came back unwritten.
*/
static int tidy(nv_log *p){
  static const nv_entry hole;
  const uint32_t nBack = p->nPage<p->nPagePend ? p->nPage : p->nPagePend;
  uint32_t nKept = 0;

  for(uint32_t i=p->nFloor; i<nBack; i++){
    if( p->aEntry[i].iOfst && p->aPendOf[i]==0 ){
      const int rc = pend(p, i+1, &hole);
      if( rc!=NV_OK ) return rc;
    }
  }
  for(uint32_t i=0; i<p->nPend; i++){
    if( p->aPend[i].iPage ) p->aPend[nKept++] = p->aPend[i];
  }
  p->nPend = nKept;
  if( nKept ) qsort(p->aPend, nKept, sizeof(*p->aPend), byPage);
  return NV_OK;
}

void nvGiveBack(nv_log *p){
  if( p->iReserved==0 ) return;
  p->iReserved = 0;
  nv_place_cut(p->place, p->iEnd);        /* in vain: only space is lost */
}

/*
** A sync of an appended file also writes what the file system notes about it.
** That is less when the blocks are the file's already. They are beyond its
** size, so that a copy made at any moment still ends where the log does. One
** command is one or two commits: it is not worth it for them.
*/
static void reserve(nv_log *p){
  const uint64_t iFrom = p->iReserved>p->iEnd ? p->iReserved : p->iEnd;

  if( p->bNoReserve || p->nCommit<NV_RESERVE_AFTER || p->iBuf>p->iEnd
   || p->iBuf+p->nBuf+NV_RESERVE/16<=p->iReserved ) return;
  p->iReserved = iFrom + NV_RESERVE;
  if( nv_place_reserve(p->place, iFrom, NV_RESERVE)!=NV_OK ){
    p->bNoReserve = 1;
    nvGiveBack(p);
  }
}

int nv_log_commit(nv_log *p){
  nv_point point;
  int rc = NV_OK;

  nvEndFailed(p);                         /* it was reported when it failed */
  if( !p->bDirty ) return NV_OK;
  rc = nv_log_may_write(p);
  if( rc==NV_OK ) rc = tidy(p);
  if( rc==NV_OK ) reserve(p);
  if( rc==NV_OK ) rc = nvAppendCommit(p, p->nPagePend, p->aPend, p->nPend, &point);
  if( rc==NV_OK && !p->bHeadSure ) rc = nvRewrite(p, 0, NV_LOG_START);
  if( rc!=NV_OK ) return spoil(p, rc);
  if( nv_place_datasync(p->place)!=NV_OK ){
    p->poisoned = 1;
    return spoil(p, NV_POISONED);
  }
  p->bHeadSure = 1;
  nvApply(p, p->nPagePend, p->nFloor, p->aPend, p->nPend);
  p->last = point;
  p->iWhen = p->iWhenNext;
  p->iEnd = p->iBuf;
  p->bChanged = 1;
  p->nCommit++;
  forget(p);
  return NV_OK;
}

int nvAppendMap(nv_log *p){
  const uint64_t n = NV_MAP_HEAD + (uint64_t)p->nPage*NV_MAP_ITEM;
  unsigned char *aFrame;
  unsigned char *aPlain;
  unsigned char *z;
  uint64_t iOfst = 0;
  unsigned char aTag[NV_TAG_SIZE];
  int rc;

  if( n>INT32_MAX-64 ) return NV_NOSPC;
  aFrame = p->files->xAlloc(p->files->pCtx, n+NV_FRAME_MORE);
  if( aFrame==0 ) return NV_MEMORY;
  aPlain = &aFrame[NV_FRAME_HEAD];
  nv_put64(&aPlain[0], p->last.sequence);
  memcpy(&aPlain[8], p->last.aTag, NV_TAG_SIZE);
  nv_put32(&aPlain[24], p->nPage);
  nv_put32(&aPlain[28], 0);
  z = &aPlain[NV_MAP_HEAD];
  for(uint32_t i=0; i<p->nPage; i++, z+=NV_MAP_ITEM){
    nv_put64(&z[0], p->aEntry[i].iOfst);
    memcpy(&z[8], p->aEntry[i].aTag, NV_TAG_SIZE);
  }
  rc = nvAppendFrame(p, NV_KIND_MAP, p->last.sequence, aFrame, (uint32_t)n, &iOfst,
                     aTag);
  if( rc==NV_OK ) rc = nvFlush(p);
  free(aFrame);
  if( rc!=NV_OK ) return rc;
  p->anchor.iMap = iOfst;
  p->anchor.mapSequence = p->last.sequence;
  memcpy(p->anchor.aMapTag, aTag, NV_TAG_SIZE);
  p->nMapByte = n + NV_FRAME_MORE;
  p->iEnd = p->iBuf;
  p->iChain = p->iEnd;
  return NV_OK;
}

int nv_log_secure_head(nv_log *p){
  int rc = nv_log_may_write(p);
  if( p->bHeadSure ) return rc;
  if( rc==NV_OK ) rc = nvRewrite(p, 0, NV_LOG_START);
  if( rc==NV_OK && nv_place_datasync(p->place)!=NV_OK ){
    p->poisoned = 1;
    rc = NV_POISONED;
  }
  if( rc==NV_OK ) p->bHeadSure = 1;
  return nvFail(p, rc);
}

void nv_log_poison(nv_log *p){
  p->poisoned = 1;
}

int nv_log_settle(nv_log *p, nv_anchor *pAnchor){
  const uint64_t nMap = NV_MAP_HEAD + (uint64_t)p->nPage*NV_MAP_ITEM;
  int rc = nv_log_may_write(p);

  nvEndFailed(p);
  if( rc==NV_OK && p->bDirty ) rc = NV_MISUSE;
  if( rc!=NV_OK ) return nvFail(p, rc);
  if( p->iEnd-p->iChain>NV_CHAIN_LONG && p->iEnd-p->iChain>4*nMap ){
    rc = nvAppendMap(p);
    if( rc==NV_OK && nv_place_datasync(p->place)!=NV_OK ){
      p->poisoned = 1;
      return nvFail(p, NV_POISONED);
    }
    /* No space for a map is no failure: the chain is still there. */
    if( rc!=NV_OK ){
      p->failed = rc;
      rc = nvCut(p);
      p->failed = 0;
      if( rc!=NV_OK ) return nvFail(p, rc);
    }
  }
  nvGiveBack(p);
  p->anchor.clean = p->last;
  p->anchor.iEnd = p->iEnd;
  p->anchor.nSeal = p->nSeal;
  p->anchor.iWhen = p->iWhen;
  p->bChanged = 0;
  *pAnchor = p->anchor;
  return NV_OK;
}
