/*
 * Charsets of inputs, by the labels of the WHATWG Encoding Standard.
 */
#ifndef ARTICLES_CHARSET_H
#define ARTICLES_CHARSET_H

#include "articles/clean.h"
#include "base/memory.h"
#include "base/slice.h"

struct charset;

/*
 * Open the converters of the charsets table.  Before sandbox_enter, which
 * forbids what loads them.
 */
void charset_open(void);

/*
 * The charset of a label ("latin1", "Windows-1252", "utf-8"), NULL when it is
 * not known here.
 */
const struct charset *charset_find(struct slice label);

/* The charset that a byte order mark at the start of s tells; NULL: none. */
const struct charset *charset_of_mark(struct slice s);

/* The name that the charsets table has for it. */
const char *charset_name(const struct charset *charset);

/*
 * raw in UTF-8, a byte order mark taken off.  Bytes that the charset does not
 * have become U+FFFD and are counted.  UTF-8 itself comes back as it is, not
 * checked.
 */
struct slice charset_decode(const struct charset *charset, struct slice raw,
    struct arena *arena, struct repairs *repairs);

#endif
