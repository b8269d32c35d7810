/*
 * Options from a table, by getopt_long.
 *
 * Long options are numbered from LONG_FIRST in the order of the table, so that
 * one switch-free loop serves every program.
 */
#define _GNU_SOURCE		/* getopt_long */
#include "base/options.h"

#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/message.h"
#include "base/progress.h"
#include "base/slice.h"

#ifndef VERSION
#define VERSION "0"
#endif

enum { LONG_FIRST = 256, HELP_COLUMN = 26 };

static bool wants_help, wants_version, wants_progress, wants_list;
static const char *caller = "hearsay ";	/* what a user types before its name */

static const struct option_row common[] = {
	{ "progress", 0, OPTION_FLAG, NULL,
	    "show progress on a terminal", &wants_progress },
	{ "help", 'h', OPTION_FLAG, NULL, "print this help", &wants_help },
	{ "version", 'V', OPTION_FLAG, NULL, "print the version",
	    &wants_version },
	{ "list-options", 0, OPTION_FLAG, NULL,
	    "print the options as a table", &wants_list },
};

enum { COMMON_COUNT = sizeof common / sizeof common[0] };

static const struct option_row *
row_at(const struct program *program, size_t i)
{
	return i < program->option_count ? &program->options[i] :
	    &common[i - program->option_count];
}

static size_t
row_count(const struct program *program)
{
	return program->option_count + COMMON_COUNT;
}

/* ------------------------------------------------------- what is printed */

static void
print_help(const struct program *program)
{
	printf("usage: %s%s [options]%s%s\n%s\n\n", caller,
	    program->name, program->operands ? " " : "",
	    program->operands ? program->operands : "", program->purpose);
	for (size_t i = 0; i < row_count(program); i++) {
		const struct option_row *row = row_at(program, i);
		char left[128];

		snprintf(left, sizeof left, "  %c%c%c --%s%s%s",
		    row->letter ? '-' : ' ', row->letter ? row->letter : ' ',
		    row->letter ? ',' : ' ', row->name,
		    row->argument ? " " : "",
		    row->argument ? row->argument : "");
		if (strlen(left) > HELP_COLUMN)
			printf("%s\n%*s  %s\n", left, HELP_COLUMN, "",
			    row->help);
		else
			printf("%-*s  %s\n", HELP_COLUMN, left, row->help);
	}
	if (*caller)
		printf("\nManual: hearsay help %s\n", program->name);
}

/* The option table as TSV, for completions and the test of the man page. */
static void
print_list(const struct program *program)
{
	printf("option\tletter\targument\thelp\n");
	for (size_t i = 0; i < row_count(program); i++) {
		const struct option_row *row = row_at(program, i);
		char letter[2] = { row->letter, '\0' };

		printf("--%s\t%s\t%s\t%s\n", row->name, letter,
		    row->argument ? row->argument : "", row->help);
	}
}

static _Noreturn void
finish_printing(void)
{
	if (fflush(stdout) != 0 || ferror(stdout) || fclose(stdout) != 0)
		message_fail(STATUS_SYSTEM, "cannot write standard output");
	exit(STATUS_OK);
}

static _Noreturn void
fail_usage(const struct program *program, const char *what, const char *value)
{
	message_fail(STATUS_SYSTEM, "%s '%s'; see %s%s --help", what, value,
	    caller, program->name);
}

/* -------------------------------------------------------- setting targets */

static bool
set_fraction(double *target, const char *value)
{
	char *end;
	double fraction = strtod(value, &end);

	*target = fraction;
	return end != value && *end == '\0' && fraction >= 0 && fraction <= 1;
}

static bool
set_choice(int *target, const char *choices, const char *value)
{
	struct slice rest = slice_of(choices);

	for (int i = 0; rest.at != NULL; i++) {
		if (slice_is(slice_cut(&rest, '|'), value)) {
			*target = i;
			return true;
		}
	}
	return false;
}

static void
add_value(struct option_list *list, const char *value)
{
	list->values = memory_resize(list->values, list->count + 1,
	    sizeof *list->values);
	list->values[list->count++] = value;
}

static bool
set_target(const struct option_row *row, const char *value)
{
	switch (row->kind) {
	case OPTION_FLAG:
		*(bool *)row->target = true;
		return true;
	case OPTION_TEXT:
		*(const char **)row->target = value;
		return true;
	case OPTION_NUMBER:
		return slice_number(slice_of(value), row->target);
	case OPTION_FRACTION:
		return set_fraction(row->target, value);
	case OPTION_LIST:
		add_value(row->target, value);
		return true;
	case OPTION_CHOICE:
		return set_choice(row->target, row->argument, value);
	}
	return false;
}

static void
take_option(const struct program *program, const struct option_row *row,
    const char *value)
{
	if (set_target(row, value))
		return;
	message_fail(STATUS_SYSTEM, "--%s: '%s' is not %s%s; see %s%s "
	    "--help", row->name, value,
	    row->kind == OPTION_CHOICE ? "one of " : row->kind ==
	    OPTION_FRACTION ? "a number from 0 to 1" : "a number",
	    row->kind == OPTION_CHOICE ? row->argument : "", caller,
	    program->name);
}

/* ---------------------------------------------------------------- getopt */

static struct option *
make_long_options(const struct program *program)
{
	size_t count = row_count(program);
	struct option *options = memory_new(count + 1, sizeof *options);

	for (size_t i = 0; i < count; i++) {
		const struct option_row *row = row_at(program, i);

		options[i].name = row->name;
		options[i].has_arg = row->kind == OPTION_FLAG ? no_argument :
		    required_argument;
		options[i].val = LONG_FIRST + (int)i;
	}
	return options;
}

static char *
make_letters(const struct program *program)
{
	size_t count = row_count(program), length = 0;
	char *letters = memory_new(2 * count + 2, 1);

	letters[length++] = ':';	/* a missing value is ours to report */
	for (size_t i = 0; i < count; i++) {
		const struct option_row *row = row_at(program, i);

		if (row->letter == 0)
			continue;
		letters[length++] = row->letter;
		if (row->kind != OPTION_FLAG)
			letters[length++] = ':';
	}
	return letters;
}

/* getopt_long refused a letter, a long option, or a value behind a flag. */
static _Noreturn void
fail_option(const struct program *program, const char *word)
{
	const char letter[] = { '-', (char)optopt, '\0' };

	if (optopt >= LONG_FIRST)
		fail_usage(program, "no value is taken by", word);
	fail_usage(program, "no such option:", optopt > 0 ? letter : word);
}

static const struct option_row *
row_of(const struct program *program, int found)
{
	if (found >= LONG_FIRST)
		return row_at(program, (size_t)(found - LONG_FIRST));
	for (size_t i = 0; ; i++)	/* getopt knows none but ours */
		if (row_at(program, i)->letter == found)
			return row_at(program, i);
}

static void
name_program(const struct program *program)
{
	static char name[64];

	snprintf(name, sizeof name, "%s%s", caller, program->name);
	message_program = name;
}

/*
 * A closed descriptor would be given to the next file that is opened: put
 * something there that fails every read (or write) instead.
 */
static void
occupy_descriptors(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null",
		    fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0)
			_exit(STATUS_SYSTEM);
}

int
options_parse(const struct program *program, int argc, char *argv[])
{
	struct option *options = make_long_options(program);
	char *letters = make_letters(program);
	int found;

	occupy_descriptors();
	name_program(program);
	opterr = 0;
	while ((found = getopt_long(argc, argv, letters, options,
	    NULL)) != -1) {
		if (found == ':')
			fail_usage(program, "a value is missing after",
			    argv[optind - 1]);
		if (found == '?')
			fail_option(program, argv[optind - 1]);
		take_option(program, row_of(program, found), optarg);
	}
	free(options);
	free(letters);
	if (wants_help)
		print_help(program);
	else if (wants_version)
		printf("%s%s %s\n", caller, program->name, VERSION);
	else if (wants_list)
		print_list(program);
	if (wants_help || wants_version || wants_list)
		finish_printing();
	if (program->operands == NULL && optind < argc)
		fail_usage(program, "no operand is taken:", argv[optind]);
	if (wants_progress)
		progress_start(STDIN_FILENO);
	return optind;
}

int
options_parse_alone(const struct program *program, int argc, char *argv[])
{
	caller = "";
	return options_parse(program, argc, argv);
}
