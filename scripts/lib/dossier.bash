# shellcheck shell=bash disable=SC2034,SC2154 # variables of the script
# From the archive to the dossier.
#
# split, tag-entities and extract-claims see a document at a time, so each batch
# goes through them once and is kept (derived/BATCH); the dossier's tables are
# what the winners' batches hold, sorted by doc.  What a document becomes does
# not hang on the run that brought it, so the tables are those of one run over
# all articles.  diff-sources and render see everything, each time that anything
# is new.  An edition is a folder that appears whole; `current` is put onto it.

stages=(documents sentences tagged claims)
document_columns=$'doc\toutlet\tupstream\tdate\turl\ttitle\ttext\tsha256'

story_setting() {
	printf '%s\n' "${setting[$story|$1]:-}"
}

# option_of KEY OPTION: the option and its value, a line each, when it is set
option_of() {
	[[ -z ${setting[$story|$1]:-} ]] || printf '%s\n' "$2" "${setting[$story|$1]}"
}

# What makes derived tables: the programs, the user's tables, which articles.
derived_digest() {
	local key file
	{
		stat -c '%n %s %Y %i' "$exec_path"/{read-articles,split,tag-entities,extract-claims}
		for key in include exclude sources actors cues issues; do
			file=$(story_setting "$key")
			printf '%s %s\n' "$key" "$file"
			[[ $key == *clude || -z $file ]] || sha256sum <"$file"
		done
		cat "$in/ranks"
	} | sha256sum | cut -c 1-64
}

# wanted_lines: of rows "title TAB text" the numbers of those that the story's
# terms want: one of include (if there is one), none of exclude, whole words,
# whatever the case
wanted_lines() {
	sed 's/\\[ntr]/ /g; s/\t/ . /' >"$in/searched"
	: >"$in/included"; : >"$in/excluded"
	if [[ -n ${setting[$story|include]:-} ]]; then
		matching_lines include >"$in/included"
	else
		awk '{ print NR }' "$in/searched" >"$in/included"
	fi
	[[ -z ${setting[$story|exclude]:-} ]] || matching_lines exclude >"$in/excluded"
	awk 'FILENAME == ARGV[1] { bad[$0] = 1; next } !($0 in bad)' \
		"$in/excluded" "$in/included"
}

matching_lines() {
	LC_ALL=C.UTF-8 grep -anwiF -f <(story_setting "$1") "$in/searched" |
		cut -d : -f 1 || (($? == 1))
}

# through INPUT FOLDER: documents to claims, every table in the folder
through() {
	local options
	cp "$1" "$2/documents.tsv" || return 2
	"$exec_path/split" <"$2/documents.tsv" >"$2/sentences.tsv" || return
	mapfile -t options < <(option_of actors --actors)
	"$exec_path/tag-entities" "${options[@]}" <"$2/sentences.tsv" \
		>"$2/tagged.tsv" || return
	mapfile -t options < <(option_of cues --cues; option_of issues --issues)
	"$exec_path/extract-claims" "${options[@]}" <"$2/tagged.tsv" >"$2/claims.tsv"
}

# One after the other, so that a document which a filter cannot take costs
# itself alone.
through_singly() {
	local input=$1 folder=$2 single=$2/single stage number total status
	mkdir "$single"
	total=$(wc -l <"$input")
	sed -n 1p "$input" >"$single/input"
	through "$single/input" "$folder"
	for ((number = 2; number <= total; number++)); do
		sed -n "1p;${number}p" "$input" >"$single/input"
		status=0
		through "$single/input" "$single" 2>"$single/said" || status=$?
		filters_failed "$status" "$single/said"
		if ((status != 0)); then
			note warning "document $(sed -n "${number}s/\t.*//p" "$input"): $(sed -n 1p "$single/said")"
			continue
		fi
		for stage in "${stages[@]}"; do
			tail -n +2 "$single/$stage.tsv" >>"$folder/$stage.tsv"
		done
	done
	rm -r "$single"
}

# filters_failed STATUS SAID: trouble with the system is no document's fault
filters_failed() {
	(($1 != 2)) || fail "$(sed -n 1p "$2")"
}

# derive BATCH: its winners' documents through the filters
derive() {
	local batch=$1 folder status=0 options=()
	folder=$(mktemp -d "$work/derived.XXXXXX")
	LC_ALL=C awk -F '\t' -v OFS='\t' -v batch="$batch" '
		FILENAME == ARGV[1] { if ($1 == batch) wins[$2 OFS $3 OFS $4 OFS $5] = 1; next }
		($1 OFS $9 OFS $10 OFS $11) in wins { print $1, $2, $3, $4, $5, $6, $7, $8 }' \
		"$in/winners" "$home/archive/$batch/articles.tsv" |
		LC_ALL=C sort -t $'\t' -k 1,1 >"$folder/rows"
	cut -f 6,7 "$folder/rows" | wanted_lines >"$in/wanted"
	{
		printf '%s\n' "$document_columns"
		awk 'FILENAME == ARGV[1] { wanted[$0] = 1; next } FNR in wanted' \
			"$in/wanted" "$folder/rows"
	} >"$folder/input"
	if [[ -n ${setting[$story|sources]:-} ]]; then
		# only the rows that are about them: the others are no mistake
		LC_ALL=C awk -F '\t' '
			FILENAME == ARGV[1] { here[$1] = 1; next }
			FNR == 1 { for (i = 1; i <= NF; i++) if ($i == "doc") doc = i }
			FNR == 1 || !doc || ($doc in here)' \
			"$folder/input" "${setting[$story|sources]}" >"$folder/sources.tsv"
		options=(--sources "$folder/sources.tsv")
	fi
	"$exec_path/read-articles" "${options[@]}" --format linear-tsv "$folder/input" \
		>"$folder/whole" 2>"$work/said" || status=$?
	((status == 0)) ||
		fail "the sources of '$story' cannot be joined: $(sed -n 1p "$work/said")"
	status=0
	through "$folder/whole" "$folder" 2>"$work/said" || status=$?
	filters_failed "$status" "$work/said"
	((status == 0)) || through_singly "$folder/whole" "$folder"
	rm -f "$folder"/{rows,input,whole,sources.tsv}
	printf '%s\n' "$digest" >"$folder/digest"
	awk -v batch="$batch" '$1 == batch' "$in/winners" >"$folder/winners"
	mkdir -p "$home/derived"
	rm -rf "${home:?}/derived/$batch"
	put_folder "$folder" "$home/derived/$batch"
}

# Every batch with winners is derived with today's digest; others go.
derive_all() {
	local batch folder
	mapfile -t winning < <(cut -f 1 "$in/winners" | LC_ALL=C sort -u)
	for batch in "${winning[@]}"; do
		is_derived "$batch" || derive "$batch"
	done
	for folder in "$home"/derived/*-*/; do
		[[ ! -d $folder || " ${winning[*]} " == *" $(basename "$folder") "* ]] ||
			rm -rf "$folder"
	done
}

# Is there a derived batch of these programs and tables that has every document
# that this batch wins now?
is_derived() {
	local folder=$home/derived/$1
	[[ -f $folder/digest && $(<"$folder/digest") == "$digest" ]] &&
		[[ -z $(awk -v batch="$1" '$1 == batch' "$in/winners" |
			LC_ALL=C comm -23 - "$folder/winners") ]]
}

# assemble FOLDER: the tables of the dossier
assemble() {
	local folder=$1 stage batch
	for stage in "${stages[@]}"; do
		if ((${#winning[@]} == 0)); then
			empty_tables "$folder"
			return
		fi
		head -n 1 "$home/derived/${winning[0]}/$stage.tsv" >"$folder/$stage.tsv"
		for batch in "${winning[@]}"; do
			LC_ALL=C awk -F '\t' -v batch="$batch" '
				FILENAME == ARGV[1] { if ($1 == batch) wins[$2] = 1; next }
				FNR > 1 && ($1 in wins)' "$in/winners" \
				"$home/derived/$batch/$stage.tsv"
		done | LC_ALL=C sort -s -t $'\t' -k 1,1 >"$in/sorted"
		[[ $stage != documents ]] || recent_documents "$in/sorted" >"$in/recent"
		LC_ALL=C awk -F '\t' 'FILENAME == ARGV[1] { wins[$1] = 1; next } $1 in wins' \
			"$in/recent" "$in/sorted" >>"$folder/$stage.tsv"
	done
}

empty_tables() {
	printf '%s\n' "$document_columns" >"$in/input"
	through "$in/input" "$1"
}

# The documents that are at most so many days (days) older than the newest, and
# those without a date.
recent_documents() {
	awk -F '\t' -v days="${setting[$story|days]:-}" '
		function day(date,    y, m, d) {
			y = substr(date, 1, 4); m = substr(date, 6, 2); d = substr(date, 9, 2)
			if (d == "") d = 1
			if (m < 3) { y--; m += 12 }
			return 365 * y + int(y / 4) - int(y / 100) + int(y / 400) + \
				int((153 * (m - 3) + 2) / 5) + d
		}
		{
			doc[NR] = $1
			dated[NR] = length($4) >= 7
			at[NR] = dated[NR] ? day($4) : 0
			if (at[NR] > newest) newest = at[NR]
		}
		END {
			for (i = 1; i <= NR; i++)
				if (days == "" || !dated[i] || at[i] + days >= newest)
					print doc[i]
		}' "$1"
}

# ---------------------------------------------------------------- editions

edition_digest() {
	{
		stat -c '%n %s %Y %i' "$exec_path"/{diff-sources,render,lib/news.bash}
		printf '%s\n' "$digest" "$(story_setting by)" "$(story_setting window)" \
			"$(story_setting threshold)" "$(story_setting title)" "$(story_setting days)"
		cat "$in/winners"
	} | sha256sum | cut -c 1-64
}

# publish_edition: what is new for readers; nothing when nothing is
publish_edition() {
	local folder number wanted options
	winners
	digest=$(derived_digest)
	wanted=$(edition_digest)
	if [[ -f $home/current/inputs && $(<"$home/current/inputs") == "$wanted" ]]; then
		return
	fi
	derive_all
	folder=$(mktemp -d "$work/edition.XXXXXX")
	assemble "$folder"
	mapfile -t options < <(option_of by --by; option_of window --window
		option_of threshold --threshold)
	"$exec_path/diff-sources" "${options[@]}" <"$folder/claims.tsv" >"$folder/relations.tsv"
	mapfile -t options < <(option_of title --title)
	"$exec_path/render" --format text --width 80 --colour never "${options[@]}" \
		<"$folder/relations.tsv" >"$folder/report.txt"
	"$exec_path/render" --format html "${options[@]}" \
		<"$folder/relations.tsv" >"$folder/report.html"
	"$exec_path/render" --view conflicts --format atom \
		--title "${setting[$story|title]:-$story}" \
		<"$folder/relations.tsv" >"$folder/report.xml"
	versions >"$folder/versions.tsv"
	drift >"$folder/drift.tsv"
	if command -v sqlite3 >/dev/null; then
		store_make "$folder" "$folder/hearsay.sqlite"
	fi
	printf '%s\n' "$wanted" >"$folder/inputs"
	number=$(find "$home/editions" -maxdepth 1 -type d -name '[0-9]*' -printf '%f\n' |
		LC_ALL=C sort | tail -n 1)
	number=$(printf '%08d' $((10#${number:-0} + 1)))
	news "$folder" "$number" >"$folder/news.tsv"
	put_folder "$folder" "$home/editions/$number"
	put_current "editions/$number"
	note detail "edition $((10#$number)): $(($(wc -l <"$home/current/documents.tsv") - 1)) articles"
}

put_current() {
	local link
	link=$(mktemp -u "$home/.current.XXXXXX")
	ln -s "$1" "$link"
	mv -fT "$link" "$home/current"
	sync "$home"
}

# Older editions keep their reports; the tables are in the newest.
prune_editions() {
	local keep=${setting[keep]} number current
	((keep > 0)) || keep=1
	current=$(basename "$(readlink "$home/current")")
	find "$home/editions" -maxdepth 1 -type d -name '[0-9]*' -printf '%f\n' |
		LC_ALL=C sort -r >"$in/editions"
	while IFS= read -r number; do
		[[ $number == "$current" ]] && continue
		rm -f "$home/editions/$number"/{documents,sentences,tagged,claims}.tsv \
			"$home/editions/$number/hearsay.sqlite"
	done <"$in/editions"
	tail -n +$((keep + 1)) "$in/editions" | while IFS= read -r number; do
		[[ $number == "$current" ]] || rm -rf "${home:?}/editions/$number"
	done
}

# All versions of all documents, and when each was first seen.
versions() {
	printf 'doc\tversion\tseen\toutlet\tdate\turl\ttitle\tsha256\n'
	LC_ALL=C awk -F '\t' -v OFS='\t' '{ print $2, $5, $6, $7, $9, $10, $11, $12 }' \
		"$in/indexes" | LC_ALL=C sort -t $'\t' -k 1,1 -k 2,2n
}

# The report where a web server looks for it, when a folder for pages is set.
publish_pages() {
	local name
	[[ -n ${setting[pages]} ]] || return 0
	mkdir -p "${setting[pages]}"
	rm -f "${setting[pages]}"/.new.??????
	for name in html txt xml; do
		publish_changed "${setting[pages]}/$story.$name" <"$home/current/report.$name"
	done
}
