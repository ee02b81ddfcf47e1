/*
** A place is one open, locked file. It knows bytes and offsets, no meaning.
**
** The lock is flock(2): exclusive to write, shared to read. It belongs to the
** open file, so no other descriptor of this process can lose it by closing
** (fcntl locks can). After it is acquired, the inode is compared with the
** path: a compaction may have put a new file there while we waited.
*/
#ifndef NETVAULT_PLACE_H
#define NETVAULT_PLACE_H

#include "files.h"

#pragma clang assume_nonnull begin

typedef struct nv_place nv_place;

#define NV_BLOCK 4096                     /* of a file system, or a part of one */

/*
** Opens and locks a file that exists. Waits up to msWait milliseconds for the
** lock; below 0 no lock is taken, which is enough to glance at a header.
** NV_OK, or: NV_MISSING, NV_DENIED, NV_READONLY, NV_NOTAFILE, NV_INUSE,
** NV_MEMORY, NV_IO. *pErrno gets the system's reason, or 0.
*/
int nv_place_open(
  const nv_files *pFiles,
  const char *zPath,
  int bWrite,                             /* true to write */
  int msWait,
  nv_place *_Nullable *_Nonnull ppPlace,  /* OUT: the place, or NULL */
  int *pErrno                             /* OUT */
);

/*
** Creates a file that must not exist, mode 0600, and locks it for writing.
** NV_EXISTS if it is there; otherwise as nv_place_open().
*/
int nv_place_create(
  const nv_files *pFiles,
  const char *zPath,
  nv_place *_Nullable *_Nonnull ppPlace,
  int *pErrno
);

/* Unlocks and closes. */
void nv_place_close(nv_place *_Nullable pPlace);

/* Closes, and removes the file. For a file that was never finished. */
void nv_place_discard(nv_place *_Nullable pPlace);

/*
** Reads up to n bytes at an offset. *pnGot is smaller than n only at the end
** of the file. What was not read is zeros.
*/
int nv_place_read(nv_place *pPlace, uint64_t iOfst, void *a, size_t n,
                  size_t *pnGot);

/* Writes all n bytes, or returns NV_NOSPC or NV_IO. */
int nv_place_write(nv_place *pPlace, uint64_t iOfst, const void *a, size_t n);

/*
** The same for whole blocks of NV_BLOCK bytes, past the system's cache where
** the file system can: a sync has less to do then. a, iOfst and n are multiples
** of NV_BLOCK.
*/
int nv_place_write_blocks(nv_place *pPlace, uint64_t iOfst, const void *a,
                          size_t n);

/*
** Begins to do that, and returns before it is done. The bytes stay as they are
** until the next call with this place, which waits for it. Where that call
** writes, reads or syncs, it returns the failure of this one, and does nothing.
*/
int nv_place_begin_write(nv_place *pPlace, uint64_t iOfst, const void *a,
                         size_t n);

/* Waits for what was begun, and returns how it went. */
int nv_place_wait(nv_place *pPlace);

/* Cuts the file to iSize bytes. */
int nv_place_cut(nv_place *pPlace, uint64_t iSize);

/*
** Asks for space ahead of the end, where no reader sees it. nv_place_cut() gives
** back what was not used. That it cannot be had is no failure of anything.
*/
int nv_place_reserve(nv_place *pPlace, uint64_t iOfst, uint64_t n);

/* fdatasync(2): enough for what was appended. */
int nv_place_datasync(nv_place *pPlace);

/* fsync(2). */
int nv_place_sync(nv_place *pPlace);

/* fsync(2) of the folder the file is in. */
int nv_place_sync_folder(nv_place *pPlace);

int nv_place_size(nv_place *pPlace, uint64_t *piSize);

/*
** Renames pNew over pOld's path. pNew then carries the path; pOld is still open
** and locked, without a name. The caller syncs the folder.
*/
int nv_place_replace(nv_place *pNew, nv_place *pOld);

/* True unless the path leads to this file for certain. */
int nv_place_moved(nv_place *pPlace);

/* Removes a file if it is there. For left-overs. */
int nv_place_remove(const nv_files *pFiles, const char *zPath, int *pErrno);

/* The path with symbolic links resolved. Lives as long as the place. */
const char *nv_place_path(const nv_place *pPlace);

/* errno of the last call that failed, or 0. */
int nv_place_errno(const nv_place *pPlace);

int nv_place_writable(const nv_place *pPlace);

const nv_files *nv_place_files(const nv_place *pPlace);

#pragma clang assume_nonnull end
#endif
