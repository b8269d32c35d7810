/*
 * Claims of any number, for measuring:
 *   claims COUNT <CLAIMS
 * repeats a table of claims until COUNT rows are written.  Each round is
 * another month of news: the names of people and places are other names (the
 * letters of each word change places in the alphabet; twenty casts take
 * turns), words of the same length and ending stand for each other, figures of
 * three digits or more and dates move, documents get ids of their own.  What
 * the stories share among themselves, they share in every round; offsets stay
 * true, as nothing changes its length.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/message.h"
#include "compare/claim.h"
#include "compare/day.h"
#include "tsv/tsv.h"

enum {
	CASTS = 20,
	ROUND_DAYS = 30,
	WORD_MIN = 5,		/* letters of a word that has stand-ins */
	STAND_INS = 8,		/* words that stand for each other */
	COMMON = 300		/* words that stay: the most frequent */
};

struct row {
	struct slice *fields;
};

struct entry {
	struct slice word;
	uint32_t count;
};

struct source {
	struct arena arena;
	struct row *rows;
	size_t count, capacity;
	struct hash names;	/* words of names, as they are written */
	struct hash places;	/* word -> index of its entry */
	struct entry *words;	/* in groups of stand-ins */
	size_t word_count, word_capacity;
};

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The next run of letters or of digits; false at the end. */
static bool
next_run(struct slice text, size_t *at, struct slice *run)
{
	size_t start = *at, end;
	bool (*belongs)(char);

	while (start < text.length && !is_letter(text.at[start]) &&
	    !is_digit(text.at[start]))
		start += text.at[start] == '\\' ? 2 : 1;
	if (start >= text.length)
		return false;
	belongs = is_letter(text.at[start]) ? is_letter : is_digit;
	for (end = start; end < text.length && belongs(text.at[end]); end++)
		;
	*run = slice_part(text, start, end);
	*at = end;
	return true;
}

/* --------------------------------------------------- what is in the table */

static void
count_words(struct source *source, struct slice text)
{
	struct slice run;

	for (size_t at = 0; next_run(text, &at, &run);) {
		uint32_t *place;

		if (run.length < WORD_MIN || run.at[0] < 'a')
			continue;
		place = hash_put(&source->places, run);
		if (*place == HASH_NONE) {
			*place = (uint32_t)source->word_count;
			MEMORY_GROW(source->words, source->word_count,
			    source->word_capacity);
			source->words[source->word_count++] =
			    (struct entry){ run, 0 };
		}
		source->words[*place].count++;
	}
}

/* The words of names: capitals inside the spans of named mentions. */
static void
add_names(struct source *source, const struct slice *fields, int entities,
    int start, struct slice text)
{
	struct slice items = tsv_field(fields, entities);
	size_t offset;

	if (!slice_number(tsv_field(fields, start), &offset))
		return;
	while (items.at && items.length) {
		struct slice item = slice_cut(&items, ' ');
		struct slice from = slice_cut(&item, '-');
		struct slice to = slice_cut(&item, ':'), run;
		size_t first, last;

		if (!slice_number(from, &first) || !slice_number(to, &last) ||
		    !item.at || first < offset || last > offset + text.length)
			continue;
		for (size_t at = 0; next_run(slice_part(text, first - offset,
		    last - offset), &at, &run);)
			if (run.at[0] <= 'Z' && run.length > 1)
				*hash_put(&source->names, run) = 1;
	}
}

static int
by_use(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return slice_compare(x->word, y->word);
}

static int
by_form(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order = memcmp(x->word.at + x->word.length - 2,
	    y->word.at + y->word.length - 2, 2);

	if (x->word.length != y->word.length)
		return x->word.length < y->word.length ? -1 : 1;
	return order ? order : by_use(a, b);
}

static bool
same_form(const struct entry *x, const struct entry *y)
{
	return x->word.length == y->word.length && memcmp(x->word.at +
	    x->word.length - 2, y->word.at + y->word.length - 2, 2) == 0;
}

/* Words of one form, those as frequent beside each other. */
static void
group_words(struct source *source)
{
	size_t kept = 0;

	qsort(source->words, source->word_count, sizeof *source->words,
	    by_use);
	for (size_t i = COMMON; i < source->word_count; i++)
		source->words[kept++] = source->words[i];
	source->word_count = kept;
	qsort(source->words, kept, sizeof *source->words, by_form);
	hash_clear(&source->places);
	for (size_t i = 0; i < kept; i++)
		*hash_put(&source->places, source->words[i].word) =
		    (uint32_t)i;
}

/* -------------------------------------------------------- another round */

static char
turned_letter(char c, size_t cast)
{
	static const char vowels[] = "aeiou", others[] =
	    "bcdfghjklmnpqrstvwxz";
	char lower = (char)(c | 32);
	const char *at = strchr(vowels, lower);

	if (at)
		lower = vowels[((size_t)(at - vowels) + cast) % 5];
	else if ((at = strchr(others, lower)))
		lower = others[((size_t)(at - others) + cast) % 20];
	return (char)(c & 32 ? lower : lower - 32);
}

static void
add_name(struct buffer *out, struct slice name, size_t cast)
{
	for (size_t i = 0; i < name.length; i++)
		buffer_add_byte(out, is_letter(name.at[i]) ?
		    turned_letter(name.at[i], cast) : name.at[i]);
}

static void
add_figure(struct buffer *out, struct slice digits, size_t round, bool year)
{
	bool turns = digits.length > 2 && !year;

	for (size_t i = 0; i < digits.length; i++)
		buffer_add_byte(out, turns && digits.at[i] > '0' &&
		    is_digit(digits.at[i]) ? (char)('1' + (size_t)(
		    digits.at[i] - '1' + (int)(round % 9)) % 9) :
		    digits.at[i]);
}

static void
add_word(struct buffer *out, const struct source *source, struct slice word,
    size_t round)
{
	uint32_t place = hash_get(&source->places, word);
	uint64_t turn;
	size_t first, last;

	if (place == HASH_NONE || round == 0) {
		buffer_add(out, word);
		return;
	}
	turn = hash_bytes(word) / 7 * (2 * round + 1) >> 16;
	first = last = place;
	while (first > 0 && place - first < STAND_INS / 2 && same_form(
	    &source->words[first - 1], &source->words[place]))
		first--;
	while (last + 1 < source->word_count && last - place < STAND_INS / 2 &&
	    same_form(&source->words[last + 1], &source->words[place]))
		last++;
	buffer_add(out, source->words[first + turn % (last - first + 1)].word);
}

static void
add_text(struct buffer *out, const struct source *source, struct slice text,
    size_t round)
{
	struct slice run;
	size_t before = 0;

	for (size_t at = 0; next_run(text, &at, &run); before = at) {
		buffer_add(out, slice_part(text, before, at - run.length));
		if (is_digit(run.at[0]))
			add_figure(out, run, round, run.length == 4 &&
			    (run.at[0] == '1' || run.at[0] == '2'));
		else if (hash_get(&source->names, run) != HASH_NONE)
			add_name(out, run, round % CASTS);
		else
			add_word(out, source, run, round);
	}
	buffer_add(out, slice_part(text, before, text.length));
}

/* An id, or the id in a list item: names turn, those of a document stay. */
static void
add_id(struct buffer *out, struct slice id, size_t round)
{
	if (id.length && memchr(id.at, '@', id.length)) {
		buffer_add(out, id);
		buffer_printf(out, ".%zu", round);
	} else
		add_name(out, id, round % CASTS);
}

/* Items of START-END:TYPE:ID:MENTION and the like: field by field. */
static void
add_items(struct buffer *out, struct slice items, int field,
    void (*add)(struct buffer *, struct slice, size_t), size_t round)
{
	for (bool first = true; items.at && items.length; first = false) {
		struct slice item = slice_cut(&items, ' ');

		if (!first)
			buffer_add_byte(out, ' ');
		for (int i = 0; item.at; i++) {
			struct slice part = slice_cut(&item, ':');

			if (i > 0)
				buffer_add_byte(out, ':');
			if (i == field)
				add(out, part, round);
			else
				buffer_add(out, part);
		}
	}
}

static void
add_value(struct buffer *out, struct slice value, size_t round)
{
	add_figure(out, value, round, false);
}

/* The inverse of day_of: days_to_civil, of the same author. */
static void
add_day(struct buffer *out, struct slice date, size_t round)
{
	int32_t day = day_of(date), era, of_era, year, of_year, month;

	if (day == DAY_NONE) {
		buffer_add(out, date);
		return;
	}
	day += (int32_t)round * ROUND_DAYS + 719468;
	era = day / 146097;
	of_era = day - era * 146097;
	year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) /
	    365;
	of_year = of_era - (365 * year + year / 4 - year / 100);
	month = (5 * of_year + 2) / 153;
	buffer_printf(out, "%04d-%02d-%02d", year + era * 400 + (month > 9),
	    month < 10 ? month + 3 : month - 9, of_year - (153 * month + 2) /
	    5 + 1);
	buffer_add(out, slice_part(date, 10, date.length));
}

static void
add_doc(struct buffer *out, struct slice id, struct slice doc, size_t round)
{
	bool begins = id.length && slice_begins(id, doc);

	if (!begins) {
		buffer_add(out, id);
		return;
	}
	buffer_add(out, doc);
	buffer_printf(out, ".%zu", round);
	buffer_add(out, slice_part(id, doc.length, id.length));
}

static void
add_field(struct buffer *out, const struct source *source, const char *name,
    struct slice value, struct slice doc, size_t round)
{
	static const char *const texts[] = { "text", "content", "source",
		"title", NULL };

	for (size_t i = 0; texts[i]; i++)
		if (strcmp(name, texts[i]) == 0) {
			add_text(out, source, value, round);
			return;
		}
	if (strcmp(name, "doc") == 0 || strcmp(name, "claim") == 0 ||
	    strcmp(name, "parent") == 0)
		add_doc(out, value, doc, round);
	else if (strcmp(name, "date") == 0)
		add_day(out, value, round);
	else if (strcmp(name, "entities") == 0)
		add_items(out, value, 2, add_id, round);
	else if (strcmp(name, "figures") == 0)
		add_items(out, value, 1, add_value, round);
	else if (strcmp(name, "times") == 0)
		add_items(out, value, 2, add_day, round);
	else if (strcmp(name, "target") == 0)
		add_items(out, value, 0, add_id, round);
	else if (strcmp(name, "source_id") == 0)
		add_id(out, value, round);
	else
		buffer_add(out, value);
}

/* ------------------------------------------------------------------- all */

static void
read_table(struct source *source, struct tsv_reader *in)
{
	int text = tsv_require(in, "text", "run extract-claims first");
	int entities = tsv_require(in, "entities", "run tag-entities first");
	int start = tsv_require(in, "start", "run split first");

	while (tsv_next(in)) {
		struct slice record = arena_copy(&source->arena, in->record);
		struct slice *fields = arena_new(&source->arena,
		    in->column_count, sizeof *fields);

		for (size_t i = 0; i < in->column_count; i++)
			fields[i] = slice_cut(&record, '\t');
		MEMORY_GROW(source->rows, source->count, source->capacity);
		source->rows[source->count++] = (struct row){ fields };
		count_words(source, fields[text]);
		add_names(source, fields, entities, start, fields[text]);
	}
	group_words(source);
}

static void
write_row(const struct source *source, const struct tsv_reader *in,
    size_t number, struct buffer *out)
{
	const struct slice *fields = source->rows[number % source->count].
	    fields;
	int doc = tsv_require(in, "doc", "it is no claims table");
	char name[64];

	buffer_clear(out);
	for (size_t i = 0; i < in->column_count; i++) {
		if (i > 0)
			buffer_add_byte(out, '\t');
		snprintf(name, sizeof name, "%.*s",
		    (int)in->columns[i].length, in->columns[i].at);
		add_field(out, source, name, fields[i], fields[doc],
		    number / source->count);
	}
	buffer_add_byte(out, '\n');
	fwrite(out->at, 1, out->length, stdout);
}

int
main(int argc, char *argv[])
{
	struct source source = { 0 };
	struct buffer out = { 0 };
	struct tsv_reader in;
	size_t count;

	message_program = "claims";
	if (argc != 2 || !slice_number(slice_of(argv[1]), &count))
		message_fail(STATUS_SYSTEM, "usage: claims COUNT <CLAIMS");
	tsv_open(&in, STDIN_FILENO, "standard input");
	read_table(&source, &in);
	for (size_t i = 0; i < in.column_count; i++)
		printf("%.*s%c", (int)in.columns[i].length,
		    in.columns[i].at, i + 1 < in.column_count ? '\t' : '\n');
	for (size_t i = 0; source.count > 0 && i < count; i++)
		write_row(&source, &in, i, &out);
	buffer_free(&out);
	hash_free(&source.names);
	hash_free(&source.places);
	free(source.words);
	free(source.rows);
	arena_free(&source.arena);
	if (fflush(stdout) != 0)
		message_fail(STATUS_SYSTEM, "standard output: write failed");
	return tsv_close(&in);
}
