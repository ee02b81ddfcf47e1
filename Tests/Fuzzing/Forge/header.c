/*
** Header copies, sealed around what the fuzzer says. Written from
** Documentation/vault-format.md.
*/
#include "inside.h"

#include <openssl/sha.h>
#include <stdlib.h>
#include <string.h>

#define COPY   8192
#define CLEAR  1064
#define CIPHER 1076
#define TAG    8144
#define SUM    8160
#define PLAIN  (TAG-CIPHER)

static const unsigned char aMaster[NV_KEY_SIZE] = { 4, 2 };
static const unsigned char aId[NV_ID_SIZE] = { 1, 6 };

static void derive(const unsigned char *aKey, size_t n, const unsigned char *aSalt,
                   size_t nSalt, const char *zLabel, unsigned char *aOut){
  if( nv_hkdf(aKey, n, aSalt, nSalt, (const unsigned char*)zLabel,
              strlen(zLabel), aOut, NV_KEY_SIZE)!=NV_OK ) abort();
}

static void shut(const nv_files *f, const unsigned char *aKey,
                 const unsigned char *aAad, size_t nAad,
                 const unsigned char *aPlain, size_t n, unsigned char *aNonce,
                 unsigned char *aCipher, unsigned char *aTag){
  nv_seal *p = 0;
  if( nv_seal_new(f, aKey, &p)!=NV_OK || p==0
   || nv_seal_shut(p, aAad, nAad, aPlain, n, aNonce, aCipher, aTag)!=NV_OK ){
    abort();
  }
  nv_seal_free(p);
}

/* The recovery slot that FORGE_SECRET opens, at its index. */
static void slot(const nv_files *f, unsigned char *a, unsigned char index){
  unsigned char aKey[NV_KEY_SIZE], aAad[NV_ID_SIZE+1+40];
  memset(a, 0, 128);
  a[0] = 2;
  memset(&a[8], 3, 32);
  derive((const unsigned char*)FORGE_SECRET, strlen(FORGE_SECRET), &a[8], 32,
         "netvault 1 recovery slot", aKey);
  memcpy(aAad, aId, NV_ID_SIZE);
  aAad[NV_ID_SIZE] = index;
  memcpy(&aAad[NV_ID_SIZE+1], a, 40);
  shut(f, aKey, aAad, sizeof(aAad), aMaster, NV_KEY_SIZE, &a[40], &a[52], &a[84]);
}

static void copy(forge_memory *p, bytes *b, unsigned char *a){
  static const uint32_t aSize[4] = { 4096, 8192, 16384, 4096 };
  unsigned char aPlain[PLAIN] = { 0 }, aKey[NV_KEY_SIZE];
  const unsigned how = take8(b);
  memset(a, 0, COPY);
  memcpy(a, "netvault", 8);
  nv_put32(&a[8], (how&1) ? take32(b) : 1);
  nv_put32(&a[12], (how&2) ? take32(b) : aSize[take8(b)&3]);
  nv_put64(&a[16], (how&4) ? take64(b) : take8(b));
  memcpy(&a[24], aId, NV_ID_SIZE);
  for(unsigned char i=0; i<8; i++){
    unsigned char *aSlot = &a[40+128*i];
    const unsigned what = take8(b);
    switch( i==0 && what!=9 ? 1 : what&3 ){
      case 1:  slot(&p->files, aSlot, i); break;
      case 2:  takeInto(b, aSlot, 128); break;
      case 3:  slot(&p->files, aSlot, i);
               aSlot[take8(b)&127] ^= take8(b); break;
      default: break;
    }
  }
  /* A vault with an empty log, and then whatever else is said. */
  nv_put64(&aPlain[0], NV_LOG_START);
  if( how&8 ){
    takeInto(b, aPlain, take16(b)%PLAIN);
  }
  for(unsigned n=take8(b)&7; n>0; n--){
    const unsigned at = take16(b)%PLAIN;
    aPlain[at] = take8(b);
  }
  derive(aMaster, NV_KEY_SIZE, aId, NV_ID_SIZE, "netvault 1 header", aKey);
  shut(&p->files, aKey, a, CLEAR, aPlain, PLAIN, &a[CLEAR], &a[CIPHER], &a[TAG]);
  if( how&16 ) a[take16(b)%SUM] ^= take8(b);
  SHA256(a, SUM, &a[SUM]);
  if( how&32 ) a[take16(b)%COPY] ^= take8(b);
}

void forge_header(forge_memory *p, const unsigned char *a, size_t n){
  bytes b = { a, n };
  unsigned char aCopy[COPY];
  const unsigned how = take8(&b);
  p->n = 0;
  if( how%4==0 ){
    forge_memory_set(p, b.a, b.n);
    return;
  }
  for(size_t i=0; i<2; i++){
    copy(p, &b, aCopy);
    if( forgeGrow(p, (i+1)*COPY)!=0 || p->a==0 ) abort();
    memcpy(&p->a[i*COPY], aCopy, COPY);
  }
  if( b.n>0 && forgeGrow(p, NV_LOG_START+b.n)==0 && p->a ){
    memcpy(&p->a[NV_LOG_START], b.a, b.n);
  }
  if( how%4==2 ) p->n = p->n*(how>>2)/64;
}
