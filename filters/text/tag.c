/*
 * Names of the Penn tags, both ways.
 */
#include "text/token.h"

static const char *const names[TAG_COUNT] = {
	[TAG_NONE] = "", [TAG_CC] = "CC", [TAG_CD] = "CD", [TAG_DT] = "DT",
	[TAG_EX] = "EX", [TAG_FW] = "FW", [TAG_IN] = "IN", [TAG_JJ] = "JJ",
	[TAG_JJR] = "JJR", [TAG_JJS] = "JJS", [TAG_LS] = "LS",
	[TAG_MD] = "MD", [TAG_NN] = "NN", [TAG_NNP] = "NNP",
	[TAG_NNPS] = "NNPS", [TAG_NNS] = "NNS", [TAG_PDT] = "PDT",
	[TAG_POS] = "POS", [TAG_PRP] = "PRP", [TAG_PRPS] = "PRP$",
	[TAG_RB] = "RB", [TAG_RBR] = "RBR", [TAG_RBS] = "RBS",
	[TAG_RP] = "RP", [TAG_SYM] = "SYM", [TAG_TO] = "TO",
	[TAG_UH] = "UH", [TAG_VB] = "VB", [TAG_VBD] = "VBD",
	[TAG_VBG] = "VBG", [TAG_VBN] = "VBN", [TAG_VBP] = "VBP",
	[TAG_VBZ] = "VBZ", [TAG_WDT] = "WDT", [TAG_WP] = "WP",
	[TAG_WPS] = "WP$", [TAG_WRB] = "WRB", [TAG_HYPH] = "HYPH",
	[TAG_NFP] = "NFP", [TAG_ADD] = "ADD", [TAG_AFX] = "AFX",
	[TAG_GW] = "GW", [TAG_XX] = "XX", [TAG_COMMA] = ",",
	[TAG_STOP] = ".", [TAG_COLON] = ":", [TAG_OPENQ] = "``",
	[TAG_CLOSEQ] = "''", [TAG_LRB] = "-LRB-", [TAG_RRB] = "-RRB-",
	[TAG_DOLLAR] = "$"
};

const char *
tag_name(enum tag tag)
{
	return (unsigned)tag < TAG_COUNT ? names[tag] : "";
}

enum tag
tag_of(struct slice name)
{
	for (unsigned tag = TAG_NONE + 1; tag < TAG_COUNT; tag++)
		if (slice_is(name, names[tag]))
			return (enum tag)tag;
	return TAG_NONE;
}
