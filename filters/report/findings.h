/*
 * What a report tells: everything that both writers print, found once.
 */
#ifndef REPORT_FINDINGS_H
#define REPORT_FINDINGS_H

#include "report/group.h"
#include "report/report.h"

/* One printed number. */
struct figure_use {
	const struct figure *figure;
	uint32_t sentence;
	uint32_t claim;		/* the innermost around it, or REPORT_NONE */
	struct span phrase;	/* with approximator and noun: "at least 30
				   people" */
	struct slice event;	/* what happened to those counted, or empty */
	struct span context;	/* some words around the phrase */
	bool again;		/* the same value as the use before it */
	uint32_t thing;		/* what it counts */
};

/* One counted thing, and the numbers given for it. */
struct counted {
	struct slice unit, what, event;
	size_t first, count;	/* in uses: by value, then by date */
	size_t values;		/* different ones */
	size_t outlets;		/* that give one */
	bool contested;		/* a conflict is about one of the values */
};

struct figures_found {
	struct figure_use *uses;
	size_t use_count;
	struct counted *things;
	size_t count;
};

/* How often somebody is heard, and in which outlets. */
struct speaker {
	uint32_t entity;
	const struct report_claim *claim;	/* one of theirs */
	size_t count;
	size_t *by_outlet;	/* statements, as many as outlets */
	size_t outlets;		/* in how many of them */
};

struct heard {
	struct speaker *speakers;	/* the most heard first */
	size_t count;
};

void heard_find(struct heard *heard, struct report *report);

/* Somebody or something that many write of and an outlet never mentions. */
struct silence {
	uint32_t entity;
	size_t outlets;		/* how many outlets do mention it */
	size_t mentions;
	bool *silent;		/* as many as outlets */
	size_t *counts;		/* mentions, as many as outlets */
};

struct silences {
	struct silence *at;
	size_t count;
};

void silences_find(struct silences *silences, struct report *report);

/* An article that repeats another one's statements. */
struct copy {
	uint32_t article, of;
	size_t statements;	/* of the article that repeat the other's */
	bool whole;		/* at least half of all it says */
};

struct copies {
	struct copy *at;
	size_t count;
};

void copies_find(struct copies *copies, struct report *report);

/* Somebody whom an outlet blames and gives no statement to. */
struct unheard {
	uint32_t entity, outlet;
	size_t blamed;		/* statements there that do */
};

struct unheards {
	struct unheard *at;
	size_t count;
};

/* Needs heard. */
struct findings;
void unheard_find(struct findings *findings, struct report *report);

struct findings {
	struct groups conflicts, series, agreements;
	uint32_t *disputes;	/* of each claim: the number of the first
				   conflict that it stands in, or 0 */
	uint32_t *figure_disputes;	/* the same, of those about figures */
	uint32_t *counted;	/* of each claim the thing that it counts
				   first, or REPORT_NONE */
	struct figures_found figures;
	struct heard heard;
	struct unheards unheard;
	struct silences silences;
	struct copies copies;
	size_t witnesses;	/* independent texts behind the articles */
	size_t outlets;		/* named ones */
	struct slice title;	/* the story's name */
};

/*
 * The contested things first, then those that most outlets count.  What a
 * copy repeats from its original is left out.  Needs the disputes and copies.
 */
void figures_find(struct findings *findings, struct report *report);

/* Find it all; title is the user's, or empty to name the story after it. */
void findings_find(struct findings *findings, struct report *report,
    struct slice title);

#endif
