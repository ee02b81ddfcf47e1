/*
** What the programs of this folder share: a vault without passphrases, written
** by a small story through SQLite, and a table of calls that can fail.
**
** They run the C code where the Swift tests cannot follow it: under valgrind
** and under the address and undefined sanitizers. A fault that leaks a buffer
** or reads beside one is found here.
*/
#ifndef NETVAULT_CHECKS_H
#define NETVAULT_CHECKS_H

#include "pagelog.h"
#include "vfs.h"

#include <sqlite3.h>

/* ---- table.c: the system's calls, counted, one of which may fail. */

typedef struct faults {
  nv_files table;
  long nCall;                             /* calls so far */
  long iFail;                             /* this one fails; 0: none */
  int bFailed;                            /* it has */
} faults;

void faultsInit(faults *f, long iFail);

/* ---- story.c: one vault and its story. */

typedef struct vault {
  const char *zPath;
  const nv_files *files;
  nv_log *pLog;
  sqlite3 *db;
  char zLoan[NV_LOAN_SIZE];
} vault;

/* The steps that were acknowledged, and the one that was begun. */
typedef struct told {
  int done;
  int begun;
} told;

/* Makes an empty vault; opens one; eMode as of nv_log_open(). */
int vaultMake(vault *v, const nv_files *files, const char *zPath);
int vaultOpen(vault *v, const nv_files *files, const char *zPath, int eMode);

/* Closes the database and the log. With bSettle the close is a clean one. */
void vaultClose(vault *v, int bSettle);

/* The live pages go to a new file, which takes the old one's name. */
int vaultCompact(vault *v);

/* Does steps from+1 to to. 0, or the SQLite result of what failed. */
int vaultSteps(vault *v, int from, int to, told *t);

/*
** Reads everything and compares it with what the steps made. Returns how many
** steps are in it, -1 if something cannot be read, and ends the program when
** something that was read is not what was written.
*/
int vaultVerify(vault *v);

/* ---- the checks. Each prints one line. */

void check(int bHolds, const char *zWhat, long n);
void checkFaults(const char *zPath, int nStep, long stride);
void checkCuts(const char *zPath, int nStep, long stride);
void checkDamage(const char *zPath, int nStep, long stride);
void checkSeals(void);

#endif
