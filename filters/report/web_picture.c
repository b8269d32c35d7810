/*
 * Pictures in the page.
 */
#include "report/web_page.h"

void
web_picture(struct web *web, const struct block *block)
{
	(void)web;
	(void)block;
}
