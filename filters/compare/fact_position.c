/*
 * Positions: who accepts and who rejects.
 */
#include "compare/finder.h"

#include "compare/clause.h"
#include "text/token.h"

enum {
	FORMER_BYTES = 40,	/* before a cue, where "previously" counts */
	AGAINST_WORDS = 5	/* between "ban" and its noun, at most */
};

bool
clause_is_against(const struct claim *claim, const struct clause *clause,
    uint32_t w)
{
	static const char *const words[] = { "against", "anti", "ban",
		"banning", "bans", "end", "ending", "outlaw", "outlawing",
		"repeal", "repealing", NULL };

	for (uint32_t back = 1; back <= AGAINST_WORDS &&
	    w >= clause->first + back; back++)
		for (size_t i = 0; words[i]; i++)
			if (slice_is(claim->words[w - back].lower, words[i]))
				return true;
	return false;
}

static const char *const former[] = { "earlier", "formerly", "once",
	"originally", "previously", NULL };

/* Does such a word stand shortly before the cue, outside the content? */
static bool
is_former_cue(const struct claim *claim)
{
	struct slice before;
	size_t end;

	if (!claim->cue_words.length)
		return false;
	end = (size_t)(claim->cue_words.at - claim->text.at);
	before = slice_part(claim->text, end > FORMER_BYTES ?
	    end - FORMER_BYTES : 0, end);
	while (before.at) {
		struct slice word = slice_cut(&before, ' ');

		for (size_t i = 0; former[i]; i++)
			if (slice_is(word, former[i]))
				return true;
	}
	return false;
}

bool
clause_is_former(const struct claim *claim, const struct clause *clause)
{
	for (uint32_t w = clause->first; w < clause->last; w++)
		for (size_t i = 0; former[i]; i++)
			if (slice_is(claim->words[w].lower, former[i]))
				return true;
	return is_former_cue(claim);
}

/* The field of the object behind a verb: of the last noun of the first noun
   phrase that has one ("ceasefire terms": terms). */
static uint32_t
field_of_object(const struct finder *finder, const struct clause *clause,
    uint32_t w, bool *against)
{
	uint32_t found = TERM_NONE;
	const uint8_t before = w > clause->first ?
	    finder->claim->words[w - 1].flags : 0;

	for (; w < clause->last; w++) {
		const struct word *word = &finder->claim->words[w];
		uint32_t field = finder_field(word, false);

		if (field != TERM_NONE) {
			found = field;
			*against = (word->flags ^ before) & WORD_NEGATED ||
			    clause_is_against(finder->claim, clause, w);
		} else if (found != TERM_NONE && !tag_is_noun(word->tag))
			break;
	}
	return found;
}

/* The nearest entity before word w in its clause, or the clause's subject. */
static uint32_t
actor_before(const struct finder *finder, const struct clause *clause,
    uint32_t w)
{
	while (w-- > clause->first)
		if (finder->claim->words[w].flags & WORD_ENTITY)
			return finder->claim->words[w].term;
	return clause->subject_count && finder_is_entity(finder,
	    clause->subjects[0]) ? clause->subjects[0] : TERM_NONE;
}

static bool
is_wish(const struct claim *claim, uint32_t w, const struct clause *clause)
{
	const struct word *word = &claim->words[w];

	return (w > clause->first && word->tag == TAG_VB &&
	    slice_is(word[-1].lower, "to") &&
	    !(word->flags & WORD_NEGATED)) ||
	    (w > clause->first && slice_is(word[-1].lower, "only"));
}

static void
add_position(struct finder *finder, uint32_t actor, int sign, uint32_t field,
    uint32_t c, struct slice words)
{
	struct fact fact = { .kind = FACT_POSITION, .name = actor,
		.level = sign, .field = field, .clause = c, .words = words };

	if (actor == TERM_NONE || field == TERM_NONE)
		return;
	fact.key = finder_key(finder, "position", actor, field);
	finder_add(finder, fact);
}

void
positions_find(struct finder *finder, uint32_t c)
{
	const struct claim *claim = finder->claim;
	const struct clause *clause = &claim->clauses[c];

	if (clause_is_former(claim, clause))
		return;
	for (uint32_t w = clause->first; w < clause->last; w++) {
		const struct word *word = &claim->words[w];
		const struct lexicon_row *row;
		bool against = false;
		uint32_t field;
		int sign;

		if ((!(word->flags & WORD_VERB) && !tag_is_noun(word->tag)) ||
		    !lexeme_in(&finder->claims->lexemes, word->lemma,
		    LEXEME_POSITION))
			continue;
		row = lexicon_find(&finder->claims->knowledge->positions,
		    finder_name(finder, word->lemma));
		if (!row || is_wish(claim, w, clause) ||
		    clause_supposes(claim, clause, w))
			continue;
		field = field_of_object(finder, clause, w + 1, &against);
		sign = finder_number(row->fields[1]);
		if (!(word->flags & WORD_NEGATED) == against)
			sign = -sign;
		add_position(finder, actor_before(finder, clause, w), sign,
		    field, c,
		    finder_text(claim, w, w + 1));
	}
}

/* The claim as a whole is a position: "Israel rejected | these terms". */
void
positions_find_own(struct finder *finder)
{
	const struct claim *claim = finder->claim;
	const struct lexicon_row *row;
	bool against = false;
	uint32_t field;
	int sign;

	if (claim->cue == TERM_NONE || claim_is_narrator(claim) ||
	    claim->clause_count == 0 || claim->whole)
		return;
	row = lexicon_find(&finder->claims->knowledge->positions,
	    finder_name(finder, claim->cue));
	if (!row || clause_is_former(claim, &claim->clauses[0]))
		return;
	field = field_of_object(finder, &claim->clauses[0], 0, &against);
	sign = finder_number(row->fields[1]);
	add_position(finder, claim->source, against ? -sign : sign, field, 0,
	    finder_name(finder, claim->cue));
}
