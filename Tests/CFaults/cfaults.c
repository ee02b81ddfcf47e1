/*
** Failures of libraries: see cfaults.h.
*/
#define _GNU_SOURCE
#include "cfaults.h"

#include <dlfcn.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <sqlite3.h>
#include <stdlib.h>

static _Thread_local int armed = -1;
static _Thread_local long first, count, hits;
static _Thread_local int once;

void nvt_arm(enum nvt_kind kind, long from, int bOnce){
  armed = (int)kind;
  first = from;
  once = bOnce;
  count = hits = 0;
}

long nvt_disarm(void){
  armed = -1;
  return count;
}

long nvt_hits(void){ return hits; }

/* Counts a call. True if it is to fail. */
static int fails(int kind){
  if( armed!=kind ) return 0;
  count++;
  if( once ? count!=first : count<first ) return 0;
  hits++;
  return 1;
}

/* The library's own function of this name. */
#define REAL(name) \
  static __typeof__(&name) real = 0; \
  if( real==0 ) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

EVP_CIPHER *EVP_CIPHER_fetch(OSSL_LIB_CTX *c, const char *zName, const char *zHow){
  REAL(EVP_CIPHER_fetch);
  return fails(NVT_ENGINE) ? 0 : real(c, zName, zHow);
}
EVP_CIPHER_CTX *EVP_CIPHER_CTX_new(void){
  REAL(EVP_CIPHER_CTX_new);
  return fails(NVT_ENGINE) ? 0 : real();
}
int EVP_EncryptInit_ex2(EVP_CIPHER_CTX *c, const EVP_CIPHER *p,
                        const unsigned char *aKey, const unsigned char *aIv,
                        const OSSL_PARAM *a){
  REAL(EVP_EncryptInit_ex2);
  return fails(NVT_ENGINE) ? 0 : real(c, p, aKey, aIv, a);
}
int EVP_EncryptUpdate(EVP_CIPHER_CTX *c, unsigned char *aOut, int *pn,
                      const unsigned char *a, int n){
  REAL(EVP_EncryptUpdate);
  return fails(NVT_ENGINE) ? 0 : real(c, aOut, pn, a, n);
}
int EVP_EncryptFinal_ex(EVP_CIPHER_CTX *c, unsigned char *aOut, int *pn){
  REAL(EVP_EncryptFinal_ex);
  return fails(NVT_ENGINE) ? 0 : real(c, aOut, pn);
}
int EVP_DecryptInit_ex2(EVP_CIPHER_CTX *c, const EVP_CIPHER *p,
                        const unsigned char *aKey, const unsigned char *aIv,
                        const OSSL_PARAM *a){
  REAL(EVP_DecryptInit_ex2);
  return fails(NVT_ENGINE) ? 0 : real(c, p, aKey, aIv, a);
}
int EVP_DecryptUpdate(EVP_CIPHER_CTX *c, unsigned char *aOut, int *pn,
                      const unsigned char *a, int n){
  REAL(EVP_DecryptUpdate);
  return fails(NVT_ENGINE) ? 0 : real(c, aOut, pn, a, n);
}
int EVP_CIPHER_CTX_ctrl(EVP_CIPHER_CTX *c, int type, int n, void *p){
  REAL(EVP_CIPHER_CTX_ctrl);
  return fails(NVT_ENGINE) ? 0 : real(c, type, n, p);
}
EVP_KDF *EVP_KDF_fetch(OSSL_LIB_CTX *c, const char *zName, const char *zHow){
  REAL(EVP_KDF_fetch);
  return fails(NVT_ENGINE) ? 0 : real(c, zName, zHow);
}
EVP_KDF_CTX *EVP_KDF_CTX_new(EVP_KDF *p){
  REAL(EVP_KDF_CTX_new);
  return fails(NVT_ENGINE) ? 0 : real(p);
}
int EVP_KDF_derive(EVP_KDF_CTX *c, unsigned char *a, size_t n, const OSSL_PARAM *p){
  REAL(EVP_KDF_derive);
  return fails(NVT_ENGINE) ? 0 : real(c, a, n, p);
}
int EVP_PBE_scrypt(const char *z, size_t n, const unsigned char *aSalt,
                   size_t nSalt, uint64_t N, uint64_t r, uint64_t p,
                   uint64_t most, unsigned char *aKey, size_t nKey){
  REAL(EVP_PBE_scrypt);
  return fails(NVT_ENGINE) ? 0 : real(z, n, aSalt, nSalt, N, r, p, most, aKey, nKey);
}
unsigned char *SHA256(const unsigned char *a, size_t n, unsigned char *aOut){
  REAL(SHA256);
  return fails(NVT_ENGINE) ? 0 : real(a, n, aOut);
}
int RAND_bytes(unsigned char *a, int n){
  REAL(RAND_bytes);
  return fails(NVT_RANDOM) ? 0 : real(a, n);
}
int RAND_priv_bytes(unsigned char *a, int n){
  REAL(RAND_priv_bytes);
  return fails(NVT_RANDOM) ? 0 : real(a, n);
}

static void *engineMalloc(size_t n, const char *zFile, int line){
  (void)zFile; (void)line;
  return fails(NVT_ENGINE_MEMORY) ? 0 : malloc(n);
}
static void *engineRealloc(void *p, size_t n, const char *zFile, int line){
  (void)zFile; (void)line;
  return fails(NVT_ENGINE_MEMORY) ? 0 : realloc(p, n);
}
static void engineFree(void *p, const char *zFile, int line){
  (void)zFile; (void)line;
  free(p);
}

static sqlite3_mem_methods usual;

static void *sqlMalloc(int n){ return fails(NVT_SQL_MEMORY) ? 0 : usual.xMalloc(n); }
static void *sqlRealloc(void *p, int n){
  return fails(NVT_SQL_MEMORY) ? 0 : usual.xRealloc(p, n);
}

static int ready = 0;

/* Before either library has taken any memory. */
__attribute__((constructor)) static void install(void){
  sqlite3_mem_methods ours;
  if( CRYPTO_set_mem_functions(engineMalloc, engineRealloc, engineFree)!=1 ) return;
  if( sqlite3_config(SQLITE_CONFIG_GETMALLOC, &usual)!=SQLITE_OK ) return;
  ours = usual;
  ours.xMalloc = sqlMalloc;
  ours.xRealloc = sqlRealloc;
  if( sqlite3_config(SQLITE_CONFIG_MALLOC, &ours)!=SQLITE_OK ) return;
  ready = 1;
}

int nvt_is_ready(void){ return ready; }
