/*
** What the files of the page log share, and nobody else sees.
*/
#ifndef NETVAULT_INSIDE_H
#define NETVAULT_INSIDE_H

#include "bytes.h"
#include "pagelog.h"

#pragma clang assume_nonnull begin

#define NV_BUFFER      (1<<20)            /* frames gathered before a write */
#define NV_AHEAD       (128<<10)          /* read at once in a scan */

#define NV_COMMIT_HEAD 40                 /* plaintext before the entries */
#define NV_COMMIT_ITEM 28
#define NV_MAP_HEAD    32
#define NV_MAP_ITEM    24
#define NV_PAGE_MOST   0xfffffffeu        /* sqlite.org/limits.html, 14 */

/* Where a page's frame is. iOfst 0: no frame, the page is zeros. */
typedef struct nv_entry {
  uint64_t iOfst;
  unsigned char aTag[NV_TAG_SIZE];
} nv_entry;

/* An entry of a commit. iPage 0: taken back within the transaction. */
typedef struct nv_named {
  uint32_t iPage;
  nv_entry at;
} nv_named;

struct nv_log {
  nv_place *place;
  const nv_files *files;
  nv_seal *_Nullable seal;
  unsigned char aId[NV_ID_SIZE];
  uint32_t szPage;
  uint32_t szFrame;
  int bWrite;

  /* As of the last commit. */
  nv_entry *_Nullable aEntry;             /* page n is aEntry[n-1] */
  uint32_t nPage;
  uint32_t nLive;                         /* entries with a frame */
  nv_point last;
  int64_t iWhen;                          /* of the last commit; 0: not known */
  int64_t iWhenNext;                      /* of the commit being written */
  uint64_t iEnd;                          /* where the next frame goes */

  /* As of the last clean close. */
  nv_anchor anchor;
  uint64_t nMapByte;                      /* length of the newest map frame */
  uint64_t iChain;                        /* the chain after the map starts */
  int bChanged;

  /* The open transaction. */
  nv_named *_Nullable aPend;
  uint32_t nPend, nPendRoom;
  uint32_t *_Nullable aPendOf;            /* page n: index+1 into aPend, or 0 */
  uint32_t nRoom;                         /* of aEntry and of aPendOf */
  uint32_t nPagePend;                     /* size of the database in it */
  uint32_t nFloor;                        /* entries above it are cut away */
  int bDirty;
  int failed;                             /* result of its first failure */

  /* Frames not yet written: aBuf[0] belongs at file offset iBuf. */
  unsigned char *_Nullable aBuf;          /* at a multiple of NV_BLOCK */
  unsigned char *_Nullable aBufOther;     /* the one that is being written */
  void *_Nullable pBufMem;                /* what it was allocated as */
  uint32_t nBuf;
  uint64_t iBuf;

  /* Space asked for ahead of the end. */
  uint64_t iReserved;                     /* up to here; 0 for none */
  uint32_t nCommit;                       /* commits since opening */
  int bNoReserve;                         /* it was asked for in vain */

  /* Frames read ahead. */
  unsigned char *_Nullable aRead;
  uint64_t iRead;
  uint32_t nRead;
  uint64_t iNext;                         /* end of the last frame read */
  unsigned char *_Nullable aOnePage;      /* for reads of a part of a page */

  /* Pages that were read since nv_log_watch(), a bit each. */
  unsigned char *_Nullable aSeen;
  uint32_t nSeen;                         /* pages that it knows */

  uint64_t nSeal;
  uint64_t nTail;                         /* bytes after the last good commit */
  int bHeadSure;                          /* what is before the log is synced */
  int poisoned;
  int failure;
};

/* An empty log on a place. NV_OK, NV_MEMORY, NV_ENGINE or NV_MISUSE. */
int nvNew(nv_place *place, const unsigned char *aKey, const nv_anchor *pAnchor,
          int bWrite, nv_log *_Nullable *_Nonnull ppLog);

/* Frees all but the place. */
void nvFree(nv_log *_Nullable p);

/* Makes room for page nPage in both tables. */
int nvGrow(nv_log *p, uint32_t nPage);

/* Remembers a failure for nv_log_failure(), and returns it. */
static inline int nvFail(nv_log *p, int rc){
  if( rc!=NV_OK ) p->failure = rc;
  return rc;
}

/* Additional data of a frame: id, kind, length, page number or sequence. */
#define NV_AAD_SIZE 29
void nvAad(const nv_log *p, unsigned char *aAad, int kind, uint32_t n,
           uint64_t number);

/*
** Seals one frame, of a page, and appends it through the buffer. *piOfst and aTag
** say where it will be and how it is named.
*/
int nvAppend(nv_log *p, int kind, uint64_t number, const unsigned char *aPlain,
             uint32_t n, uint64_t *piOfst, unsigned char *aTag);

/*
** The same for a frame of any length whose plaintext stands in aFrame, behind
** NV_FRAME_HEAD bytes and before NV_TAG_SIZE: it is sealed where it is.
*/
int nvAppendFrame(nv_log *p, int kind, uint64_t number, unsigned char *aFrame,
                  uint32_t n, uint64_t *piOfst, unsigned char *aTag);

/* Seals a page again into a frame that is still in the buffer. */
int nvReplace(nv_log *p, uint64_t iOfst, uint64_t number,
              const unsigned char *aPlain, unsigned char *aTag);

/* Writes the buffer out. */
int nvFlush(nv_log *p);

/* Gives back what was reserved. The file ends at the last commit. */
void nvGiveBack(nv_log *p);

/* Ends a transaction that failed. There is nothing of it left. */
void nvEndFailed(nv_log *p);

/* Drops everything after the last commit, in memory and on disk. */
int nvCut(nv_log *p);

/*
** Reads and opens a commit or map frame of length n at iOfst. *paPlain is the
** caller's to free. NV_WRONGKEY if it does not authenticate; aTag gets its tag.
*/
int nvReadFrame(nv_log *p, int kind, uint64_t number, uint64_t iOfst,
                uint32_t n, unsigned char *_Nullable *_Nonnull paPlain,
                unsigned char *aTag);

/* Reads and opens a page frame. aOut is zeros unless NV_OK. */
int nvReadPage(nv_log *p, uint32_t iPage, const nv_entry *pAt,
               unsigned char *aOut);

/* Applies a commit to the table. Room for nPage has been made. */
void nvApply(nv_log *p, uint32_t nPage, uint32_t nFloor, const nv_named *aItem,
             uint32_t nItem);

/* Appends a commit frame for aItem and flushes. Does not sync. */
int nvAppendCommit(nv_log *p, uint32_t nPage, const nv_named *aItem,
                   uint32_t nItem, nv_point *pPoint);

/* Appends a page map and flushes; the new map becomes p->anchor's. */
int nvAppendMap(nv_log *p);

/* Fills the table from the newest map that the anchor names. */
int nvLoadMap(nv_log *p);

/*
** Follows the chain from p->iChain to the last good commit. *piDoubt gets where
** that commit's transaction begins if no clean close is known that came after
** it, else 0: whether its sync finished is not known.
*/
int nvFollow(nv_log *p, int eMode, uint64_t *piDoubt);

/* Writes the bytes in [iFrom, iTo) once more, as they are. */
int nvRewrite(nv_log *p, uint64_t iFrom, uint64_t iTo);

#pragma clang assume_nonnull end
#endif
