/*
 * Annotated pairs.  See gold.h.
 */
#include "compare/gold.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>

#include "base/message.h"

static struct span
outer(struct slice spans)
{
	struct span one, all = { 0, 0 };
	bool any = false;

	while (span_next(&spans, &one)) {
		if (!any)
			all.start = one.start;
		all.end = one.end;
		any = true;
	}
	return all;
}

void
gold_table(struct tsv_reader *in, const char *folder, const char *name)
{
	struct buffer path = { 0 };
	int fd;

	buffer_printf(&path, "%s/%s", folder, name);
	buffer_add_byte(&path, '\0');
	fd = open(path.at, O_RDONLY);
	if (fd < 0)
		message_fail(STATUS_SYSTEM, "%s: %s", path.at,
		    strerror(errno));
	tsv_open(in, fd, name);
	buffer_free(&path);
}

static void
read_pairs(struct golds *golds, const char *folder)
{
	static const char remedy[] = "make corpus makes it";
	struct tsv_reader in;
	int relation, kind, doc[2], span[2];

	gold_table(&in, folder, "relations.tsv");
	relation = tsv_require(&in, "relation", remedy);
	kind = tsv_require(&in, "kind", remedy);
	doc[0] = tsv_require(&in, "a_doc", remedy);
	doc[1] = tsv_require(&in, "b_doc", remedy);
	span[0] = tsv_require(&in, "a_span", remedy);
	span[1] = tsv_require(&in, "b_span", remedy);
	while (tsv_next(&in)) {
		struct gold gold = {
			arena_copy(&golds->arena, in.fields[relation]),
			arena_copy(&golds->arena, in.fields[kind]),
			{ { 0 } }, { { 0 } }, { { 0, 0 }, { 0, 0 } }
		};

		for (int side = 0; side < 2; side++) {
			gold.doc[side] = arena_copy(&golds->arena,
			    in.fields[doc[side]]);
			gold.span[side] = arena_copy(&golds->arena,
			    in.fields[span[side]]);
			gold.bytes[side] = outer(gold.span[side]);
		}
		MEMORY_GROW(golds->at, golds->count,
		    golds->capacity);
		golds->at[golds->count++] = gold;
	}
	if (tsv_close(&in))
		exit(STATUS_DATA);
}

/* How well two spans fit, 0 to 1: what they share of the longer. */
static double
fit(const struct claim *claim, const struct gold *gold, int side)
{
	struct span a = claim->span, b = gold->bytes[side];
	size_t start = a.start > b.start ? a.start : b.start;
	size_t end = a.end < b.end ? a.end : b.end;
	size_t longer = a.end - a.start > b.end - b.start ?
	    a.end - a.start : b.end - b.start;

	if (slice_equal(claim->content_span, gold->span[side]))
		return 1;
	return start < end ? (double)(end - start) / (double)longer * 0.99 :
	    0;
}

/* Gather the annotated pairs of the articles of a pair. */
static void
set_near(struct golds *golds, const struct pair *pair)
{
	struct slice x = pair->x->doc, y = pair->y->doc;

	if (slice_equal(x, golds->near_docs[0]) &&
	    slice_equal(y, golds->near_docs[1]))
		return;
	golds->near_docs[0] = x;
	golds->near_docs[1] = y;
	golds->near = memory_resize(golds->near, golds->count +
	    1, sizeof *golds->near);
	golds->near_count = 0;
	for (size_t i = golds->first; i < golds->count; i++) {
		const struct gold *gold = &golds->at[i];

		if ((slice_equal(gold->doc[0], x) &&
		    slice_equal(gold->doc[1], y)) ||
		    (slice_equal(gold->doc[0], y) &&
		    slice_equal(gold->doc[1], x)))
			golds->near[golds->near_count++] = gold;
	}
}

const struct gold *
gold_nearest(struct golds *golds, const struct pair *pair, double *likeness)
{
	const struct gold *best = NULL;

	*likeness = 0;
	set_near(golds, pair);
	for (size_t i = 0; i < golds->near_count; i++) {
		const struct gold *gold = golds->near[i];

		for (int turn = 0; turn < 2; turn++) {
			double x, y;

			if (!slice_equal(gold->doc[turn], pair->x->doc))
				continue;
			x = fit(pair->a, gold, turn);
			y = fit(pair->b, gold, !turn);
			if (x > 0 && y > 0 && (x < y ? x : y) > *likeness) {
				*likeness = x < y ? x : y;
				best = gold;
			}
		}
	}
	return best;
}

void
gold_read(struct golds *golds, const char *folder)
{
	golds->first = golds->count;
	golds->near_docs[0] = golds->near_docs[1] = SLICE("");
	if (folder)
		read_pairs(golds, folder);
}

void
golds_free(struct golds *golds)
{
	arena_free(&golds->arena);
	free(golds->at);
	free(golds->near);
	*golds = (struct golds){ 0 };
}
