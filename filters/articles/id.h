/*
 * Ids of documents: [A-Za-z0-9][A-Za-z0-9._:#-]*, each once.
 */
#ifndef ARTICLES_ID_H
#define ARTICLES_ID_H

#include "base/hash.h"
#include "base/memory.h"
#include "base/slice.h"

enum { ID_MAX = 200 };	/* bytes */

/*
 * raw made an id: the scheme of a URL and a leading "www." go, each run of
 * other bytes than an id may have becomes one '-', none at either end; what is
 * longer than ID_MAX ends in a hash of the rest.  Empty when nothing is left.
 * An id comes back as it is.
 */
struct slice id_safe(struct slice raw, struct arena *arena);

/* The file name in a path, without folder and suffix: "a/b.txt" is "b". */
struct slice id_stem(struct slice path);

/* Zeroed is empty and ready for use. */
struct ids {
	struct arena arena;
	struct hash used;	/* id -> the last suffix it was given */
};

/* id when it is new, otherwise id-2, id-3 …; lives as long as ids. */
struct slice ids_unique(struct ids *ids, struct slice id);

void ids_free(struct ids *ids);

#endif
