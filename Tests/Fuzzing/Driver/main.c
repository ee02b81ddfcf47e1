/*
** What libFuzzer calls. The name of the program says what is fuzzed:
** header, log, fhir or dates.
*/
#include <stddef.h>
#include <stdint.h>
#include <string.h>

extern int netvault_fuzz(const char *zTarget, const uint8_t *a, size_t n);

static const char *zTarget = "";

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *a, size_t n);

int LLVMFuzzerInitialize(int *argc, char ***argv){
  const char *z = strrchr((*argv)[0], '/');
  (void)argc;
  zTarget = z ? z+1 : (*argv)[0];
  return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *a, size_t n){
  return netvault_fuzz(zTarget, a, n);
}
