/*
 * An article's file: header lines, then a line a sentence with its marks, and
 * below it the lines of its claims.
 *
 * A mark opens with a bracket or brace and a label, and is closed in the same
 * sentence; a stack of open ones finds what crosses.  What is wrong is passed
 * over in the least that leaves the rest readable, so that one run shows many
 * faults.
 */
#include "annotation/annotation.h"

enum { OPEN_MAX = 32 };		/* marks around a byte */

struct reader {
	struct article *article;
	struct faults *faults;
	size_t line;
	uint32_t paragraph, braces;
	bool blank;		/* a blank line stands before */

	/* open brackets and braces */
	struct {
		char bracket;		/* [ or { */
		size_t first, count;	/* of its marks; none when faulty */
		struct slice label;
	} open[OPEN_MAX];
	size_t depth;
};

static const char *const header_names[HEADER_COUNT] = {
	"outlet", "style", "date", "title", "upstream", "url", "english",
	"copy", "rewrite", "paragraphs"
};

static const struct {
	char margin;
	const char *kind;
} margins[] = {
	{ 'H', "headline" }, { 'D', "dateline" }, { 'B', "body" },
	{ 'Y', "byline" }, { 'P', "caption" }, { 'C', "credit" },
	{ 'X', "disclaimer" }
};

#define FAULT(reader, ...) fault_add((reader)->faults, \
	(reader)->article->path, (reader)->line, __VA_ARGS__)

const char *
margin_kind(char margin)
{
	for (size_t i = 0; i < sizeof margins / sizeof *margins; i++)
		if (margins[i].margin == margin)
			return margins[i].kind;
	return NULL;
}

char
kind_margin(struct slice kind)
{
	for (size_t i = 0; i < sizeof margins / sizeof *margins; i++)
		if (slice_is(kind, margins[i].kind))
			return margins[i].margin;
	return 0;
}

const char *
header_name(enum header header)
{
	return header_names[header];
}

/* ---------------------------------------------------------------- marks */

static struct mark *
add_mark(struct reader *reader, enum mark_kind kind)
{
	struct article *a = reader->article;
	struct mark *mark;

	MEMORY_GROW(a->marks, a->mark_count, a->mark_capacity);
	mark = &a->marks[a->mark_count++];
	*mark = (struct mark){ .kind = kind,
		.start = (uint32_t)a->text.length,
		.sentence = (uint32_t)a->sentence_count - 1 };
	return mark;
}

/* "TYPE:ID" or "TYPE:ID/MENTION" */
static bool
read_entity(struct reader *reader, struct slice label)
{
	struct slice rest = label, type = slice_cut(&rest, ':'), id;
	struct mark *mark;

	if (rest.at == NULL) {
		FAULT(reader, "'[%.*s' is no mark; write TYPE:ID/MENTION, "
		    "#VALUE:APPROX:UNIT:WHAT or @TYPE:VALUE, and a literal "
		    "bracket as \\[", SHOWN(label));
		return false;
	}
	id = slice_cut(&rest, '/');
	mark = add_mark(reader, MARK_ENTITY);
	mark->label[ENTITY_TYPE] = type;
	mark->label[ENTITY_ID] = id;
	mark->label[ENTITY_MENTION] = rest.at ? rest : SLICE("NAM");
	return true;
}

/* "VALUE:APPROX:UNIT:WHAT" */
static bool
read_figure(struct reader *reader, struct slice label)
{
	struct slice rest = label, parts[MARK_LABELS];
	struct mark *mark;

	for (size_t i = 0; i < MARK_LABELS; i++) {
		if (rest.at == NULL) {
			FAULT(reader, "figure '#%.*s' has not four parts; "
			    "write VALUE:APPROX:UNIT:WHAT, empty parts with "
			    "their colons", SHOWN(label));
			return false;
		}
		parts[i] = slice_cut(&rest, ':');
	}
	if (rest.at != NULL) {
		FAULT(reader, "figure '#%.*s' has more than four parts; "
		    "write VALUE:APPROX:UNIT:WHAT", SHOWN(label));
		return false;
	}
	mark = add_mark(reader, MARK_FIGURE);
	memcpy(mark->label, parts, sizeof parts);
	if (slice_is(parts[FIGURE_APPROX], "exact"))
		mark->label[FIGURE_APPROX] = SLICE("");
	return true;
}

/* "TYPE:VALUE" */
static bool
read_time(struct reader *reader, struct slice label)
{
	struct slice rest = label, type = slice_cut(&rest, ':');
	struct mark *mark;

	if (rest.at == NULL) {
		FAULT(reader, "time '@%.*s' has no value; write TYPE:VALUE",
		    SHOWN(label));
		return false;
	}
	mark = add_mark(reader, MARK_TIME);
	mark->label[TIME_TYPE] = type;
	mark->label[TIME_VALUE] = rest;
	return true;
}

/* "s1,s2": every part is a mark of its own */
static bool
read_parts(struct reader *reader, struct slice label)
{
	static const char letters[PART_ROLES] = { 's', 'v', 'c', 'q' };
	struct slice rest = label;

	reader->braces++;
	while (rest.at) {
		struct slice part = slice_cut(&rest, ',');
		const char *role = part.length > 1 ?
		    memchr(letters, part.at[0], PART_ROLES) : NULL;
		struct mark *mark;
		size_t number;

		if (!role || !slice_number(slice_part(part, 1, part.length),
		    &number) || number == 0 || number > UINT16_MAX) {
			FAULT(reader, "'%.*s' in '{%.*s' is no part of a "
			    "claim; write s, v, c or q and the claim's number, "
			    "several joined by commas, and a literal brace as "
			    "\\{", SHOWN(part), SHOWN(label));
			continue;
		}
		mark = add_mark(reader, MARK_PART);
		mark->role = (enum part_role)(role - letters);
		mark->claim = (uint32_t)number;
		mark->brace = reader->braces;
	}
	return true;
}

/* Open the mark at byte `at` of the line; where its text begins. */
static size_t
open_mark(struct reader *reader, struct slice line, size_t at)
{
	size_t end = at + 1, first = reader->article->mark_count;
	char bracket = line.at[at];
	struct slice label;

	while (end < line.length && !strchr(" []{}", line.at[end]))
		end++;
	label = slice_part(line, at + 1, end);
	if (reader->depth == OPEN_MAX) {
		FAULT(reader, "more than %d marks inside one another",
		    OPEN_MAX);
		return end;
	}
	if (end == line.length || line.at[end] != ' ')
		FAULT(reader, "'%c%.*s' has no blank behind its label; write "
		    "label, blank, text, and a literal bracket as \\%c",
		    bracket, SHOWN(label), bracket);
	else if (bracket == '{')
		read_parts(reader, label);
	else if (slice_begins(label, SLICE("#")))
		read_figure(reader, slice_part(label, 1, label.length));
	else if (slice_begins(label, SLICE("@")))
		read_time(reader, slice_part(label, 1, label.length));
	else
		read_entity(reader, label);
	reader->open[reader->depth].bracket = bracket;
	reader->open[reader->depth].first = first;
	reader->open[reader->depth].count = reader->article->mark_count -
	    first;
	reader->open[reader->depth++].label = label;
	return end < line.length && line.at[end] == ' ' ? end + 1 : end;
}

/* Close the innermost mark. */
static void
pop_mark(struct reader *reader)
{
	struct article *a = reader->article;
	size_t top = --reader->depth;

	for (size_t i = 0; i < reader->open[top].count; i++)
		a->marks[reader->open[top].first + i].end =
		    (uint32_t)a->text.length;
}

static void
close_mark(struct reader *reader, char bracket)
{
	char opening = bracket == ']' ? '[' : '{';
	size_t match = reader->depth;

	while (match > 0 && reader->open[match - 1].bracket != opening)
		match--;
	if (match == 0) {
		FAULT(reader, "'%c' closes nothing; write a literal one as "
		    "\\%c", bracket, bracket);
		return;
	}
	if (match < reader->depth)
		FAULT(reader, "'%c' closes '%c%.*s' while '%c%.*s' inside it "
		    "is open; close the inner one first", bracket, opening,
		    SHOWN(reader->open[match - 1].label),
		    reader->open[reader->depth - 1].bracket,
		    SHOWN(reader->open[reader->depth - 1].label));
	while (reader->depth >= match)
		pop_mark(reader);
}

/* Append a sentence's text, and note its marks. */
static void
read_marked(struct reader *reader, struct slice line)
{
	struct buffer *text = &reader->article->text;
	size_t i = 0;

	reader->depth = 0;
	while (i < line.length) {
		char byte = line.at[i];

		if (byte == '\\') {
			if (i + 1 == line.length ||
			    !strchr("[]{}\\", line.at[i + 1]))
				FAULT(reader, "'\\' before no bracket, brace "
				    "or backslash; write a literal one as "
				    "\\\\");
			else
				i++;
			buffer_add_byte(text, line.at[i++]);
		} else if (byte == '[' || byte == '{') {
			i = open_mark(reader, line, i);
		} else if (byte == ']' || byte == '}') {
			close_mark(reader, byte);
			i++;
		} else {
			buffer_add_byte(text, byte);
			i++;
		}
	}
	while (reader->depth > 0) {
		FAULT(reader, "'%c%.*s' is not closed in its sentence",
		    reader->open[reader->depth - 1].bracket,
		    SHOWN(reader->open[reader->depth - 1].label));
		pop_mark(reader);
	}
}

/* ------------------------------------------------------------ sentences */

/* The bytes that stand between a sentence and the one above. */
static void
add_joint(struct reader *reader, bool opens, char joint)
{
	struct article *a = reader->article;

	if (a->text.length == 0)
		return;
	if (opens)
		buffer_add(&a->text,
		    slice_is(a->headers[HEADER_PARAGRAPHS], "line") ?
		    SLICE("\n") : SLICE("\n\n"));
	else if (joint == '|')
		buffer_add_byte(&a->text, ' ');
	else if (joint == '>')
		buffer_add_byte(&a->text, '\n');
}

static void
read_sentence(struct reader *reader, struct slice line)
{
	struct article *a = reader->article;
	struct marked_sentence *s;
	bool opens = reader->blank || a->sentence_count == 0;
	char joint = line.at[1];

	if (opens && joint != '|') {
		FAULT(reader, "'%c' at a paragraph's beginning; write '|'",
		    joint);
		joint = '|';
	}
	reader->paragraph += opens;
	add_joint(reader, opens, joint);
	MEMORY_GROW(a->sentences, a->sentence_count, a->sentence_capacity);
	s = &a->sentences[a->sentence_count++];
	*s = (struct marked_sentence){ .margin = line.at[0], .joint = joint,
		.opens = opens, .paragraph = reader->paragraph,
		.start = (uint32_t)a->text.length,
		.line = (uint32_t)reader->line };
	if (line.length < 4 || line.at[2] != ' ' || line.at[3] == ' ')
		FAULT(reader, "one blank, then the sentence, must follow "
		    "'%.*s'", 2, line.at);
	read_marked(reader, slice_part(line, line.length < 3 ? line.length :
	    line.at[2] == ' ' ? 3 : 2, line.length));
	s->end = (uint32_t)a->text.length;
}

/* --------------------------------------------------------------- claims */

/* A word of a claim's line behind the seven that it must have. */
static void
read_extra(struct reader *reader, struct claim_line *claim, struct slice word)
{
	struct slice value = word, name = slice_cut(&value, '=');
	size_t number = 0;

	if (slice_is(word, "neg"))
		claim->negative = true;
	else if (slice_is(word, "pos"))
		return;
	else if (value.length == 0)
		FAULT(reader, "'%.*s' in claim %u: known are neg, hedge=, "
		    "for=, to= and in=; write blanks inside hedge= as _",
		    SHOWN(word), claim->number);
	else if (slice_is(name, "hedge"))
		claim->hedges = value;
	else if (slice_is(name, "for"))
		claim->targets = value;
	else if (slice_is(name, "to"))
		claim->addressee = value;
	else if (slice_is(name, "in") && slice_number(value, &number) &&
	    number <= UINT16_MAX) {
		claim->inside_given = true;
		claim->inside = (uint32_t)number;
	} else
		FAULT(reader, "'%.*s' in claim %u: known are neg, hedge=, "
		    "for=, to= and in=NUMBER", SHOWN(word), claim->number);
}

static void
read_claim(struct reader *reader, struct slice line)
{
	enum { WORDS = 7 };
	struct article *a = reader->article;
	struct claim_line claim = { .line = (uint32_t)reader->line };
	struct slice words[WORDS] = { { 0 } }, rest = slice_trim(line);
	size_t count = 0, number;

	if (a->sentence_count == 0) {
		FAULT(reader, "a claim's line without a sentence above it");
		return;
	}
	while (rest.at && count < WORDS) {
		words[count] = slice_cut(&rest, ' ');
		count += words[count].length > 0;
	}
	if (count < WORDS || !slice_number(words[0], &number) ||
	    number == 0 || number > UINT16_MAX) {
		FAULT(reader, "'%.*s' is no claim's line; write NUMBER FORM "
		    "SOURCE_ID SOURCE_TYPE ACT CERTAINTY TENSE and what "
		    "applies of neg hedge= for= to= in=", SHOWN(line));
		return;
	}
	claim.number = (uint32_t)number;
	claim.sentence = (uint32_t)a->sentence_count - 1;
	claim.form = words[1];
	claim.source_id = words[2];
	claim.source_type = words[3];
	claim.act = words[4];
	claim.certainty = words[5];
	claim.tense = words[6];
	while (rest.at) {
		struct slice word = slice_cut(&rest, ' ');

		if (word.length > 0)
			read_extra(reader, &claim, word);
	}
	MEMORY_GROW(a->claims, a->claim_count, a->claim_capacity);
	a->claims[a->claim_count++] = claim;
}

/* --------------------------------------------------------------- the file */

static void
read_header(struct reader *reader, struct slice line)
{
	struct slice value = line, name = slice_cut(&value, ':');
	enum header h = 0;

	while (h < HEADER_COUNT && !slice_is(name, header_names[h]))
		h++;
	if (value.at == NULL || h == HEADER_COUNT) {
		FAULT(reader, "'%.*s' is no header line; known are outlet, "
		    "style, date, title, upstream, url, english, copy, "
		    "rewrite and paragraphs, and a blank line ends them",
		    SHOWN(name));
		return;
	}
	if (reader->article->headers[h].length > 0)
		FAULT(reader, "header '%.*s' stands twice; keep one",
		    SHOWN(name));
	value = slice_trim(value);
	if (value.length == 0)
		FAULT(reader, "header '%.*s' is empty; leave it out",
		    SHOWN(name));
	reader->article->headers[h] = value;
}

static void
read_line(struct reader *reader, struct slice line, bool *in_headers)
{
	if (slice_trim(line).length == 0) {
		*in_headers = false;
		reader->blank = true;
		return;
	}
	if (*in_headers) {
		read_header(reader, line);
		return;
	}
	if (line.at[0] == ' ' || line.at[0] == '\t') {
		read_claim(reader, line);
		return;
	}
	if (line.length < 2 || !margin_kind(line.at[0]) ||
	    !strchr("|>+", line.at[1])) {
		FAULT(reader, "'%.*s' is neither a sentence nor a claim's "
		    "line; a sentence begins with one of H D B Y P C X and | > "
		    "or +, a claim's line with a blank", (int)(line.length < 20
		    ? line.length : 20), line.at);
		return;
	}
	read_sentence(reader, line);
	reader->blank = false;
}

void
article_read(struct article *article, struct slice bytes,
    struct faults *faults)
{
	struct reader reader = { .article = article, .faults = faults };
	bool in_headers = true;

	while (bytes.length > 0) {
		reader.line++;
		read_line(&reader, slice_cut(&bytes, '\n'), &in_headers);
	}
}
