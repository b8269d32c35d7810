/*
 * Cues: the words that say that somebody says, thinks or does something with
 * words, and what may stand behind each of them (filters/tables/cues.tsv).
 */
#ifndef CLAIMS_CUE_H
#define CLAIMS_CUE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/options.h"
#include "base/slice.h"
#include "claims/clause.h"

enum cue_pos { CUE_VERB, CUE_NOUN, CUE_ADJ, CUE_PREP, CUE_POS_COUNT };

enum cue_class {
	CUE_SPEECH, CUE_ATTITUDE, CUE_ACT, CUE_DOCUMENT,
	CUE_LIGHT,		/* "express": the noun behind it says what */
	CUE_CLASS_COUNT
};

/* What may follow a cue; the names in the table are those of cue.c. */
enum cue_frame {
	FRAME_THAT = 1 << 0,	/* that he goes; he goes */
	FRAME_QUOTE = 1 << 1,
	FRAME_NP = 1 << 2,
	FRAME_INF = 1 << 3,	/* to go */
	FRAME_WH = 1 << 4,	/* whether he goes, how to go */
	FRAME_AS = 1 << 5,
	FRAME_NP_THAT = 1 << 6,	/* "told her that" */
	FRAME_NP_QUOTE = 1 << 7,
	FRAME_NP_INF = 1 << 8,
	FRAME_NP_WH = 1 << 9,
	FRAME_NP_OF = 1 << 10,	/* "accused her of" */
	FRAME_NP_FOR = 1 << 11,
	FRAME_NP_AS = 1 << 12,
	FRAME_NP_NP = 1 << 13,	/* "called her a liar" */
	FRAME_NP_WITH = 1 << 14,
	FRAME_NP_TO = 1 << 15,
	FRAME_NP_OVER = 1 << 16,
	FRAME_NP_ABOUT = 1 << 17,
	FRAME_LIGHT = 1 << 18,	/* a cue noun */
	FRAME_GLOSS = 1 << 19,	/* its participle is the narrator's comment */
	FRAME_OF = 1 << 20, FRAME_FOR = 1 << 21, FRAME_ABOUT = 1 << 22,
	FRAME_AGAINST = 1 << 23, FRAME_ON = 1 << 24, FRAME_TO = 1 << 25,
	FRAME_IN = 1 << 26, FRAME_WITH = 1 << 27, FRAME_AT = 1 << 28,
	FRAME_OVER = 1 << 29,
	FRAME_NP_AT = 1 << 30	/* "put the number at 40" */
};

struct cue {
	struct slice key;
	enum cue_pos pos;
	enum cue_class class;
	uint32_t frames;	/* of enum cue_frame */
	struct slice act, certainty;
	bool negative;
	unsigned strength;	/* 3 sure, 2 needs a speaker, 1 needs more */
	bool own;		/* of a user's table */
};

/* Read the built-in table and those of --cues; before sandbox_enter. */
void cue_open(const struct option_list *files);

/*
 * The cue of this part of speech that begins at a unit, the longest there is,
 * or NULL; *last becomes its last unit.
 */
const struct cue *cue_match(const struct level *level, int unit,
    enum cue_pos pos, int *last);

/* The flag of a preposition ("about"), or 0. */
uint32_t cue_preposition(struct slice word);

#endif
