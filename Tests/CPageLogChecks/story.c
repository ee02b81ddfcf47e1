/*
** One vault and its story. Where a real vault has its header, this one has two
** copies of what the log's anchor says; the newer whole one counts.
*/
#include "checks.h"
#include "bytes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_STEPS 400

static const unsigned char aKey[NV_KEY_SIZE] = { 7, 1, 2, 3 };

typedef struct copy {
  uint64_t sequence;
  nv_anchor anchor;
  uint64_t sum;
} copy;

static uint64_t sumOf(const copy *c){
  const unsigned char *a = (const unsigned char*)c;
  uint64_t sum = 14695981039346656037ull;
  for(size_t i=0; i<offsetof(copy, sum); i++) sum = (sum^a[i])*1099511628211ull;
  return sum;
}

static int readAnchor(nv_place *place, copy *pNewest){
  int bFound = 0;
  memset(pNewest, 0, sizeof(*pNewest));
  for(int i=0; i<2; i++){
    copy c;
    size_t nGot = 0;
    int rc = nv_place_read(place, (uint64_t)i*NV_LOG_START/2, &c, sizeof(c),
                           &nGot);
    if( rc!=NV_OK ) return rc;
    if( c.sum!=sumOf(&c) || c.sequence==0 ) continue;
    if( c.sequence>pNewest->sequence ) *pNewest = c;
    bFound = 1;
  }
  return bFound ? NV_OK : NV_DAMAGED;
}

/* Over the older copy, with the next sequence. */
static int writeAnchor(nv_place *place, const nv_anchor *pAnchor){
  copy c;
  int rc = readAnchor(place, &c);
  const uint64_t next = c.sequence + 1;
  if( rc!=NV_OK && rc!=NV_DAMAGED ) return rc;
  memset(&c, 0, sizeof(c));
  c.sequence = next;
  memcpy(&c.anchor, pAnchor, sizeof(c.anchor));
  c.sum = sumOf(&c);
  rc = nv_place_write(place, (next&1)*NV_LOG_START/2, &c, sizeof(c));
  return rc==NV_OK ? nv_place_datasync(place) : rc;
}

static int run(vault *v, const char *zSql){
  return sqlite3_exec(v->db, zSql, 0, 0, 0);
}

/* The settings of Sources/Sealing/DatabaseSettings.swift. */
static int openDatabase(vault *v, int eMode){
  char zUri[80];
  int rc = nv_vfs_lend(v->pLog, v->zLoan);
  if( rc!=NV_OK ) return rc;
  snprintf(zUri, sizeof(zUri), "file:vault?vfs=netvault&log=%s", v->zLoan);
  rc = sqlite3_open_v2(zUri, &v->db, SQLITE_OPEN_URI |
      (eMode==NV_OPEN_WRITE ? SQLITE_OPEN_READWRITE|SQLITE_OPEN_CREATE
                            : SQLITE_OPEN_READONLY), 0);
  if( rc!=SQLITE_OK ) return rc;
  rc = run(v, "PRAGMA page_size=4096; PRAGMA locking_mode=EXCLUSIVE;"
              "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=FULL;"
              "PRAGMA temp_store=MEMORY; PRAGMA cache_size=20");
  if( rc==SQLITE_OK && nv_log_pages(v->pLog)==0 ){
    rc = run(v, "PRAGMA auto_vacuum=INCREMENTAL");
  }
  return rc;
}

int vaultMake(vault *v, const nv_files *files, const char *zPath){
  nv_place *place = 0;
  nv_anchor anchor;
  int why = 0;
  int rc;

  memset(v, 0, sizeof(*v));
  v->zPath = zPath;
  v->files = files;
  memset(&anchor, 0, sizeof(anchor));
  memset(anchor.aId, 9, sizeof(anchor.aId));
  anchor.szPage = 4096;
  anchor.iEnd = NV_LOG_START;
  rc = nv_place_create(files, zPath, &place, &why);
  if( rc!=NV_OK ) return rc;
  rc = nv_place_write(place, NV_LOG_START-1, "", 1);
  for(int i=0; i<2 && rc==NV_OK; i++) rc = writeAnchor(place, &anchor);
  if( rc==NV_OK ) rc = nv_place_sync_folder(place);
  if( rc==NV_OK ) rc = nv_log_open(place, aKey, &anchor, NV_OPEN_WRITE, &v->pLog);
  if( rc!=NV_OK ){ nv_place_close(place); return rc; }
  rc = openDatabase(v, NV_OPEN_WRITE);
  if( rc==0 ){
    rc = run(v, "BEGIN; CREATE TABLE state(k); INSERT INTO state VALUES(0);"
                "CREATE TABLE note(id INTEGER PRIMARY KEY, text, UNIQUE(text));"
                "CREATE VIRTUAL TABLE search USING fts5(words); COMMIT");
  }
  return rc;
}

int vaultOpen(vault *v, const nv_files *files, const char *zPath, int eMode){
  nv_place *place = 0;
  copy c;
  int why = 0;
  int rc;

  memset(v, 0, sizeof(*v));
  v->zPath = zPath;
  v->files = files;
  rc = nv_place_open(files, zPath, eMode==NV_OPEN_WRITE, 0, &place, &why);
  if( rc!=NV_OK ) return rc;
  rc = readAnchor(place, &c);
  if( rc==NV_OK ) rc = nv_log_open(place, aKey, &c.anchor, eMode, &v->pLog);
  if( rc!=NV_OK ){ nv_place_close(place); return rc; }
  return openDatabase(v, eMode);
}

void vaultClose(vault *v, int bSettle){
  nv_anchor anchor;
  sqlite3_close(v->db);
  v->db = 0;
  if( v->pLog==0 ) return;
  nv_vfs_take_back(v->pLog);
  if( bSettle && nv_log_changed(v->pLog)
   && nv_log_settle(v->pLog, &anchor)==NV_OK ){
    writeAnchor(nv_log_place(v->pLog), &anchor);
  }
  nv_log_free(v->pLog);
  v->pLog = 0;
}

int vaultCompact(vault *v){
  char zNew[300];
  nv_place *place = 0;
  nv_log *pCopy = 0;
  nv_anchor anchor;
  int why = 0;
  int rc;

  snprintf(zNew, sizeof(zNew), "%s.compacting", v->zPath);
  rc = nv_place_remove(v->files, zNew, &why);
  if( rc!=NV_OK ) return rc;
  rc = nv_place_create(v->files, zNew, &place, &why);
  if( rc!=NV_OK ) return rc;
  rc = nv_log_copy(v->pLog, place, aKey, nv_log_seals(v->pLog), &pCopy, &anchor);
  for(int i=0; i<2 && rc==NV_OK; i++) rc = writeAnchor(place, &anchor);
  if( rc==NV_OK ) rc = nv_place_sync(place);
  if( rc==NV_OK ) rc = nv_place_replace(place, nv_log_place(v->pLog));
  if( rc!=NV_OK ){
    nv_log_abandon(pCopy);
    nv_place_discard(place);
    return rc;
  }
  nv_log_become(v->pLog, pCopy);
  if( nv_place_sync_folder(nv_log_place(v->pLog))!=NV_OK ){
    nv_log_poison(v->pLog);
    return NV_POISONED;
  }
  return NV_OK;
}

/* The length of what step k writes: some of it needs overflow pages. */
static int lengthOf(int k){ return 20 + (k*2237)%9000; }

/* After k steps: the length of note id, or 0 when it is not there. */
static int noteAfter(int id, int k){
  if( id>k ) return 0;
  if( k>=id+3 && (id+3)%5==0 ) return 0;
  return lengthOf(k>=id+1 && (id+1)%7==0 ? id+500 : id);
}

/* Text that nobody else writes: the id, and letters from it. */
static char *textOf(int id, int n){
  char *z = sqlite3_malloc(n+1);
  if( z==0 ) return 0;
  for(int i=0; i<n; i++) z[i] = (char)('a' + (id*31 + n + i*i)%26);
  snprintf(z, 12, "%010d", id);
  z[10] = ' ';
  z[n] = 0;
  return z;
}

static int bindText(vault *v, const char *zSql, int id, int n){
  sqlite3_stmt *pStmt = 0;
  char *z = textOf(id, n);
  int rc = z ? sqlite3_prepare_v2(v->db, zSql, -1, &pStmt, 0) : SQLITE_NOMEM;
  if( rc==SQLITE_OK ){
    sqlite3_bind_int(pStmt, 1, id);
    sqlite3_bind_text(pStmt, 2, z, n, SQLITE_TRANSIENT);
    sqlite3_step(pStmt);
    rc = sqlite3_finalize(pStmt);
  }
  sqlite3_free(z);
  return rc;
}

static int step(vault *v, int k){
  char zSql[200];
  int rc = run(v, "BEGIN");
  if( rc==SQLITE_OK ){
    rc = bindText(v, "INSERT INTO note VALUES(?1, ?2)", k, lengthOf(k));
  }
  if( rc==SQLITE_OK ){
    rc = bindText(v, "INSERT INTO search(rowid, words) VALUES(?1, ?2)", k, 60);
  }
  if( rc==SQLITE_OK && k%7==0 && k>1 ){
    rc = bindText(v, "UPDATE note SET text=?2 WHERE id=?1", k-1, lengthOf(k-1+500));
  }
  if( rc==SQLITE_OK && k%5==0 && k>3 ){
    snprintf(zSql, sizeof(zSql), "DELETE FROM note WHERE id=%d", k-3);
    rc = run(v, zSql);
  }
  /* Something that is taken back within the transaction. */
  if( rc==SQLITE_OK ){
    snprintf(zSql, sizeof(zSql), "SAVEPOINT s; DELETE FROM note WHERE id>%d;"
             "ROLLBACK TO s; RELEASE s", k-3);
    rc = run(v, zSql);
  }
  snprintf(zSql, sizeof(zSql), "UPDATE state SET k=%d; COMMIT", k);
  if( rc==SQLITE_OK ) rc = run(v, zSql);
  if( rc!=SQLITE_OK && !sqlite3_get_autocommit(v->db) ) run(v, "ROLLBACK");
  return rc;
}

int vaultSteps(vault *v, int from, int to, told *t){
  int rc = SQLITE_OK;
  for(int k=from+1; k<=to && rc==SQLITE_OK; k++){
    t->begun = k;
    rc = step(v, k);
    if( rc==SQLITE_OK ) t->done = k;
    /* A transaction that the database's own rules refuse changes nothing. */
    if( rc==SQLITE_OK && k%6==0 ){
      char zSql[160];
      snprintf(zSql, sizeof(zSql), "BEGIN; DELETE FROM state;"
          "INSERT INTO note SELECT %d, text FROM note LIMIT 2; COMMIT", k+1000);
      if( run(v, zSql)==SQLITE_OK ) check(0, "a refused transaction", k);
      if( !sqlite3_get_autocommit(v->db) ) run(v, "ROLLBACK");
    }
    if( rc==SQLITE_OK && k%9==0 ) rc = run(v, "PRAGMA incremental_vacuum(2)");
    if( rc==SQLITE_OK && k%23==0 ) rc = run(v, "VACUUM");
  }
  return rc;
}

static int number(vault *v, const char *zSql){
  sqlite3_stmt *pStmt = 0;
  int n = -1;
  if( sqlite3_prepare_v2(v->db, zSql, -1, &pStmt, 0)==SQLITE_OK
   && sqlite3_step(pStmt)==SQLITE_ROW ){
    n = sqlite3_column_int(pStmt, 0);
  }
  if( sqlite3_finalize(pStmt)!=SQLITE_OK ) n = -1;
  return n;
}

int vaultVerify(vault *v){
  sqlite3_stmt *pStmt = 0;
  const int k = number(v, "SELECT k FROM state");
  int nWanted = 0, nFound = 0, bSound = 0;

  if( k<0 ) return -1;
  check(k<MOST_STEPS, "a step that there is", k);
  if( sqlite3_prepare_v2(v->db, "SELECT id, text FROM note", -1, &pStmt, 0)
      !=SQLITE_OK ) return -1;
  while( sqlite3_step(pStmt)==SQLITE_ROW ){
    const int id = sqlite3_column_int(pStmt, 0);
    const int n = noteAfter(id, k);
    char *z = textOf(id, n);
    const char *zFound = (const char*)sqlite3_column_text(pStmt, 1);
    check(z==0 || (n>0 && zFound!=0 && strcmp(z, zFound)==0), "a note", id);
    sqlite3_free(z);
    nFound++;
  }
  if( sqlite3_finalize(pStmt)!=SQLITE_OK ) return -1;
  for(int id=1; id<=k; id++) nWanted += noteAfter(id, k)>0;
  check(nFound==nWanted, "how many notes", nFound);

  if( sqlite3_prepare_v2(v->db, "PRAGMA integrity_check", -1, &pStmt, 0)
      !=SQLITE_OK ) return -1;
  if( sqlite3_step(pStmt)==SQLITE_ROW ){
    const char *z = (const char*)sqlite3_column_text(pStmt, 0);
    bSound = z!=0 && strcmp(z, "ok")==0;
  }
  if( sqlite3_finalize(pStmt)!=SQLITE_OK ) return -1;
  return bSound ? k : -1;
}
