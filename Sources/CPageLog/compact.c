/*
** Compaction: the live pages of one log, sealed anew into another.
**
** The copy goes on with the chain: its base is the old log's last commit, so
** the sequence never runs backwards. Under a new key this is a re-key.
*/
#include "inside.h"

#include <openssl/crypto.h>
#include <stdlib.h>
#include <string.h>

int nv_log_copy(
  nv_log *p,
  nv_place *place,
  const unsigned char *aKey,
  uint64_t nSeal,
  nv_log **ppCopy,
  nv_anchor *pAnchor
){
  nv_anchor anchor;
  nv_log *c = 0;
  nv_named *aItem = 0;
  uint32_t nItem = 0;
  nv_point point;
  int rc;

  *ppCopy = 0;
  nvEndFailed(p);
  if( p->bDirty ) return nvFail(p, NV_MISUSE);
  memset(&anchor, 0, sizeof(anchor));
  memcpy(anchor.aId, p->aId, NV_ID_SIZE);
  anchor.szPage = p->szPage;
  anchor.base = anchor.clean = p->last;
  anchor.iEnd = NV_LOG_START;
  anchor.nSeal = nSeal;
  anchor.iWhen = p->iWhen;                /* a copy changes nothing: it is as old */
  rc = nvNew(place, aKey, &anchor, 1, &c);
  if( rc!=NV_OK ) return nvFail(p, rc);
  c->bHeadSure = 1;                       /* written with the copy, then synced */
  rc = nvGrow(c, p->nPage);
  if( rc!=NV_OK ) goto done;
  aItem = p->files->xAlloc(p->files->pCtx, ((size_t)p->nLive+1)*sizeof(*aItem));
  if( aItem==0 ){ rc = NV_MEMORY; goto done; }

  for(uint32_t i=0; i<p->nPage; i++){
    nv_named *pItem = &aItem[nItem];
    if( p->aEntry[i].iOfst==0 ) continue;
    rc = nvReadPage(p, i+1, &p->aEntry[i], p->aOnePage);
    if( rc!=NV_OK ) goto done;
    pItem->iPage = i+1;
    rc = nvAppend(c, NV_KIND_PAGE, i+1, p->aOnePage, p->szPage,
                  &pItem->at.iOfst, pItem->at.aTag);
    if( rc!=NV_OK ) goto done;
    nItem++;
  }
  rc = nvAppendCommit(c, p->nPage, aItem, nItem, &point);
  if( rc!=NV_OK ) goto done;
  nvApply(c, p->nPage, 0, aItem, nItem);
  c->nPagePend = c->nFloor = c->nPage;
  c->last = point;
  c->iEnd = c->iBuf;
  rc = nvAppendMap(c);
  if( rc!=NV_OK ) goto done;
  c->anchor.clean = c->last;
  c->anchor.iEnd = c->iEnd;
  c->anchor.nSeal = c->nSeal;
  *pAnchor = c->anchor;

done:
  OPENSSL_cleanse(p->aOnePage, p->szPage);
  free(aItem);
  if( rc==NV_OK ) *ppCopy = c; else nv_log_abandon(c);
  return nvFail(p, rc);
}

void nv_log_abandon(nv_log *c){
  if( c ) nv_place_wait(c->place);        /* it may be writing out of the buffer */
  nvFree(c);
}

void nv_log_become(nv_log *p, nv_log *c){
  const nv_log old = *p;
  *p = *c;
  *c = old;
  nv_log_free(c);
}

int nv_log_find(nv_log *p, uint64_t sequence, nv_point *pPoint){
  uint64_t iOfst = NV_LOG_START;
  nv_point at = p->anchor.base;
  int rc = NV_OK;

  if( sequence==p->last.sequence ) at = p->last;
  while( at.sequence<sequence && iOfst<p->iEnd ){
    unsigned char aHead[8];
    unsigned char *aPlain = 0;
    size_t nGot = 0;
    uint32_t n;
    rc = nv_place_read(p->place, iOfst, aHead, sizeof(aHead), &nGot);
    if( rc!=NV_OK ) return rc;
    n = nv_get32(&aHead[4]);
    if( n>p->iEnd-iOfst ) return NV_DAMAGED;
    if( aHead[0]==NV_KIND_COMMIT ){
      rc = nvReadFrame(p, NV_KIND_COMMIT, at.sequence+1, iOfst, n, &aPlain,
                       at.aTag);
      free(aPlain);
      if( rc!=NV_OK ) return rc==NV_WRONGKEY ? NV_DAMAGED : rc;
      at.sequence++;
    }
    iOfst += (uint64_t)n + NV_FRAME_MORE;
  }
  *pPoint = at;
  return at.sequence==sequence ? NV_OK : NV_MISSING;
}
