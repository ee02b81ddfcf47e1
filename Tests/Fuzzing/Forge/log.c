/*
** A log of frames that are sealed with the right key around what the fuzzer
** says, opened in every way that there is.
*/
#include "inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAGE      4096u
#define MOST_PEND 16u

static const unsigned char aKey[NV_KEY_SIZE] = { 7 };

typedef struct named {
  uint32_t iPage;
  uint64_t iOfst;
  unsigned char aTag[NV_TAG_SIZE];
} named;

typedef struct forge {
  forge_memory *file;
  nv_seal *seal;
  nv_anchor anchor;
  nv_point last;                          /* of the commits so far */
  uint32_t nPage;
  named aLive[MOST_PEND];                 /* by page number - 1 */
  named aPend[MOST_PEND];
  unsigned nPend;
} forge;

static void claim(int bHolds, const char *zWhat){
  if( bHolds ) return;
  fprintf(stderr, "not so: %s\n", zWhat);
  abort();
}

/* Appends a sealed frame; aTag gets its tag. */
static uint64_t frame(forge *f, unsigned char kind, uint64_t number,
                      const unsigned char *aPlain, uint32_t n,
                      unsigned char *aTag){
  const uint64_t iOfst = f->file->n;
  unsigned char aAad[29], *a;
  if( forgeGrow(f->file, f->file->n+n+NV_FRAME_MORE)!=0 || f->file->a==0 ) abort();
  a = &f->file->a[iOfst];
  a[0] = kind;
  nv_put32(&a[4], n);
  memcpy(aAad, f->anchor.aId, NV_ID_SIZE);
  aAad[16] = kind;
  nv_put32(&aAad[17], n);
  nv_put64(&aAad[21], number);
  claim(nv_seal_shut(f->seal, aAad, sizeof(aAad), aPlain, n, &a[8],
                     &a[NV_FRAME_HEAD], aTag)==NV_OK, "a frame is sealed");
  memcpy(&a[NV_FRAME_HEAD+n], aTag, NV_TAG_SIZE);
  return iOfst;
}

static void page(forge *f, bytes *b){
  unsigned char aPlain[PAGE];
  named *p = &f->aPend[f->nPend];
  const uint32_t iPage = take8(b)%MOST_PEND + 1;
  if( f->nPend>=MOST_PEND ) return;
  for(unsigned i=0; i<f->nPend; i++) if( f->aPend[i].iPage==iPage ) p = &f->aPend[i];
  memset(aPlain, take8(b), sizeof(aPlain));
  p->iPage = iPage;
  p->iOfst = frame(f, NV_KIND_PAGE, iPage, aPlain, PAGE, p->aTag);
  if( p==&f->aPend[f->nPend] ) f->nPend++;
}

static void disturb(bytes *b, unsigned char *a, uint32_t n){
  for(unsigned i=take8(b)&3; i>0 && n>0; i--){
    const unsigned at = take16(b)%n;
    a[at] = take8(b);
  }
}

static int byPage(const void *x, const void *y){
  return (int)((const named*)x)->iPage - (int)((const named*)y)->iPage;
}

/* The commit that an honest program would write, and some bytes of it changed. */
static void commit(forge *f, bytes *b){
  unsigned char aPlain[40+28*MOST_PEND], aTag[NV_TAG_SIZE];
  const uint32_t n = 40 + 28*f->nPend;
  qsort(f->aPend, f->nPend, sizeof(named), byPage);
  for(unsigned i=0; i<f->nPend; i++){
    unsigned char *z = &aPlain[40+28*i];
    nv_put32(z, f->aPend[i].iPage);
    nv_put64(&z[4], f->aPend[i].iOfst);
    memcpy(&z[12], f->aPend[i].aTag, NV_TAG_SIZE);
    f->aLive[f->aPend[i].iPage-1] = f->aPend[i];
    if( f->aPend[i].iPage>f->nPage ) f->nPage = f->aPend[i].iPage;
  }
  nv_put64(&aPlain[0], f->last.sequence+1);
  memcpy(&aPlain[8], f->last.aTag, NV_TAG_SIZE);
  nv_put64(&aPlain[24], 1795255200);
  nv_put32(&aPlain[32], f->nPage);
  nv_put32(&aPlain[36], f->nPend);
  disturb(b, aPlain, n);
  frame(f, NV_KIND_COMMIT, f->last.sequence+1, aPlain, n, aTag);
  f->last.sequence++;
  memcpy(f->last.aTag, aTag, NV_TAG_SIZE);
  f->nPend = 0;
}

/* The map of what is there, which the header names, and some of it changed. */
static void map(forge *f, bytes *b){
  unsigned char aPlain[32+24*MOST_PEND] = { 0 };
  const uint32_t n = 32 + 24*f->nPage;
  nv_put64(&aPlain[0], f->last.sequence);
  memcpy(&aPlain[8], f->last.aTag, NV_TAG_SIZE);
  nv_put32(&aPlain[24], f->nPage);
  for(unsigned i=0; i<f->nPage; i++){
    nv_put64(&aPlain[32+24*i], f->aLive[i].iOfst);
    memcpy(&aPlain[40+24*i], f->aLive[i].aTag, NV_TAG_SIZE);
  }
  disturb(b, aPlain, n);
  f->anchor.mapSequence = f->last.sequence;
  f->anchor.iMap = frame(f, NV_KIND_MAP, f->last.sequence, aPlain, n,
                         f->anchor.aMapTag);
}

/* A commit or a map of the fuzzer's own. */
static void free_form(forge *f, bytes *b){
  unsigned char aPlain[1000], aTag[NV_TAG_SIZE];
  const unsigned char kind = take8(b)%3 + 1;
  const uint32_t n = take16(b)%sizeof(aPlain);
  const uint64_t number = f->last.sequence + take8(b)%4;
  takeInto(b, aPlain, n);
  frame(f, kind, number, aPlain, n, aTag);
}

static void raw(forge *f, bytes *b){
  const unsigned n = take8(b);
  if( forgeGrow(f->file, f->file->n+n)!=0 || f->file->a==0 ) abort();
  takeInto(b, &f->file->a[f->file->n-n], n);
}

/* A part of the log once more, elsewhere. */
static void again(forge *f, bytes *b){
  const size_t at = take16(b)*7u%f->file->n;
  size_t n = take16(b);
  if( n>f->file->n-at ) n = f->file->n-at;
  if( forgeGrow(f->file, f->file->n+n)!=0 || f->file->a==0 ) abort();
  memmove(&f->file->a[f->file->n-n], &f->file->a[at], n);
}

static void anchor(forge *f, bytes *b){
  switch( take8(b)%8 ){
    case 0:  f->anchor.iEnd = take64(b); break;
    case 1:  f->anchor.clean.sequence = take32(b); break;
    case 2:  f->anchor.clean.aTag[take8(b)%16] ^= take8(b); break;
    case 3:  f->anchor.base.sequence += take8(b); break;
    case 4:  f->anchor.iMap = take32(b); break;
    case 5:  f->anchor.mapSequence = take32(b); break;
    case 6:  f->anchor.nSeal = take64(b); break;
    default: f->anchor.szPage = take8(b)&1 ? 8192 : take32(b); break;
  }
}

static void build(forge *f, bytes *b){
  for(unsigned i=0; i<60 && b->n>0; i++){
    switch( take8(b)%8 ){
      case 0:  page(f, b); break;
      case 1:  commit(f, b); break;
      case 2:  map(f, b); break;
      case 3:                             /* a clean close */
        f->anchor.clean = f->last;
        f->anchor.iEnd = f->file->n;
        break;
      case 4:  free_form(f, b); break;
      case 5:  raw(f, b); break;
      case 6:  again(f, b); break;
      default: anchor(f, b); break;
    }
  }
}

static int openLog(forge *f, int eMode, nv_log **ppLog){
  nv_place *place = 0;
  int why = 0;
  int rc = nv_place_open(&f->file->files, "/log", eMode==NV_OPEN_WRITE, 0,
                         &place, &why);
  *ppLog = 0;
  claim(rc==NV_OK, "the place opens");
  rc = nv_log_open(place, aKey, &f->anchor, eMode, ppLog);
  if( rc!=NV_OK ) nv_place_close(place);
  return rc;
}

/* Reads the first and the last pages, the facts, and along the chain. */
static void look(nv_log *p){
  static unsigned char aOut[16384];
  const uint32_t n = nv_log_pages(p), sz = nv_log_page_size(p);
  nv_point point;
  for(uint32_t i=1; i<=n; i = i==20 && n>40 ? n-20 : i+1){
    const int rc = nv_log_read(p, i, 0, sz, aOut);
    claim(rc==NV_OK || rc==NV_DAMAGED, "a page is read or damaged");
    claim(rc==nv_log_check(p, i), "a check says what a read says");
    if( rc!=NV_OK ){
      for(uint32_t k=0; k<sz; k++) claim(aOut[k]==0, "nothing of a damaged page");
    }
    nv_log_read(p, i, 16, 84, aOut);
  }
  claim(nv_log_read(p, 0, 0, sz, aOut)==NV_MISUSE, "there is no page 0");
  nv_log_find(p, nv_log_last(p).sequence, &point);
  nv_log_find(p, nv_log_last(p).sequence/2, &point);
  (void)nv_log_facts(p);
}

/* Writes to a log that opens: what was written is there afterwards. */
static void use(forge *f, nv_log *p){
  static unsigned char aData[16384], aOut[16384];
  const uint32_t sz = nv_log_page_size(p);
  const uint64_t sequence = nv_log_last(p).sequence;
  nv_log *again = 0;
  memset(aData, 0x5a, sizeof(aData));
  if( nv_log_write(p, 2, aData)!=NV_OK || nv_log_commit(p)!=NV_OK
   || nv_log_settle(p, &f->anchor)!=NV_OK ){
    nv_log_free(p);
    return;
  }
  claim(nv_log_last(p).sequence==sequence+1, "a commit counts by one");
  nv_log_free(p);
  claim(openLog(f, NV_OPEN_READ, &again)==NV_OK, "what was written opens");
  claim(nv_log_last(again).sequence==sequence+1, "the last commit is there");
  claim(nv_log_read(again, 2, 0, sz, aOut)==NV_OK
        && memcmp(aData, aOut, sz)==0, "the page is there");
  nv_log_free(again);
}

void forge_log(const unsigned char *a, size_t n){
  bytes b = { a, n };
  forge f;
  nv_log *p = 0;
  uint64_t sequence = 0;
  int rc;
  memset(&f, 0, sizeof(f));
  f.file = forge_memory_new();
  f.anchor.aId[0] = 9;
  f.anchor.szPage = PAGE;
  f.anchor.iEnd = NV_LOG_START;
  claim(forgeGrow(f.file, NV_LOG_START)==0, "room for a header");
  claim(nv_seal_new(&f.file->files, aKey, &f.seal)==NV_OK, "a key");
  build(&f, &b);
  nv_seal_free(f.seal);

  if( openLog(&f, NV_OPEN_SALVAGE, &p)==NV_OK ){
    look(p);
    nv_log_free(p);
  }
  rc = openLog(&f, NV_OPEN_READ, &p);
  if( rc==NV_OK ){
    look(p);
    sequence = nv_log_last(p).sequence;
    nv_log_free(p);
  }
  claim(rc==openLog(&f, NV_OPEN_WRITE, &p), "a writer finds what a reader finds");
  if( rc==NV_OK ){
    claim(sequence==nv_log_last(p).sequence, "at the same commit");
    use(&f, p);
  }
  forge_memory_free(f.file);
}
