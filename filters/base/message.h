/*
 * Messages on standard error: one line each, the program's name in front,
 * with file and line where there are any, and what to do about it.  Control
 * characters and ill-formed UTF-8 in them are shown as '?', so that no input
 * can write to a terminal.
 */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

#include <stddef.h>

enum status {
	STATUS_OK = 0,		/* all read, all written */
	STATUS_DATA = 1,	/* bad data, or --exit-status and a finding */
	STATUS_SYSTEM = 2	/* usage, or trouble with the system */
};

/* The name that stands in front: "hearsay split".  Set once, by options. */
extern const char *message_program;

/* "PROGRAM: TEXT" */
void message_warn(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* "PROGRAM: FILE:LINE: TEXT"; without the line when it is 0. */
void message_at(const char *file, size_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* As message_warn, then exit(status). */
_Noreturn void message_fail(enum status status, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
