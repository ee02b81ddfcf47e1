/*
** What the files of the forge share: reading the fuzzer's bytes, and the file.
*/
#ifndef NETVAULT_FORGE_INSIDE_H
#define NETVAULT_FORGE_INSIDE_H

#include "bytes.h"
#include "forge.h"
#include "pagelog.h"
#include "seal.h"

#pragma clang assume_nonnull begin

struct forge_memory {
  nv_files files;
  unsigned char *_Nullable a;
  size_t n;
  size_t nRoom;
  uint64_t nRandom;                       /* random bytes are counted up */
};

/* Grows the file to at least n bytes of zeros behind what it has. 0, or -1. */
int forgeGrow(forge_memory *p, size_t n);

/* The fuzzer's bytes, from the front. Behind the end they are zeros. */
typedef struct bytes {
  const unsigned char *a;
  size_t n;
} bytes;

unsigned char take8(bytes *b);
unsigned take16(bytes *b);
uint32_t take32(bytes *b);
uint64_t take64(bytes *b);
void takeInto(bytes *b, unsigned char *aOut, size_t n);

#pragma clang assume_nonnull end
#endif
