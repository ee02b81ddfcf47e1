/*
** AES-256-GCM on libcrypto: see seal.h.
**
** Two contexts keep the key schedule, one a direction, so that a page costs
** one nonce and no key set-up. Nonces are drawn NV_BATCH at a time: a call to
** the generator for twelve bytes takes half as long as sealing a page. The
** batch is dropped in a child process, which would otherwise use the same
** nonces as its parent.
*/
#include "seal.h"

#include <limits.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define NV_BATCH 256

/* How often this process was forked off another one: asking for its number
** would be a call to the system for each page. */
static atomic_uint nFork = 0;
static pthread_once_t watched = PTHREAD_ONCE_INIT;
static int watchFailed = 0;

static void forked(void){ atomic_fetch_add(&nFork, 1); }
static void watchForks(void){ watchFailed = pthread_atfork(0, 0, forked); }

struct nv_seal {
  const nv_files *pFiles;
  EVP_CIPHER *pCipher;
  EVP_CIPHER_CTX *pShut;
  EVP_CIPHER_CTX *pOpen;
  unsigned nFork;                       /* of the process that drew the batch */
  int nLeft;                            /* nonces left in it */
  unsigned char aBatch[NV_BATCH*NV_NONCE_SIZE];
};

int nv_seal_new(const nv_files *f, const unsigned char *aKey, nv_seal **pp){
  nv_seal *p;
  int rc = NV_ENGINE;

  *pp = 0;
  pthread_once(&watched, watchForks);
  if( watchFailed ) return NV_MEMORY;
  p = f->xAlloc(f->pCtx, sizeof(*p));
  if( p==0 ) return NV_MEMORY;
  memset(p, 0, sizeof(*p));
  p->pFiles = f;
  p->pCipher = EVP_CIPHER_fetch(NULL, "AES-256-GCM", NULL);
  if( p->pCipher==0 ) goto done;
  p->pShut = EVP_CIPHER_CTX_new();
  p->pOpen = EVP_CIPHER_CTX_new();
  if( p->pShut==0 || p->pOpen==0 ) goto done;
  if( EVP_EncryptInit_ex2(p->pShut, p->pCipher, aKey, NULL, NULL)!=1 ) goto done;
  if( EVP_DecryptInit_ex2(p->pOpen, p->pCipher, aKey, NULL, NULL)!=1 ) goto done;
  rc = NV_OK;

done:
  if( rc==NV_OK ) *pp = p; else nv_seal_free(p);
  return rc;
}

void nv_seal_free(nv_seal *p){
  if( p==0 ) return;
  EVP_CIPHER_CTX_free(p->pShut);        /* cleanses the key schedule */
  EVP_CIPHER_CTX_free(p->pOpen);
  EVP_CIPHER_free(p->pCipher);
  OPENSSL_cleanse(p, sizeof(*p));
  free(p);
}

/* Takes one nonce out of the batch. */
static int drawNonce(nv_seal *p, unsigned char *aNonce){
  const unsigned n = atomic_load_explicit(&nFork, memory_order_relaxed);
  if( p->nLeft==0 || p->nFork!=n ){
    p->nLeft = 0;
    if( p->pFiles->xRandom(p->pFiles->pCtx, p->aBatch, sizeof(p->aBatch))!=0 ){
      return NV_ENGINE;
    }
    p->nLeft = NV_BATCH;
    p->nFork = n;
  }
  p->nLeft--;
  memcpy(aNonce, &p->aBatch[p->nLeft*NV_NONCE_SIZE], NV_NONCE_SIZE);
  return NV_OK;
}

int nv_seal_shut(
  nv_seal *p,
  const unsigned char *aAad, size_t nAad,
  const unsigned char *aPlain, size_t n,
  unsigned char *aNonce,
  unsigned char *aCipher,
  unsigned char *aTag
){
  const int rc = drawNonce(p, aNonce);
  if( rc!=NV_OK ) return rc;
  return nv_seal_shut_with(p, aNonce, aAad, nAad, aPlain, n, aCipher, aTag);
}

int nv_seal_shut_with(
  nv_seal *p,
  const unsigned char *aNonce,
  const unsigned char *aAad, size_t nAad,
  const unsigned char *aPlain, size_t n,
  unsigned char *aCipher,
  unsigned char *aTag
){
  EVP_CIPHER_CTX *c = p->pShut;
  unsigned char aNone[16];
  int nPut = 0;

  if( n>INT_MAX-64 || nAad>INT_MAX-64 ) return NV_MISUSE;
  if( EVP_EncryptInit_ex2(c, NULL, NULL, aNonce, NULL)!=1 ) return NV_ENGINE;
  if( nAad && EVP_EncryptUpdate(c, NULL, &nPut, aAad, (int)nAad)!=1 ){
    return NV_ENGINE;
  }
  if( n && EVP_EncryptUpdate(c, aCipher, &nPut, aPlain, (int)n)!=1 ){
    return NV_ENGINE;
  }
  if( n && (size_t)nPut!=n ) return NV_ENGINE;
  if( EVP_EncryptFinal_ex(c, aNone, &nPut)!=1 ) return NV_ENGINE;
  if( EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_AEAD_GET_TAG, NV_TAG_SIZE, aTag)!=1 ){
    return NV_ENGINE;
  }
  return NV_OK;
}

int nv_seal_open(
  nv_seal *p,
  const unsigned char *aNonce,
  const unsigned char *aAad, size_t nAad,
  const unsigned char *aCipher, size_t n,
  const unsigned char *aTag,
  unsigned char *aPlain
){
  EVP_CIPHER_CTX *c = p->pOpen;
  unsigned char aExpected[NV_TAG_SIZE];
  unsigned char aNone[16];
  int nPut = 0;
  int rc = NV_ENGINE;

  if( n>INT_MAX-64 || nAad>INT_MAX-64 ){ rc = NV_MISUSE; goto done; }
  memcpy(aExpected, aTag, NV_TAG_SIZE);  /* OpenSSL's parameter is not const */
  if( EVP_DecryptInit_ex2(c, NULL, NULL, aNonce, NULL)!=1 ) goto done;
  if( EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_AEAD_SET_TAG, NV_TAG_SIZE, aExpected)!=1 ){
    goto done;
  }
  if( nAad && EVP_DecryptUpdate(c, NULL, &nPut, aAad, (int)nAad)!=1 ) goto done;
  if( n && EVP_DecryptUpdate(c, aPlain, &nPut, aCipher, (int)n)!=1 ) goto done;
  if( n && (size_t)nPut!=n ) goto done;
  rc = EVP_DecryptFinal_ex(c, aNone, &nPut)==1 ? NV_OK : NV_WRONGKEY;

done:
  /* OpenSSL hands plaintext out before it has looked at the tag. */
  if( rc!=NV_OK && n>0 && aPlain!=0 ) OPENSSL_cleanse(aPlain, n);
  return rc;
}
