/*
 * Making the index of a table: its keys and their beginnings are counted, then
 * put into tables that are at most half full.
 */
#include "tsv/lookup.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/memory.h"

struct maker {
	struct slice bytes;
	struct lookup head;
	struct lookup_slot *slots;
	struct lookup_row *rows;
	struct lookup_prefix *prefixes;
};

static uint32_t
room_for(size_t count)
{
	uint32_t room = 2;

	while (room < count * 2)
		room *= 2;
	return room;
}

static void
add_key(struct maker *m, struct slice key, uint32_t row)
{
	uint32_t mask = m->head.slot_count - 1, next = LOOKUP_NONE;
	uint64_t hash = hash_bytes(key);
	uint32_t mark = (uint32_t)(hash >> 32), i = (uint32_t)hash & mask;
	const size_t start = (size_t)(key.at - m->bytes.at);

	for (; m->slots[i].row != LOOKUP_NONE; i = (i + 1) & mask) {
		const char *other = m->bytes.at +
		    m->rows[m->slots[i].row].start;

		if (m->slots[i].mark == mark &&
		    slice_equal((struct slice){ other, strcspn(other, "\t\n") },
		    key)) {
			next = m->slots[i].row;
			break;
		}
	}
	m->slots[i] = (struct lookup_slot){ mark, row };
	m->rows[row] = (struct lookup_row){ (uint32_t)start, next };
	if (key.length > 0)
		m->head.lengths[(unsigned char)key.at[0]] |= UINT32_C(1) <<
		    (key.length < 31 ? key.length : 31);
}

static void
add_prefix(struct maker *m, struct slice s)
{
	uint32_t mask = m->head.prefix_count - 1;
	uint64_t hash = hash_bytes(s);
	uint32_t mark = (uint32_t)(hash >> 32), i = (uint32_t)hash & mask;

	for (; m->prefixes[i].length > 0; i = (i + 1) & mask)
		if (m->prefixes[i].mark == mark &&
		    slice_equal(slice_part(m->bytes, m->prefixes[i].start,
		    m->prefixes[i].start + m->prefixes[i].length), s))
			return;
	m->prefixes[i] = (struct lookup_prefix){ mark,
	    (uint32_t)(s.at - m->bytes.at), (uint32_t)s.length };
}

static void
add_prefixes(struct maker *m, struct slice key)
{
	uint32_t words = 1;

	for (size_t i = 0; i < key.length; i++) {
		if (key.at[i] != ' ')
			continue;
		add_prefix(m, slice_part(key, 0, i));
		words++;
	}
	if (words > m->head.longest)
		m->head.longest = words;
}

/* Rows of the table, the header left out; blanks, in all keys together. */
static size_t
count_rows(struct slice rest, size_t *blanks)
{
	size_t rows = 0;

	*blanks = 0;
	slice_cut(&rest, '\n');
	for (; rest.length > 0; rows++) {
		struct slice row = slice_cut(&rest, '\n');
		struct slice key = slice_cut(&row, '\t');

		for (size_t i = 0; i < key.length; i++)
			*blanks += key.at[i] == ' ';
	}
	return rows;
}

static void
add_rows(struct maker *m)
{
	struct slice rest = m->bytes;

	slice_cut(&rest, '\n');
	for (uint32_t row = 0; row < m->head.row_count; row++) {
		struct slice line = slice_cut(&rest, '\n');
		struct slice key = slice_cut(&line, '\t');

		add_key(m, key, row);
		add_prefixes(m, key);
	}
}

void
lookup_make(struct slice bytes, struct buffer *index)
{
	struct maker m = { .bytes = bytes };
	size_t blanks, rows = count_rows(bytes, &blanks);

	m.head.row_count = (uint32_t)rows;
	m.head.slot_count = room_for(rows);
	m.head.prefix_count = room_for(blanks);
	m.slots = memory_new(m.head.slot_count, sizeof *m.slots);
	m.rows = memory_new(rows + 1, sizeof *m.rows);
	m.prefixes = memory_new(m.head.prefix_count, sizeof *m.prefixes);
	for (uint32_t i = 0; i < m.head.slot_count; i++)
		m.slots[i].row = LOOKUP_NONE;
	add_rows(&m);
	buffer_add(index, (struct slice){ (char *)&m.head, sizeof m.head });
	buffer_add(index, (struct slice){ (char *)m.slots,
	    m.head.slot_count * sizeof *m.slots });
	buffer_add(index, (struct slice){ (char *)m.rows,
	    rows * sizeof *m.rows });
	buffer_add(index, (struct slice){ (char *)m.prefixes,
	    m.head.prefix_count * sizeof *m.prefixes });
	free(m.slots);
	free(m.rows);
	free(m.prefixes);
}
