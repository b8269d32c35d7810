/*
 * Kinds of ASCII bytes, whatever the locale; other bytes are of none.
 */
#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include <stdbool.h>

static inline bool
is_digit(int c)
{
	return c >= '0' && c <= '9';
}

static inline bool
is_upper(int c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
is_lower(int c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool
is_letter(int c)
{
	return is_upper(c) || is_lower(c);
}

#endif
