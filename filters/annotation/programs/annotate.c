/*
 * annotate: annotated articles checked, and turned into tables and back.
 *
 *	annotate check DIR...
 */
#include <stdio.h>
#include <unistd.h>

#include "annotation/annotation.h"
#include "annotation/labels.h"
#include "base/message.h"
#include "base/options.h"

static const struct program program = {
	"annotate", "check FOLDER...",
	"check annotated stories, make tables of them and turn them back",
	NULL, 0
};

static int
check(char *const *folders, size_t count)
{
	struct faults faults = { .out = stdout };

	for (size_t i = 0; i < count; i++) {
		struct story story;

		if (story_read(&story, folders[i], &faults))
			story_check(&story, &faults);
		story_free(&story);
	}
	fprintf(stderr, "%zu stories, %zu faults, %zu warnings\n", count,
	    faults.count, faults.warnings);
	if (fflush(stdout) != 0)
		message_fail(STATUS_SYSTEM, "cannot write standard output");
	return faults.count > 0 ? STATUS_DATA : STATUS_OK;
}

int
main(int argc, char *argv[])
{
	int first = options_parse(&program, argc, argv);
	struct slice command = slice_of(first < argc ? argv[first] : "");

	labels_open();
	if (slice_is(command, "check") && first + 1 < argc)
		return check(argv + first + 1, (size_t)(argc - first - 1));
	message_fail(STATUS_SYSTEM, "check and folders of stories are wanted; "
	    "see --help");
}
