/*
** What a damaged log still holds: see nv_log_rescue() in pagelog.h.
**
** The log is read from its start, frame by frame. Where a frame is damaged, the
** next one is looked for byte by byte. A commit counts when it authenticates
** with a sequence behind the last one; those that are missing between leave a
** gap, and the page frames in a gap are tried with every page number.
*/
#include "inside.h"

#include <openssl/crypto.h>
#include <stdlib.h>
#include <string.h>

/* How many sequences behind the last one a commit is tried with. */
#define NV_GAP_SEQUENCES 1024
/* How many page numbers are tried on frames that no commit names, in all. */
#define NV_GAP_TRIES     4000000u

/* A list that grows. */
typedef struct list {
  nv_named *a;
  uint32_t n, nRoom;
} list;

typedef struct search {
  nv_log *p;
  uint64_t iSize;
  list frames;                            /* page frames of this transaction */
  list known;                             /* every frame whose page is known */
  uint32_t nTries;
  uint32_t iNamed;                        /* page that the last try found */
  uint32_t nLost;                         /* commits that are missing */
} search;

static int push(const nv_log *p, list *l, uint32_t iPage, const nv_entry *pAt){
  if( l->n==l->nRoom ){
    const uint32_t nRoom = l->nRoom ? l->nRoom*2 : 1024;
    nv_named *a = p->files->xAlloc(p->files->pCtx, (size_t)nRoom*sizeof(*a));
    if( a==0 ) return NV_MEMORY;
    if( l->n ) memcpy(a, l->a, (size_t)l->n*sizeof(*a));
    free(l->a);
    l->a = a;
    l->nRoom = nRoom;
  }
  l->a[l->n].iPage = iPage;
  l->a[l->n].at = *pAt;
  l->n++;
  return NV_OK;
}

/* Sets the size of the database; pages above it are gone. */
static int resize(nv_log *p, uint32_t nPage){
  const nv_named none = { 0, { 0, { 0 } } };
  const int rc = nvGrow(p, nPage);
  if( rc==NV_OK ) nvApply(p, nPage, nPage<p->nPage ? nPage : p->nPage, &none, 0);
  return rc;
}

/* Puts one page into the table, and remembers its frame. */
static int put(search *s, uint32_t iPage, const nv_entry *pAt){
  nv_log *p = s->p;
  nv_named item;
  int rc = NV_OK;
  if( iPage>p->nPage ) rc = resize(p, iPage);
  if( rc!=NV_OK ) return rc;
  item.iPage = iPage;
  item.at = *pAt;
  nvApply(p, p->nPage, p->nPage, &item, 1);
  return pAt->iOfst ? push(p, &s->known, iPage, pAt) : NV_OK;
}

/*
** A gap: commits are missing before iEnd. The frames in it that the commit
** behind it does not name are theirs; which page each is, only trying tells.
*/
static int fillGap(search *s, const unsigned char *zItem, uint32_t nItem){
  nv_log *p = s->p;
  for(uint32_t i=0; i<s->frames.n; i++){
    const nv_entry at = s->frames.a[i].at;
    int isNamed = 0;
    for(uint32_t j=0; j<nItem && !isNamed; j++){
      isNamed = nv_get64(&zItem[j*NV_COMMIT_ITEM+4])==at.iOfst;
    }
    if( isNamed ) continue;
    /* A transaction may have added pages: they are tried a little beyond. A
    ** compaction writes the pages in order, so the next one is tried first. */
    for(uint32_t k=0; k<p->nPage+64 && s->nTries<NV_GAP_TRIES; k++){
      const uint32_t iPage = (s->iNamed+k)%(p->nPage+64) + 1;
      int rc;
      s->nTries++;
      rc = nvReadPage(p, iPage, &at, p->aOnePage);
      if( rc==NV_DAMAGED ) continue;
      if( rc==NV_OK ) rc = put(s, iPage, &at);
      if( rc!=NV_OK ) return rc;
      s->iNamed = iPage;
      break;
    }
  }
  return NV_OK;
}

/* A commit that authenticates. *pbUsed: does it fit where it stands? */
static int takeCommit(search *s, const unsigned char *a, uint32_t n,
                      const nv_point *pPoint, int *pbUsed){
  nv_log *p = s->p;
  const unsigned char *z = &a[NV_COMMIT_HEAD];
  const uint32_t nPage = nv_get32(&a[32]);
  const uint32_t nItem = nv_get32(&a[36]);
  const uint64_t nGap = pPoint->sequence - p->last.sequence - 1;
  int rc = NV_OK;

  *pbUsed = 0;
  if( nv_get64(a)!=pPoint->sequence || nPage>NV_PAGE_MOST
   || (uint64_t)n<NV_COMMIT_HEAD+(uint64_t)nItem*NV_COMMIT_ITEM
   || (nGap==0 && memcmp(&a[8], p->last.aTag, NV_TAG_SIZE)!=0) ){
    return NV_OK;
  }
  *pbUsed = 1;
  s->nLost += (uint32_t)nGap;
  if( nGap ) rc = fillGap(s, z, nItem);
  if( rc==NV_OK ) rc = resize(p, nPage);
  for(uint32_t i=0; i<nItem && rc==NV_OK; i++, z+=NV_COMMIT_ITEM){
    nv_entry at;
    at.iOfst = nv_get64(&z[4]);
    memcpy(at.aTag, &z[12], NV_TAG_SIZE);
    if( nv_get32(z)>=1 && nv_get32(z)<=nPage ) rc = put(s, nv_get32(z), &at);
  }
  p->last = *pPoint;
  p->iWhen = (int64_t)nv_get64(&a[24]);
  s->frames.n = 0;
  return rc;
}

/* A map that authenticates says everything up to its commit. */
static int takeMap(search *s, const unsigned char *a, uint32_t n){
  nv_log *p = s->p;
  const unsigned char *z = &a[NV_MAP_HEAD];
  const uint32_t nPage = nv_get32(&a[24]);
  int rc;

  if( (uint64_t)n!=NV_MAP_HEAD+(uint64_t)nPage*NV_MAP_ITEM ) return NV_OK;
  rc = resize(p, nPage);
  for(uint32_t i=0; i<nPage && rc==NV_OK; i++, z+=NV_MAP_ITEM){
    nv_entry at;
    at.iOfst = nv_get64(z);
    memcpy(at.aTag, &z[8], NV_TAG_SIZE);
    if( at.iOfst!=p->aEntry[i].iOfst ) rc = put(s, i+1, &at);
  }
  s->nLost += (uint32_t)(nv_get64(a) - p->last.sequence);
  p->last.sequence = nv_get64(a);
  memcpy(p->last.aTag, &a[8], NV_TAG_SIZE);
  s->frames.n = 0;
  return rc;
}

/* Tries a commit or map frame. *pbUsed: it is one, and was taken. */
static int tryFrame(search *s, int kind, uint64_t iOfst, uint32_t n, int *pbUsed){
  nv_log *p = s->p;
  const uint64_t iFirst = p->last.sequence + (kind==NV_KIND_COMMIT);
  /* A long frame that is none would be read very often. */
  const uint64_t nTry = n<=(1u<<20) ? NV_GAP_SEQUENCES : 4;
  int rc = NV_WRONGKEY;

  *pbUsed = 0;
  for(uint64_t i=iFirst; i<iFirst+nTry && rc==NV_WRONGKEY; i++){
    unsigned char *aPlain = 0;
    nv_point point;
    point.sequence = i;
    rc = nvReadFrame(p, kind, i, iOfst, n, &aPlain, point.aTag);
    if( rc==NV_OK && kind==NV_KIND_COMMIT ){
      rc = takeCommit(s, aPlain, n, &point, pbUsed);
    }else if( rc==NV_OK && nv_get64(aPlain)==i ){
      *pbUsed = 1;
      rc = takeMap(s, aPlain, n);
    }
    free(aPlain);
  }
  return rc==NV_WRONGKEY ? NV_OK : rc;
}

/* Could these eight bytes begin a frame that ends inside the file? */
static int isLikely(const search *s, const unsigned char *a, uint64_t iOfst){
  const uint32_t n = nv_get32(&a[4]);
  if( a[1] || a[2] || a[3] || iOfst+NV_FRAME_MORE+n>s->iSize ) return 0;
  switch( a[0] ){
    case NV_KIND_PAGE:   return n==s->p->szPage;
    case NV_KIND_COMMIT: return n>=NV_COMMIT_HEAD;
    case NV_KIND_MAP:    return n>=NV_MAP_HEAD && (n-NV_MAP_HEAD)%NV_MAP_ITEM==0;
    default:             return 0;
  }
}

/* Goes to the next place that looks like a frame, from iOfst on. */
static int nextLikely(search *s, uint64_t *piOfst, unsigned char *aHead){
  nv_log *p = s->p;
  uint64_t iOfst = *piOfst;
  while( iOfst+NV_FRAME_MORE<=s->iSize ){
    size_t nGot = 0;
    int rc = nv_place_read(p->place, iOfst, p->aRead, NV_AHEAD, &nGot);
    p->nRead = 0;
    if( rc!=NV_OK ) return rc;
    if( nGot<8 ) break;
    for(size_t i=0; i+8<=nGot; i++){
      if( isLikely(s, &p->aRead[i], iOfst+i) ){
        memcpy(aHead, &p->aRead[i], 8);
        *piOfst = iOfst + i;
        return NV_OK;
      }
    }
    iOfst += nGot-7;
  }
  *piOfst = s->iSize;
  return NV_OK;
}

static int scan(search *s){
  nv_log *p = s->p;
  uint64_t iOfst = NV_LOG_START;
  int rc = NV_OK;

  while( rc==NV_OK && iOfst+NV_FRAME_MORE<=s->iSize ){
    unsigned char aHead[8];
    size_t nGot = 0;
    uint32_t n;
    int bUsed = 1;
    rc = nv_place_read(p->place, iOfst, aHead, sizeof(aHead), &nGot);
    if( rc==NV_OK && !isLikely(s, aHead, iOfst) ) rc = nextLikely(s, &iOfst, aHead);
    if( rc!=NV_OK || iOfst>=s->iSize ) break;
    n = nv_get32(&aHead[4]);
    if( aHead[0]==NV_KIND_PAGE ){
      nv_entry at;
      at.iOfst = iOfst;
      rc = nv_place_read(p->place, iOfst+NV_FRAME_HEAD+n, at.aTag, NV_TAG_SIZE,
                         &nGot);
      if( rc==NV_OK ) rc = push(p, &s->frames, 0, &at);
    }else{
      rc = tryFrame(s, aHead[0], iOfst, n, &bUsed);
    }
    iOfst += bUsed ? (uint64_t)n+NV_FRAME_MORE : 1;
  }
  return rc;
}

/* Each page whose newest frame is damaged gets the newest one that is not. */
static int takeOlder(search *s, nv_rescue *pOut, int bOlder){
  nv_log *p = s->p;
  for(uint32_t i=0; i<p->nPage; i++){
    int rc;
    if( p->aEntry[i].iOfst==0 ) continue;
    rc = nvReadPage(p, i+1, &p->aEntry[i], p->aOnePage);
    for(uint32_t j=s->known.n; rc==NV_DAMAGED && bOlder && j>0; j--){
      const nv_named *pItem = &s->known.a[j-1];
      if( pItem->iPage!=i+1 || pItem->at.iOfst>=p->aEntry[i].iOfst ) continue;
      rc = nvReadPage(p, i+1, &pItem->at, p->aOnePage);
      if( rc==NV_OK ){
        p->aEntry[i] = pItem->at;
        pOut->nOlder++;
      }
    }
    if( rc==NV_DAMAGED ) pOut->nDamaged++;
    else if( rc!=NV_OK ) return rc;
  }
  return NV_OK;
}

int nv_log_rescue(nv_log *p, int bOlder, nv_rescue *pOut){
  search s;
  int rc;

  memset(pOut, 0, sizeof(*pOut));
  memset(&s, 0, sizeof(s));
  if( p->bWrite ) return nvFail(p, NV_MISUSE);
  s.p = p;
  rc = nv_place_size(p->place, &s.iSize);
  if( rc!=NV_OK ) return nvFail(p, rc);
  /* The table is made anew, from the first frame on. */
  rc = resize(p, 0);
  p->last = p->anchor.base;
  p->iBuf = s.iSize;                      /* all of it is on disk */
  if( rc==NV_OK ) rc = scan(&s);
  /* A last commit that is lost is one that the clean close knew of. */
  if( rc==NV_OK && p->last.sequence<p->anchor.clean.sequence ){
    const uint32_t n = (uint32_t)(p->anchor.clean.sequence - p->last.sequence);
    if( s.iSize<p->anchor.iEnd ){
      pOut->nMissing = n;
    }else{
      s.nLost += n;
      rc = fillGap(&s, p->aOnePage, 0);
    }
  }
  if( rc==NV_OK ) rc = takeOlder(&s, pOut, bOlder);
  pOut->nLostCommit = s.nLost;
  p->iEnd = s.iSize;
  p->nPagePend = p->nFloor = p->nPage;
  OPENSSL_cleanse(p->aOnePage, p->szPage);
  free(s.frames.a);
  free(s.known.a);
  return nvFail(p, rc);
}
