/*
 * One reader a format: each hands the articles of an input to the output, and
 * refuses with a message what is none.
 */
#ifndef ARTICLES_READERS_H
#define ARTICLES_READERS_H

#include "articles/input.h"
#include "articles/output.h"

/* A file of text, with or without a header block. */
void read_text(struct input *in, struct output *out);

/* An article's page. */
void read_html(struct input *in, struct output *out);

/* Tables with a header row: CSV, CSV with tabs, the dialect. */
void read_csv(struct input *in, struct output *out);
void read_quoted_tsv(struct input *in, struct output *out);
void read_linear_tsv(struct input *in, struct output *out);

/* JSON Lines: an object a line. */
void read_jsonl(struct input *in, struct output *out);

/* sfeed(5): an entry of an RSS or Atom feed a line. */
void read_sfeed(struct input *in, struct output *out);

#endif
