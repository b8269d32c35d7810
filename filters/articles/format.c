/*
 * Formats of inputs.
 *
 * A suffix that is known decides; without one the first bytes do.  Whether tabs
 * separate the fields of the dialect or of a quoted table is always the bytes'
 * to say: in the dialect a quotation mark is an ordinary byte.
 */
#include "articles/format.h"

#include <stdio.h>

#include "articles/readers.h"

#define COUNT(array) (sizeof (array) / sizeof (array)[0])

static const struct {
	const char *name;
	void (*read)(struct input *, struct output *);
} formats[FORMAT_COUNT] = {
	[FORMAT_TEXT] = { "text", read_text },
	[FORMAT_HTML] = { "html", read_html },
	[FORMAT_CSV] = { "csv", read_csv },
	[FORMAT_TSV] = { "tsv", read_linear_tsv },
	[FORMAT_LINEAR_TSV] = { "linear-tsv", read_linear_tsv },
	[FORMAT_QUOTED_TSV] = { "quoted-tsv", read_quoted_tsv },
	[FORMAT_JSONL] = { "jsonl", read_jsonl },
	[FORMAT_SFEED] = { "sfeed", read_sfeed }
};

static const struct {
	const char *suffix;
	enum format format;
} suffixes[] = {
	{ ".txt", FORMAT_TEXT }, { ".text", FORMAT_TEXT },
	{ ".md", FORMAT_TEXT }, { ".html", FORMAT_HTML },
	{ ".htm", FORMAT_HTML }, { ".xhtml", FORMAT_HTML },
	{ ".csv", FORMAT_CSV }, { ".tsv", FORMAT_TSV }, { ".tab", FORMAT_TSV },
	{ ".jsonl", FORMAT_JSONL }, { ".ndjson", FORMAT_JSONL },
	{ ".json", FORMAT_JSONL }
};

/* How files begin that are not articles, and what makes one of them. */
static const struct {
	struct slice head;
	const char *what, *remedy;
} foreign[] = {
	{ { "%PDF-", 5 }, "a PDF file", "pdftotext FILE makes text of it" },
	{ { "PK\3\4", 4 }, "a ZIP archive or an office document",
	    "unpack it, or save it as text" },
	{ { "\x1F\x8B", 2 }, "a gzip file", "unpack it with gunzip" },
	{ { "BZh", 3 }, "a bzip2 file", "unpack it with bunzip2" },
	{ { "\xFD" "7zXZ", 5 }, "an xz file", "unpack it with unxz" },
	{ { "\x28\xB5\x2F\xFD", 4 }, "a zstd file", "unpack it with unzstd" },
	{ { "\x89PNG", 4 }, "an image", "it has no text" },
	{ { "\xFF\xD8\xFF", 3 }, "an image", "it has no text" },
	{ { "GIF8", 4 }, "an image", "it has no text" },
	{ { "{\\rtf", 5 }, "an RTF file", "save it as text" },
	{ { "\xD0\xCF\x11\xE0", 4 }, "an office document", "save it as text" }
};

/* ------------------------------------------------------------ first bytes */

static struct slice
first_line(struct slice sample)
{
	struct slice line = slice_cut(&sample, '\n');

	if (slice_ends(line, SLICE("\r")))
		line.length--;
	return line;
}

static size_t
count_byte(struct slice s, char byte)
{
	size_t count = 0;

	for (size_t i = 0; i < s.length; i++)
		count += s.at[i] == byte;
	return count;
}

static bool
looks_like_html(struct slice sample)
{
	enum { LOOK_AT = 1024 };
	static const char *const tags[] = {
		"<!doctype html", "<html", "<head", "<body", "<article"
	};
	size_t end = sample.length < LOOK_AT ? sample.length : LOOK_AT;

	if (sample.length == 0 || sample.at[0] != '<')
		return false;
	for (size_t i = 0; i < end; i++) {
		struct slice rest = slice_part(sample, i, sample.length);

		for (size_t k = 0; k < COUNT(tags); k++)
			if (slice_begins_caseless(rest, tags[k]))
				return true;
	}
	return false;
}

/* An object, or an array of objects (which the reader refuses by name). */
static bool
looks_like_json(struct slice sample)
{
	bool is_array = slice_begins(sample, SLICE("["));

	if (is_array)
		sample = slice_trim(slice_part(sample, 1, sample.length));
	if (!slice_begins(sample, SLICE("{")))
		return false;
	sample = slice_trim(slice_part(sample, 1, sample.length));
	return slice_begins(sample, SLICE("\""));
}

/* A header row: one of two or more columns is the articles' text. */
static bool
looks_like_header(struct slice line, char delimiter)
{
	size_t columns = 0;
	bool has_text = false;

	for (; line.at; columns++) {
		struct slice name = slice_cut(&line, delimiter);

		if (name.length >= 2 && name.at[0] == '"' &&
		    name.at[name.length - 1] == '"')
			name = slice_part(name, 1, name.length - 1);
		has_text |= article_field_of(name) == ARTICLE_TEXT;
	}
	return has_text && columns > 1;
}

static bool
looks_like_sfeed(struct slice line)
{
	struct slice timestamp;
	size_t seconds;

	if (count_byte(line, '\t') != 8)
		return false;
	timestamp = slice_cut(&line, '\t');
	return timestamp.length == 0 || slice_number(timestamp, &seconds);
}

static enum format
format_of_bytes(struct slice sample)
{
	struct slice line;

	sample = clean_skip_mark(sample);
	line = first_line(sample);
	if (looks_like_html(slice_trim(sample)))
		return FORMAT_HTML;
	if (looks_like_json(slice_trim(sample)))
		return FORMAT_JSONL;
	if (looks_like_sfeed(line))
		return FORMAT_SFEED;
	if (looks_like_header(line, '\t'))
		return FORMAT_TSV;
	if (looks_like_header(line, ','))
		return FORMAT_CSV;
	return FORMAT_TEXT;
}

/* ------------------------------------------------------- which TSV it is */

/*
 * Pass over a quoted field: *s behind its closing mark.  False when it is not
 * one: an inner mark alone, or something behind the closing one.
 */
static bool
skip_quoted(struct slice *s)
{
	size_t i = 1;

	for (; i < s->length; i++) {
		if (s->at[i] != '"')
			continue;
		if (i + 1 == s->length || strchr("\t\r\n", s->at[i + 1]))
			break;
		if (s->at[++i] != '"')
			return false;
	}
	*s = slice_part(*s, i < s->length ? i + 1 : i, s->length);
	return true;
}

/*
 * Is every field of the sample that begins with a quotation mark a quoted one,
 * and is there one?  A backslash escape tells the dialect.
 */
static bool
is_quoted(struct slice s)
{
	bool found = false, begins = true;

	while (s.length > 0) {
		if (begins && s.at[0] == '"') {
			if (!skip_quoted(&s))
				return false;
			found = true;
			begins = false;
			continue;
		}
		if (s.at[0] == '\\' && s.length > 1 && s.at[1] &&
		    strchr("nt\\", s.at[1]))
			return false;
		begins = s.at[0] == '\t' || s.at[0] == '\n';
		s = slice_part(s, 1, s.length);
	}
	return found;
}

/* --------------------------------------------------------------- public */

static enum format
format_of_name(const char *name)
{
	struct slice s = slice_of(name);

	for (size_t i = 0; i < COUNT(suffixes); i++) {
		size_t length = strlen(suffixes[i].suffix);

		if (s.length > length && slice_begins_caseless(slice_part(s,
		    s.length - length, s.length), suffixes[i].suffix))
			return suffixes[i].format;
	}
	return FORMAT_COUNT;
}

enum format
format_find(struct input *in, enum format asked)
{
	struct slice sample = input_sample(in);
	enum format format = asked;
	const char *by = "as asked";

	if (format == FORMAT_COUNT) {
		format = format_of_name(in->name);
		by = "by name";
	}
	if (format == FORMAT_COUNT) {
		format = format_of_bytes(sample);
		by = "by content";
	}
	if (format == FORMAT_TSV && asked == FORMAT_COUNT &&
	    looks_like_sfeed(first_line(sample)))
		format = FORMAT_SFEED;
	if (format == FORMAT_TSV)
		format = is_quoted(clean_skip_mark(sample)) ?
		    FORMAT_QUOTED_TSV : FORMAT_LINEAR_TSV;
	snprintf(in->format_why, sizeof in->format_why, "%s %s",
	    formats[format].name, by);
	return format;
}

bool
format_is_foreign(struct input *in)
{
	struct slice sample = input_sample(in);

	if (sample.length == 0) {
		input_refuse(in, 0, "not an article: it is empty");
		return true;
	}
	for (size_t i = 0; i < COUNT(foreign); i++)
		if (slice_begins(sample, foreign[i].head)) {
			input_refuse(in, 0, "not an article: %s (%s)",
			    foreign[i].what, foreign[i].remedy);
			return true;
		}
	if (!charset_of_mark(sample) &&
	    memchr(sample.at, '\0', sample.length)) {
		input_refuse(in, 0, "not an article: a binary file (it has "
		    "NUL bytes)");
		return true;
	}
	return false;
}

/* UTF-16 is read whole or not at all: in it a line feed is no byte. */
static bool
is_wide(struct input *in)
{
	const struct charset *charset = charset_of_mark(input_sample(in));

	if (!charset)
		charset = in->charset;
	return charset && strncmp(charset_name(charset), "UTF-16", 6) == 0;
}

void
format_read(enum format format, struct input *in, struct output *out)
{
	if (format != FORMAT_TEXT && format != FORMAT_HTML && is_wide(in))
		input_refuse(in, 0, "a table in UTF-16: make it UTF-8 with "
		    "iconv -f UTF-16 -t UTF-8");
	else
		formats[format].read(in, out);
}
