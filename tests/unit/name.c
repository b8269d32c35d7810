/*
 * Names: where they begin and end, of what type they are, what they mean.
 */
#include "unit.h"

#include "entities.h"
#include "entities/slug.h"
#include "entities/tag.h"

struct example {
	const char *text;	/* sentences, joined by '|' */
	const char *names;	/* `text=TYPE:ID`, joined by blanks; blanks in
				   text as '_' */
};

static struct arena arena;

static void
add_text(struct buffer *out, struct slice text)
{
	for (size_t i = 0; i < text.length; i++)
		buffer_add_byte(out, text.at[i] == ' ' ? '_' : text.at[i]);
}

/* A document of sentences without quotations. */
static void
document_of(struct document *document, const char *text)
{
	struct slice rest = slice_of(text);

	*document = (struct document){
		.doc = SLICE("d"), .date = SLICE("2024-05-03"),
		.arena = &arena
	};
	document->sentences = arena_new(&arena, 8,
	    sizeof *document->sentences);
	while (rest.at && document->count < 8) {
		struct slice part = arena_copy(&arena, slice_cut(&rest, '|'));

		unit_sentence(&document->sentences[document->count++],
		    part.at, &arena);
	}
}

static struct slice
names_of(const char *text, enum mention_kind kind, struct buffer *out)
{
	struct tag_choice choice = { .pronouns = true };
	struct document document;
	struct tagged *tagged;

	for (unsigned i = 0; i < MENTION_TYPE_COUNT; i++)
		choice.types[i] = true;
	document_of(&document, text);
	tagged = tag_document(&document, &choice);
	buffer_clear(out);
	for (size_t i = 0; i < document.count; i++)
		for (size_t k = 0; k < tagged[i].mentions.count; k++) {
			const struct mention *mention =
			    &tagged[i].mentions.at[k];

			if (mention->kind != kind)
				continue;
			if (out->length > 0)
				buffer_add_byte(out, ' ');
			add_text(out, slice_part(document.sentences[i].text,
			    mention->span.start, mention->span.end));
			buffer_printf(out, "=%s:",
			    mention_type_name(mention->type));
			buffer_add(out, mention->id);
		}
	return buffer_slice(out);
}

static void
check_all(const struct example *examples, size_t count,
    enum mention_kind kind)
{
	struct buffer out = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct slice found = names_of(examples[i].text, kind, &out);

		ck_assert_msg(slice_is(found, examples[i].names),
		    "%s\n  found    %.*s\n  expected %s", examples[i].text,
		    (int)found.length, found.at, examples[i].names);
	}
	buffer_free(&out);
	arena_free(&arena);
}

START_TEST(names_of_the_tables)
{
	static const struct example examples[] = {
		{ "He flew from Cairo to Tel Aviv.",
		    "Cairo=GPE:cairo Tel_Aviv=GPE:tel_aviv" },
		{ "She works for the World Bank.",
		    "World_Bank=ORG:world_bank" },
		{ "They met in the Gaza Strip.", "Gaza_Strip=GPE:gaza" },
		{ "The talks between Israel and Hamas failed.",
		    "Israel=GPE:israel Hamas=ORG:hamas" },
		{ "The U.S. and the US agree with the United States.",
		    "U.S.=GPE:usa US=GPE:usa United_States=GPE:usa" }
	};

	check_all(examples, UNIT_COUNT(examples), MENTION_NAM);
}
END_TEST

START_TEST(titles_stay_outside)
{
	static const struct example examples[] = {
		{ "He met Prime Minister Benjamin Netanyahu there.",
		    "Benjamin_Netanyahu=PER:benjamin_netanyahu" },
		{ "He met US Secretary of State Antony Blinken there.",
		    "US=GPE:usa Antony_Blinken=PER:antony_blinken" },
		{ "He thanked President Ondrej Havlat yesterday.",
		    "Ondrej_Havlat=PER:ondrej_havlat" },
		{ "They quoted spokesperson Ilka Brandt at length.",
		    "Ilka_Brandt=PER:ilka_brandt" },
		{ "They quoted Mr. Brandt at length.", "Brandt=PER:brandt" }
	};

	check_all(examples, UNIT_COUNT(examples), MENTION_NAM);
}
END_TEST

START_TEST(heads_tell_what_a_name_is)
{
	static const struct example examples[] = {
		{ "He left the Ministry of Ports and Rivers.",
		    "Ministry_of_Ports_and_Rivers="
		    "ORG:ministry_of_ports_and_rivers" },
		{ "Varnholm University said so.",
		    "Varnholm_University=ORG:varnholm_university" },
		{ "He closed the Dunmarsh crossing.",
		    "Dunmarsh_crossing=FAC:dunmarsh_crossing" },
		{ "They swam in the Osk River.", "Osk_River=LOC:osk_river" },
		{ "She sold Hallam & Pryce to them.",
		    "Hallam_&_Pryce=ORG:hallam_pryce" }
	};

	check_all(examples, UNIT_COUNT(examples), MENTION_NAM);
}
END_TEST

START_TEST(connectors_and_particles_join)
{
	static const struct example examples[] = {
		{ "They praised Jan van der Holt.",
		    "Jan_van_der_Holt=PER:jan_van_der_holt" },
		{ "They praised Majed Al-Tamari.",
		    "Majed_Al-Tamari=PER:majed_al_tamari" },
		{ "They praised Omar bin Rashad.",
		    "Omar_bin_Rashad=PER:omar_bin_rashad" }
	};

	check_all(examples, UNIT_COUNT(examples), MENTION_NAM);
}
END_TEST

START_TEST(hyphens_between_names_cut)
{
	static const struct example examples[] = {
		{ "The Israel-Hamas war went on.",
		    "Israel=GPE:israel Hamas=ORG:hamas" },
		{ "The US-led talks went on.", "US=GPE:usa" },
		{ "The Cairo-based bank closed.", "Cairo=GPE:cairo" }
	};

	check_all(examples, UNIT_COUNT(examples), MENTION_NAM);
}
END_TEST

START_TEST(a_capital_at_the_start_is_no_name)
{
	static const struct example examples[] = {
		{ "Yesterday they left.", "" },
		{ "Rescuers found nobody.", "" },
		{ "However, nobody came.", "" },
		{ "Blinken left Doha.",
		    "Blinken=PER:antony_blinken Doha=GPE:doha" },
		{ "I think so.", "" }
	};

	check_all(examples, UNIT_COUNT(examples), MENTION_NAM);
}
END_TEST

START_TEST(last_names_mean_whom_the_text_named_in_full)
{
	static const struct example examples[] = {
		{ "They asked Ilka Brandt.|Then Brandt left.",
		    "Ilka_Brandt=PER:ilka_brandt Brandt=PER:ilka_brandt" },
		{ "Then Brandt left.|They had asked Ilka Brandt.",
		    "Brandt=PER:ilka_brandt Ilka_Brandt=PER:ilka_brandt" },
		{ "They asked Mr. Jonas Brandt and Ms. Ilka Brandt."
		    "|Then Ms. Brandt left.|Later Mr. Brandt left.",
		    "Jonas_Brandt=PER:jonas_brandt "
		    "Ilka_Brandt=PER:ilka_brandt Brandt=PER:ilka_brandt "
		    "Brandt=PER:jonas_brandt" },
		{ "They asked J. Brandt.|It was Jonas Brandt who spoke.",
		    "J._Brandt=PER:j_brandt Jonas_Brandt=PER:j_brandt" }
	};

	check_all(examples, UNIT_COUNT(examples), MENTION_NAM);
}
END_TEST

START_TEST(letters_in_brackets_mean_the_body)
{
	static const struct example examples[] = {
		{ "The Coastal Rescue Association (CRA) came.|The CRA left.",
		    "Coastal_Rescue_Association="
		    "ORG:coastal_rescue_association "
		    "CRA=ORG:coastal_rescue_association "
		    "CRA=ORG:coastal_rescue_association" }
	};

	check_all(examples, UNIT_COUNT(examples), MENTION_NAM);
}
END_TEST

START_TEST(nations_have_their_states_id)
{
	static const struct example examples[] = {
		{ "Israeli and Egyptian officials met.",
		    "Israeli=NORP:israel Egyptian=NORP:egypt" },
		{ "A Palestinian was hurt.", "Palestinian=NORP:palestinian" }
	};

	check_all(examples, UNIT_COUNT(examples), MENTION_ADJ);
}
END_TEST

START_TEST(noun_phrases_find_whom_they_mean)
{
	static const struct example examples[] = {
		{ "They accused Hamas.|Then the militant group replied.",
		    "the_militant_group=ORG:hamas" },
		{ "They asked Prime Minister Benjamin Netanyahu.|Then the "
		    "Israeli leader replied.",
		    "the_Israeli_leader=PER:benjamin_netanyahu" },
		{ "They blamed Israeli leaders.",
		    "Israeli_leaders=PER:israeli_leaders@d" },
		{ "They asked a diplomat.|Then the diplomat left.",
		    "a_diplomat=PER:diplomat@d the_diplomat=PER:diplomat@d" },
		{ "They asked Ilka Brandt, the mayor.",
		    "the_mayor=PER:ilka_brandt" },
		{ "He wrote as party chairman.", "" }
	};

	check_all(examples, UNIT_COUNT(examples), MENTION_NOM);
}
END_TEST

START_TEST(pronouns_find_their_subject)
{
	static const struct example examples[] = {
		{ "Antony Blinken met Benjamin Netanyahu.|He was glad.",
		    "He=PER:antony_blinken" },
		{ "Hamas said it was ready.", "it=ORG:hamas" },
		{ "Israel awaits an answer from Hamas before it decides on "
		    "its next steps.", "it=GPE:israel its=GPE:israel" },
		{ "It is clear that nobody came.", "" },
		{ "In his speech, Joe Biden said nothing.",
		    "his=PER:joe_biden" },
		{ "Israel and Hamas said they would come.",
		    "they=GPE:israel+hamas" }
	};

	check_all(examples, UNIT_COUNT(examples), MENTION_PRO);
}
END_TEST

START_TEST(ids_are_small_ascii_letters)
{
	static const struct { const char *text, *id; } slugs[] = {
		{ "Mustafa Şentop", "mustafa_sentop" },
		{ "O’Rourke", "orourke" }, { "U.S.", "us" },
		{ "Al-Ansari", "al_ansari" }, { "Łódź", "lodz" },
		{ "Müller & Söhne", "muller_sohne" }, { "Straße", "strasse" },
		{ "Nguyễn Phú Trọng", "nguyen_phu_trong" }, { "—", "x" },
		{ "G7", "g7" }, { "Ærø", "aero" }
	};
	struct buffer out = { 0 };

	for (size_t i = 0; i < UNIT_COUNT(slugs); i++) {
		buffer_clear(&out);
		slug_add(slice_of(slugs[i].text), &out);
		unit_slice_eq(buffer_slice(&out), slugs[i].id);
	}
	buffer_free(&out);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		names_of_the_tables, titles_stay_outside,
		heads_tell_what_a_name_is, connectors_and_particles_join,
		hyphens_between_names_cut, a_capital_at_the_start_is_no_name,
		last_names_mean_whom_the_text_named_in_full,
		letters_in_brackets_mean_the_body,
		nations_have_their_states_id,
		noun_phrases_find_whom_they_mean,
		pronouns_find_their_subject, ids_are_small_ascii_letters
	};

	tagger_open();
	lemma_open();
	tag_open(NULL, 0);
	return unit_run("name", tests, UNIT_COUNT(tests));
}
