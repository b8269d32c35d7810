/*
 * Names: runs of capitalised words, with the connectors that names are joined
 * by, cut where a title, a nation or a name of the tables ends.
 *
 * The whole document is looked through first for how its words are written.
 */
#include "entities/name.h"

#include "entities/name_cut.h"
#include "entities/name_finder.h"
#include "entities/name_run.h"

/* "al-Ansari" at the start of a name begins with a small letter. */
static bool
begins_with_particle(const struct name_finder *f, size_t i)
{
	return name_joint(f, i + 1) &&
	    name_has_class(f->tokens[i].lower, "prefix") &&
	    i + 2 < f->count && name_capital(&f->tokens[i + 2]) &&
	    !f->taken[i];
}

static size_t
cut_run(struct name_finder *f, size_t first)
{
	size_t last = name_run_end(f, first), at = first, end;

	while (at < last) {
		if (!name_capital(&f->tokens[at]) &&
		    !begins_with_particle(f, at)) {
			at++;	/* what a cut left of a connector */
			continue;
		}
		end = name_cut(f, at, last);
		at = end;
	}
	return at > last ? at : last;
}

/*
 * Where the words end that say what an office is for, which begin at i:
 * "Minister [for Rural Affairs] Dermot Lyne"; i when there are none.
 */
static size_t
portfolio_end(const struct name_finder *f, size_t i)
{
	size_t at = i + 1, end = i, first;
	enum gender gender;

	if (i == 0 || (!name_is(f, i, "for") && !name_is(f, i, "of")) ||
	    !name_has_class(f->tokens[i - 1].lower, "holder") ||
	    name_title_before(f, i, &first).tokens == 0)
		return i;
	if (name_is(f, at, "the"))
		at++;
	for (; at < f->count; at++) {
		const struct token *token = &f->tokens[at];

		if (end > i && (name_is(f, at, "and") || name_is(f, at, "&")))
			continue;
		if (!name_capital(token) || !name_common(token) ||
		    name_known(f, at) || (at + 1 < f->count &&
		    world_given_name(token->text, &gender) &&
		    name_capital(&f->tokens[at + 1])))
			break;
		end = at + 1;
	}
	return end;
}

static void
find_in_sentence(struct name_finder *f)
{
	size_t i = 0;

	while (i < f->count) {
		i = portfolio_end(f, i);
		if (name_token(f, i) || begins_with_particle(f, i))
			i = cut_run(f, i);
		else
			i++;
	}
}

void
names_open(void)
{
	name_words_open();
}

void
names_find(struct names *names, const struct document *document,
    bool *const *taken)
{
	struct name_finder f = { .document = document, .names = names };

	*names = (struct names){ 0 };
	for (uint32_t i = 0; i < document->count; i++) {
		name_enter(&f, i);
		name_note(&f);
	}
	for (uint32_t i = 0; i < document->count; i++) {
		name_enter(&f, i);
		f.taken = taken[i];
		find_in_sentence(&f);
	}
}

void
names_free(struct names *names)
{
	hash_free(&names->seen);
	*names = (struct names){ 0 };
}
