/*
 * Figures: how many of what, how firmly.
 */
#include "unit.h"

#include "entities.h"
#include "entities/figure.h"
#include "entities/timex.h"

struct example {
	const char *text;
	const char *figures;	/* as the column has them, without spans:
				   `text=VALUE:APPROX:UNIT:WHAT`, joined by
				   blanks; blanks in text as '_' */
};

static struct arena arena;

static void
add_text(struct buffer *out, struct slice text)
{
	for (size_t i = 0; i < text.length; i++)
		buffer_add_byte(out, text.at[i] == ' ' ? '_' : text.at[i]);
}

static struct slice
figures_of(const char *text, struct buffer *out)
{
	struct sentence sentence;
	struct time_anchor anchor = { .date = { 2024, 8, 19 } };
	struct timexes timexes;
	struct figures figures;
	bool taken[256] = { false };

	unit_sentence(&sentence, text, &arena);
	timexes_find(&timexes, &sentence, &anchor, &arena);
	for (size_t i = 0; i < timexes.count; i++)
		unit_take(&sentence, timexes.at[i].span, taken);
	figures_collect(&figures, &sentence, taken, &arena);
	buffer_clear(out);
	for (size_t i = 0; i < figures.count; i++) {
		const struct figure *figure = &figures.at[i];

		if (i > 0)
			buffer_add_byte(out, ' ');
		add_text(out, slice_part(sentence.text, figure->span.start,
		    figure->span.end));
		buffer_add_byte(out, '=');
		buffer_add(out, figure->value);
		buffer_printf(out, ":%s:", approx_name(figure->approx));
		buffer_add(out, figure->unit);
		buffer_add_byte(out, ':');
		buffer_add(out, figure->what);
	}
	return buffer_slice(out);
}

static void
check_all(const struct example *examples, size_t count)
{
	struct buffer out = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct slice found = figures_of(examples[i].text, &out);

		ck_assert_msg(slice_is(found, examples[i].figures),
		    "%s\n  found    %.*s\n  expected %s", examples[i].text,
		    (int)found.length, found.at, examples[i].figures);
	}
	buffer_free(&out);
	arena_free(&arena);
}

START_TEST(cardinals_count_a_noun)
{
	static const struct example examples[] = {
		{ "The flood killed 12 people.", "12=12:exact::person" },
		{ "The flood killed twelve people.",
		    "twelve=12:exact::person" },
		{ "They freed 33 hostages abducted from the village.",
		    "33=33:exact::hostage" },
		{ "The army said 7 soldiers died.", "7=7:exact::soldier" },
		{ "Rescuers found 1,204 survivors.",
		    "1,204=1204:exact::survivor" },
		{ "The town has 2.3 million inhabitants.",
		    "2.3_million=2300000:exact::inhabitant" },
		{ "They sent twenty-six trucks.",
		    "twenty-six=26:exact::truck" },
		{ "They sent two hundred and fifty trucks.",
		    "two_hundred_and_fifty=250:exact::truck" },
		{ "Police arrested a dozen demonstrators.",
		    "a_dozen=12:exact::demonstrator" },
		{ "Police arrested two dozen demonstrators.",
		    "two_dozen=24:exact::demonstrator" },
		{ "A million refugees crossed the river.",
		    "A_million=1000000:exact::refugee" },
		{ "Half a million refugees crossed the river.",
		    "Half_a_million=500000:exact::refugee" },
		{ "It sold 40k copies.", "40k=40000:exact::copy" },
		{ "There are five million three hundred voters.",
		    "five_million_three_hundred=5000300:exact::voter" },
		{ "The two sides met.", "two=2:exact::side" },
		{ "He blamed both parties.", "both=2:exact::party" },
		{ "They agreed on a single issue.", "single=1:exact::issue" },
		{ "One soldier was wounded.", "One=1:exact::soldier" },
		{ "India exported 5 lakh tonnes of rice.",
		    "5_lakh_tonnes=500000:exact:t:rice" }
	};

	check_all(examples, UNIT_COUNT(examples));
}
END_TEST

START_TEST(modifiers_stand_between_number_and_noun)
{
	static const struct example examples[] = {
		{ "The strike wounded 40 foreign aid workers.",
		    "40=40:exact::worker" },
		{ "They sent 12 large, heavy crates.",
		    "12=12:exact::crate" },
		{ "Officials counted 300 badly damaged houses.",
		    "300=300:exact::house" },
		{ "Some 90 Dutch and German tourists were rescued.",
		    "90=90:about::tourist" },
		{ "The plan frees 250 long-serving prisoners.",
		    "250=250:exact::prisoner" }
	};

	check_all(examples, UNIT_COUNT(examples));
}
END_TEST

START_TEST(peoples_keep_their_lemma)
{
	static const struct example examples[] = {
		{ "At least 30 Palestinians were killed.",
		    "30=30:min::palestinian" },
		{ "About 500 residents left.", "500=500:about::resident" },
		{ "Nearly 80 Ukrainians crossed the border.",
		    "80=80:about::ukrainian" }
	};

	check_all(examples, UNIT_COUNT(examples));
}
END_TEST

START_TEST(approximators_before_the_number)
{
	static const struct example examples[] = {
		{ "At least 40,000 people were displaced.",
		    "40,000=40000:min::person" },
		{ "Up to 33 hostages would be freed.",
		    "33=33:max::hostage" },
		{ "As many as 70 boats sank.", "70=70:max::boat" },
		{ "About 1,200 people died.", "1,200=1200:about::person" },
		{ "Around 15 houses burned.", "15=15:about::house" },
		{ "Some 2.3 million people fled.",
		    "2.3_million=2300000:about::person" },
		{ "Roughly 90 ships passed.", "90=90:about::ship" },
		{ "Nearly 60 miners were trapped.",
		    "60=60:about::miner" },
		{ "Almost 60 miners were trapped.",
		    "60=60:about::miner" },
		{ "Over a million voters stayed at home.",
		    "a_million=1000000:gt::voter" },
		{ "More than 50 villages were flooded.",
		    "50=50:gt::village" },
		{ "Fewer than 20 guards remained.", "20=20:lt::guard" },
		{ "Less than 100 tonnes arrived.", "100_tonnes=100:lt:t:" },
		{ "Under 10 patients recovered.", "10=10:lt::patient" },
		{ "No fewer than 9 mayors resigned.", "9=9:min::mayor" },
		{ "No more than 9 mayors resigned.", "9=9:max::mayor" },
		{ "Exactly 21 members voted.", "21=21:exact::member" },
		{ "Only about 40 doctors remain.", "40=40:about::doctor" },
		{ "An estimated 3,000 fighters surrendered.",
		    "3,000=3000:about::fighter" }
	};

	check_all(examples, UNIT_COUNT(examples));
}
END_TEST

START_TEST(approximators_behind_the_number)
{
	static const struct example examples[] = {
		{ "The convoy had 20 or so trucks.",
		    "20=20:about::truck" },
		{ "The clinic needs 50 or more nurses.",
		    "50=50:min::nurse" }
	};

	check_all(examples, UNIT_COUNT(examples));
}
END_TEST

START_TEST(vague_numbers_are_ranges)
{
	static const struct example examples[] = {
		{ "Dozens of houses were destroyed.",
		    "Dozens=24..99:about::house" },
		{ "Hundreds of protesters gathered.",
		    "Hundreds=200..999:about::protester" },
		{ "Thousands of students marched.",
		    "Thousands=2000..9999:about::student" },
		{ "Tens of thousands of people fled.",
		    "Tens_of_thousands=20000..99999:about::person" },
		{ "Hundreds of thousands of people fled.",
		    "Hundreds_of_thousands=200000..999999:about::person" }
	};

	check_all(examples, UNIT_COUNT(examples));
}
END_TEST

START_TEST(ranges_have_two_ends)
{
	static const struct example examples[] = {
		{ "Between 20 and 30 people were hurt.",
		    "20_and_30=20..30:exact::person" },
		{ "They need 10 to 15 ships.", "10_to_15=10..15:exact::ship" },
		{ "They need 10-15 ships.", "10-15=10..15:exact::ship" },
		{ "It costs two to three million euros.",
		    "two_to_three_million_euros="
		    "2000000..3000000:exact:EUR:" },
		{ "Growth of 3 to 4 percent is expected.",
		    "3_to_4_percent=3..4:exact:%:" }
	};

	check_all(examples, UNIT_COUNT(examples));
}
END_TEST

START_TEST(percentages_and_shares)
{
	static const struct example examples[] = {
		{ "Inflation rose to 7.5 percent.",
		    "7.5_percent=7.5:exact:%:" },
		{ "Inflation rose to 7.5%.", "7.5%=7.5:exact:%:" },
		{ "About 60% of voters agreed.", "60%=60:about:%:voter" },
		{ "More than 12 per cent of homes have no water.",
		    "12_per_cent=12:gt:%:home" },
		{ "Two-thirds of members voted for it.",
		    "Two-thirds=66.6667:exact:%:member" },
		{ "A quarter of patients recovered.",
		    "A_quarter=25:exact:%:patient" },
		{ "Half of the hospitals are closed.",
		    "Half=50:exact:%:hospital" },
		{ "One in five children is hungry.",
		    "One_in_five=20:exact:%:child" },
		{ "Three out of four houses lack power.",
		    "Three_out_of_four=75:exact:%:house" },
		{ "Rates fell by 25 basis points.",
		    "25_basis_points=25:exact:bp:" }
	};

	check_all(examples, UNIT_COUNT(examples));
}
END_TEST

START_TEST(money_has_its_code)
{
	static const struct example examples[] = {
		{ "The bridge cost $2.3 billion.",
		    "$2.3_billion=2300000000:exact:USD:" },
		{ "The bridge cost €40m.", "€40m=40000000:exact:EUR:" },
		{ "The bridge cost £500.", "£500=500:exact:GBP:" },
		{ "He paid 100 shekels.", "100_shekels=100:exact:ILS:" },
		{ "He paid three million euros.",
		    "three_million_euros=3000000:exact:EUR:" },
		{ "He owes more than $75 million in taxes.",
		    "$75_million=75000000:gt:USD:tax" },
		{ "The fund holds 20 million Egyptian pounds.",
		    "20_million_Egyptian_pounds=20000000:exact:EGP:" },
		{ "Bread costs 50 cents.", "50_cents=0.5:exact:USD:" },
		{ "They got Rs 500 crore.",
		    "Rs_500_crore=5000000000:exact:INR:" }
	};

	check_all(examples, UNIT_COUNT(examples));
}
END_TEST

START_TEST(measures_have_their_unit)
{
	static const struct example examples[] = {
		{ "The convoy drove 300 km.", "300_km=300:exact:km:" },
		{ "The camp is 12 miles away.", "12_miles=12:exact:mi:" },
		{ "It burned 4,000 hectares of forest.",
		    "4,000_hectares=4000:exact:ha:forest" },
		{ "It pumps 90,000 barrels of oil.",
		    "90,000_barrels=90000:exact:bbl:oil" }
	};

	check_all(examples, UNIT_COUNT(examples));
}
END_TEST

START_TEST(what_is_no_figure)
{
	static const struct example examples[] = {
		{ "The third round began.", "" },
		{ "He arrived on October 7 last year.", "" },
		{ "The treaty of 1994 was broken.", "" },
		{ "The meeting began at 10:30 a.m.", "" },
		{ "The G7 met in Hiroshima.", "" },
		{ "A Boeing 737 landed.", "" },
		{ "Resolution 2728 was adopted.", "" },
		{ "Article 5 was invoked.", "" },
		{ "The 45-year-old was released.", "" },
		{ "Maria Lopez, 43, lost her house.", "" },
		{ "He is 61 years old.", "" },
		{ "A boy aged 12 survived.", "" },
		{ "They won 3-1.", "" },
		{ "One of the major obstacles remains.", "" },
		{ "No one was hurt.", "" },
		{ "The war lasted three years.", "" },
		{ "Flight 370 disappeared.", "" }
	};

	check_all(examples, UNIT_COUNT(examples));
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		cardinals_count_a_noun, modifiers_stand_between_number_and_noun,
		peoples_keep_their_lemma, approximators_before_the_number,
		approximators_behind_the_number, vague_numbers_are_ranges,
		ranges_have_two_ends, percentages_and_shares,
		money_has_its_code, measures_have_their_unit,
		what_is_no_figure
	};

	tagger_open();
	lemma_open();
	timex_open();
	figure_open();
	return unit_run("figure", tests, UNIT_COUNT(tests));
}
