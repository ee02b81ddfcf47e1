/*
** Opening a log: the newest map, then the chain of commits after it.
**
** A commit is held back until the next one proves it: of the last commit it is
** not known whether its fdatasync finished, so every page it names is read
** before it is believed. A commit that the header knows from a clean close, or
** that something follows, was synced: a fault in it is damage.
*/
#include "inside.h"

#include <stdlib.h>
#include <string.h>

/* How far the search for a commit behind a fault goes. */
#define NV_SEARCH_FRAMES    64            /* heads that look like a commit */
#define NV_SEARCH_SEQUENCES 256           /* sequences tried on each */

/* A commit that was read, not yet applied. */
typedef struct held {
  unsigned char *aPlain;                  /* owned; NULL if there is none */
  nv_point point;
  int64_t iWhen;
  uint32_t nPage;
  uint32_t nItem;
  uint64_t iStart;                        /* where its transaction begins */
  uint64_t iEnd;                          /* end of its frame */
} held;

/* Is (iOfst, aTag) a place that a page's frame can have, in [iLow, iHigh)? */
static int isPlace(
  const nv_log *p,
  uint64_t iOfst,
  const unsigned char *aTag,
  uint64_t iLow,
  uint64_t iHigh
){
  static const unsigned char aZero[NV_TAG_SIZE];
  if( iOfst==0 ) return memcmp(aTag, aZero, NV_TAG_SIZE)==0;
  return iOfst>=iLow && iHigh>=p->szFrame && iOfst<=iHigh-p->szFrame;
}

int nvLoadMap(nv_log *p){
  unsigned char aHead[8];
  unsigned char aTag[NV_TAG_SIZE];
  unsigned char *aPlain = 0;
  unsigned char *z;
  nv_point point;
  uint64_t iSize = 0;
  size_t nGot = 0;
  uint32_t n, nPage;
  int rc;

  if( p->anchor.iMap==0 ) return NV_OK;
  if( p->anchor.iMap<NV_LOG_START ) return NV_DAMAGED;
  rc = nv_place_size(p->place, &iSize);
  if( rc!=NV_OK ) return rc;
  rc = nv_place_read(p->place, p->anchor.iMap, aHead, sizeof(aHead), &nGot);
  if( rc!=NV_OK ) return rc;
  n = nv_get32(&aHead[4]);
  /* The length is believed only as far as the file goes. */
  if( p->anchor.iMap+NV_FRAME_MORE>iSize
   || n>iSize-p->anchor.iMap-NV_FRAME_MORE || n<NV_MAP_HEAD ){
    return NV_DAMAGED;
  }
  rc = nvReadFrame(p, NV_KIND_MAP, p->anchor.mapSequence, p->anchor.iMap, n,
                   &aPlain, aTag);
  if( rc==NV_WRONGKEY ) rc = NV_DAMAGED;
  if( rc!=NV_OK ) return rc;

  rc = NV_DAMAGED;
  if( memcmp(aTag, p->anchor.aMapTag, NV_TAG_SIZE)!=0 ) goto done;
  point.sequence = nv_get64(&aPlain[0]);
  memcpy(point.aTag, &aPlain[8], NV_TAG_SIZE);
  nPage = nv_get32(&aPlain[24]);
  if( point.sequence!=p->anchor.mapSequence || nv_get32(&aPlain[28])!=0
   || (uint64_t)n!=NV_MAP_HEAD+(uint64_t)nPage*NV_MAP_ITEM ){
    goto done;
  }
  z = &aPlain[NV_MAP_HEAD];
  for(uint32_t i=0; i<nPage; i++, z+=NV_MAP_ITEM){
    if( !isPlace(p, nv_get64(z), &z[8], NV_LOG_START, p->anchor.iMap) ) goto done;
  }
  rc = nvGrow(p, nPage);
  if( rc!=NV_OK ) goto done;
  z = &aPlain[NV_MAP_HEAD];
  for(uint32_t i=0; i<nPage; i++, z+=NV_MAP_ITEM){
    p->aEntry[i].iOfst = nv_get64(z);
    memcpy(p->aEntry[i].aTag, &z[8], NV_TAG_SIZE);
    if( p->aEntry[i].iOfst ) p->nLive++;
  }
  p->nPage = nPage;
  p->last = point;
  p->nMapByte = (uint64_t)n + NV_FRAME_MORE;
  p->iEnd = p->iChain = p->anchor.iMap + p->nMapByte;
  rc = NV_OK;

done:
  free(aPlain);
  return rc;
}

/* Is the commit in aPlain canonical, and does it follow the last one? */
static int isCommit(
  const nv_log *p,
  const unsigned char *aPlain,
  uint32_t n,
  const nv_point *pBefore,
  uint64_t iLow,                          /* where its transaction began */
  uint64_t iHigh                          /* where its frame is */
){
  const unsigned char *z = &aPlain[NV_COMMIT_HEAD];
  uint32_t nPage, nItem, iPage = 0;
  uint64_t nUsed;

  if( n<NV_COMMIT_HEAD ) return 0;
  nPage = nv_get32(&aPlain[32]);
  nItem = nv_get32(&aPlain[36]);
  if( nv_get64(&aPlain[0])!=pBefore->sequence+1 ) return 0;
  if( memcmp(&aPlain[8], pBefore->aTag, NV_TAG_SIZE)!=0 ) return 0;
  nUsed = NV_COMMIT_HEAD + (uint64_t)nItem*NV_COMMIT_ITEM;
  if( n<nUsed || n-nUsed>=NV_BLOCK ) return 0;
  if( nPage>NV_PAGE_MOST ) return 0;
  for(uint32_t i=0; i<nItem; i++, z+=NV_COMMIT_ITEM){
    if( nv_get32(z)<=iPage || nv_get32(z)>nPage ) return 0;
    iPage = nv_get32(z);
    if( !isPlace(p, nv_get64(&z[4]), &z[12], iLow, iHigh) ) return 0;
  }
  for(uint64_t i=nUsed; i<n; i++){
    if( aPlain[i] ) return 0;
  }
  return 1;
}

/* Applies the held commit. The entries were checked by isCommit(). */
static int applyHeld(nv_log *p, held *h){
  const unsigned char *z;
  nv_named *aItem;
  int rc;

  if( h->aPlain==0 ) return NV_OK;
  aItem = p->files->xAlloc(p->files->pCtx, (h->nItem+1)*sizeof(*aItem));
  if( aItem==0 ) return NV_MEMORY;
  z = &h->aPlain[NV_COMMIT_HEAD];
  for(uint32_t i=0; i<h->nItem; i++, z+=NV_COMMIT_ITEM){
    aItem[i].iPage = nv_get32(z);
    aItem[i].at.iOfst = nv_get64(&z[4]);
    memcpy(aItem[i].at.aTag, &z[12], NV_TAG_SIZE);
  }
  rc = nvGrow(p, h->nPage);
  if( rc==NV_OK ){
    nvApply(p, h->nPage, h->nPage<p->nPage ? h->nPage : p->nPage, aItem,
            h->nItem);
    p->last = h->point;
    p->iWhen = h->iWhen;
    p->iEnd = h->iEnd;
  }
  free(aItem);
  free(h->aPlain);
  h->aPlain = 0;
  return rc;
}

/* Reads every page that the held commit names. */
static int checkHeld(nv_log *p, const held *h){
  const unsigned char *z = &h->aPlain[NV_COMMIT_HEAD];
  int rc = NV_OK;
  p->iBuf = h->iEnd;                      /* all of it is on disk */
  for(uint32_t i=0; i<h->nItem && rc==NV_OK; i++, z+=NV_COMMIT_ITEM){
    nv_entry at;
    at.iOfst = nv_get64(&z[4]);
    memcpy(at.aTag, &z[12], NV_TAG_SIZE);
    if( at.iOfst ) rc = nvReadPage(p, nv_get32(z), &at, p->aOnePage);
  }
  return rc;
}

/*
** Behind a fault, is there a commit that only came after the faulty one was
** synced? NV_DAMAGED if so, NV_OK if this is a torn tail. Only heads that look
** like a commit's are tried, and only as many as a minute can bear.
*/
static int searchBehind(nv_log *p, uint64_t iOfst, uint64_t iSize, uint64_t next){
  int nTried = 0;
  while( iOfst+NV_FRAME_MORE<=iSize && nTried<NV_SEARCH_FRAMES ){
    size_t nGot = 0;
    int rc = nv_place_read(p->place, iOfst, p->aRead, NV_AHEAD, &nGot);
    p->nRead = 0;
    if( rc!=NV_OK ) return rc;
    if( nGot<NV_FRAME_MORE ) break;
    for(size_t i=0; i+8<=nGot && nTried<NV_SEARCH_FRAMES; i++){
      const unsigned char *a = &p->aRead[i];
      const uint32_t n = nv_get32(&a[4]);
      if( a[0]!=NV_KIND_COMMIT || a[1] || a[2] || a[3] ) continue;
      if( n<NV_COMMIT_HEAD ) continue;
      if( iOfst+i+NV_FRAME_MORE+n>iSize ) continue;
      nTried++;
      for(uint64_t s=next; s<next+NV_SEARCH_SEQUENCES; s++){
        unsigned char *aPlain = 0;
        unsigned char aTag[NV_TAG_SIZE];
        rc = nvReadFrame(p, NV_KIND_COMMIT, s, iOfst+i, n, &aPlain, aTag);
        free(aPlain);
        if( rc==NV_OK ) return NV_DAMAGED;
        if( rc!=NV_WRONGKEY ) return rc;
      }
    }
    iOfst += nGot-7;
  }
  return NV_OK;
}

/* Do the eight bytes begin a frame? */
static int isFrame(const nv_log *p, const unsigned char *a){
  const uint32_t n = nv_get32(&a[4]);
  if( a[1] || a[2] || a[3] ) return 0;
  switch( a[0] ){
    case NV_KIND_PAGE:   return n==p->szPage;
    case NV_KIND_COMMIT: return n>=NV_COMMIT_HEAD;
    case NV_KIND_MAP:    return n>=NV_MAP_HEAD;
    default:             return 0;
  }
}

int nvFollow(nv_log *p, int eMode, uint64_t *piDoubt){
  const int bSalvage = eMode==NV_OPEN_SALVAGE;
  held h;
  uint64_t iSize = 0;
  uint64_t iOfst = p->iEnd;               /* the frame being looked at */
  uint64_t iLow = iOfst;                  /* where this transaction began */
  nv_point before = p->last;              /* the held commit, or the table's */
  int rc;

  memset(&h, 0, sizeof(h));
  *piDoubt = 0;
  rc = nv_place_size(p->place, &iSize);
  while( rc==NV_OK ){
    unsigned char aHead[8];
    size_t nGot = 0;
    uint32_t n;
    if( iOfst+NV_FRAME_MORE>iSize ) break;
    rc = nv_place_read(p->place, iOfst, aHead, sizeof(aHead), &nGot);
    if( rc!=NV_OK ) break;
    if( bSalvage && !isFrame(p, aHead) ){
      /* Most frames are pages: go on as if this were one. */
      aHead[0] = NV_KIND_PAGE;
      aHead[1] = aHead[2] = aHead[3] = 0;
      nv_put32(&aHead[4], p->szPage);
    }
    n = nv_get32(&aHead[4]);
    if( !isFrame(p, aHead) || n>iSize-iOfst-NV_FRAME_MORE ) break;
    if( iOfst>=p->anchor.iEnd ) p->nSeal++;
    if( aHead[0]==NV_KIND_COMMIT ){
      unsigned char *aPlain = 0;
      nv_point point;
      point.sequence = before.sequence + 1;
      rc = nvReadFrame(p, NV_KIND_COMMIT, point.sequence, iOfst, n, &aPlain,
                       point.aTag);
      if( rc==NV_WRONGKEY ){ rc = NV_OK; break; }
      if( rc!=NV_OK ) break;
      if( !isCommit(p, aPlain, n, &before, iLow, iOfst) ){ free(aPlain); break; }
      if( point.sequence==p->anchor.clean.sequence
       && memcmp(point.aTag, p->anchor.clean.aTag, NV_TAG_SIZE)!=0 && !bSalvage ){
        free(aPlain);
        break;
      }
      rc = applyHeld(p, &h);
      if( rc!=NV_OK ){ free(aPlain); break; }
      h.aPlain = aPlain;
      h.point = before = point;
      h.iWhen = (int64_t)nv_get64(&aPlain[24]);
      h.nPage = nv_get32(&aPlain[32]);
      h.nItem = nv_get32(&aPlain[36]);
      h.iStart = iLow;
      iLow = h.iEnd = iOfst + n + NV_FRAME_MORE;
    }else if( aHead[0]==NV_KIND_MAP ){
      /* A map this header does not know: made by a later clean close. */
      if( iOfst!=iLow ) break;
      iLow = iOfst + n + NV_FRAME_MORE;
    }
    iOfst += (uint64_t)n + NV_FRAME_MORE;
  }
  if( rc!=NV_OK ) goto done;

  if( !bSalvage && before.sequence<p->anchor.clean.sequence ){
    rc = NV_DAMAGED;
    goto done;
  }
  if( !bSalvage && h.aPlain && h.point.sequence>p->anchor.clean.sequence ){
    rc = checkHeld(p, &h);
    if( rc==NV_DAMAGED && iSize==h.iEnd ){
      free(h.aPlain);                     /* torn: its sync never finished */
      h.aPlain = 0;
      rc = NV_OK;
    }
    if( rc!=NV_OK ) goto done;
  }
  if( !bSalvage && iSize>iOfst ){
    rc = searchBehind(p, iOfst, iSize, before.sequence+2);
    if( rc!=NV_OK ) goto done;
  }
  if( h.aPlain && h.point.sequence>p->anchor.clean.sequence ) *piDoubt = h.iStart;
  rc = applyHeld(p, &h);
  p->nTail = iSize>p->iEnd ? iSize-p->iEnd : 0;

done:
  free(h.aPlain);
  return rc;
}
