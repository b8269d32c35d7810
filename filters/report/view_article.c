/*
 * The view of articles in full: each paragraph with what others say of it
 * beside it.
 */
#include "report/passage.h"
#include "report/section.h"
#include "report/view.h"

/* The relations of each claim side by side; those of claim i are between
   firsts[i + 1] and firsts[i + 2]. */
struct partners {
	size_t *firsts;
	uint32_t *relations;
};

static struct partners
find_partners(struct report *report)
{
	struct partners partners = {
		arena_new(&report->arena, report->claim_count + 3,
		    sizeof *partners.firsts),
		arena_new(&report->arena, 2 * report->relation_count + 1,
		    sizeof *partners.relations)
	};
	size_t *firsts = partners.firsts, i;

	memset(firsts, 0, (report->claim_count + 3) * sizeof *firsts);
	for (i = 0; i < report->relation_count; i++) {
		firsts[report->relations[i].claim + 1]++;
		firsts[report->relations[i].with + 1]++;
	}
	for (i = 1; i <= report->claim_count + 1; i++)
		firsts[i] += firsts[i - 1];
	for (i = report->relation_count; i-- > 0;) {
		const struct report_relation *relation =
		    &report->relations[i];

		partners.relations[--firsts[relation->claim + 1]] =
		    (uint32_t)i;
		partners.relations[--firsts[relation->with + 1]] =
		    (uint32_t)i;
	}
	return partners;
}

/* What a claim's partner is to it. */
static struct slice
part_of(const struct report *report, const struct report_relation *relation,
    uint32_t claim)
{
	static const char *const codes[] = {
		[RELATION_CONFLICT] = "conflict", [RELATION_AGREE] = "agree",
		[RELATION_REPEAT] = "repeat"
	};
	const char *code = relation->relation == RELATION_EVOLVE
	    ? relation->claim == claim ? "earlier" : "later"
	    : codes[relation->relation];

	return words_find(report->words, "beside", slice_of(code));
}

/* What others say of a claim, under the next number. */
static void
add_notes(struct outline *outline, const struct partners *partners,
    uint32_t claim, uint32_t *number)
{
	const struct report *report = outline->report;
	size_t first = partners->firsts[claim + 1];
	size_t end = partners->firsts[claim + 2], i;

	if (first == end)
		return;
	outline->notes[claim] = ++*number;
	for (i = first; i < end; i++) {
		const struct report_relation *relation =
		    &report->relations[partners->relations[i]];
		uint32_t other = relation->claim == claim ? relation->with
		    : relation->claim;
		struct block *block;

		outline_quote(outline, QUOTE_BESIDE, other,
		    relation->relation == RELATION_CONFLICT
		    ? relation->reason : SLICE(""));
		block = &outline->blocks[outline->count - 1];
		block->number = *number;
		block->margin = part_of(report, relation, claim);
	}
}

/* The notes on the claims that begin in a paragraph. */
static void
add_beside(struct outline *outline, const struct partners *partners,
    const struct report_article *article, size_t first, size_t end,
    uint32_t *number)
{
	const struct report *report = outline->report;
	size_t start = report->sentences[article->sentences[first]].start;
	size_t behind = report->sentences[article->sentences[end - 1]].end;
	size_t i;

	for (i = report_claims_from(report, article, start);
	    i < article->claim_count; i++) {
		const struct report_claim *claim =
		    &report->claims[article->claims[i]];

		if (claim->start >= behind)
			break;
		if (claim->start >= start)
			add_notes(outline, partners, article->claims[i],
			    number);
	}
}

static void
add_article(struct outline *outline, const struct partners *partners,
    uint32_t at)
{
	const struct report *report = outline->report;
	const struct report_article *article = &report->articles[at];
	struct block *block = outline_add(outline, BLOCK_ARTICLE);
	uint32_t number = 0;
	size_t first, end;

	block->at = at;
	block->shape = ARTICLE_FULL;
	outline->full[at] = true;
	for (first = 0; first < article->sentence_count; first = end) {
		for (end = first + 1; end < article->sentence_count &&
		    !passage_begins(report, article, end); end++)
			continue;
		block = outline_add(outline, BLOCK_PARAGRAPH);
		block->at = at;
		block->number = (uint32_t)first;
		add_beside(outline, partners, article, first, end, &number);
	}
}

void
view_article(struct outline *outline, struct slice doc)
{
	struct report *report = outline->report;
	struct partners partners = find_partners(report);
	size_t i;

	outline->notes = arena_new(&report->arena, report->claim_count + 1,
	    sizeof *outline->notes);
	memset(outline->notes, 0, (report->claim_count + 1) *
	    sizeof *outline->notes);
	outline->full = arena_new(&report->arena, report->article_count + 1,
	    sizeof *outline->full);
	memset(outline->full, 0, (report->article_count + 1) *
	    sizeof *outline->full);
	outline_section(outline, "article", "In full", "As printed. A number "
	    "behind a statement leads to what others say of it.");
	for (i = 0; i < report->read_count; i++)
		if (doc.length == 0 || slice_equal(doc,
		    report->articles[report->by_date[i]].doc))
			add_article(outline, &partners, report->by_date[i]);
}
