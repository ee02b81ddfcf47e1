/*
** Little-endian integers in byte arrays, as everywhere in the vault file.
*/
#ifndef NETVAULT_BYTES_H
#define NETVAULT_BYTES_H

#include <stdint.h>

#pragma clang assume_nonnull begin

static inline void nv_put32(unsigned char *a, uint32_t v){
  for(int i=0; i<4; i++) a[i] = (unsigned char)(v>>(8*i));
}

static inline void nv_put64(unsigned char *a, uint64_t v){
  for(int i=0; i<8; i++) a[i] = (unsigned char)(v>>(8*i));
}

static inline uint32_t nv_get32(const unsigned char *a){
  uint32_t v = 0;
  for(int i=3; i>=0; i--) v = (v<<8)|a[i];
  return v;
}

static inline uint64_t nv_get64(const unsigned char *a){
  uint64_t v = 0;
  for(int i=7; i>=0; i--) v = (v<<8)|a[i];
  return v;
}

#pragma clang assume_nonnull end
#endif
