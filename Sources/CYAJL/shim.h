/*
** YAJL, the streaming JSON reader. It hands numbers over as they are printed
** and keeps its own stack, so depth costs no C stack.
*/
#include <yajl/yajl_parse.h>

/*
** yajl_config() takes variable arguments, which Swift cannot call.
**
** YAJL's own check of UTF-8 lets overlong forms and surrogates through. The
** whole text is checked before it comes here, so that check is turned off.
*/
static inline int nv_yajl_trust_utf8(yajl_handle _Nonnull parser) {
  return yajl_config(parser, yajl_dont_validate_strings, 1);
}
