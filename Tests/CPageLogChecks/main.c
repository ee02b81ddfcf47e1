/*
** Runs the C code of the vault file through a story and everything that can go
** wrong with it:   cpagelog-checks FOLDER STEPS STRIDE
**
** STRIDE 1 tries every call and every cut; a larger one tries each STRIDE-th.
*/
#include "checks.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

void check(int bHolds, const char *zWhat, long n){
  if( bHolds ) return;
  fprintf(stderr, "not so: %s (%ld)\n", zWhat, n);
  abort();
}

static void removeAll(const char *zPath){
  char zOther[300];
  snprintf(zOther, sizeof(zOther), "%s.compacting", zPath);
  unlink(zPath);
  unlink(zOther);
}

/* The story from the start: steps, a clean close, a compaction, more steps. */
static void story(const nv_files *files, const char *zPath, int nStep, told *t){
  vault v;
  int rc = vaultMake(&v, files, zPath);
  if( rc==0 ) rc = vaultSteps(&v, 0, nStep/3, t);
  vaultClose(&v, rc==0);
  if( rc==0 ) rc = vaultOpen(&v, files, zPath, NV_OPEN_WRITE);
  if( rc==0 ){
    rc = vaultSteps(&v, nStep/3, nStep/2, t);
    /* A compaction that fails leaves everything as it was. */
    if( rc==0 ) vaultCompact(&v);
    if( rc==0 ) rc = vaultSteps(&v, nStep/2, nStep, t);
    vaultClose(&v, 0);
  }else if( v.pLog || v.db ){
    vaultClose(&v, 0);
  }
}

/* Opens what is there, compares it, writes one step more, and looks again. */
static void expectSound(const char *zPath, const told *t, long n){
  vault v;
  told more = *t;
  int k;
  check(vaultOpen(&v, nv_files_real(), zPath, NV_OPEN_WRITE)==0, "it opens", n);
  k = vaultVerify(&v);
  check(k==t->done || k==t->begun, "what was acknowledged is there", n);
  check(vaultSteps(&v, k, k+1, &more)==0, "the next write works", n);
  vaultClose(&v, 1);
  check(vaultOpen(&v, nv_files_real(), zPath, NV_OPEN_READ)==0, "it reopens", n);
  check(vaultVerify(&v)==k+1, "the next write is there", n);
  vaultClose(&v, 0);
}

void checkFaults(const char *zPath, int nStep, long stride){
  faults f;
  told t;
  long nTried = 0, nMade = 0;
  for(long i=1;; i+=stride){
    struct stat st;
    removeAll(zPath);
    faultsInit(&f, i);
    t.done = t.begun = 0;
    story(&f.table, zPath, nStep, &t);
    if( !f.bFailed ) break;
    nTried++;
    /* Where not even the empty tables were acknowledged there may be no vault. */
    if( t.begun==0 || stat(zPath, &st)!=0 ){
      check(t.done==0, "an acknowledged vault is there", i);
      continue;
    }
    nMade++;
    expectSound(zPath, &t, i);
  }
  check(t.done==nStep, "the story to its end", t.done);
  printf("%ld calls of the system failed in turn, %ld of them on a vault: "
         "nothing acknowledged was lost\n", nTried, nMade);
}

static unsigned char *slurp(const char *zPath, size_t *pn){
  struct stat st;
  unsigned char *a;
  const int fd = open(zPath, O_RDONLY);
  check(fd>=0 && fstat(fd, &st)==0, "the file can be read", errno);
  *pn = (size_t)st.st_size;
  a = malloc(*pn);
  check(a!=0 && read(fd, a, *pn)==(ssize_t)*pn, "all of it", errno);
  close(fd);
  return a;
}

static void spill(const char *zPath, const unsigned char *a, size_t n){
  const int fd = open(zPath, O_WRONLY|O_CREAT|O_TRUNC, 0600);
  check(fd>=0 && write(fd, a, n)==(ssize_t)n, "the file can be written", errno);
  close(fd);
}

void checkCuts(const char *zPath, int nStep, long stride){
  told t = { 0, 0 };
  vault v;
  size_t n = 0;
  unsigned char *a;
  long nOpen = 0, nRefused = 0;
  removeAll(zPath);
  story(nv_files_real(), zPath, nStep, &t);
  check(t.done==nStep, "the story to its end", t.done);
  a = slurp(zPath, &n);
  for(long at=(long)n; at>NV_LOG_START; at-=stride){
    const size_t i = (size_t)at;
    spill(zPath, a, i);
    if( vaultOpen(&v, nv_files_real(), zPath, NV_OPEN_WRITE)!=0 ){
      nRefused++;
      vaultClose(&v, 0);
      continue;
    }
    check(vaultVerify(&v)>=nStep/2, "a cut leaves a whole state", (long)i);
    vaultClose(&v, 0);
    nOpen++;
  }
  free(a);
  printf("%ld cuts: %ld open at a whole commit, %ld are refused as cut\n",
         nOpen+nRefused, nOpen, nRefused);
}

void checkDamage(const char *zPath, int nStep, long stride){
  told t = { 0, 0 };
  vault v;
  size_t n = 0;
  unsigned char *a;
  long nSame = 0, nRefused = 0;
  removeAll(zPath);
  story(nv_files_real(), zPath, nStep, &t);
  check(vaultOpen(&v, nv_files_real(), zPath, NV_OPEN_WRITE)==0, "it opens", 0);
  check(vaultCompact(&v)==0, "a compaction", 0);
  check(vaultSteps(&v, nStep, nStep+1, &t)==0, "one step more", 0);
  vaultClose(&v, 1);
  a = slurp(zPath, &n);
  for(size_t i=0; i<n; i+=(size_t)stride){
    for(int eMode=NV_OPEN_READ; eMode<=NV_OPEN_SALVAGE; eMode+=NV_OPEN_SALVAGE){
      int k = -1;
      a[i] ^= (unsigned char)(1<<(i%8));
      spill(zPath, a, n);
      a[i] ^= (unsigned char)(1<<(i%8));
      if( vaultOpen(&v, nv_files_real(), zPath, eMode)==0 ) k = vaultVerify(&v);
      vaultClose(&v, 0);
      if( eMode!=NV_OPEN_READ ) continue;
      check(k==-1 || k==nStep+1, "the same content or a refusal", (long)i);
      if( k<0 ) nRefused++; else nSame++;
    }
  }
  free(a);
  printf("%ld changed bits: %ld refused, %ld in bytes that no longer count\n",
         nRefused+nSame, nRefused, nSame);
}

/* A child process draws nonces of its own: those of its parent are not used twice. */
static void checkFork(nv_seal *p){
  unsigned char aHere[NV_NONCE_SIZE] = { 0 }, aThere[NV_NONCE_SIZE] = { 0 };
  unsigned char aTag[NV_TAG_SIZE];
  int aPipe[2], status = 1;
  check(pipe(aPipe)==0, "a pipe", 0);
  const pid_t child = fork();
  if( child==0 ){
    const int rc = nv_seal_shut(p, aHere, 0, 0, 0, aThere, 0, aTag);
    _exit(rc!=NV_OK || write(aPipe[1], aThere, sizeof(aThere))!=sizeof(aThere));
  }
  check(child>0, "a child", 0);
  check(read(aPipe[0], aThere, sizeof(aThere))==sizeof(aThere), "its nonce", 0);
  check(waitpid(child, &status, 0)==child && status==0, "its end", status);
  check(nv_seal_shut(p, aThere, 0, 0, 0, aHere, 0, aTag)==NV_OK, "sealed", 0);
  check(memcmp(aHere, aThere, sizeof(aHere))!=0, "two nonces", 0);
  close(aPipe[0]);
  close(aPipe[1]);
}

/* Seals of every length up to some pages, and their keys. */
void checkSeals(void){
  static unsigned char aPlain[9000], aCipher[9000], aOpen[9000];
  unsigned char aKey[NV_KEY_SIZE] = { 5 }, aOut[NV_KEY_SIZE];
  unsigned char aNonce[NV_NONCE_SIZE], aTag[NV_TAG_SIZE];
  nv_seal *p = 0;
  long nSeal = 0;
  check(nv_seal_new(nv_files_real(), aKey, &p)==NV_OK, "a key", 0);
  for(size_t i=0; i<sizeof(aPlain); i++) aPlain[i] = (unsigned char)(i*7);
  for(size_t n=0; n<=sizeof(aPlain); n+=(n<70 ? 1 : 97)){
    check(nv_seal_shut(p, aPlain, n%40, n ? aPlain : 0, n, aNonce,
                       n ? aCipher : 0, aTag)==NV_OK, "sealed", (long)n);
    check(nv_seal_open(p, aNonce, aPlain, n%40, n ? aCipher : 0, n, aTag,
                       n ? aOpen : 0)==NV_OK
          && memcmp(aPlain, aOpen, n)==0, "opened", (long)n);
    aTag[n%NV_TAG_SIZE] ^= 1;
    check(nv_seal_open(p, aNonce, aPlain, n%40, n ? aCipher : 0, n, aTag,
                       n ? aOpen : 0)==NV_WRONGKEY, "refused", (long)n);
    nSeal++;
  }
  checkFork(p);
  nv_seal_free(p);
  check(nv_hkdf(aKey, 32, aPlain, 16, aPlain, 9, aOut, 32)==NV_OK, "a key", 1);
  check(nv_hkdf(aKey, 32, 0, 0, 0, 0, aOut, 32)==NV_OK, "a key", 2);
  printf("%ld lengths sealed, opened and refused\n", nSeal);
}

int main(int argc, char **argv){
  char zPath[200];
  int nStep;
  long stride;
  if( argc!=4 ) return 64;
  nStep = atoi(argv[2]);
  stride = atol(argv[3]);
  snprintf(zPath, sizeof(zPath), "%s/checks.log", argv[1]);
  check(nv_vfs_register()==0, "the file system for SQLite", 0);
  checkSeals();
  checkFaults(zPath, nStep, stride);
  checkCuts(zPath, nStep, stride*307);
  checkDamage(zPath, nStep, stride*101);
  removeAll(zPath);
  sqlite3_shutdown();
  return 0;
}
