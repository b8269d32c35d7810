/*
 * Cutting sentences.
 */
#include "report/passage.h"

#include <stdlib.h>

static int
compare_points(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return (x > y) - (x < y);
}

static bool
is_shown(const struct report_claim *claim)
{
	return claim->voice != VOICE_OUTLET ||
	    claim->relates[RELATION_CONFLICT] ||
	    claim->relates[RELATION_EVOLVE] ||
	    claim->relates[RELATION_AGREE];
}

static size_t
clamp(size_t at, const struct report_sentence *sentence)
{
	if (at < sentence->start)
		return sentence->start;
	return at > sentence->end ? sentence->end : at;
}

void
passage_open(struct passage *passage, const struct report *report)
{
	size_t most = 0, i;

	for (i = 0; i < report->article_count; i++)
		if (report->articles[i].claim_count > most)
			most = report->articles[i].claim_count;
	*passage = (struct passage){ .report = report };
	passage->claims = memory_new(most + 1, sizeof *passage->claims);
	passage->points = memory_new(2 * most + 2, sizeof *passage->points);
}

void
passage_cut(struct passage *passage, const struct report_article *article,
    const struct report_sentence *sentence)
{
	const struct report *report = passage->report;
	size_t i;

	passage->count = passage->point_count = 0;
	passage->points[passage->point_count++] = sentence->start;
	passage->points[passage->point_count++] = sentence->end;
	for (i = report_claims_from(report, article, sentence->start);
	    i < article->claim_count; i++) {
		const struct report_claim *claim =
		    &report->claims[article->claims[i]];

		if (claim->start >= sentence->end)
			break;
		if (claim->end <= sentence->start)
			continue;
		passage->claims[passage->count++] = article->claims[i];
		passage->points[passage->point_count++] =
		    clamp(claim->start, sentence);
		passage->points[passage->point_count++] =
		    clamp(claim->end, sentence);
	}
	qsort(passage->points, passage->point_count,
	    sizeof *passage->points, compare_points);
}

enum passage_mark
passage_mark(const struct passage *passage, size_t start, size_t end)
{
	enum passage_mark best = MARK_NONE;
	size_t i;

	for (i = 0; i < passage->count; i++) {
		const struct report_claim *claim =
		    &passage->report->claims[passage->claims[i]];
		enum passage_mark mark = MARK_SAID;

		if (!is_shown(claim) || claim->start >= end ||
		    claim->end <= start)
			continue;
		if (claim->relates[RELATION_CONFLICT])
			mark = MARK_CONFLICT;
		else if (claim->relates[RELATION_EVOLVE])
			mark = MARK_EVOLVE;
		else if (claim->relates[RELATION_AGREE])
			mark = MARK_AGREE;
		if (mark > best)
			best = mark;
	}
	return best;
}

void
passage_close(struct passage *passage)
{
	free(passage->claims);
	free(passage->points);
}

bool
passage_begins(const struct report *report,
    const struct report_article *article, size_t sentence)
{
	const uint32_t *sentences = article->sentences;

	return sentence == 0 ||
	    report->sentences[sentences[sentence]].paragraph !=
	    report->sentences[sentences[sentence - 1]].paragraph;
}

/* The numbers of the claims that end at a point. */
static void
add_numbers(const struct outline *outline, const struct passage *passage,
    size_t at, struct buffer *out)
{
	size_t i;

	for (i = 0; i < passage->count; i++) {
		uint32_t claim = passage->claims[i];

		if (outline->notes[claim] > 0 &&
		    outline->report->claims[claim].end == at)
			buffer_printf(out, " [%u]", outline->notes[claim]);
	}
}

void
passage_add(struct passage *passage, const struct outline *outline,
    const struct report_article *article, size_t sentence,
    struct buffer *out)
{
	const struct report *report = outline->report;
	size_t first = sentence, i;

	for (; sentence < article->sentence_count && (sentence == first ||
	    !passage_begins(report, article, sentence)); sentence++) {
		const struct report_sentence *at =
		    &report->sentences[article->sentences[sentence]];

		if (sentence > first)
			buffer_add_byte(out, ' ');
		passage_cut(passage, article, at);
		for (i = 0; i + 1 < passage->point_count; i++) {
			struct span span = { passage->points[i],
			    passage->points[i + 1] };

			if (span.start == span.end)
				continue;
			buffer_add(out, report_words_at(at, span));
			if (outline->notes)
				add_numbers(outline, passage, span.end, out);
		}
	}
}
