/*
** AES-256-GCM with random 96-bit nonces (NIST SP 800-38D, 8.2.2), and
** HKDF-SHA-256 (RFC 5869). The only use of libcrypto's ciphers in netvault.
**
** Nonces are random and never counted: a vault gets copied and restored, and
** two copies under one key would count the same numbers.
*/
#ifndef NETVAULT_SEAL_H
#define NETVAULT_SEAL_H

#include "files.h"

#pragma clang assume_nonnull begin

#define NV_KEY_SIZE   32
#define NV_NONCE_SIZE 12
#define NV_TAG_SIZE   16

/* One key, ready to seal and open. */
typedef struct nv_seal nv_seal;

/* NV_OK, NV_MEMORY or NV_ENGINE. The key is copied into OpenSSL's context. */
int nv_seal_new(
  const nv_files *pFiles,
  const unsigned char *aKey,              /* NV_KEY_SIZE bytes */
  nv_seal *_Nullable *_Nonnull ppSeal     /* OUT */
);

/* Wipes the key. */
void nv_seal_free(nv_seal *_Nullable pSeal);

/*
** Seals n bytes under a nonce that is drawn here. aPlain and aCipher may be
** the same buffer. When the result is not NV_OK the outputs are meaningless
** and must not be written anywhere.
*/
int nv_seal_shut(
  nv_seal *pSeal,
  const unsigned char *aAad, size_t nAad,
  const unsigned char *_Nullable aPlain, size_t n,
  unsigned char *aNonce,                  /* OUT: NV_NONCE_SIZE bytes */
  unsigned char *_Nullable aCipher,       /* OUT: n bytes */
  unsigned char *aTag                     /* OUT: NV_TAG_SIZE bytes */
);

/* The same under a nonce of the caller's. For known-answer tests. */
int nv_seal_shut_with(
  nv_seal *pSeal,
  const unsigned char *aNonce,
  const unsigned char *aAad, size_t nAad,
  const unsigned char *_Nullable aPlain, size_t n,
  unsigned char *_Nullable aCipher,
  unsigned char *aTag
);

/*
** Opens what was sealed. aPlain has room for n bytes and is all zeros unless
** the result is NV_OK. NV_WRONGKEY: the key, or any byte, is not the one it
** was sealed with. NV_ENGINE: OpenSSL refused the call.
*/
int nv_seal_open(
  nv_seal *pSeal,
  const unsigned char *aNonce,
  const unsigned char *aAad, size_t nAad,
  const unsigned char *_Nullable aCipher, size_t n,
  const unsigned char *aTag,
  unsigned char *_Nullable aPlain         /* OUT */
);

/* HKDF-SHA-256. aOut is zeros unless the result is NV_OK. */
int nv_hkdf(
  const unsigned char *aKey, size_t nKey,
  const unsigned char *_Nullable aSalt, size_t nSalt,
  const unsigned char *_Nullable aInfo, size_t nInfo,
  unsigned char *aOut, size_t nOut
);

#pragma clang assume_nonnull end
#endif
