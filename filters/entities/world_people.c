/*
 * People of the tables: whom a last name means, and who holds an office, on
 * the date of the document.
 *
 * Rows that share a last name or an office are chained by their numbers.
 */
#include "entities/world_people.h"

#include "base/hash.h"
#include "base/memory.h"
#include "entities/world.h"

LEXICON_BUILTIN(name_orders);

/* Columns of people. */
enum {
	PERSON_NAME, PERSON_ID, PERSON_OFFICE, PERSON_OF, PERSON_SINCE,
	PERSON_UNTIL
};

static const struct lexicon *people;

/* States where the family's name comes first. */
static struct lexicon name_orders;

/* Last name -> first row of people; rows chained in next_namesake. */
static struct hash last_names;
static uint32_t *next_namesake;

/* "OFFICE\tSTATE" -> first row of that office; rows chained in next_holder. */
static struct hash holders;
static uint32_t *next_holder;
static struct arena keys;

static struct date today;	/* of the document under way */

static struct slice
first_word(struct slice name)
{
	return slice_cut(&name, ' ');
}

/* How much an office is in the news: 0 the most. */
static unsigned
office_rank(struct slice office)
{
	static const char *const offices[] = {
		"head_of_state", "head_of_government", "igo_head",
		"foreign_minister", "defence_minister", "armed_group_leader",
		"religious_leader"
	};
	unsigned rank;

	for (rank = 0; rank < sizeof offices / sizeof *offices; rank++)
		if (slice_is(office, offices[rank]))
			break;
	return rank;
}

/* Is the family's name the first, as in Xi Jinping? */
static bool
family_first(struct slice state)
{
	return lexicon_find(&name_orders, state) != NULL;
}

/* Does an office held from since to until (either may be empty) span date? */
static bool
held_on(const struct slice *fields, struct date date)
{
	struct date from, to;

	if (date.year == 0)
		return fields[PERSON_UNTIL].length == 0;
	if (date_read(fields[PERSON_SINCE], &from) &&
	    date_days(from) > date_days(date))
		return false;
	if (!date_read(fields[PERSON_UNTIL], &to))
		return true;
	/* "2021" lasts until its end */
	return to.month == 0 ? date.year <= to.year :
	    date_days(date) <= date_days(to);
}

/*
 * Which of two rows is the one that news means by a last name: who held the
 * higher office on the date.  The same person's rows never compete.
 */
static bool
is_meant_rather(const struct slice *a, const struct slice *b)
{
	bool held_a = held_on(a, today), held_b = held_on(b, today);

	if (held_a != held_b)
		return held_a;
	return office_rank(a[PERSON_OFFICE]) < office_rank(b[PERSON_OFFICE]);
}

static void
index_last_name(uint32_t row)
{
	const struct slice *fields = lexicon_row(people, row)->fields;
	struct slice name = family_first(fields[PERSON_OF]) ?
	    first_word(fields[0]) : slice_last_word(fields[0]);
	uint32_t *place;

	if (name.length == fields[0].length)
		return;
	place = hash_put(&last_names, name);
	next_namesake[row] = *place;
	*place = row;
}

static struct slice
holder_key(struct slice office, struct slice state, struct buffer *key)
{
	buffer_clear(key);
	buffer_add(key, office);
	buffer_add_byte(key, '\t');
	buffer_add(key, state);
	return buffer_slice(key);
}

/* Has a person been in office not long before the date, or no one knows? */
static bool
is_recent(const struct slice *fields)
{
	enum { YEARS = 8 };
	struct date to;

	if (!date_read(fields[PERSON_UNTIL], &to))
		return true;
	return today.year > 0 && to.year + YEARS >= today.year;
}

void
world_people_open(const struct lexicon *table)
{
	static const char *const columns[] = { "state", NULL };
	struct buffer key = { 0 };
	uint32_t *place;

	lexicon_add(&name_orders, LEXICON_BYTES(name_orders),
	    "name_orders.tsv", columns);
	people = table;
	next_holder = memory_new(people->count + 1, sizeof *next_holder);
	next_namesake = memory_new(people->count + 1, sizeof *next_namesake);
	for (uint32_t i = 0; i < people->count; i++) {
		const struct slice *fields = lexicon_row(people, i)->fields;

		index_last_name(i);
		holder_key(fields[2], fields[3], &key);
		place = hash_put(&holders, arena_copy(&keys,
		    buffer_slice(&key)));
		next_holder[i] = *place;
		*place = i;
	}
	buffer_free(&key);
}

struct fact
world_person(const struct lexicon_row *row)
{
	return (struct fact){
		.type = MENTION_PER, .id = row->fields[PERSON_ID],
		.kind = row->fields[PERSON_OFFICE],
		.of = row->fields[PERSON_OF]
	};
}

/* The row of one name's that fits the date best. */
const struct lexicon_row *
world_person_meant(const struct lexicon_row *row)
{
	const struct lexicon_row *best = row;

	while ((row = lexicon_more(people, row)) != NULL)
		if (is_meant_rather(row->fields, best->fields))
			best = row;
	return best;
}

void
world_at(struct date date)
{
	today = date;
}

struct fact
world_surname(struct slice surname)
{
	const struct lexicon_row *rows = people->rows;
	const struct slice *best = NULL;
	struct fact fact = { 0 };
	bool alone = true;
	uint32_t row = hash_get(&last_names, surname), first = row;

	for (; row != HASH_NONE; row = next_namesake[row]) {
		const struct slice *fields = rows[row].fields;

		alone &= slice_equal(fields[PERSON_ID],
		    rows[first].fields[PERSON_ID]);
		if (!best || is_meant_rather(fields, best))
			best = fields;
	}
	if (!best || !is_recent(best))
		return fact;
	/* a common name means somebody only when a state's head bears it */
	if ((!alone || world_is_surname(surname)) &&
	    (!held_on(best, today) || office_rank(best[PERSON_OFFICE]) > 2))
		return fact;
	for (row = first; row != HASH_NONE; row = next_namesake[row])
		if (rows[row].fields == best)
			fact = world_person(&rows[row]);
	fact.tokens = 1;
	return fact;
}

struct slice
world_holder(struct slice office, struct slice state)
{
	static struct buffer key;
	uint32_t row = hash_get(&holders, holder_key(office, state, &key));

	for (; row != HASH_NONE; row = next_holder[row])
		if (held_on(people->rows[row].fields, today))
			return people->rows[row].fields[1];
	return SLICE("");
}
