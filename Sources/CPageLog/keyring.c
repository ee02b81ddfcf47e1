/*
** The key ring of the kernel: see keyring.h. The system calls are made directly,
** because glibc has no functions for them.
*/
#include "keyring.h"

#include <errno.h>
#include <linux/keyctl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char zType[] = "user";

/* Possessor: all. User: view, read, search. Nobody else: nothing. */
#define NV_KEY_PERMISSIONS 0x3f0b0000L

/* "type;uid;gid;permissions;name": longer than any that netvault makes. */
#define NV_DESCRIPTION 256

static long control(int op, long a, long b, long c, long d){
  return syscall(SYS_keyctl, (long)op, a, b, c, d);
}

static long pointer(const void *p){
  return (long)(intptr_t)p;
}

/* The number of a key in @u, or -1 and errno. */
static long find(const char *zName){
  long iKey = control(
      KEYCTL_SEARCH, KEY_SPEC_USER_KEYRING, pointer(zType), pointer(zName), 0);
  if( iKey<0 && (errno==EKEYEXPIRED || errno==EKEYREVOKED) ) errno = ENOKEY;
  return iKey;
}

/* Takes a key out of @u and makes it useless to whoever else has its number. */
static int discard(long iKey){
  int rc = 0;
  if( control(KEYCTL_UNLINK, iKey, KEY_SPEC_USER_KEYRING, 0, 0)<0 ) rc = errno;
  if( control(KEYCTL_INVALIDATE, iKey, 0, 0, 0)==0 ) rc = 0;
  return rc;
}

int nv_keyring_put(const char *zName, const void *pKey, size_t nKey, unsigned nSecond){
  /* Made in the ring of this process, which dies with it: nobody finds a key
  ** that has no timeout yet. */
  long iKey = syscall(
      SYS_add_key, zType, zName, pKey, nKey, (long)KEY_SPEC_PROCESS_KEYRING);
  int rc = 0;
  if( iKey<0 ) return errno;
  if( control(KEYCTL_SETPERM, iKey, NV_KEY_PERMISSIONS, 0, 0)<0
   || control(KEYCTL_SET_TIMEOUT, iKey, (long)nSecond, 0, 0)<0
   || control(KEYCTL_LINK, iKey, KEY_SPEC_USER_KEYRING, 0, 0)<0 ){
    rc = errno;
  }
  control(KEYCTL_UNLINK, iKey, KEY_SPEC_PROCESS_KEYRING, 0, 0);
  return rc;
}

int nv_keyring_get(const char *zName, void *pKey, size_t nKey){
  long iKey = find(zName);
  long nRead;
  if( iKey<0 ) return errno;
  nRead = control(KEYCTL_READ, iKey, pointer(pKey), (long)nKey, 0);
  if( nRead<0 ) return errno==EKEYEXPIRED || errno==EKEYREVOKED ? ENOKEY : errno;
  return nRead==(long)nKey ? 0 : ENOKEY;
}

int nv_keyring_remove(const char *zName){
  long iKey = find(zName);
  if( iKey<0 ) return errno;
  return discard(iKey);
}

/* True for a key of ours whose name begins like this. */
static int begins(int32_t iKey, const char *zStart){
  char z[NV_DESCRIPTION];
  const char *zName;
  long n = control(KEYCTL_DESCRIBE, iKey, pointer(z), (long)sizeof(z), 0);
  if( n<=0 || n>(long)sizeof(z) ) return 0;
  zName = strrchr(z, ';');
  return strncmp(z, "user;", 5)==0 && zName!=0
      && strncmp(zName + 1, zStart, strlen(zStart))==0;
}

int nv_keyring_remove_all(const char *zStart, int *pnRemoved){
  int32_t *aKey = 0;
  long nByte = 0;
  long nRead = 0;
  long i;
  int rc = 0;
  *pnRemoved = 0;
  /* The ring may grow between the two calls. */
  do {
    int32_t *aMore;
    nByte = nRead + 64*(long)sizeof(int32_t);
    aMore = realloc(aKey, (size_t)nByte);
    if( aMore==0 ){
      free(aKey);
      return ENOMEM;
    }
    aKey = aMore;
    nRead = control(KEYCTL_READ, KEY_SPEC_USER_KEYRING, pointer(aKey), nByte, 0);
    if( nRead<0 ){
      rc = errno;
      free(aKey);
      return rc;
    }
  } while( nRead>nByte );
  for(i=0; i<nRead/(long)sizeof(int32_t); i++){
    int rcKey;
    if( !begins(aKey[i], zStart) ) continue;
    rcKey = discard(aKey[i]);
    if( rcKey==0 ) *pnRemoved += 1; else rc = rcKey;
  }
  free(aKey);
  return rc;
}
