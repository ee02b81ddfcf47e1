/*
** The PRAGMAs that the VFS refuses: settings on which its promises rest.
**
** A refusal reaches the caller as SQLITE_ERROR with these words. A value that
** is the one in force is let through.
*/
#include "pragma.h"

#include <sqlite3.h>
#include <stdlib.h>

typedef struct rule {
  const char *zName;
  const char *azAllowed[5];               /* values that may be set */
  const char *zWhy;
} rule;

static const rule aRule[] = {
  { "journal_mode", { "memory" },
    "netvault: journal_mode must be MEMORY: a journal file would be plaintext" },
  { "synchronous", { "full", "2", "extra", "3" },
    "netvault: synchronous must be FULL: the sync is the commit" },
  { "locking_mode", { "exclusive" },
    "netvault: locking_mode must be EXCLUSIVE: the file is locked as a whole" },
  { "temp_store", { "memory", "2" },
    "netvault: temp_store must be MEMORY: a temporary file would be plaintext" },
  { "mmap_size", { "0" },
    "netvault: mmap_size must be 0: the file holds no plain pages" },
  { "auto_vacuum", { "incremental", "2" },
    "netvault: auto_vacuum must be INCREMENTAL" },
  { "temp_store_directory", { 0 },
    "netvault: nothing temporary is written" },
  { "data_store_directory", { 0 },
    "netvault: nothing is written beside the vault" },
};

/* Skips one pair of quotes, which SQLite has not taken off. */
static int isValue(const char *z, const char *zAllowed){
  const char q = z[0];
  size_t n = 0;
  if( q!='\'' && q!='"' ) return sqlite3_stricmp(z, zAllowed)==0;
  while( zAllowed[n] ) n++;
  return sqlite3_strnicmp(&z[1], zAllowed, (int)n)==0 && z[n+1]==q && z[n+2]==0;
}

const char *nvPragmaRefusal(
  const char *zName,
  const char *zValue,
  uint32_t szPage
){
  if( zValue==0 ) return 0;
  if( sqlite3_stricmp(zName, "page_size")==0 ){
    return strtoul(zValue, 0, 10)==szPage ? 0 :
        "netvault: page_size was chosen when the vault was made";
  }
  for(size_t i=0; i<sizeof(aRule)/sizeof(aRule[0]); i++){
    if( sqlite3_stricmp(zName, aRule[i].zName)!=0 ) continue;
    for(int j=0; j<5 && aRule[i].azAllowed[j]; j++){
      if( isValue(zValue, aRule[i].azAllowed[j]) ) return 0;
    }
    return aRule[i].zWhy;
  }
  return 0;
}
