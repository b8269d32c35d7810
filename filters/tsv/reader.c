/*
 * The reader: blocks of bytes, scanned once.
 *
 * Each chunk of 64 bytes becomes two sets of bits: structural (tab, line feed)
 * and special (whatever a record may need a closer look for: controls, bytes
 * over 0x7e, backslash).  Walking the structural bits gives the fields; a
 * record without special bits, nearly all of them in plain English, is known to
 * be good without another look.  The idea is that of simdjson (Langdale and
 * Lemire, 2019); the SSE2 path and the plain one give the same bits.
 */
#include "tsv/tsv.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/message.h"
#include "base/progress.h"
#include "base/utf8.h"

enum {
	CHUNK = 64,		/* bytes scanned at once: bits of a uint64_t */
	BLOCK = 64 << 10	/* bytes in the buffer at first */
};

/* -------------------------------------------------------- bits of a chunk */

#ifdef __SSE2__

static void
scan_16(const char *at, unsigned *structural, unsigned *special)
{
	__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)at);
	__m128i ends = _mm_or_si128(
	    _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\t')),
	    _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')));
	/* as signed bytes, controls and all over 0x7f are less than blank */
	__m128i odd = _mm_or_si128(
	    _mm_cmplt_epi8(bytes, _mm_set1_epi8(' ')),
	    _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x7f)),
	    _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'))));

	*structural = (unsigned)_mm_movemask_epi8(ends);
	*special = (unsigned)_mm_movemask_epi8(odd) & ~*structural;
}

static void
scan_chunk(const char *at, uint64_t *structural, uint64_t *special)
{
	*structural = *special = 0;
	for (unsigned i = 0; i < CHUNK; i += 16) {
		unsigned ends, odd;

		scan_16(at + i, &ends, &odd);
		*structural |= (uint64_t)ends << i;
		*special |= (uint64_t)odd << i;
	}
}

#else

static void
scan_chunk(const char *at, uint64_t *structural, uint64_t *special)
{
	*structural = *special = 0;
	for (unsigned i = 0; i < CHUNK; i++) {
		unsigned char byte = (unsigned char)at[i];
		uint64_t bit = UINT64_C(1) << i;

		if (byte == '\t' || byte == '\n')
			*structural |= bit;
		else if (byte < ' ' || byte > '~' || byte == '\\')
			*special |= bit;
	}
}

#endif

/* The bits of a chunk that stand for its first `count` bytes. */
static uint64_t
first_bits(size_t count)
{
	return count < CHUNK ? (UINT64_C(1) << count) - 1 : UINT64_MAX;
}

/* ----------------------------------------------------------------- blocks */

static void
make_room(struct tsv_reader *in)
{
	size_t kept = in->end - in->begin;

	if (in->begin > 0) {
		memmove(in->buffer, in->buffer + in->begin, kept);
		in->scanned -= in->begin;
		in->begin = 0;
		in->end = kept;
	}
	if (in->capacity - in->end >= BLOCK / 2)
		return;
	in->capacity = in->capacity ? in->capacity * 2 : BLOCK;
	in->buffer = memory_resize(in->buffer, in->capacity + CHUNK, 1);
}

/* Read more behind what is there; false at the end of the input. */
static bool
fill(struct tsv_reader *in)
{
	ssize_t got;

	if (in->at_end)
		return false;
	make_room(in);
	do
		got = read(in->fd, in->buffer + in->end,
		    in->capacity - in->end);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		message_fail(STATUS_SYSTEM, "cannot read %s: %s", in->name,
		    strerror(errno));
	in->at_end = got == 0;
	in->end += (size_t)got;
	progress_bytes((size_t)got);
	return got > 0;
}

/*
 * Scan the next chunk; false when no byte is left.  in->chunk is where it
 * begins, relative to in->begin, as are the ends of fields: a block may move.
 */
static bool
next_chunk(struct tsv_reader *in)
{
	size_t left;

	if (in->scanned == in->end && !fill(in))
		return false;
	left = in->end - in->scanned;
	scan_chunk(in->buffer + in->scanned, &in->structural, &in->special);
	in->structural &= first_bits(left);
	in->special &= first_bits(left);
	if (left > CHUNK)
		left = CHUNK;
	in->chunk = in->scanned - in->begin;
	in->scanned += left;
	return true;
}

/* --------------------------------------------------------------- refusing */

static void
refuse(struct tsv_reader *in, size_t line, const char *format,
    va_list arguments)
{
	char text[1024];

	vsnprintf(text, sizeof text, format, arguments);
	message_at(in->name, line, "%s", text);
	in->failed = true;
}

void
tsv_refuse(struct tsv_reader *in, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	refuse(in, in->line, format, arguments);
	va_end(arguments);
}

void
tsv_refuse_row(struct tsv_reader *in, const struct tsv_row *row,
    const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	refuse(in, row->line, format, arguments);
	va_end(arguments);
}

static void
refuse_control(struct tsv_reader *in, size_t column, unsigned code)
{
	if (code == '\r')
		tsv_refuse(in, "carriage return at byte %zu; take CRLF line "
		    "ends away with: tr -d '\\r'", column);
	else if (code == 0)
		tsv_refuse(in, "NUL at byte %zu; this is no text: is it "
		    "UTF-16? then: iconv -f UTF-16 -t UTF-8", column);
	else
		tsv_refuse(in, "control character U+%04X at byte %zu; make "
		    "tables with hearsay read-articles, which repairs them",
		    code, column);
}

/* A backslash at byte i is the begin of one of the four escapes. */
static bool
check_escape(struct tsv_reader *in, struct slice record, size_t i)
{
	char next = i + 1 < record.length ? record.at[i + 1] : '\0';

	if (next == 't' || next == 'n' || next == 'r' || next == '\\')
		return true;
	if (next == '\0' || next == '\t')
		tsv_refuse(in, "a lone backslash at byte %zu; write it \\\\",
		    i + 1);
	else
		tsv_refuse(in, "unknown escape \\%c at byte %zu; only \\t \\n "
		    "\\r \\\\ are escapes: write a backslash \\\\",
		    next > ' ' && next < 0x7f ? next : '?', i + 1);
	return false;
}

/* Say what is wrong with the byte (or sequence) at i. */
static void
refuse_byte(struct tsv_reader *in, struct slice record, size_t i)
{
	unsigned char byte = (unsigned char)record.at[i];

	if (byte < 0x80)
		refuse_control(in, i + 1, byte);
	else if (byte == 0xc2 && utf8_valid(slice_part(record, i,
	    record.length)) >= 2)
		refuse_control(in, i + 1, (unsigned char)record.at[i + 1]);
	else
		tsv_refuse(in, "byte %zu (0x%02X) is not UTF-8; hearsay "
		    "read-articles and split repair such bytes", i + 1, byte);
}

/* The closer look at a record with special bytes. */
static bool
check_record(struct tsv_reader *in, struct slice record)
{
	size_t clean = utf8_clean(record);
	const char *end = record.at + clean, *at = record.at;

	while (at < end && (at = memchr(at, '\\', (size_t)(end - at))) !=
	    NULL) {
		if (!check_escape(in, record, (size_t)(at - record.at)))
			return false;
		at += 2;
	}
	if (clean < record.length)
		refuse_byte(in, record, clean);
	return !in->failed;
}

/* ---------------------------------------------------------------- records */

/* Is a record that has so many bytes, or that many so far, too long? */
static bool
too_long(struct tsv_reader *in, size_t bytes)
{
	if (bytes <= TSV_RECORD_MAX)
		return false;
	tsv_refuse(in, "the record is longer than 16 MiB; no article is: is "
	    "this a table?");
	return true;
}

/*
 * Walk to the end of the record, noting where fields end; returns their
 * number, 0 at the end of the input or after a refusal.  Fields over
 * in->column_count are counted, not noted.  *special becomes other than 0 when
 * the record needs a closer look.
 */
static size_t
find_fields(struct tsv_reader *in, uint64_t *special)
{
	size_t count = 0, room = in->column_count;

	for (;;) {
		while (in->structural != 0) {
			size_t end = in->chunk +
			    (size_t)__builtin_ctzll(in->structural);

			in->structural &= in->structural - 1;
			if (count < room)
				in->field_ends[count] = (uint32_t)end;
			count++;
			if (in->buffer[in->begin + end] != '\n')
				continue;
			*special |= in->special & first_bits(end - in->chunk);
			in->special &= ~first_bits(end - in->chunk);
			in->record = (struct slice){ in->buffer + in->begin,
			    end };
			return too_long(in, end + 1) ? 0 : count;
		}
		*special |= in->special;
		in->special = 0;
		if (too_long(in, in->scanned - in->begin))
			return 0;
		if (!next_chunk(in))
			break;
	}
	if (in->end > in->begin)
		tsv_refuse(in, "no line feed at the end of the last record; "
		    "the table may have been cut off");
	return 0;
}

/* Slices of the fields, from the ends that find_fields noted. */
static void
set_fields(struct tsv_reader *in)
{
	size_t start = 0;

	for (size_t i = 0; i < in->column_count; i++) {
		in->fields[i] = slice_part(in->record, start,
		    in->field_ends[i]);
		start = in->field_ends[i] + 1;
	}
}

/* The record with its bad bytes repaired; tabs stay where they are. */
static void
repair_record(struct tsv_reader *in)
{
	if (utf8_clean(in->record) == in->record.length)
		return;
	buffer_clear(&in->repaired);
	in->repairs += utf8_repair(in->record, &in->repaired);
	in->record = buffer_slice(&in->repaired);
	for (size_t i = 0, at = 0; i < in->column_count; i++, at++) {
		while (at < in->record.length && in->record.at[at] != '\t')
			at++;
		in->field_ends[i] = (uint32_t)at;
	}
}

static void
refuse_count(struct tsv_reader *in, size_t count)
{
	if (in->record.length == 0)
		tsv_refuse(in, "a blank line; take blank lines out with: "
		    "sed '/^$/d'");
	else
		tsv_refuse(in, "%zu field%s, but the header has %zu; a tab or "
		    "line feed inside a field is written \\t or \\n", count,
		    count == 1 ? "" : "s", in->column_count);
}

/* Move behind the record that was read last. */
static void
leave_record(struct tsv_reader *in)
{
	size_t length = in->field_ends[in->column_count] + 1;

	in->begin += length;
	in->chunk -= length;
}

bool
tsv_next(struct tsv_reader *in)
{
	uint64_t special = 0;
	size_t count;

	if (in->failed || in->done)
		return false;
	if (in->held) {
		in->held = false;
		return true;
	}
	leave_record(in);
	in->line++;
	count = find_fields(in, &special);
	in->done = count == 0;
	if (in->done)
		return false;
	in->field_ends[in->column_count] = (uint32_t)in->record.length;
	if (count != in->column_count || in->record.length == 0) {
		refuse_count(in, count);
		return false;
	}
	if (special && in->repair)
		repair_record(in);
	if (special && !check_record(in, in->record))
		return false;
	set_fields(in);
	return true;
}

/* ----------------------------------------------------------------- header */

static bool
good_name(struct slice name)
{
	for (size_t i = 0; i < name.length; i++) {
		char c = name.at[i];

		if ((c < 'a' || c > 'z') && (i == 0 ||
		    ((c < '0' || c > '9') && c != '_')))
			return false;
	}
	return name.length > 0;
}

static bool
check_name(struct tsv_reader *in, size_t i)
{
	struct slice name = in->columns[i];

	if (!good_name(name)) {
		tsv_refuse(in, "column %zu is named '%.*s'; a name is a lower-"
		    "case letter, then letters, digits and _", i + 1,
		    name.length < 100 ? (int)name.length : 100, name.at);
		return false;
	}
	for (size_t k = 0; k < i; k++) {
		if (slice_equal(in->columns[k], name)) {
			tsv_refuse(in, "columns %zu and %zu have one name, "
			    "'%.*s'", k + 1, i + 1, (int)name.length, name.at);
			return false;
		}
	}
	return true;
}

static void
take_names(struct tsv_reader *in, size_t count)
{
	struct arena none = { 0 };
	struct slice rest = arena_copy(&none, in->record);

	/* the names live as long as the reader; tsv_close frees them */
	in->columns = memory_new(count, sizeof *in->columns);
	for (size_t i = 0; i < count; i++)
		in->columns[i] = slice_cut(&rest, '\t');
	in->names = none;
	in->column_count = count;
	in->fields = memory_new(count, sizeof *in->fields);
	in->field_ends = memory_resize(in->field_ends, count + 1,
	    sizeof *in->field_ends);
	in->field_ends[count] = (uint32_t)in->record.length;
}

#define BOM "\xEF\xBB\xBF"

static void
read_header(struct tsv_reader *in)
{
	uint64_t special = 0;
	size_t count;

	in->line = 1;
	in->field_ends = memory_new(1, sizeof *in->field_ends);
	count = find_fields(in, &special);
	if (in->failed)
		return;
	if (count == 0)
		tsv_refuse(in, "nothing there; a table begins with a row of "
		    "column names");
	else if (slice_begins(in->record, SLICE(BOM)))
		tsv_refuse(in, "a byte order mark (BOM); take it away with: "
		    "tail -c +%zu", sizeof BOM);
	else if (count > TSV_COLUMN_MAX)
		tsv_refuse(in, "%zu columns; more than %d are refused", count,
		    TSV_COLUMN_MAX);
	else if (in->record.length == 0)
		tsv_refuse(in, "a blank line; a table begins with a row of "
		    "column names");
	else if (!special || check_record(in, in->record))
		take_names(in, count);
	for (size_t i = 0; i < in->column_count; i++)
		if (!check_name(in, i))
			return;
}

void
tsv_open(struct tsv_reader *in, int fd, const char *name)
{
	*in = (struct tsv_reader){ .name = name, .fd = fd };
	read_header(in);
}

void
tsv_open_bytes(struct tsv_reader *in, struct slice bytes, const char *name)
{
	*in = (struct tsv_reader){ .name = name, .fd = -1, .at_end = true,
	    .end = bytes.length };
	/* never written to: at_end keeps fill from the buffer */
	in->buffer = (char *)(uintptr_t)bytes.at;
	read_header(in);
}

void
tsv_repair(struct tsv_reader *in)
{
	in->repair = true;
}

int
tsv_find(const struct tsv_reader *in, const char *column)
{
	for (size_t i = 0; i < in->column_count; i++)
		if (slice_is(in->columns[i], column))
			return (int)i;
	return -1;
}

int
tsv_require(const struct tsv_reader *in, const char *column,
    const char *remedy)
{
	int index = tsv_find(in, column);

	if (in->failed)
		_exit(STATUS_DATA);	/* its message has been given */
	if (index >= 0)
		return index;
	message_at(in->name, 1, "no column '%s'; %s", column, remedy);
	_exit(STATUS_DATA);
}

int
tsv_close(struct tsv_reader *in)
{
	int status = in->failed ? STATUS_DATA : STATUS_OK;

	progress_end();
	if (in->repairs > 0)
		message_at(in->name, 0, "%zu bad byte%s or control characters "
		    "replaced by U+FFFD", in->repairs,
		    in->repairs == 1 ? "" : "s");
	if (in->fd >= 0) {
		free(in->buffer);
		close(in->fd);
	}
	free(in->columns);
	free(in->fields);
	free(in->field_ends);
	arena_free(&in->names);
	buffer_free(&in->repaired);
	*in = (struct tsv_reader){ .failed = true, .fd = -1 };
	return status;
}
