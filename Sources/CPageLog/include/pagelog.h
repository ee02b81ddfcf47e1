/*
** An append-only log of sealed pages.
**
**   frame   kind u8 | zero u8 x3 | length u32 | nonce 12 | ciphertext | tag 16
**   page    one SQLite page
**   commit  what changed, and the tag of the commit before: a chain
**   map     every page's place at one commit, so that a reader need not follow
**           the chain from the start
**
** The log begins at NV_LOG_START. What lies before it is none of its business,
** and it knows nothing of passphrases: it is handed one key, and what the
** header said about the last clean close.
**
** CRASHES. A transaction is its page frames, then one commit frame, then one
** fdatasync. What follows the last good commit is what a crash left behind;
** nv_log_open() ignores it, and cuts it off when it may write.
**
** DAMAGE is something else, and is never taken for a torn tail: a fault at or
** before the last clean close, or one that a later good commit follows.
**
** FAILURE. The call that fails says so; the transaction is gone and the log is
** at the last commit again. What the caller still writes is dropped until it
** calls nv_log_commit(), which ends the failed transaction and nothing more.
** After a failed fdatasync nothing may be written any more (NV_POISONED):
** which of its bytes reached the disk is not known.
**
** A log is used by one thread at a time.
*/
#ifndef NETVAULT_PAGELOG_H
#define NETVAULT_PAGELOG_H

#include "place.h"
#include "seal.h"

#pragma clang assume_nonnull begin

#define NV_LOG_START  16384
#define NV_ID_SIZE    16

#define NV_FRAME_HEAD 20                  /* kind, zeros, length, nonce */
#define NV_FRAME_MORE 36                  /* head and tag */

#define NV_KIND_PAGE   1
#define NV_KIND_COMMIT 2
#define NV_KIND_MAP    3

/* At this many seals under one key a vault asks to be re-keyed ... */
#define NV_SEALS_ASK    2147483648ull
/* ... and here it takes no more: NIST SP 800-38D, 8.3. */
#define NV_SEALS_REFUSE 4294967296ull

typedef struct nv_log nv_log;

/* A commit: its sequence and its tag. */
typedef struct nv_point {
  uint64_t sequence;
  unsigned char aTag[NV_TAG_SIZE];
} nv_point;

/* What a header says, and what a clean close writes into one. */
typedef struct nv_anchor {
  unsigned char aId[NV_ID_SIZE];          /* vault id */
  uint32_t szPage;                        /* 4096, 8192 or 16384 */
  nv_point base;                          /* the commit before the first */
  nv_point clean;                         /* last commit at the clean close */
  uint64_t iEnd;                          /* end of the log there */
  uint64_t iMap;                          /* newest map, or 0 */
  uint64_t mapSequence;                   /* of the commit it describes */
  unsigned char aMapTag[NV_TAG_SIZE];
  uint64_t nSeal;                         /* seals made with this key */
  int64_t iWhen;                          /* when the last commit was made */
} nv_anchor;

typedef struct nv_facts {
  uint32_t nPage;                         /* size of the database, in pages */
  uint32_t nLive;                         /* pages that have a frame */
  uint64_t nLiveByte;                     /* bytes of live frames and map */
  uint64_t nDeadByte;                     /* the rest of the log */
  uint64_t nChainByte;                    /* log after the newest map */
  uint64_t nTailByte;                     /* unfinished tail found on opening */
  int64_t iWhen;                          /* when the last commit was made, UTC */
} nv_facts;

#define NV_OPEN_READ    0
#define NV_OPEN_WRITE   1
#define NV_OPEN_SALVAGE 2                 /* read what can be read */

/*
** Opens the log in a place. The log owns the place from then on, whatever the
** result is not: on failure the caller still has it.
**
** NV_OK, NV_CUT, NV_DAMAGED, NV_ENGINE, NV_MEMORY, NV_MISUSE or a failure of
** the place. NV_OPEN_SALVAGE looks past a cut and past damage: it shows the
** last state that the frames still prove, and never writes.
*/
int nv_log_open(
  nv_place *pPlace,
  const unsigned char *aKey,              /* page key, NV_KEY_SIZE bytes */
  const nv_anchor *pAnchor,
  int eMode,
  nv_log *_Nullable *_Nonnull ppLog       /* OUT */
);

/* Closes the place too. What was not committed is gone. */
void nv_log_free(nv_log *_Nullable pLog);

/*
** Reads nByte bytes at iStart of page iPage (the first is 1). A page that no
** commit ever wrote is zeros, because the chain says so; bytes in the file
** never do. NV_DAMAGED, or a failure; aOut is zeros then.
*/
int nv_log_read(nv_log *pLog, uint32_t iPage, uint32_t iStart, uint32_t nByte,
                unsigned char *aOut);

/* Writes one whole page. */
int nv_log_write(nv_log *pLog, uint32_t iPage, const unsigned char *aData);

/* Sets the size of the database, in pages. */
int nv_log_resize(nv_log *pLog, uint32_t nPage);

/* Makes what was written durable, all of it or nothing. */
int nv_log_commit(nv_log *pLog);

/* Size of the database in pages, as the open transaction sees it. */
uint32_t nv_log_pages(const nv_log *pLog);

/*
** Prepares a clean close: appends a map if the chain since the last one is
** long, and fills *pAnchor for the header. Nothing may be uncommitted.
*/
int nv_log_settle(nv_log *pLog, nv_anchor *pAnchor);

/* Was anything committed since opening, or since the last nv_log_settle()? */
int nv_log_changed(const nv_log *pLog);

/*
** Writes every live page of pLog, resealed, then one commit and one map into
** pPlace, which is empty, and fills *pAnchor for its header. pPlace is not
** synced. pLog is untouched. The copy does not own pPlace until it has become
** pLog: nv_log_abandon() frees it without closing the place.
*/
int nv_log_copy(
  nv_log *pLog,
  nv_place *pPlace,
  const unsigned char *aKey,              /* NV_KEY_SIZE bytes */
  uint64_t nSeal,                         /* made with that key so far */
  nv_log *_Nullable *_Nonnull ppCopy,     /* OUT */
  nv_anchor *pAnchor                      /* OUT */
);

void nv_log_abandon(nv_log *_Nullable pCopy);

/* pLog becomes what pCopy is, and pCopy is freed. Its old place is closed. */
void nv_log_become(nv_log *pLog, nv_log *pCopy);

/* Reads and authenticates one page. NV_OK for a page without a frame. */
int nv_log_check(nv_log *pLog, uint32_t iPage);

/*
** Notes from now on which pages nv_log_read() authenticates, until the next
** commit. NV_OK, NV_MEMORY, or NV_MISUSE within a transaction.
*/
int nv_log_watch(nv_log *pLog);

/* Was the page authenticated since nv_log_watch(), and nothing committed? */
int nv_log_was_read(const nv_log *pLog, uint32_t iPage);

nv_facts nv_log_facts(const nv_log *pLog);
nv_point nv_log_last(const nv_log *pLog);
uint64_t nv_log_seals(const nv_log *pLog);
uint32_t nv_log_page_size(const nv_log *pLog);

/*
** Looks for a commit by sequence along the chain, from the start of the log.
** NV_OK and its tag; NV_MISSING if the log does not reach back to it.
*/
int nv_log_find(nv_log *pLog, uint64_t sequence, nv_point *pPoint);

/* What nv_log_rescue() found. */
typedef struct nv_rescue {
  uint32_t nDamaged;                      /* pages without a good frame */
  uint32_t nOlder;                        /* pages taken from an older frame */
  uint32_t nLostCommit;                   /* commits without their own frame */
  uint32_t nMissing;                      /* commits behind the end of the file */
} nv_rescue;

/*
** For a log that is damaged and was opened with NV_OPEN_SALVAGE: makes the
** table anew from every frame that still authenticates, also behind commits
** that do not. With bOlder, a page whose newest frame is damaged gets the newest
** one that is not; the pages are then of different times. Never writes.
*/
int nv_log_rescue(nv_log *pLog, int bOlder, nv_rescue *pOut);

/*
** Back to the last clean close: what was committed since is cut off the file,
** which is then as it was. For work of several commits that was not finished.
** No transaction may be open, and SQLite may know no page. NV_OK, NV_MISUSE,
** or a failure; the log is of no use then.
*/
int nv_log_back(nv_log *pLog);

/* True between the first write of a transaction and its end. */
int nv_log_in_transaction(const nv_log *pLog);

/* NV_OK if something may be written, or NV_POISONED or NV_READONLY. */
int nv_log_may_write(const nv_log *pLog);

/*
** Makes sure that what stands before the log is on the disk as it is read. To be
** called before one of the header copies is overwritten: the other one may have
** been written by a program that was killed before its sync, or whose sync failed,
** and a crash could then leave two torn copies. NV_OK at once when this log has
** synced anything.
*/
int nv_log_secure_head(nv_log *pLog);

/* Nothing may be written from now on: a sync outside of the log failed. */
void nv_log_poison(nv_log *pLog);

/* The result of the last call that failed, or NV_OK. */
int nv_log_failure(const nv_log *pLog);

nv_place *nv_log_place(const nv_log *pLog);

#pragma clang assume_nonnull end
#endif
