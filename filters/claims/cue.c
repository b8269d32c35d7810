/*
 * Cues: matching the table's keys on lemmas, longest first.
 *
 * A key's first word is compared with the lemma of the unit (the word as
 * written where the key is no verb), the others with the lemma or the word,
 * so that "make clear" is found in "made clear" and "according to" as it is.
 */
#include "claims/cue.h"

#include "base/memory.h"
#include "base/message.h"
#include "claims/claim.h"
#include "tsv/lexicon.h"

LEXICON_BUILTIN(cues);

static const char *const cue_columns[] = {
	"cue", "pos", "frames", "class", "act", "certainty", "polarity",
	"strength", NULL
};

enum { KEY, POS, FRAMES, CLASS, ACT, CERTAINTY, POLARITY, STRENGTH };

static const char *const pos_names[CUE_POS_COUNT] = {
	[CUE_VERB] = "verb", [CUE_NOUN] = "noun", [CUE_ADJ] = "adj",
	[CUE_PREP] = "prep"
};

static const char *const class_names[CUE_CLASS_COUNT] = {
	[CUE_SPEECH] = "speech", [CUE_ATTITUDE] = "attitude",
	[CUE_ACT] = "act", [CUE_DOCUMENT] = "document", [CUE_LIGHT] = "light"
};

static const struct {
	const char *name;
	uint32_t frame;
} frame_names[] = {
	{ "that", FRAME_THAT }, { "quote", FRAME_QUOTE }, { "np", FRAME_NP },
	{ "inf", FRAME_INF }, { "wh", FRAME_WH }, { "as", FRAME_AS },
	{ "np+that", FRAME_NP_THAT }, { "np+quote", FRAME_NP_QUOTE },
	{ "np+inf", FRAME_NP_INF }, { "np+wh", FRAME_NP_WH },
	{ "np+of", FRAME_NP_OF }, { "np+for", FRAME_NP_FOR },
	{ "np+as", FRAME_NP_AS }, { "np+np", FRAME_NP_NP },
	{ "np+with", FRAME_NP_WITH }, { "np+to", FRAME_NP_TO },
	{ "np+over", FRAME_NP_OVER }, { "np+about", FRAME_NP_ABOUT },
	{ "light", FRAME_LIGHT }, { "gloss", FRAME_GLOSS },
	{ "of", FRAME_OF }, { "for", FRAME_FOR }, { "about", FRAME_ABOUT },
	{ "against", FRAME_AGAINST }, { "on", FRAME_ON }, { "to", FRAME_TO },
	{ "in", FRAME_IN }, { "with", FRAME_WITH }, { "at", FRAME_AT },
	{ "over", FRAME_OVER }, { "np+at", FRAME_NP_AT }
};

enum { FIRST_PREPOSITION = 20, KEY_MAX = 128 };

static struct lexicon lexicon;
static struct cue *cues;	/* one a row of the lexicon */

static int
name_index(const char *const names[], int count, struct slice name)
{
	for (int i = 0; i < count; i++)
		if (slice_is(name, names[i]))
			return i;
	return -1;
}

static uint32_t
frame_of(const struct lexicon_row *row, struct slice name)
{
	for (size_t i = 0; i < sizeof(frame_names) / sizeof(*frame_names); i++)
		if (slice_is(name, frame_names[i].name))
			return frame_names[i].frame;
	lexicon_refuse(&lexicon, row, "cues", "one of its frames is none; "
	    "hearsay-extract-claims(1) lists them");
}

static struct cue
cue_read(const struct lexicon_row *row)
{
	struct cue cue = { .key = row->fields[KEY] };
	struct slice frames = row->fields[FRAMES];
	int pos = name_index(pos_names, CUE_POS_COUNT, row->fields[POS]);
	int class = name_index(class_names, CUE_CLASS_COUNT,
	    row->fields[CLASS]);
	size_t strength;

	if (pos < 0 || class < 0 ||
	    !slice_number(row->fields[STRENGTH], &strength))
		lexicon_refuse(&lexicon, row, "cues", "pos is verb, noun, "
		    "adj or prep, class speech, attitude, act, document or "
		    "light, strength a number");
	if (!name_is_of(act_names, row->fields[ACT]) ||
	    !name_is_of(certainty_names, row->fields[CERTAINTY]))
		lexicon_refuse(&lexicon, row, "cues", "no such act or "
		    "certainty; hearsay-extract-claims(1) lists them");
	cue.pos = (enum cue_pos)pos;
	cue.class = (enum cue_class)class;
	cue.act = row->fields[ACT];
	cue.certainty = row->fields[CERTAINTY];
	cue.negative = slice_is(row->fields[POLARITY], "neg");
	cue.strength = (unsigned)strength;
	cue.own = lexicon_is_own(&lexicon, row);
	while (frames.length > 0)
		cue.frames |= frame_of(row, slice_cut(&frames, ' '));
	return cue;
}

void
cue_open(const struct option_list *files)
{
	lexicon_add(&lexicon, LEXICON_BYTES(cues), "cues", cue_columns);
	for (size_t i = 0; files && i < files->count; i++)
		lexicon_add_file(&lexicon, files->values[i], cue_columns);
	cues = memory_new(lexicon.count, sizeof(*cues));
	for (size_t i = 0; i < lexicon.count; i++)
		cues[i] = cue_read(lexicon_row(&lexicon, i));
}

/* The cue of a part of speech among the rows of one key. */
static const struct cue *
cue_find(struct slice key, enum cue_pos pos)
{
	const struct lexicon_row *row = lexicon_find(&lexicon, key);

	for (; row; row = lexicon_more(&lexicon, row)) {
		const struct cue *cue = &cues[row - lexicon.rows];

		if (cue->pos == pos)
			return cue;
	}
	return NULL;
}

/* Put a word at the end of a key; false when there is no room. */
static bool
key_add(char *key, size_t *length, struct slice word)
{
	size_t blank = *length > 0;

	if (*length + blank + word.length > KEY_MAX)
		return false;
	if (blank)
		key[(*length)++] = ' ';
	memcpy(key + *length, word.at, word.length);
	*length += word.length;
	return true;
}

const struct cue *
cue_match(const struct level *level, int unit, enum cue_pos pos, int *last)
{
	const struct cue *best = NULL;
	char key[KEY_MAX];
	size_t length = 0;

	for (int i = unit; i < level->count; i++) {
		const struct token *token = unit_token(level, i);
		const struct cue *cue;
		size_t before = length;

		if (level->units[i].quotation || !key_add(key, &length,
		    pos == CUE_PREP ? token->lower : token->lemma))
			break;
		cue = cue_find((struct slice){ key, length }, pos);
		if (!cue && i > unit && !slice_equal(token->lower,
		    token->lemma)) {
			length = before;
			if (!key_add(key, &length, token->lower))
				break;
			cue = cue_find((struct slice){ key, length }, pos);
		}
		/* not "agreed to" in "agreed to go" */
		if (cue && !(slice_is(token->lower, "to") &&
		    unit_tag(level, i + 1) == TAG_VB)) {
			best = cue;
			*last = i;
		}
		if (!lexicon_is_prefix(&lexicon, (struct slice){ key, length }))
			break;
	}
	return best;
}

uint32_t
cue_preposition(struct slice word)
{
	uint32_t frame = 0;

	for (size_t i = FIRST_PREPOSITION;
	    i < sizeof(frame_names) / sizeof(*frame_names); i++)
		if (slice_is(word, frame_names[i].name))
			frame = frame_names[i].frame;
	return frame;
}
