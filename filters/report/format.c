/*
 * Which format is which.
 */
#include "report/format.h"

#include "report/web.h"
#include "report/text.h"

bool
format_write(struct format *format, int number)
{
	static void (*const writers[])(struct format *) = {
		text_write, web_write
	};

	writers[number](format);
	return true;
}
