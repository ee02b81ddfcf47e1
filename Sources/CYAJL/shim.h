/*
** YAJL, the streaming JSON reader and writer. It hands numbers over as they
** are printed, checks UTF-8, and keeps its own stack, so depth costs no C stack.
*/
#include <yajl/yajl_parse.h>
#include <yajl/yajl_gen.h>

/* yajl_gen_config() takes variable arguments, which Swift cannot call. */
static inline int nv_yajl_gen_beautify(yajl_gen generator) {
  return yajl_gen_config(generator, yajl_gen_beautify, 1) &&
         yajl_gen_config(generator, yajl_gen_indent_string, "  ");
}
