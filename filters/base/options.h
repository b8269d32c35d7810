/*
 * One table of options a program: it drives getopt_long, --help, the shell
 * completions (--list-options) and the test of the man page.
 *
 * Every program has --help, --version, --progress and --list-options without
 * naming them in its table.
 */
#ifndef BASE_OPTIONS_H
#define BASE_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

enum option_kind {
	OPTION_FLAG,		/* target: bool *, set to true */
	OPTION_TEXT,		/* target: const char **, the last one counts */
	OPTION_NUMBER,		/* target: size_t *, a decimal number */
	OPTION_FRACTION,	/* target: double *, from 0 to 1 */
	OPTION_LIST,		/* target: struct option_list *, repeatable */
	OPTION_CHOICE		/* target: int *, the index in choices */
};

struct option_list {
	const char **values;
	size_t count;
};

struct option_row {
	const char *name;	/* long name, without the dashes */
	char letter;		/* short name, or 0 */
	enum option_kind kind;
	const char *argument;	/* "FILE", "NUMBER"; for OPTION_CHOICE the
				   words, joined by '|'; NULL for a flag */
	const char *help;	/* one line of at most 50 columns */
	void *target;
};

struct program {
	const char *name;	/* "split" */
	const char *operands;	/* "[FILE...]"; NULL: it takes none */
	const char *purpose;	/* one line for --help */
	const struct option_row *options;
	size_t option_count;
};

/*
 * Set the targets from the command line.  Returns the index in argv of the
 * first operand.  --help and --version print and exit with 0; a wrong option,
 * or an operand where the program takes none, is a message and exit 2.
 */
int options_parse(const struct program *program, int argc, char *argv[]);

/*
 * As options_parse, for a program that is no filter: it is called by its bare
 * name, which begins its messages, and has no manual page.
 */
int options_parse_alone(const struct program *program, int argc,
    char *argv[]);

#endif
