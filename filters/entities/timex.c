/*
 * Times: at each word of time or number, the readings of a small grammar are
 * tried (day, clock, unit with "last" or "next", quantity, year, a word by
 * itself) and the longest is taken.
 *
 * A reading writes its value at once; what is relative is worked out from the
 * document's date, with the tense of the clause for weekdays and months.
 */
#include "entities/timex.h"

#include "entities/number.h"
#include "entities/timex_reading.h"

typedef size_t reading(struct time_finder *f, size_t i);

/*
 * "early", "the end of", "later" before a date, "fiscal": where the whole
 * begins when a date begins at i.
 */
static size_t
with_edge(const struct time_finder *f, size_t i)
{
	size_t at = i;

	if (at >= 2 && time_hyphen(f, at - 1) && time_is(f, at - 2, "mid"))
		return at - 2;
	if (at >= 2 && time_is(f, at - 1, "of") &&
	    time_at(f, at - 2) == TIME_EDGE) {
		at -= 2;
		return at > 0 && time_is(f, at - 1, "the") ? at - 1 : at;
	}
	if (at >= 1 && time_at(f, at - 1) == TIME_EDGE &&
	    !time_is(f, at - 1, "end") && !time_is(f, at - 1, "start") &&
	    !time_is(f, at - 1, "close") && !time_is(f, at - 1, "middle")) {
		at--;
		if (at >= 1 && time_is(f, at - 1, "the"))
			at--;
	}
	return at;
}

/* The longest reading at i: *start may move back; its end, or 0. */
static size_t
best_reading(struct time_finder *f, size_t i, size_t *start,
    struct buffer *best, enum timex_type *type)
{
	static reading *const readings[] = {
		timex_read_clock, timex_read_daypart, timex_read_day,
		timex_read_month, timex_read_season, timex_read_quarter,
		timex_read_year_ago, timex_read_unit, timex_read_the_unit,
		timex_read_decade, timex_read_century, timex_read_year,
		timex_read_set, timex_read_word
	};
	size_t end = 0, from = i, longest;

	buffer_clear(best);
	buffer_clear(f->value);
	longest = timex_read_quantity(f, i, &from);
	*start = from;
	if (longest > 0) {
		buffer_add(best, buffer_slice(f->value));
		*type = f->type;
	}
	for (size_t k = 0; k < sizeof readings / sizeof *readings; k++) {
		buffer_clear(f->value);
		end = readings[k](f, i);
		if (end <= longest)
			continue;
		longest = end;
		*start = i;
		buffer_clear(best);
		buffer_add(best, buffer_slice(f->value));
		*type = f->type;
	}
	if (longest > 0 && *start == i && *type != TIMEX_SET &&
	    *type != TIMEX_DURATION)
		*start = with_edge(f, i);
	return longest;
}

/* Can a time begin here at all? */
static bool
may_begin(const struct time_finder *f, size_t i)
{
	static const char *const first[] = {
		"a", "an", "fiscal", "half", "per", "recent", "right", "the",
		"these"
	};
	const struct token *token = &f->tokens[i];

	if (f->words[i].class != TIME_NONE || token->kind == TOKEN_NUMBER ||
	    token->tag == TAG_CD || (token->text.at[0] >= '0' &&
	    token->text.at[0] <= '9') || token->text.at[0] == '\'')
		return true;
	for (size_t k = 0; k < sizeof first / sizeof *first; k++)
		if (slice_is(token->lower, first[k]))
			return true;
	return number_at(f->tokens, f->count, i).tokens > 0;
}

/* Is there a word of time, or something that may be a year, at all? */
static bool
classify(struct time_finder *f)
{
	bool any = false;

	for (size_t i = 0; i < f->count; i++) {
		f->words[i] = time_word_of(&f->tokens[i]);
		any |= f->words[i].class != TIME_NONE ||
		    f->tokens[i].kind == TOKEN_NUMBER ||
		    f->tokens[i].tag == TAG_CD ||
		    time_is(f, i, "the") || time_is(f, i, "recent");
	}
	return any;
}

void
timex_open(void)
{
	time_word_open();
	number_open();
}

void
timexes_find(struct timexes *timexes, const struct sentence *sentence,
    struct time_anchor *anchor, struct arena *arena)
{
	static struct buffer value, best;
	struct time_finder f = {
		sentence->tokens, sentence->count, NULL, anchor, &value,
		TIMEX_DATE
	};
	size_t capacity = 0, end, start, last = 0;
	enum timex_type type = TIMEX_DATE;

	*timexes = (struct timexes){ 0 };
	f.words = arena_new(arena, f.count, sizeof *f.words);
	if (!classify(&f))
		return;
	for (size_t i = 0; i < f.count; i++) {
		if (!may_begin(&f, i))
			continue;
		end = best_reading(&f, i, &start, &best, &type);
		if (end == 0)
			continue;
		if (start < last)
			start = i;
		ARENA_GROW(arena, timexes->at, timexes->count, capacity);
		timexes->at[timexes->count++] = (struct timex){
			{ f.tokens[start].start, f.tokens[end - 1].end }, type,
			arena_copy(arena, buffer_slice(&best))
		};
		last = end;
		i = end - 1;
	}
}

/* Mark the tokens of a sentence that lie in a span. */
static void
take_span(const struct sentence *sentence, struct span span, bool *taken)
{
	size_t first = 0, last = sentence->count;

	while (first < last) {
		size_t middle = first + (last - first) / 2;

		if (sentence->tokens[middle].start < span.start)
			first = middle + 1;
		else
			last = middle;
	}
	for (; first < sentence->count &&
	    sentence->tokens[first].end <= span.end; first++)
		taken[first] = true;
}

bool **
timexes_take(const struct document *document, struct date date,
    struct timexes *timexes)
{
	struct time_anchor anchor = { .date = date };
	bool **taken = arena_new(document->arena, document->count,
	    sizeof *taken);

	for (size_t i = 0; i < document->count; i++) {
		const struct sentence *sentence = &document->sentences[i];

		timexes_find(&timexes[i], sentence, &anchor, document->arena);
		taken[i] = arena_new(document->arena, sentence->count + 1,
		    sizeof **taken);
		memset(taken[i], 0, sentence->count + 1);
		for (size_t k = 0; k < timexes[i].count; k++)
			take_span(sentence, timexes[i].at[k].span, taken[i]);
	}
	return taken;
}
