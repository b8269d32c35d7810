/*
 * The outline as records for other programs: one for every statement, figure
 * and number of a table, with what it stands under.  All views have the same
 * fields, so that what reads one of them reads them all.
 */
#ifndef REPORT_RECORD_H
#define REPORT_RECORD_H

#include "report/outline.h"

enum record_field {
	RECORD_SECTION, RECORD_NUMBER, RECORD_HEADING, RECORD_KIND,
	RECORD_SIDE, RECORD_NOTE, RECORD_SPEAKER, RECORD_SPEAKER_ID,
	RECORD_VOICE, RECORD_ACT, RECORD_CERTAINTY, RECORD_TOPIC,
	RECORD_WORDS, RECORD_REASON, RECORD_FIGURE, RECORD_LOW, RECORD_HIGH,
	RECORD_APPROXIMATION, RECORD_COUNTED, RECORD_OUTLET, RECORD_UPSTREAM,
	RECORD_DATE, RECORD_DOC, RECORD_CLAIM, RECORD_START, RECORD_END,
	RECORD_URL, RECORD_ROW, RECORD_COLUMN, RECORD_VALUE,
	RECORD_FIELD_COUNT
};

struct record_name {
	const char *name;
	bool is_number;
};

extern const struct record_name record_names[RECORD_FIELD_COUNT];

/* Zeroed but for outline is ready for record_next. */
struct records {
	const struct outline *outline;
	size_t at;			/* the next block */
	const struct block *section, *entry, *table;
	size_t header, column, row;	/* blocks of the table under way */
	bool in_header;
	uint32_t article;		/* whose paragraphs follow, or NONE */
	size_t said, said_end;		/* claims of it still to tell */
	struct buffer fields[RECORD_FIELD_COUNT];	/* of the record;
					   empty: it has no such field */
};

/* Fill in the next record; false at the end. */
bool record_next(struct records *records);

void record_free(struct records *records);

#endif
