/* The system's libsqlite3. */
#include <sqlite3.h>

/* sqlite3_db_config() takes variable arguments, which Swift cannot call. */

/* Writes to the schema and to shadow tables through SQL are refused. */
static inline int nv_db_defensive(sqlite3 *db) {
  return sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

/* "x" is a name and never a string: sqlite.org/quirks.html, 8. */
static inline int nv_db_no_double_quoted_strings(sqlite3 *db) {
  int rc = sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, (int *)0);
  if (rc == SQLITE_OK) {
    rc = sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)0);
  }
  return rc;
}

/* Neither C nor SQL may load a library into the process. */
static inline int nv_db_no_load_extension(sqlite3 *db) {
  return sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0,
                           (int *)0);
}

/* What the schema calls must be marked as harmless. */
static inline int nv_db_untrusted_schema(sqlite3 *db) {
  return sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
}
