/*
** The page log's handle: opening, reading, facts. See pagelog.h.
*/
#include "inside.h"

#include <openssl/crypto.h>
#include <stdlib.h>
#include <string.h>

int nvNew(
  nv_place *place,
  const unsigned char *aKey,
  const nv_anchor *pAnchor,
  int bWrite,
  nv_log **ppLog
){
  const nv_files *f = nv_place_files(place);
  nv_log *p;
  int rc;

  *ppLog = 0;
  if( pAnchor->szPage!=4096 && pAnchor->szPage!=8192 && pAnchor->szPage!=16384 ){
    return NV_MISUSE;
  }
  p = f->xAlloc(f->pCtx, sizeof(*p));
  if( p==0 ) return NV_MEMORY;
  memset(p, 0, sizeof(*p));
  p->place = place;
  p->files = f;
  p->bWrite = bWrite;
  memcpy(p->aId, pAnchor->aId, NV_ID_SIZE);
  p->szPage = pAnchor->szPage;
  p->szFrame = pAnchor->szPage + NV_FRAME_MORE;
  p->anchor = *pAnchor;
  p->last = pAnchor->base;
  p->iWhen = pAnchor->iWhen;
  p->iEnd = NV_LOG_START;
  p->iBuf = NV_LOG_START;
  p->iChain = NV_LOG_START;
  p->nSeal = pAnchor->nSeal;
  rc = nv_seal_new(f, aKey, &p->seal);
  if( rc==NV_OK ){
    p->aRead = f->xAlloc(f->pCtx, NV_AHEAD);
    p->aOnePage = f->xAlloc(f->pCtx, p->szPage);
    if( p->aRead==0 || p->aOnePage==0 ) rc = NV_MEMORY;
  }
  if( rc==NV_OK ) *ppLog = p; else nvFree(p);
  return rc;
}

void nvFree(nv_log *p){
  if( p==0 ) return;
  nv_seal_free(p->seal);
  if( p->aOnePage ) OPENSSL_cleanse(p->aOnePage, p->szPage);
  free(p->aOnePage);
  free(p->aRead);
  free(p->pBufMem);
  free(p->aEntry);
  free(p->aPend);
  free(p->aPendOf);
  free(p->aSeen);
  free(p);
}

void nv_log_free(nv_log *p){
  if( p==0 ) return;
  nv_place_close(p->place);
  nvFree(p);
}

int nv_log_open(
  nv_place *place,
  const unsigned char *aKey,
  const nv_anchor *pAnchor,
  int eMode,
  nv_log **ppLog
){
  nv_log *p = 0;
  uint64_t iSize = 0;
  uint64_t iDoubt = 0;
  int rc;

  *ppLog = 0;
  rc = nvNew(place, aKey, pAnchor, eMode==NV_OPEN_WRITE, &p);
  if( rc!=NV_OK ) return rc;
  rc = nv_place_size(place, &iSize);
  if( rc!=NV_OK ) goto done;
  if( eMode!=NV_OPEN_SALVAGE && iSize<pAnchor->iEnd ){ rc = NV_CUT; goto done; }

  rc = nvLoadMap(p);
  if( rc!=NV_OK && eMode!=NV_OPEN_SALVAGE ) goto done;
  rc = nvFollow(p, eMode, &iDoubt);
  if( rc!=NV_OK ) goto done;

  p->iBuf = p->iEnd;
  p->nPagePend = p->nFloor = p->nPage;
  if( eMode==NV_OPEN_WRITE && (p->nTail>0 || iDoubt>0) ){
    if( p->nTail>0 ) rc = nv_place_cut(place, p->iEnd);
    /* The program that wrote the last commit may have been killed before its
    ** sync, or been told that it failed. Then the system can show bytes that are
    ** not on the disk, and that it takes for written: only a new write puts them
    ** there. What is shown now must stay, because more will be built on it. */
    if( rc==NV_OK && iDoubt>0 ) rc = nvRewrite(p, iDoubt, p->iEnd);
    if( rc==NV_OK ) rc = nvRewrite(p, 0, NV_LOG_START);
    /* Synced, or a second crash could mix the old tail with new frames. */
    if( rc==NV_OK ) rc = nv_place_sync(place);
    if( rc==NV_OK ) p->bHeadSure = 1;
  }

done:
  if( rc==NV_OK ) *ppLog = p; else nvFree(p);
  return rc;
}

int nv_log_back(nv_log *p){
  static const nv_named none;
  uint64_t iDoubt = 0;
  int rc = nv_log_may_write(p);

  nvEndFailed(p);
  if( rc==NV_OK && p->bDirty ) rc = NV_MISUSE;
  if( rc!=NV_OK ) return nvFail(p, rc);
  p->nBuf = p->nRead = 0;
  p->iNext = p->iReserved = 0;
  rc = nv_place_cut(p->place, p->anchor.iEnd);
  if( rc==NV_OK ) rc = nv_place_datasync(p->place);
  nvApply(p, 0, 0, &none, 0);
  p->last = p->anchor.base;
  p->iWhen = p->anchor.iWhen;
  p->iEnd = p->iChain = NV_LOG_START;
  p->nMapByte = 0;
  if( rc==NV_OK ) rc = nvLoadMap(p);
  if( rc==NV_OK ) rc = nvFollow(p, NV_OPEN_WRITE, &iDoubt);
  p->iBuf = p->iEnd;
  p->nPagePend = p->nFloor = p->nPage;
  p->nTail = 0;
  p->bChanged = 0;
  if( rc!=NV_OK ) p->poisoned = 1;
  return nvFail(p, rc);
}

/* Where the open transaction finds a page: its own frame, or the committed. */
static nv_entry entryOf(const nv_log *p, uint32_t iPage){
  static const nv_entry none;
  if( iPage<=p->nRoom && p->aPendOf[iPage-1] ){
    return p->aPend[p->aPendOf[iPage-1]-1].at;
  }
  if( iPage<=p->nFloor && iPage<=p->nPage ) return p->aEntry[iPage-1];
  return none;
}

int nv_log_read(
  nv_log *p,
  uint32_t iPage,
  uint32_t iStart,
  uint32_t nByte,
  unsigned char *aOut
){
  nv_entry at;
  int rc = NV_OK;

  if( iPage==0 || iPage>p->nPagePend || nByte>p->szPage
   || iStart>p->szPage-nByte ){
    memset(aOut, 0, nByte);
    return NV_MISUSE;
  }
  at = entryOf(p, iPage);
  if( at.iOfst==0 ){
    memset(aOut, 0, nByte);
  }else if( nByte==p->szPage ){
    rc = nvReadPage(p, iPage, &at, aOut);
  }else{
    rc = nvReadPage(p, iPage, &at, p->aOnePage);
    memcpy(aOut, &p->aOnePage[iStart], nByte);
    OPENSSL_cleanse(p->aOnePage, p->szPage);
  }
  if( rc==NV_OK && p->aSeen && iPage<=p->nSeen ){
    p->aSeen[(iPage-1)/8] |= (unsigned char)(1<<(iPage-1)%8);
  }
  return nvFail(p, rc);
}

int nv_log_watch(nv_log *p){
  const size_t n = p->nPage/8 + 1;
  if( p->bDirty ) return NV_MISUSE;
  free(p->aSeen);
  p->nSeen = 0;
  p->aSeen = p->files->xAlloc(p->files->pCtx, n);
  if( p->aSeen==0 ) return NV_MEMORY;
  memset(p->aSeen, 0, n);
  p->nSeen = p->nPage;
  return NV_OK;
}

int nv_log_was_read(const nv_log *p, uint32_t iPage){
  if( p->aSeen==0 || iPage==0 || iPage>p->nSeen ) return 0;
  return (p->aSeen[(iPage-1)/8]>>(iPage-1)%8) & 1;
}

int nv_log_check(nv_log *p, uint32_t iPage){
  int rc = NV_OK;
  if( iPage==0 || iPage>p->nPage ) return NV_MISUSE;
  if( p->aEntry[iPage-1].iOfst ){
    rc = nvReadPage(p, iPage, &p->aEntry[iPage-1], p->aOnePage);
    OPENSSL_cleanse(p->aOnePage, p->szPage);
  }
  return rc;
}

uint32_t nv_log_pages(const nv_log *p){ return p->nPagePend; }
nv_point nv_log_last(const nv_log *p){ return p->last; }
uint64_t nv_log_seals(const nv_log *p){ return p->nSeal; }
uint32_t nv_log_page_size(const nv_log *p){ return p->szPage; }
int nv_log_changed(const nv_log *p){ return p->bChanged; }
int nv_log_in_transaction(const nv_log *p){ return p->bDirty; }
int nv_log_failure(const nv_log *p){ return p->failure; }
nv_place *nv_log_place(const nv_log *p){ return p->place; }

nv_facts nv_log_facts(const nv_log *p){
  nv_facts facts;
  facts.nPage = p->nPage;
  facts.nLive = p->nLive;
  facts.nLiveByte = (uint64_t)p->nLive*p->szFrame + p->nMapByte;
  facts.nDeadByte = p->iEnd - NV_LOG_START - facts.nLiveByte;
  facts.nChainByte = p->iEnd - p->iChain;
  facts.nTailByte = p->nTail;
  facts.iWhen = p->iWhen;
  return facts;
}
