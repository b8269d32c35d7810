# shellcheck shell=bash disable=SC2034,SC2154 # variables of the script
# What an edition adds to the tables: how documents changed from version to
# version (drift.tsv), and when each article, version, conflict and move was
# first there (news.tsv).

# drifting: of the winners those with several texts: doc source origin and the
# names of the batches, and a digest of the texts
drifting() {
	LC_ALL=C awk -F '\t' -v OFS='\t' '
		FILENAME == ARGV[1] { wins[$2 OFS $3 OFS $4] = 1; next }
		($2 OFS $3 OFS $4) in wins {
			key = $2 OFS $3 OFS $4
			if ($12 != last[key]) { n[key]++; texts[key] = texts[key] substr($12, 1, 8) }
			last[key] = $12
		}
		END { for (key in n) if (n[key] > 1) print key, texts[key] }' \
		"$in/winners" "$in/indexes" | LC_ALL=C sort
}

# version_texts DOC SOURCE ORIGIN: its versions as documents, DOC.v1, DOC.v2 …;
# a version with the text of the one before it is left out
version_texts() {
	local batch
	printf '%s\n' "$document_columns"
	batches | while IFS= read -r batch; do
		tail -n +2 "$home/archive/$batch/articles.tsv"
	done | LC_ALL=C awk -F '\t' -v OFS='\t' -v doc="$1" -v source="$2" '
		BEGIN { origin = ENVIRON["origin"] }
		$1 == doc && $9 == source && $10 == origin && $8 != last {
			print doc ".v" $11, $2, $3, $4, $5, $6, $7, $8
			last = $8
		}'
}

# drift_of FOLDER: what changed between the versions in FOLDER/input: sentences
# that went and came, and claims that diff-sources holds against earlier ones
drift_of() {
	through "$1/input" "$1" && "$exec_path/diff-sources" <"$1/claims.tsv" \
		>"$1/relations.tsv" || return
	LC_ALL=C awk -F '\t' -v OFS='\t' '
		function version(doc) { sub(/.*\.v/, "", doc); return doc }
		function name(doc) { sub(/\.v[0-9]+$/, "", doc); return doc }
		FNR == 1 { split("", at); for (i = 1; i <= NF; i++) at[$i] = i; next }
		FILENAME == ARGV[1] {
			v = version($at["doc"])
			if (v != order[count]) order[++count] = v
			if (!((v, $at["text"]) in has)) {
				has[v, $at["text"]] = 1
				sentence[v, ++n[v]] = $at["text"]
			}
			doc = name($at["doc"])
			next
		}
		$at["relation"] ~ /^(conflict|evolve)$/ && $at["with_doc"] != $at["doc"] {
			print doc, version($at["with_doc"]), version($at["doc"]),
				$at["relation"], $at["kind"], $at["with_content"],
				$at["content"], $at["reason"]
		}
		END {
			for (c = 2; c <= count; c++) {
				a = order[c - 1]; b = order[c]
				for (i = 1; i <= n[a]; i++)
					if (!((b, sentence[a, i]) in has))
						print doc, a, b, "removed", "", sentence[a, i], "", ""
				for (i = 1; i <= n[b]; i++)
					if (!((a, sentence[b, i]) in has))
						print doc, a, b, "added", "", "", sentence[b, i], ""
			}
		}' "$1/sentences.tsv" "$1/relations.tsv" |
		LC_ALL=C sort -t $'\t' -s -k 2,2n -k 3,3n
}

# drift: the table; what was found for a document's versions is kept
drift() {
	local doc source origin texts kept folder
	mkdir -p "$home/drift"
	printf 'doc\tversion_before\tversion\tchange\tkind\tbefore\tafter\treason\n'
	: >"$in/kept"
	while IFS=$'\t' read -r doc source origin texts; do
		kept=$(sha256sum <<<"$doc $source $origin $texts $digest" | cut -c 1-32)
		echo "$kept" >>"$in/kept"
		if [[ ! -f $home/drift/$kept ]]; then
			folder=$(mktemp -d "$work/drift.XXXXXX")
			origin=$origin version_texts "$doc" "$source" >"$folder/input"
			drift_of "$folder" >"$folder/drift"
			publish "$home/drift/$kept" <"$folder/drift"
		fi
		cat "$home/drift/$kept"
	done < <(drifting)
	find "$home/drift" -type f -printf '%f\n' | LC_ALL=C sort |
		LC_ALL=C comm -23 - <(LC_ALL=C sort "$in/kept") |
		while IFS= read -r kept; do rm -f "$home/drift/$kept"; done
}

# news FOLDER NUMBER: what is there, and since which edition and when; what an
# earlier edition had keeps the time that it had there.  Things are recognised
# by what they say, for the numbers of claims move.
news() {
	local folder=$1 number=$2 now last
	now=$(TZ=UTC time_seen)
	last=$(tail -n +2 "$(existing "$home/current/news.tsv")" | cut -f 2 | LC_ALL=C sort | tail -n 1)
	[[ ! $last > $now ]] || now=$last
	LC_ALL=C awk -F '\t' -v OFS='\t' -v now="$now" -v number="$((10#$number))" '
		function put(what, doc, outlet, date, text, with_doc, with_outlet, with_text, reason,    rest) {
			rest = what OFS doc OFS outlet OFS date OFS text OFS with_doc OFS \
				with_outlet OFS with_text OFS reason
			if (rest in done) return
			done[rest] = 1
			print (rest in since ? since[rest] : number OFS now), rest
		}
		FNR == 1 { split("", at); for (i = 1; i <= NF; i++) at[$i] = i; file = FILENAME; next }
		file == ARGV[1] {
			rest = $0
			sub(/^[^\t]*\t[^\t]*\t/, "", rest)
			since[rest] = $1 OFS $2
			next
		}
		file == ARGV[2] { put("article", $1, $2, $4, $6, "", "", "", ""); next }
		file == ARGV[3] {
			if ($at["relation"] ~ /^(conflict|evolve)$/)
				put($at["relation"], $at["doc"], $at["outlet"], $at["date"],
					$at["content"], $at["with_doc"], $at["with_outlet"],
					$at["with_content"], $at["reason"])
			next
		}
		{ put("drift", $1, "", "", $7, "", "", $6, $4 ($8 == "" ? "" : ": " $8)) }' \
		"$(existing "$home/current/news.tsv")" "$folder/documents.tsv" \
		"$folder/relations.tsv" "$folder/drift.tsv" >"$in/news"
	printf 'edition\tseen\twhat\tdoc\toutlet\tdate\ttext\twith_doc\twith_outlet\twith_text\treason\n'
	LC_ALL=C sort -s -t $'\t' -k 1,1n -k 3,3 -k 4,4 "$in/news"
}
