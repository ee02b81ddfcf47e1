/*
** Which PRAGMAs would break the vault: private to the VFS.
*/
#ifndef NETVAULT_PRAGMA_H
#define NETVAULT_PRAGMA_H

#include <stdint.h>

/*
** NULL if the PRAGMA may run, or the reason why not. zValue is NULL when the
** PRAGMA only asks.
*/
const char *_Nullable nvPragmaRefusal(
  const char *_Nonnull zName,
  const char *_Nullable zValue,
  uint32_t szPage
);

#endif
