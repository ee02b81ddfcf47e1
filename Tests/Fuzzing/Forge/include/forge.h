/*
** Makes vaults of a fuzzer's bytes, in memory.
**
** A mutation of a sealed file is refused by its seal and goes no deeper. So the
** bytes say what is sealed: frames and headers are forged with the right key
** around contents that no honest program would write.
*/
#ifndef NETVAULT_FORGE_H
#define NETVAULT_FORGE_H

#include "files.h"

#pragma clang assume_nonnull begin

/* One file in memory, under every name. */
typedef struct forge_memory forge_memory;

forge_memory *forge_memory_new(void);
void forge_memory_free(forge_memory *p);
void forge_memory_set(forge_memory *p, const unsigned char *a, size_t n);

/* A table of calls that reach this file and nothing else. Lives as long as p. */
const nv_files *forge_memory_files(forge_memory *p);

/* The recovery secret that opens a forged header. */
#define FORGE_SECRET "a forged secret."

/* Fills the file with two header copies and a log, as the bytes say. */
void forge_header(forge_memory *p, const unsigned char *a, size_t n);

/* Forges a log, opens it in every way, reads and writes it. Ends the program
** when what it finds cannot be. */
void forge_log(const unsigned char *a, size_t n);

#pragma clang assume_nonnull end
#endif
