/*
 * A run cut into names: where a title, a nation or a name of the tables ends,
 * or where a head word of bodies and places closes one.
 */
#include "entities/name_cut.h"

#include "entities/name_run.h"

/* "TEL AVIV" as it stands in running text: "Tel Aviv". */
static struct slice
small_letters(struct slice text, struct arena *arena)
{
	char *bytes = arena_new(arena, text.length, 1);
	bool inside = false;

	for (size_t i = 0; i < text.length; i++) {
		char c = text.at[i];
		bool upper = c >= 'A' && c <= 'Z';

		bytes[i] = upper && inside ? (char)(c | 0x20) : c;
		inside = upper || (inside && c != ' ' && c != '-');
	}
	return (struct slice){ bytes, text.length };
}

static struct name
make_name(const struct name_finder *f, size_t first, size_t last,
    enum mention_type type, const char *why)
{
	const char *start = f->tokens[first].text.at;
	const struct token *end = &f->tokens[last - 1];
	struct name name = {
		.sentence = f->index, .first = (uint32_t)first,
		.last = (uint32_t)last, .title_first = (uint32_t)first,
		.kind = MENTION_NAM, .type = type, .why = why,
		.text = { start, (size_t)(end->text.at - start) +
		    end->text.length },
		.entity = NO_ENTITY
	};

	if (f->upper_case && name.text.length > 3)
		name.text = small_letters(name.text, f->document->arena);
	return name;
}

static struct name *
add_name(struct name_finder *f, size_t first, size_t last,
    enum mention_type type, const char *why)
{
	struct names *names = f->names;

	ARENA_GROW(f->document->arena, names->at, names->count,
	    names->capacity);
	names->at[names->count] = make_name(f, first, last, type, why);
	return &names->at[names->count++];
}

/* The title that ends right before token i: "spokesperson" John Kirby. */
struct title
name_title_before(const struct name_finder *f, size_t i, size_t *first)
{
	enum { TITLE_REACH = 6 };
	size_t from = i > TITLE_REACH ? i - TITLE_REACH : 0;
	struct title title = { 0 };

	for (size_t k = from; k < i; k++) {
		title = world_title(f->tokens, i, k);
		if (title.tokens == i - k) {
			*first = k;
			return title;
		}
	}
	return (struct title){ 0 };
}

static void
set_title(const struct name_finder *f, struct name *name)
{
	size_t first = name->first;
	struct title title = name_title_before(f, first, &first);

	if (title.tokens == 0 && first > 1 && name_is(f, first - 1, ","))
		return;
	name->title = title;
	name->title_first = (uint32_t)first;
}

/* Where the title ends that begins at i; 0 when none does. */
static size_t
title_inside(const struct name_finder *f, size_t i)
{
	struct title title = world_title(f->tokens, f->count, i);

	return title.tokens > 0 ? i + title.tokens : 0;
}

/* The piece of a run from first up to the next title. */
static size_t
piece_end(const struct name_finder *f, size_t first, size_t last)
{
	size_t end = first + 1;

	while (end < last) {
		size_t behind = title_inside(f, end);

		if (behind > 0 && behind < last &&
		    !name_is(f, end - 1, "of") && !name_joint(f, end - 1))
			break;
		/* "Kirby Deputy" never, but "Ministry spokesman" */
		if (behind == last && behind > end &&
		    !name_joint(f, end - 1) &&
		    f->tokens[end].shape != SHAPE_LOWER &&
		    !world_is_surname(f->tokens[end].text))
			break;
		end++;
	}
	return end;
}

/*
 * A head word of bodies, places or events among tokens first to last; behind
 * is where the name ends that it is the head of.
 */
static bool
find_head(const struct name_finder *f, size_t first, size_t last,
    size_t *behind, struct head *head)
{
	*behind = last;
	for (size_t i = first; i < last; i++)
		if (name_head_with_of(f, i, last, head))
			return true;
	for (size_t i = last; i-- > first + 1;) {
		*behind = i + 1;
		if (name_head(f, i, head) && head->last)
			return true;
		if (world_event_word(f->tokens[i].lower)) {
			*head = (struct head){ .type = MENTION_EVENT };
			return true;
		}
	}
	/* "Bank Mandiri", "Lake Tana"; alone only bodies: "Parliament" */
	*behind = last;
	return name_head(f, first, head) && head->first &&
	    (last > first + 1 || head->type == MENTION_ORG);
}

/* Institutions that are a state's: "Israeli" stays outside their name. */
static bool
is_institution(const struct head *head)
{
	static const char *const kinds[] = {
		"agency", "army", "court", "government", "legislature",
		"military", "ministry", "parliament", "police"
	};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (slice_is(head->kind, kinds[i]))
			return true;
	return false;
}

/* A place's name that a person's begins with: "Jordan Henderson". */
static bool
is_person_too(const struct name_finder *f, size_t first, size_t last)
{
	enum gender gender;

	if (last - first < 2 || last - first > 4)
		return false;
	return world_given_name(f->tokens[first].text, &gender) &&
	    !name_is(f, first + 1, "and");
}

/* "Biden administration", "Netanyahu's office": the person inside. */
static void
add_person_inside(struct name_finder *f, const struct name *outer)
{
	size_t first = outer->first;
	struct fact fact = world_surname(f->tokens[first].text);
	struct name *name;

	if (fact.tokens == 0 || outer->last - first < 2 ||
	    outer->type != MENTION_ORG)
		return;
	if (f->tokens[first + 1].shape != SHAPE_LOWER &&
	    !name_is(f, first + 1, "'s") &&
	    !name_is(f, first + 1, "administration"))
		return;
	name = add_name(f, first, first + 1, MENTION_PER, "table");
	name->fact = fact;
}

static size_t
add_fact(struct name_finder *f, size_t first, struct fact fact)
{
	size_t last = first + fact.tokens;
	size_t title = fact.type == MENTION_PER ?
	    title_inside(f, first) : 0;
	struct name *name;

	/* "Pope Francis" is in the tables with his title */
	if (title >= last)
		title = 0;
	name = add_name(f, title > 0 ? title : first, last, fact.type,
	    "table");
	name->fact = fact;
	if (fact.demonym)
		name->kind = MENTION_ADJ;
	if (fact.type == MENTION_PER)
		set_title(f, name);
	add_person_inside(f, name);
	return last;
}

/* "British Indians", "Sunni Arab": two nations' names that make one. */
static size_t
add_double_demonym(struct name_finder *f, size_t first, struct fact fact,
    size_t last)
{
	size_t next = first + fact.tokens;
	struct fact second = { 0 };
	struct name *name;

	if (!fact.demonym || next >= last)
		return 0;
	second = world_name(f->tokens, last, next);
	if (second.tokens == 0 || second.type != MENTION_NORP)
		return 0;
	name = add_name(f, first, next + second.tokens, MENTION_NORP,
	    "table");
	name->kind = second.demonym ? MENTION_ADJ : MENTION_NAM;
	return name->last;
}

/* "Erez crossing": a head with a small letter behind a name. */
static size_t
small_head(const struct name_finder *f, size_t first, size_t last,
    struct head *head)
{
	size_t at = last;

	if (at < f->count && name_is(f, at, "refugee"))
		at++;
	if (at >= f->count || f->taken[at] ||
	    f->tokens[at].shape != SHAPE_LOWER ||
	    !world_loc_word(f->tokens[at].lower, head) || !head->last ||
	    head->type != MENTION_FAC || first == last)
		return last;
	return at + 1;
}

/*
 * "Diplomatic Security Charlene Lamb": where a person's name begins behind
 * words of every day; else end.
 */
static size_t
before_person(const struct name_finder *f, size_t first, size_t end)
{
	enum gender gender;

	for (size_t i = first; i + 1 < end && name_common(&f->tokens[i]); i++)
		if (i > first && world_given_name(f->tokens[i].text, &gender))
			return i;
	for (size_t i = first + 1; i + 1 < end; i++) {
		if (world_given_name(f->tokens[i].text, &gender) &&
		    i + 4 > end && name_common(&f->tokens[i - 1]))
			return i;
		if (!name_common(&f->tokens[i]))
			break;
	}
	return end;
}

/* "Democratic Party of Korea" is another one than that of the tables. */
static size_t
of_elsewhere(const struct name_finder *f, size_t last, struct fact fact)
{
	if (fact.type != MENTION_ORG || !slice_is(fact.kind, "party") ||
	    !name_is(f, last, "of"))
		return 0;
	if (name_is(f, last + 1, "the"))
		last++;
	return name_token(f, last + 1) ? last + 2 : 0;
}

/* Is a fact of the first word's not of the name that goes on to end? */
static bool
is_namesake(const struct name_finder *f, size_t first, size_t end,
    const struct fact *fact)
{
	size_t title;

	if (fact->tokens != 1 || end == first + 1)
		return false;
	/* "Mrs. Lena Ferrow" bears a river's name */
	if (!fact->demonym && fact->type != MENTION_PER &&
	    name_title_before(f, first, &title).tokens > 0)
		return true;
	/* "Harmony Hunter" is no party of Latvia */
	return fact->type == MENTION_ORG && name_common(&f->tokens[first]) &&
	    f->tokens[first].shape == SHAPE_CAPITALISED;
}

/* "Hallam & Pryce": last names, joined as a firm's. */
static bool
is_firm(const struct name_finder *f, size_t first, size_t end)
{
	enum gender gender;

	for (size_t i = first + 1; i + 1 < end; i++)
		if (name_is(f, i, "&"))
			return !world_given_name(f->tokens[first].text,
			    &gender);
	return false;
}

/* One name (or title) at first, of a run that ends at last; where it ends. */
size_t
name_cut(struct name_finder *f, size_t first, size_t last)
{
	struct fact fact = world_name(f->tokens, f->count, first);
	size_t end, behind, title = title_inside(f, first);
	struct head head = { 0 };
	struct name *name;

	/* "US Secretary of State", "BJP leader": the title names a body */
	if (title > first + fact.tokens && fact.tokens > 0 &&
	    fact.type != MENTION_PER)
		return add_fact(f, first, fact);
	if (title > first && (fact.tokens < title - first ||
	    (title < last && fact.tokens == title - first)))
		return title;
	end = piece_end(f, first, last);
	if (is_namesake(f, first, end, &fact))
		fact = (struct fact){ 0 };
	behind = add_double_demonym(f, first, fact, end);
	if (behind > 0)
		return behind;
	if (fact.tokens >= end - first) {
		behind = of_elsewhere(f, first + fact.tokens, fact);
		if (behind == 0)
			return add_fact(f, first, fact);
		return add_name(f, first, behind, MENTION_ORG, "head word")->
		    last;
	}
	behind = small_head(f, first, end, &head);
	if (behind > end && !fact.demonym) {
		add_name(f, first, behind, head.type, "head word");
		return behind;
	}
	if (find_head(f, first, end, &behind, &head) &&
	    behind - first > fact.tokens) {
		if (!fact.demonym || !is_institution(&head)) {
			name = add_name(f, first, behind, head.type,
			    "head word");
			name->fact.kind = head.kind;
			return behind;
		}
	}
	/* "Mohammed bin Rashid" is known, "Al Maktoum" belongs to it */
	if (fact.tokens > 1 && fact.type == MENTION_PER &&
	    end - first <= fact.tokens + 3 && !name_known(f, end - 1))
		fact.tokens = end - first;
	/* "Santiago de Surco" is another place than Santiago */
	if (fact.tokens > 0 && fact.type == MENTION_GPE &&
	    name_has_class(f->tokens[first + fact.tokens].lower, "particle"))
		return add_name(f, first, end, MENTION_GPE, "place's name")->
		    last;
	if (fact.tokens > 0 && !(fact.tokens == 1 && !fact.demonym &&
	    is_person_too(f, first, end)))
		return add_fact(f, first, fact);
	if (name_common(&f->tokens[first]) && end == first + 1 &&
	    title_inside(f, end) > end)
		return end;	/* "Harbour Minister" */
	if (is_firm(f, first, end)) {
		name = add_name(f, first, end, MENTION_ORG, "head word");
		name->fact.kind = SLICE("company");
		return end;
	}
	end = before_person(f, first, end);
	name = add_name(f, first, end, MENTION_TYPE_COUNT, "");
	set_title(f, name);
	return end;
}

struct name
name_of_span(const struct name_finder *f, size_t first, size_t last,
    enum mention_type type, const char *why)
{
	struct name name = make_name(f, first, last, type, why);
	struct fact fact = world_name(f->tokens, last, first);
	struct head head;
	size_t behind;

	if (fact.tokens == last - first && fact.type == type) {
		name.fact = fact;
		if (fact.demonym)
			name.kind = MENTION_ADJ;
	} else if (find_head(f, first, last, &behind, &head) &&
	    head.type == type) {
		name.fact.kind = head.kind;
	}
	if (type == MENTION_PER)
		set_title(f, &name);
	return name;
}
