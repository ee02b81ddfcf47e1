/*
** Frames of the page log: sealed and appended, read and opened.
**
** A frame's place is decided when it is sealed, and its bytes go out through two
** buffers: while the blocks of one are written, the other is filled. A page that
** is rewritten while its frame is still in the buffer is sealed again in the same
** place: nothing of the first version was written.
*/
#include "inside.h"

#include <openssl/crypto.h>
#include <stdlib.h>
#include <string.h>

void nvAad(
  const nv_log *p,
  unsigned char *aAad,
  int kind,
  uint32_t n,
  uint64_t number
){
  memcpy(aAad, p->aId, NV_ID_SIZE);
  aAad[16] = (unsigned char)kind;
  nv_put32(&aAad[17], n);
  nv_put64(&aAad[21], number);
}

/* Is this the head of a frame of that kind and length? */
static int isHead(const unsigned char *a, int kind, uint32_t n){
  return a[0]==kind && a[1]==0 && a[2]==0 && a[3]==0 && nv_get32(&a[4])==n;
}

/* Seals a frame into a, which has room for n+NV_FRAME_MORE bytes. */
static int sealInto(
  nv_log *p,
  unsigned char *a,
  int kind,
  uint64_t number,
  const unsigned char *aPlain,
  uint32_t n,
  unsigned char *aTag
){
  unsigned char aAad[NV_AAD_SIZE];
  int rc;

  if( p->nSeal>=NV_SEALS_REFUSE ) return NV_WORN;
  a[0] = (unsigned char)kind;
  a[1] = a[2] = a[3] = 0;
  nv_put32(&a[4], n);
  nvAad(p, aAad, kind, n, number);
  rc = nv_seal_shut(p->seal, aAad, sizeof(aAad), aPlain, n, &a[8],
                    &a[NV_FRAME_HEAD], &a[NV_FRAME_HEAD+n]);
  if( rc!=NV_OK ) return rc;
  memcpy(aTag, &a[NV_FRAME_HEAD+n], NV_TAG_SIZE);
  p->nSeal++;
  return NV_OK;
}

/*
** Begins to write the whole blocks of the buffer, and goes on in the other one
** with what is left. Only a log that does not end with a block waits for it.
*/
static int makeRoom(nv_log *p){
  const uint32_t nTail = (uint32_t)((p->iBuf + p->nBuf)%NV_BLOCK);
  const uint32_t n = p->nBuf - nTail;
  unsigned char *aNext = p->aBufOther;
  int rc;

  if( p->iBuf%NV_BLOCK==0 ){
    rc = nv_place_begin_write(p->place, p->iBuf, p->aBuf, n);
  }else{
    rc = nv_place_write(p->place, p->iBuf, p->aBuf, n);
  }
  if( rc!=NV_OK ) return rc;
  memcpy(aNext, &p->aBuf[n], nTail);
  p->aBufOther = p->aBuf;
  p->aBuf = aNext;
  p->iBuf += n;
  p->nBuf = nTail;
  return NV_OK;
}

/* Appends bytes that are no more than a part of a frame. */
static int put(nv_log *p, const unsigned char *a, size_t n){
  int rc = NV_OK;
  while( rc==NV_OK && n>0 ){
    const size_t nRoom = NV_BUFFER - p->nBuf;
    const size_t nPut = n<nRoom ? n : nRoom;
    memcpy(&p->aBuf[p->nBuf], a, nPut);
    p->nBuf += (uint32_t)nPut;
    a += nPut;
    n -= nPut;
    if( p->nBuf==NV_BUFFER ) rc = makeRoom(p);
  }
  return rc;
}

int nvFlush(nv_log *p){
  int rc;
  if( p->nBuf==0 ) return nv_place_wait(p->place);
  if( p->iBuf%NV_BLOCK==0 && p->nBuf%NV_BLOCK==0 ){
    rc = nv_place_write_blocks(p->place, p->iBuf, p->aBuf, p->nBuf);
  }else{
    rc = nv_place_write(p->place, p->iBuf, p->aBuf, p->nBuf);
  }
  if( rc!=NV_OK ) return rc;
  p->iBuf += p->nBuf;
  p->nBuf = 0;
  return NV_OK;
}

/* Makes the buffers, at the first frame. */
static int makeBuffers(nv_log *p){
  if( p->aBuf ) return NV_OK;
  p->pBufMem = p->files->xAlloc(p->files->pCtx, 2*NV_BUFFER+NV_BLOCK);
  if( p->pBufMem==0 ) return NV_MEMORY;
  p->aBuf = p->pBufMem;
  p->aBuf += NV_BLOCK - (uintptr_t)p->aBuf%NV_BLOCK;
  p->aBufOther = p->aBuf + NV_BUFFER;
  return NV_OK;
}

int nvAppend(
  nv_log *p,
  int kind,
  uint64_t number,
  const unsigned char *aPlain,
  uint32_t n,
  uint64_t *piOfst,
  unsigned char *aTag
){
  const uint32_t nFrame = n + NV_FRAME_MORE;
  int rc = makeBuffers(p);

  if( rc==NV_OK && nFrame>NV_BUFFER-p->nBuf ) rc = makeRoom(p);
  if( rc!=NV_OK ) return rc;
  *piOfst = p->iBuf + p->nBuf;
  rc = sealInto(p, &p->aBuf[p->nBuf], kind, number, aPlain, n, aTag);
  if( rc==NV_OK ) p->nBuf += nFrame;
  return rc;
}

int nvAppendFrame(
  nv_log *p,
  int kind,
  uint64_t number,
  unsigned char *aFrame,
  uint32_t n,
  uint64_t *piOfst,
  unsigned char *aTag
){
  int rc = makeBuffers(p);

  if( rc!=NV_OK ) return rc;
  *piOfst = p->iBuf + p->nBuf;
  rc = sealInto(p, aFrame, kind, number, &aFrame[NV_FRAME_HEAD], n, aTag);
  return rc==NV_OK ? put(p, aFrame, (size_t)n + NV_FRAME_MORE) : rc;
}

int nvReplace(
  nv_log *p,
  uint64_t iOfst,
  uint64_t number,
  const unsigned char *aPlain,
  unsigned char *aTag
){
  return sealInto(p, &p->aBuf[iOfst-p->iBuf], NV_KIND_PAGE, number, aPlain,
                  p->szPage, aTag);
}

int nvCut(nv_log *p){
  const int bOnDisk = p->iBuf>p->iEnd || p->failed;
  int rc = NV_OK;

  p->nBuf = 0;
  p->iBuf = p->iEnd;
  p->nRead = 0;
  p->iNext = 0;
  if( bOnDisk ){
    p->iReserved = 0;
    rc = nv_place_cut(p->place, p->iEnd);
    if( rc==NV_OK ) rc = nv_place_datasync(p->place);
    /* What is behind the last commit is unknown now: stop writing. */
    if( rc!=NV_OK ) p->poisoned = 1;
  }
  return rc;
}

int nvReadFrame(
  nv_log *p,
  int kind,
  uint64_t number,
  uint64_t iOfst,
  uint32_t n,
  unsigned char **paPlain,
  unsigned char *aTag
){
  unsigned char aAad[NV_AAD_SIZE];
  const size_t nFrame = (size_t)n + NV_FRAME_MORE;
  unsigned char *aFrame;
  unsigned char *aPlain;
  size_t nGot = 0;
  int rc;

  *paPlain = 0;
  aFrame = p->files->xAlloc(p->files->pCtx, nFrame);
  aPlain = p->files->xAlloc(p->files->pCtx, n ? n : 1);
  if( aFrame==0 || aPlain==0 ){ rc = NV_MEMORY; goto done; }
  rc = nv_place_read(p->place, iOfst, aFrame, nFrame, &nGot);
  if( rc!=NV_OK ) goto done;
  if( nGot<nFrame || !isHead(aFrame, kind, n) ){ rc = NV_WRONGKEY; goto done; }
  nvAad(p, aAad, kind, n, number);
  rc = nv_seal_open(p->seal, &aFrame[8], aAad, sizeof(aAad),
                    &aFrame[NV_FRAME_HEAD], n, &aFrame[NV_FRAME_HEAD+n], aPlain);
  if( rc==NV_OK ) memcpy(aTag, &aFrame[NV_FRAME_HEAD+n], NV_TAG_SIZE);

done:
  free(aFrame);
  if( rc==NV_OK ) *paPlain = aPlain; else free(aPlain);
  return rc;
}

/*
** Finds a page frame's bytes: in the write buffer, in what was read ahead, on
** disk, or half there and half in the buffer. A frame that starts where the last
** one ended is a scan, and then NV_AHEAD bytes are read at once.
*/
static int findFrame(nv_log *p, uint64_t iOfst, const unsigned char **pa){
  const uint32_t n = p->szFrame;
  size_t nWant = n;
  size_t nGot = 0;
  int rc;

  if( iOfst>=p->iBuf ){
    if( iOfst-p->iBuf>p->nBuf || p->nBuf-(iOfst-p->iBuf)<n ) return NV_DAMAGED;
    *pa = &p->aBuf[iOfst-p->iBuf];
    return NV_OK;
  }
  if( p->iBuf-iOfst<n ){
    const uint32_t nOut = (uint32_t)(p->iBuf-iOfst);
    p->nRead = 0;
    if( n-nOut>p->nBuf ) return NV_DAMAGED;
    rc = nv_place_read(p->place, iOfst, p->aRead, nOut, &nGot);
    if( rc!=NV_OK ) return rc;
    if( nGot<nOut ) return NV_DAMAGED;
    memcpy(&p->aRead[nOut], p->aBuf, n-nOut);
    *pa = p->aRead;
    return NV_OK;
  }
  if( iOfst<p->iRead || iOfst-p->iRead>p->nRead
   || p->nRead-(iOfst-p->iRead)<n ){
    if( iOfst==p->iNext ) nWant = NV_AHEAD;
    if( nWant>p->iBuf-iOfst ) nWant = (size_t)(p->iBuf-iOfst);
    p->nRead = 0;
    if( nWant<n ) return NV_DAMAGED;
    rc = nv_place_read(p->place, iOfst, p->aRead, nWant, &nGot);
    if( rc!=NV_OK ) return rc;
    if( nGot<n ) return NV_DAMAGED;
    p->iRead = iOfst;
    p->nRead = (uint32_t)nGot;
  }
  p->iNext = iOfst + n;
  *pa = &p->aRead[iOfst-p->iRead];
  return NV_OK;
}

int nvReadPage(
  nv_log *p,
  uint32_t iPage,
  const nv_entry *pAt,
  unsigned char *aOut
){
  unsigned char aAad[NV_AAD_SIZE];
  const unsigned char *a = 0;
  const uint32_t n = p->szPage;
  int rc = findFrame(p, pAt->iOfst, &a);

  if( rc!=NV_OK ) goto done;
  /* The tag is compared first: an older frame of this page authenticates too.*/
  if( !isHead(a, NV_KIND_PAGE, n)
   || CRYPTO_memcmp(&a[NV_FRAME_HEAD+n], pAt->aTag, NV_TAG_SIZE)!=0 ){
    rc = NV_DAMAGED;
    goto done;
  }
  nvAad(p, aAad, NV_KIND_PAGE, n, iPage);
  rc = nv_seal_open(p->seal, &a[8], aAad, sizeof(aAad), &a[NV_FRAME_HEAD], n,
                    pAt->aTag, aOut);
  if( rc==NV_WRONGKEY ) rc = NV_DAMAGED;

done:
  if( rc!=NV_OK ){
    memset(aOut, 0, n);
    p->nRead = 0;                         /* a later try reads the disk again */
  }
  return rc;
}

int nvRewrite(nv_log *p, uint64_t iFrom, uint64_t iTo){
  int rc = NV_OK;
  p->nRead = 0;
  while( rc==NV_OK && iFrom<iTo ){
    const uint64_t nLeft = iTo - iFrom;
    const size_t n = nLeft<NV_AHEAD ? (size_t)nLeft : NV_AHEAD;
    size_t nGot = 0;
    rc = nv_place_read(p->place, iFrom, p->aRead, n, &nGot);
    if( rc==NV_OK && nGot<n ) rc = NV_DAMAGED;
    if( rc==NV_OK ) rc = nv_place_write(p->place, iFrom, p->aRead, n);
    iFrom += n;
  }
  return rc;
}
