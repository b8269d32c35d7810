# shellcheck shell=bash disable=SC2034,SC2154 # variables of the script
# The archive of a story: every version of every article, never changed.
#
# A run that brings something new adds one batch, a folder that appears whole
# (archive/FIRST-LAST, the numbers of the runs in it) with
#   articles.tsv   the rows, and of each its version and when it was first seen
#   index.tsv      the same without the text
# Thirty-two small batches become one; what has become part of a wider batch
# is no batch any more.  Of one document the row that counts is the last of the
# source that stands first in the configuration, so that the order in which
# things came in makes no difference.

article_columns=$row_columns$'\tversion\tseen'
merge_at=32

# batches: the folders' names, oldest first
batches() {
	local folder name first last end=0
	for folder in "$home"/archive/*-*/; do
		[[ -d $folder && ! -L ${folder%/} ]] || continue
		name=$(basename "$folder")
		[[ $name =~ ^([0-9]{8})-([0-9]{8})$ ]] || continue
		printf '%s\t%s\n' "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
	done | LC_ALL=C sort -k1,1 -k2,2r | while read -r first last; do
		((10#$last > end)) || continue
		end=$((10#$last))
		echo "$first-$last"
	done
}

# indexes: the index of all batches, each row behind its batch
indexes() {
	local batch
	batches | while IFS= read -r batch; do
		LC_ALL=C awk -v OFS='\t' -v batch="$batch" 'FNR > 1 { print batch, $0 }' \
			"$home/archive/$batch/index.tsv"
	done
}

# A time of now that is never before one that was noted already, although a
# clock may have been put back.
time_seen() {
	local now last
	printf -v now '%(%Y-%m-%dT%H:%M:%SZ)T' -1
	last=$(cut -f 6 "$in/indexes" | LC_ALL=C sort | tail -n 1)
	if [[ $last > $now ]]; then
		echo "$last"
	else
		echo "$now"
	fi
}

# archive_new: of $in/rows those that differ from what is archived, as a new
# batch.  Of two rows with one doc, source and origin the later one counts.
archive_new() {
	local folder number seen
	indexes >"$in/indexes"
	[[ -s $in/rows ]] || return 0
	seen=$(TZ=UTC time_seen)
	folder=$(mktemp -d "$work/batch.XXXXXX")
	LC_ALL=C awk -F '\t' -v OFS='\t' -v seen="$seen" '
		function same() { return $2 OFS $3 OFS $4 OFS $5 OFS $6 OFS $8 }
		FILENAME == ARGV[1] {
			key = $2 OFS $3 OFS $4
			version[key] = $5
			known[key] = $7 OFS $8 OFS $9 OFS $10 OFS $11 OFS $12
			next
		}
		{
			key = $1 OFS $9 OFS $10
			if (!(key in row)) order[++count] = key
			row[key] = $0
			is[key] = same()
		}
		END {
			for (i = 1; i <= count; i++)
				if (is[order[i]] != known[order[i]])
					print row[order[i]], version[order[i]] + 1, seen
		}' "$in/indexes" "$in/rows" >"$folder/new"
	[[ -s $folder/new ]] || return 0
	{ printf '%s\n' "$article_columns"; cat "$folder/new"; } >"$folder/articles.tsv"
	rm "$folder/new"
	index_batch "$folder"
	number=$(batches | tail -n 1 | cut -d - -f 2)
	number=$(printf '%08d' $((10#${number:-0} + 1)))
	put_folder "$folder" "$home/archive/$number-$number"
	merge_batches
	indexes >"$in/indexes"
}

# doc source origin version seen outlet upstream date url title sha256
index_batch() {
	LC_ALL=C awk -F '\t' -v OFS='\t' \
		'{ print $1, $9, $10, $11, $12, $2, $3, $4, $5, $6, $8 }' \
		"$1/articles.tsv" >"$1/index.tsv"
}

# put_folder FROM TO: a folder of files appears whole, and survives a crash
put_folder() {
	local file
	for file in "$1"/*; do
		open_up "$file"
	done
	open_up "$1" 0777
	sync -d "$1"/*
	sync "$1"
	mv -T "$1" "$2"
	sync "$(dirname "$2")"
}

# As many batches of one width as merge_at become one of the next width.
merge_batches() {
	local width=1 names folder first last batch
	while ((width < 10000000)); do
		mapfile -t names < <(batches | awk -F - -v width="$width" -v most="$merge_at" \
			'$2 - $1 + 1 == width && ++count <= most')
		((${#names[@]} == merge_at)) || return 0
		first=${names[0]%-*} last=${names[-1]#*-}
		folder=$(mktemp -d "$work/batch.XXXXXX")
		{
			printf '%s\n' "$article_columns"
			for batch in "${names[@]}"; do
				tail -n +2 "$home/archive/$batch/articles.tsv"
			done
		} >"$folder/articles.tsv"
		index_batch "$folder"
		put_folder "$folder" "$home/archive/$first-$last"
		for batch in "${names[@]}"; do
			rm -rf "$home/archive/$batch"
		done
		width=$((width * merge_at))
	done
}

# What a merge left behind when it was killed.
drop_merged() {
	local folder
	batches >"$in/batches"
	for folder in "$home"/archive/*-*/; do
		[[ -d $folder ]] || continue
		grep -qxF "$(basename "$folder")" "$in/batches" || rm -rf "$folder"
	done
}

# winners: of each document the row that counts, as $in/winners:
# batch doc source origin version
winners() {
	story_sources | LC_ALL=C awk -F '\037' '{ print $2 "\t" NR }' >"$in/ranks"
	LC_ALL=C awk -F '\t' -v OFS='\t' '
		FILENAME == ARGV[1] { rank[$1] = $2; next }
		{ last[$2 OFS $3 OFS $4] = $0 }
		END {
			for (key in last) {
				split(last[key], c, "\t")
				r = c[3] in rank ? rank[c[3]] : 1000000
				d = c[2]
				if (!(d in best) || r < best[d] || (r == best[d] && c[3] OFS c[4] < from[d])) {
					best[d] = r
					from[d] = c[3] OFS c[4]
					row[d] = c[1] OFS c[2] OFS c[3] OFS c[4] OFS c[5]
				}
			}
			for (d in row) print row[d]
		}' "$in/ranks" "$in/indexes" | LC_ALL=C sort >"$in/winners"
}
