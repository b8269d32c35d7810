/*
 * Stories read back from their tables.
 */
#ifndef ANNOTATION_LOAD_H
#define ANNOTATION_LOAD_H

#include "annotation/annotation.h"

/* The tables of a folder, held in memory. */
struct stored_tables;

/*
 * Read stories.tsv, documents.tsv, tagged.tsv, claims.tsv and relations.tsv.
 * What cannot be read is a message and exit status 1 or 2.
 */
struct stored_tables *tables_open(const char *folder);

size_t tables_stories(const struct stored_tables *tables);

/*
 * The story of an index, with its marks arranged.  A row that annotate did not
 * write is a message and exit status 1.  The story must be freed before the
 * tables.
 */
void story_load(struct story *story, const struct stored_tables *tables,
    size_t index);

void tables_free(struct stored_tables *tables);

#endif
