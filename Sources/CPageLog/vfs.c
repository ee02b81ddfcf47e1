/*
** The SQLite VFS on a page log: see vfs.h.
**
** io_methods version 1 on purpose: without xShm and xFetch SQLite itself
** refuses shared WAL and memory maps.
*/
#include "vfs.h"
#include "bytes.h"
#include "pragma.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A log that SQLite may open. */
typedef struct loan {
  struct loan *pNext;
  nv_log *pLog;
  char zId[NV_LOAN_SIZE];
  int bConnected;
} loan;

static loan *pLoans = 0;                  /* guarded by loansLock */
static pthread_mutex_t loansLock = PTHREAD_MUTEX_INITIALIZER;

/* An open main database. */
typedef struct nv_file {
  sqlite3_file base;
  nv_log *pLog;
} nv_file;

static nv_log *logOf(sqlite3_file *pFile){ return ((nv_file*)pFile)->pLog; }

/* What SQLite is told. Only FULL and IOERR make its pager give up for good. */
static int codeOf(int rc, int otherwise){
  switch( rc ){
    case NV_OK:       return SQLITE_OK;
    case NV_NOSPC:    return SQLITE_FULL;
    case NV_DAMAGED:
    case NV_CUT:      return SQLITE_IOERR_DATA;
    case NV_MEMORY:   return SQLITE_IOERR_NOMEM;
    case NV_READONLY: return SQLITE_READONLY;
    case NV_POISONED: return SQLITE_IOERR_FSYNC;
    default:          return otherwise;
  }
}

static int fileClose(sqlite3_file *pFile){
  pthread_mutex_lock(&loansLock);
  for(loan *p=pLoans; p; p=p->pNext){
    if( p->pLog==logOf(pFile) ) p->bConnected = 0;
  }
  pthread_mutex_unlock(&loansLock);
  return SQLITE_OK;
}

static int fileRead(sqlite3_file *pFile, void *a, int n, sqlite3_int64 iOfst){
  nv_log *p = logOf(pFile);
  const uint32_t sz = nv_log_page_size(p);
  const uint64_t iPage = (uint64_t)iOfst/sz + 1;

  if( n<0 || iOfst<0 ) return SQLITE_IOERR_READ;
  if( iPage>nv_log_pages(p) ){
    memset(a, 0, (size_t)n);
    return SQLITE_IOERR_SHORT_READ;
  }
  return codeOf(nv_log_read(p, (uint32_t)iPage, (uint32_t)((uint64_t)iOfst%sz),
                            (uint32_t)n, a), SQLITE_IOERR_READ);
}

static int fileWrite(
  sqlite3_file *pFile,
  const void *a,
  int n,
  sqlite3_int64 iOfst
){
  nv_log *p = logOf(pFile);
  const uint32_t sz = nv_log_page_size(p);

  /* One whole page at its place, or nothing. */
  if( n<0 || (uint32_t)n!=sz || iOfst<0 || (uint64_t)iOfst%sz!=0
   || (uint64_t)iOfst/sz>=UINT32_MAX-1 ){
    return SQLITE_IOERR_WRITE;
  }
  return codeOf(nv_log_write(p, (uint32_t)((uint64_t)iOfst/sz)+1, a),
                SQLITE_IOERR_WRITE);
}

static int fileTruncate(sqlite3_file *pFile, sqlite3_int64 n){
  nv_log *p = logOf(pFile);
  const uint32_t sz = nv_log_page_size(p);
  if( n<0 || (uint64_t)n%sz!=0 || (uint64_t)n/sz>=UINT32_MAX ){
    return SQLITE_IOERR_TRUNCATE;
  }
  return codeOf(nv_log_resize(p, (uint32_t)((uint64_t)n/sz)),
                SQLITE_IOERR_TRUNCATE);
}

static int fileSync(sqlite3_file *pFile, int flags){
  (void)flags;
  return codeOf(nv_log_commit(logOf(pFile)), SQLITE_IOERR_FSYNC);
}

static int fileSize(sqlite3_file *pFile, sqlite3_int64 *pn){
  nv_log *p = logOf(pFile);
  *pn = (sqlite3_int64)nv_log_pages(p)*nv_log_page_size(p);
  return SQLITE_OK;
}

/* One connection holds the log, and the log holds the file's lock. */
static int fileLock(sqlite3_file *pFile, int eLock){
  (void)pFile; (void)eLock;
  return SQLITE_OK;
}

static int fileCheckReservedLock(sqlite3_file *pFile, int *pResult){
  (void)pFile;
  *pResult = 0;
  return SQLITE_OK;
}

static int fileControl(sqlite3_file *pFile, int op, void *pArg){
  nv_log *p = logOf(pFile);
  switch( op ){
    case SQLITE_FCNTL_PRAGMA: {
      char **azArg = pArg;
      const char *zWhy = nvPragmaRefusal(azArg[1], azArg[2],
                                         nv_log_page_size(p));
      if( zWhy==0 ) return SQLITE_NOTFOUND;
      azArg[0] = sqlite3_mprintf("%s", zWhy);
      return SQLITE_ERROR;
    }
    case SQLITE_FCNTL_COMMIT_PHASETWO:
      /* A database that got smaller is cut only now, after the sync, when the
      ** transaction stands. That the log does not get smaller is no failure of
      ** it: the second call ends the attempt. */
      if( nv_log_in_transaction(p) && nv_log_commit(p)!=NV_OK ) nv_log_commit(p);
      return SQLITE_OK;
    case SQLITE_FCNTL_HAS_MOVED:
      *(int*)pArg = nv_place_moved(nv_log_place(p));
      return SQLITE_OK;
    case SQLITE_FCNTL_VFSNAME:
      *(char**)pArg = sqlite3_mprintf("%s", NV_VFS_NAME);
      return SQLITE_OK;
    default:
      return SQLITE_NOTFOUND;
  }
}

static int fileSectorSize(sqlite3_file *pFile){
  (void)pFile;
  return 512;
}

/* Nothing is promised that would make SQLite leave out a journal or a sync. */
static int fileCharacteristics(sqlite3_file *pFile){
  (void)pFile;
  return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = fileClose,
  .xRead = fileRead,
  .xWrite = fileWrite,
  .xTruncate = fileTruncate,
  .xSync = fileSync,
  .xFileSize = fileSize,
  .xLock = fileLock,
  .xUnlock = fileLock,
  .xCheckReservedLock = fileCheckReservedLock,
  .xFileControl = fileControl,
  .xSectorSize = fileSectorSize,
  .xDeviceCharacteristics = fileCharacteristics,
};

static int vfsOpen(
  sqlite3_vfs *pVfs,
  const char *zName,
  sqlite3_file *pFile,
  int flags,
  int *pOutFlags
){
  nv_file *pOpen = (nv_file*)pFile;
  const char *zId = 0;
  int rc = SQLITE_CANTOPEN;

  (void)pVfs;
  pOpen->base.pMethods = 0;
  /* Journals, WALs and temporary files: they would be plaintext. */
  if( zName==0 || (flags & SQLITE_OPEN_MAIN_DB)==0 ) return SQLITE_CANTOPEN;
  zId = sqlite3_uri_parameter(zName, "log");
  if( zId==0 ) return SQLITE_CANTOPEN;
  pthread_mutex_lock(&loansLock);
  for(loan *p=pLoans; p; p=p->pNext){
    if( strcmp(p->zId, zId)!=0 ) continue;
    if( p->bConnected ){ rc = SQLITE_BUSY; break; }
    p->bConnected = 1;
    pOpen->base.pMethods = &methods;
    pOpen->pLog = p->pLog;
    rc = SQLITE_OK;
    break;
  }
  pthread_mutex_unlock(&loansLock);
  if( rc==SQLITE_OK && pOutFlags ){
    *pOutFlags = flags;
    if( !nv_place_writable(nv_log_place(pOpen->pLog)) ){
      *pOutFlags = (flags & ~SQLITE_OPEN_READWRITE) | SQLITE_OPEN_READONLY;
    }
  }
  return rc;
}

/* Nothing beside the vault exists, so there is nothing to delete ... */
static int vfsDelete(sqlite3_vfs *pVfs, const char *zName, int bSync){
  (void)pVfs; (void)zName; (void)bSync;
  return SQLITE_IOERR_DELETE_NOENT;
}

/* ... and nothing to find. */
static int vfsAccess(sqlite3_vfs *pVfs, const char *zName, int f, int *pResult){
  (void)pVfs; (void)zName; (void)f;
  *pResult = 0;
  return SQLITE_OK;
}

static int vfsFullPathname(
  sqlite3_vfs *pVfs,
  const char *zName,
  int nOut,
  char *zOut
){
  (void)pVfs;
  sqlite3_snprintf(nOut, zOut, "%s", zName);
  return SQLITE_OK;
}

/* No library is loaded into a process that has a vault open. */
static void *vfsDlOpen(sqlite3_vfs *pVfs, const char *zPath){
  (void)pVfs; (void)zPath;
  return 0;
}

static void vfsDlError(sqlite3_vfs *pVfs, int nByte, char *zMsg){
  (void)pVfs;
  sqlite3_snprintf(nByte, zMsg, "netvault: no extensions");
}

int nv_vfs_register(void){
  static sqlite3_vfs vfs;
  sqlite3_vfs *pReal;
  int rc = SQLITE_OK;

  pthread_mutex_lock(&loansLock);
  if( vfs.zName==0 ){
    pReal = sqlite3_vfs_find(0);
    if( pReal==0 ){
      rc = SQLITE_ERROR;
    }else{
      /* Time, sleep and randomness are the system's; files are ours. */
      vfs = *pReal;
      vfs.pNext = 0;
      vfs.iVersion = 2;
      vfs.szOsFile = sizeof(nv_file);
      vfs.zName = NV_VFS_NAME;
      vfs.xOpen = vfsOpen;
      vfs.xDelete = vfsDelete;
      vfs.xAccess = vfsAccess;
      vfs.xFullPathname = vfsFullPathname;
      vfs.xDlOpen = vfsDlOpen;
      vfs.xDlError = vfsDlError;
      vfs.xDlSym = 0;
      vfs.xDlClose = 0;
      rc = sqlite3_vfs_register(&vfs, 0);
      if( rc!=SQLITE_OK ) vfs.zName = 0;
    }
  }
  pthread_mutex_unlock(&loansLock);
  return rc;
}

int nv_vfs_lend(nv_log *pLog, char *zLoan){
  const nv_files *f = nv_place_files(nv_log_place(pLog));
  unsigned char aId[(NV_LOAN_SIZE-1)/2];
  loan *p;

  if( f->xRandom(f->pCtx, aId, sizeof(aId))!=0 ) return NV_ENGINE;
  p = f->xAlloc(f->pCtx, sizeof(*p));
  if( p==0 ) return NV_MEMORY;
  memset(p, 0, sizeof(*p));
  p->pLog = pLog;
  for(size_t i=0; i<sizeof(aId); i++){
    snprintf(&p->zId[2*i], 3, "%02x", aId[i]);
  }
  memcpy(zLoan, p->zId, NV_LOAN_SIZE);
  pthread_mutex_lock(&loansLock);
  p->pNext = pLoans;
  pLoans = p;
  pthread_mutex_unlock(&loansLock);
  return NV_OK;
}

int nv_vfs_take_back(nv_log *pLog){
  loan **pp = &pLoans;
  int rc = NV_OK;

  pthread_mutex_lock(&loansLock);
  while( *pp && (*pp)->pLog!=pLog ) pp = &(*pp)->pNext;
  if( *pp ){
    loan *p = *pp;
    if( p->bConnected ){
      rc = NV_INUSE;
    }else{
      *pp = p->pNext;
      free(p);
    }
  }
  pthread_mutex_unlock(&loansLock);
  return rc;
}

int nv_vfs_is_connected(nv_log *pLog){
  int b = 0;
  pthread_mutex_lock(&loansLock);
  for(loan *p=pLoans; p; p=p->pNext){
    if( p->pLog==pLog ) b = p->bConnected;
  }
  pthread_mutex_unlock(&loansLock);
  return b;
}
