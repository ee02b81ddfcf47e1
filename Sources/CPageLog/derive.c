/*
** HKDF-SHA-256 (RFC 5869) on libcrypto: declared in seal.h.
*/
#include "seal.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

int nv_hkdf(
  const unsigned char *aKey, size_t nKey,
  const unsigned char *aSalt, size_t nSalt,
  const unsigned char *aInfo, size_t nInfo,
  unsigned char *aOut, size_t nOut
){
  EVP_KDF *pKdf = 0;
  EVP_KDF_CTX *pCtx = 0;
  OSSL_PARAM aParam[5];
  OSSL_PARAM *p = aParam;
  char zDigest[] = "SHA256";
  int rc = NV_ENGINE;

  pKdf = EVP_KDF_fetch(NULL, "HKDF", NULL);
  if( pKdf==0 ) goto done;
  pCtx = EVP_KDF_CTX_new(pKdf);
  if( pCtx==0 ) goto done;
  /* OSSL_PARAM is not const even for what is only read. */
  *p++ = OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, zDigest, 0);
  *p++ = OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY,
                                           (void*)(uintptr_t)aKey, nKey);
  if( nSalt>0 ){
    *p++ = OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT,
                                             (void*)(uintptr_t)aSalt, nSalt);
  }
  if( nInfo>0 ){
    *p++ = OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO,
                                             (void*)(uintptr_t)aInfo, nInfo);
  }
  *p = OSSL_PARAM_construct_end();
  if( EVP_KDF_derive(pCtx, aOut, nOut, aParam)==1 ) rc = NV_OK;

done:
  if( rc!=NV_OK ) OPENSSL_cleanse(aOut, nOut);
  EVP_KDF_CTX_free(pCtx);
  EVP_KDF_free(pKdf);
  return rc;
}
