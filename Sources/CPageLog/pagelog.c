#include "pagelog.h"
typedef int nv_empty;
