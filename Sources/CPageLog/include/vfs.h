/*
** The SQLite VFS "netvault": the main database of a connection is a page log.
**
** A log is lent under a random id, and SQLite is told the id in a URI; the key
** is never part of it:
**
**     file:vault?vfs=netvault&log=4f0c...
**
** What SQLite must be told (and what the VFS refuses to be told otherwise):
** journal_mode=MEMORY, synchronous=FULL, locking_mode=EXCLUSIVE,
** temp_store=MEMORY, mmap_size=0, auto_vacuum=INCREMENTAL, and the log's page
** size. Nothing but the main database can be opened: a journal, a WAL or a
** temporary file is SQLITE_CANTOPEN, so plaintext cannot reach a disk.
**
** xSync of the main file is the commit. With journal_mode=MEMORY and
** synchronous=FULL SQLite calls it once a transaction, after the last page.
** What it cuts off at the end of a transaction comes after that sync, and is a
** commit of its own.
**
** After a failure SQLite plays its journal back and syncs, in exclusive mode at
** the next BEGIN: the log drops those writes, because it is at the last commit
** already (see pagelog.h).
**
** A page that does not authenticate is SQLITE_IOERR_DATA.
*/
#ifndef NETVAULT_VFS_H
#define NETVAULT_VFS_H

#include "pagelog.h"

#pragma clang assume_nonnull begin

#define NV_VFS_NAME "netvault"
#define NV_LOAN_SIZE 33                   /* 32 hexadecimal digits and a zero */

/* Registers the VFS, once a process. 0, or an SQLite result code. */
int nv_vfs_register(void);

/*
** Lends a log to one connection at a time. zLoan gets its id. NV_OK, NV_MEMORY
** or NV_ENGINE.
*/
int nv_vfs_lend(nv_log *pLog, char *zLoan /* OUT: NV_LOAN_SIZE bytes */);

/* Takes it back. NV_INUSE while a connection is open on it. */
int nv_vfs_take_back(nv_log *pLog);

/* Is a connection open on it? */
int nv_vfs_is_connected(nv_log *pLog);

#pragma clang assume_nonnull end
#endif
