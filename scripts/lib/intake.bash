# shellcheck shell=bash disable=SC2034,SC2154 # variables of the script
# What comes in: feeds, the pages that they link to, folders, mboxes.
#
# A feed's entries are kept (state/feeds), beside them what each story has
# taken of them (STORY/feeds): an entry is looked at when its line is not among
# those.  What could not be fetched is not taken and so comes again.  Articles
# become rows of one table, of which archive.bash keeps what is new.

row_columns=$'doc\toutlet\tupstream\tdate\turl\ttitle\ttext\tsha256\tsource\torigin'

source_id() {
	sha256sum <<<"$1" | cut -c 1-12
}

# story_sources: the sources of $story, a line each, in the configuration's
# order: kind, id, outlet, address or path (separated by US)
story_sources() {
	local kind value address
	for kind in feed folder mbox; do
		while IFS= read -r value; do
			[[ -n $value ]] || continue
			address=$value
			[[ $kind != feed ]] || address=${value%%[[:blank:]]*}
			value=${value#"$address"}
			printf '%s\037%s\037%s\037%s\n' "$kind" "$(source_id "$kind $address")" \
				"${value#"${value%%[![:blank:]]*}"}" "$address"
		done <<<"${setting[$story|$kind]:-}"
	done
}

# ---------------------------------------------------------------- feeds

# host_is_away URL: has its host asked us to stay away until later?
host_is_away() {
	local until file
	url_split "$1" || return 1
	file=$state/away/${url_host//:/_}
	[[ -f $file ]] || return 1
	until=$(<"$file")
	[[ $until =~ ^[0-9]+$ ]] && ((until > EPOCHSECONDS && until - EPOCHSECONDS <= wait_most))
}

keep_away() {
	local seconds=$2
	[[ $seconds =~ ^[0-9]+$ ]] && ((seconds > 0)) && url_split "$1" || return 0
	mkdir -p "$state/away"
	publish "$state/away/${url_host//:/_}" <<<$((EPOCHSECONDS + seconds))
}

# The answers of fetch_all, by folder: sets answer_state and the rest
read_answer() {
	local lines
	answer_state=failed answer_what='no answer was kept' answer_etag='' answer_modified='' answer_type=''
	[[ -f $1/result ]] || return 0
	mapfile -t lines <"$1/result"
	answer_state=${lines[0]:-failed} answer_what=${lines[1]:-}
	answer_etag=${lines[2]:-} answer_modified=${lines[3]:-} answer_type=${lines[4]:-}
}

# All feeds of the stories, each once; what is new in $work/feeds/ID
fetch_feeds() {
	local story kind id outlet address folder etag modified
	local -A asked=()
	: >"$work/list"
	mkdir -p "$work/feeds"
	for story in "${chosen[@]}"; do
		while IFS=$'\037' read -r kind id outlet address; do
			[[ $kind == feed && -z ${asked[$id]:-} ]] || continue
			asked[$id]=$address
			host_is_away "$address" && continue
			etag='' modified=''
			folder=$state/feeds/$id
			if [[ -f $folder/entries.tsv && -f $folder/validators ]]; then
				{ read -r etag; read -r modified; } <"$folder/validators" || :
			fi
			printf '%s\037%s\037%s\037%s\n' "$work/feeds/$id" "$address" \
				"$etag" "$modified" >>"$work/list"
		done < <(story_sources)
	done
	story=''
	((${#asked[@]} > 0)) || return 0
	need sfeed
	fetch_all "$work/list"
	for id in "${!asked[@]}"; do
		[[ ! -d $work/feeds/$id ]] || take_feed "$id" "${asked[$id]}"
	done
}

take_feed() {
	local id=$1 address=$2 folder=$work/feeds/$1
	read_answer "$folder"
	case $answer_state in
	same) return ;;
	wait)
		keep_away "$address" "$answer_etag"
		note warning "feed $(redact "$address"): $answer_what"
		return
		;;
	failed)
		note warning "feed $(redact "$address"): $answer_what"
		return
		;;
	esac
	sha256sum <"$folder/body" | cut -c 1-64 >"$folder/digest"
	if [[ -f $state/feeds/$id/entries.tsv ]] &&
		cmp -s "$folder/digest" "$state/feeds/$id/digest"; then
		return
	fi
	parse_feed "$folder" "$address" || return 0
	printf '%s\n%s\n' "$answer_etag" "$answer_modified" >"$folder/validators"
}

# decode_feed FOLDER: body in UTF-8, by what HTTP or the XML declaration says;
# what is not what it says is read as windows-1252, as browsers do
decode_feed() {
	local folder=$1 charset='' declared=''
	[[ ! $answer_type =~ [Cc][Hh][Aa][Rr][Ss][Ee][Tt]=[\"\']?([A-Za-z0-9._:-]+) ]] ||
		charset=${BASH_REMATCH[1]}
	declared=$(sfeed_xmlenc <"$folder/body" 2>/dev/null | tr -cd 'A-Za-z0-9._:-' | cut -c 1-40)
	for charset in ${charset:+"$charset"} ${declared:+"$declared"} utf-8; do
		iconv -f "$charset" -t UTF-8 "$folder/body" >"$folder/utf8" 2>/dev/null && return
	done
	iconv -f windows-1252 -t UTF-8 <(LC_ALL=C tr -d '\201\215\217\220\235' <"$folder/body") \
		>"$folder/utf8"
	note warning "feed $2: not the charset that it declares; read as windows-1252"
}

# feed_base ADDRESS: what relative links are relative to; without password and
# query, for lists of processes and the links themselves would show them
feed_base() {
	local base=${1%%[?#]*}
	if [[ $base =~ ^([A-Za-z]+://)[^/]*@(.*)$ ]]; then
		base=${BASH_REMATCH[1]}${BASH_REMATCH[2]}
	fi
	printf '%s\n' "$base"
}

parse_feed() {
	local folder=$1 address=$2 name
	name=$(redact "$2")
	decode_feed "$folder" "$name" || fail "cannot decode a feed; is the disk full?"
	if ! grep -qiE '<(rss|feed|rdf:RDF|[a-z]+:feed)[[:space:]>]' <(head -c 4096 "$folder/utf8"); then
		note warning "feed $name: neither RSS nor Atom; is the address right?"
		return 1
	elif ! grep -qiE '</(rss|feed|rdf:RDF|[a-z]+:feed)[[:space:]]*>' \
		<(tail -c 4096 "$folder/utf8"); then
		note warning "feed $name: it is cut off; what was whole is read the next time"
		return 1
	fi
	sfeed "$(feed_base "$address")" <"$folder/utf8" | LC_ALL=C awk -v base="$id" -f "$exec_path/lib/entries.awk" \
		>"$folder/read" || fail "cannot read the feed $name; is the disk full?"
	# entries that have left the feed stay, for whoever has not taken them
	if [[ -f $state/feeds/$id/entries.tsv ]]; then
		LC_ALL=C awk -F '\t' -v most=2000 'NR == FNR { new[$6] = 1 }
			NR == FNR || !($6 in new) { if (++count <= most) print }' \
			"$folder/read" "$state/feeds/$id/entries.tsv" >"$folder/entries.tsv" ||
			fail "cannot keep the feed $name; is the disk full?"
	else
		mv "$folder/read" "$folder/entries.tsv"
	fi
}

# When every story has what it wants of them, the feeds are as read.
commit_feeds() {
	local folder id name
	for folder in "$work"/feeds/*/; do
		[[ -f $folder/validators ]] || continue
		id=$(basename "$folder")
		mkdir -p "$state/feeds/$id"
		rm -f "$state/feeds/$id/validators"
		for name in entries.tsv digest validators; do
			publish_changed "$state/feeds/$id/$name" <"$folder/$name"
		done
	done
}

# feed_entries ID: the file of its entries, new or kept; fails when none
feed_entries() {
	local file
	for file in "$work/feeds/$1/entries.tsv" "$state/feeds/$1/entries.tsv"; do
		if [[ -f $file && ($file != "$work"/* || -f $work/feeds/$1/validators) ]]; then
			echo "$file"
			return
		fi
	done
	return 1
}

# take_entries ID OUTLET: of a story, the entries not taken yet.  Those that
# bring their text become rows; pages of others are put on the list.
take_entries() {
	local id=$1 outlet=$2 file folder=$in/feed-$1 doc address
	file=$(feed_entries "$id") || return 0
	mkdir -p "$folder"
	[[ ! -f $home/feeds/$id.tsv ]] || cp "$home/feeds/$id.tsv" "$folder/taken"
	[[ -f $folder/taken ]] || : >"$folder/taken"
	cmp -s "$file" "$folder/taken" && return
	printf '%s\n' "$outlet" >"$folder/outlet"
	cp "$file" "$folder/entries"
	LC_ALL=C awk -F '\t' -v now="$EPOCHSECONDS" -v most="$wait_most" \
		-v failures="$in/failures.tsv" '
		FILENAME == failures { until[$1] = $3; next }
		FILENAME ~ /taken$/ { taken[$0] = 1; next }
		!($0 in taken) && !(until[$6] > now && until[$6] <= now + most)' \
		"$in/failures.tsv" "$folder/taken" "$file" >"$folder/wanted"
	[[ -s $folder/wanted ]] || return 0
	# what an entry says of its article, whether or not it has the text
	LC_ALL=C awk -F '\t' -v OFS='\t' '$4 == "" { $4 = "-"; $5 = "plain" } { print }' \
		"$folder/wanted" >"$folder/feed"
	read_articles "feed of $outlet" "$folder/meta.tsv" --format sfeed "$folder/feed"
	LC_ALL=C awk -F '\t' -v mode="${setting[$story|fetch]:-auto}" -v least=600 \
		-v own="$folder/own" -v pages="$folder/pages" '
		BEGIN { print "doc" >own; printf "" >pages }
		$3 != "" && (mode == "page" || (mode == "auto" && length($4) < least)) {
			print $6 "\t" $3 >pages; next
		}
		$4 != "" { print $6 >own }' "$folder/wanted"
	while IFS=$'\t' read -r doc address; do
		want_page "$doc" "$address" "$id" '' ''
	done <"$folder/pages"
	put_rows "$id" entry "$outlet" "$folder/own" "$folder/meta.tsv" "$folder/meta.tsv"
}

# read_articles WHAT TABLE OPTION...: through read-articles; what it refuses is
# noted, what it reads is in the table.  Trouble ends the run.
read_articles() {
	local what=$1 table=$2 status=0 line
	shift 2
	"$exec_path/read-articles" "$@" >"$table" 2>"$work/said" </dev/null || status=$?
	((status < 2)) || fail "read-articles ended with status $status: $(tail -n 1 "$work/said")"
	while IFS= read -r line; do
		line=${line#hearsay read-articles: }
		line=${line#"${*: -1}"}
		line=${line#:}
		line=${line# }
		if ((status == 1)); then
			note warning "$what${line:+: $line}"
		else
			note detail "$what${line:+: $line}"
		fi
	done <"$work/said"
}

# put_rows SOURCE ORIGIN OUTLET DOCS TABLE META: the rows of a table whose doc
# is among DOCS, with what META says of them where they say nothing
# themselves; the address is META's always.  An outlet that is configured goes
# before the page's own, the host is the last resort.
put_rows() {
	outlet=$3 LC_ALL=C awk -F '\t' -v OFS='\t' -v source="$1" -v origin="$2" '
		BEGIN { outlet = ENVIRON["outlet"] }
		FNR == 1 { file++ }
		file == 1 { wanted[$1] = 1; next }
		FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		file == 2 { url[$1] = $at["url"]; date[$1] = $at["date"]; title[$1] = $at["title"]; next }
		{
			doc = $at["doc"]
			if (!(doc in wanted)) next
			own = origin == "page" ? $at["outlet"] : ""
			host = url[doc]
			sub(/^[a-z]*:\/\//, "", host); sub(/[\/:?].*/, "", host); sub(/^www\./, "", host)
			o = outlet != "" ? outlet : own != "" ? own : host
			d = $at["date"] != "" ? $at["date"] : date[doc]
			t = $at["title"] != "" ? $at["title"] : title[doc]
			print doc, o, $at["upstream"], d, url[doc], t, $at["text"], $at["sha256"], source, doc
		}' "$4" "$6" "$5" >>"$in/rows"
}

# ---------------------------------------------------------------- pages

# want_page DOC ADDRESS SOURCE ETAG MODIFIED: put a page on the list
want_page() {
	if host_is_away "$2"; then
		echo "$1" >>"$in/failed"
		return
	fi
	printf '%s\037%s\037%s\037%s\n' "$in/pages/$1" "$2" "$4" "$5" >>"$in/list"
	printf '%s\t%s\t%s\n' "$1" "$3" "$2" >>"$in/page_of"
}

# Pages that are in a feed still and were read so long ago that they may have
# changed: asked for again, with what their host gave to recognise them.
recheck_pages() {
	local hours=${setting[recheck]} doc address etag modified source
	((hours > 0)) && [[ -s $home/pages.tsv ]] || return 0
	find "$in" -path '*/feed-*/taken' -exec cut -f 6 {} + >"$in/listed"
	[[ -f $in/page_of ]] || : >"$in/page_of"
	while IFS=$'\037' read -r doc address etag modified source; do
		want_page "$doc" "$address" "$source" "$etag" "$modified"
	done < <(LC_ALL=C awk -F '\t' -v OFS='\037' -v now="$EPOCHSECONDS" -v hours="$hours" \
		-v listed="$in/listed" -v asked="$in/page_of" '
		FILENAME == listed { here[$1] = 1; next }
		FILENAME == asked { delete here[$1]; next }
		($1 in here) && ($5 > now || $5 + hours * 3600 <= now) {
			print $1, $2, $3, $4, $6
		}' "$in/listed" "$in/page_of" "$home/pages.tsv")
}

take_pages() {
	local doc source address folder charset
	[[ -s $in/list ]] || return 0
	mkdir -p "$in/pages"
	fetch_all "$in/list"
	while IFS=$'\t' read -r doc source address; do
		folder=$in/pages/$doc
		read_answer "$folder"
		case $answer_state in
		new) take_page ;;
		same) page_read ;;
		*)
			[[ $answer_state != wait ]] || keep_away "$address" "$answer_etag"
			note warning "page $(redact "$address"): $answer_what"
			echo "$doc" >>"$in/failed"
			;;
		esac
		rm -rf "$folder"
	done <"$in/page_of"
}

page_read() {
	printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$doc" "$address" "${answer_etag//$'\t'/ }" \
		"${answer_modified//$'\t'/ }" "$EPOCHSECONDS" "$source" >>"$in/pages_read"
}

take_page() {
	local options=() name meta=$in/feed-$source/meta.tsv outlet=''
	name=$(redact "$address")
	mv "$folder/body" "$folder/$doc.html"
	case $answer_type in
	text/plain*) options=(--format text) ;;
	*) options=(--format html) ;;
	esac
	if [[ $answer_type =~ [Cc][Hh][Aa][Rr][Ss][Ee][Tt]=[\"\']?([A-Za-z0-9._:-]+) ]] &&
		! grep -q 'is not known' <("$exec_path/read-articles" \
			--charset "${BASH_REMATCH[1]}" /dev/null 2>&1); then
		options+=(--charset "${BASH_REMATCH[1]}")
	fi
	read_articles "page $name" "$folder/row.tsv" "${options[@]}" -- "$folder/$doc.html"
	if (($(wc -l <"$folder/row.tsv") < 2)); then
		echo "$doc" >>"$in/failed"
		return
	fi
	if ! grep -qs "^$doc	" "$meta"; then
		meta=$folder/meta.tsv
		entry_meta "$meta"
	fi
	outlet=$(story_sources | awk -F '\037' -v id="$source" '$2 == id { print $3 }')
	printf 'doc\n%s\n' "$doc" >"$folder/docs"
	put_rows "$source" page "$outlet" "$folder/docs" "$folder/row.tsv" "$meta"
	page_read
}

# What its feed says of a page that is read again.
entry_meta() {
	cat "$(existing "$in/feed-$source/entries")" \
		"$(existing "$in/feed-$source/taken")" |
		LC_ALL=C awk -F '\t' -v OFS='\t' -v doc="$doc" \
			'$6 == doc && !n++ { $4 = "-"; $5 = "plain"; print }' >"$folder/feed"
	read_articles "page $name" "$1" --format sfeed "$folder/feed"
}

# ---------------------------------------------------------------- files

# take_files KIND SOURCE PATH: the files of a folder, or one mbox, that are new
# or look changed since they were taken
take_files() {
	local kind=$1 source=$2 path=$3 file stamp line
	while IFS= read -r -d '' line; do
		stamp=${line%%$'\t'*} file=${line#*$'\t'}
		case $file in
		*[[:cntrl:]]*) note warning "file $(redact "$file"): its name has control characters; rename it"; continue ;;
		esac
		printf '%s\t%s\t%s\t%s\n' "$source" "$kind" "$stamp" "$file" >>"$in/files"
	done < <(find -H "$path" -type f ! -name '.*' ! -path '*/.*/*' \
		-printf '%s:%i:%T@:%C@\t%p\0' | LC_ALL=C sort -z -t $'\t' -k 2)
}

# Which of the files listed have not been taken: one comparison for them all.
take_wanted_files() {
	local source kind file folder=$in/file number doc trouble
	LC_ALL=C awk -F '\t' -v OFS='\t' -v old="$home/files.tsv" '
		FILENAME == old { taken[$0] = 1; next }
		!($0 in taken) { print $1, $2, $4 }' \
		"$(existing "$home/files.tsv")" "$in/files" >"$in/files_wanted"
	while IFS=$'\t' read -r source kind file; do
		rm -rf "$folder" && mkdir -p "$folder"
		if [[ ! -r $file ]]; then
			note warning "file $(redact "$file"): may not be read"
			printf '%s\n' "$file" >>"$in/files_failed"
			continue
		elif [[ $kind == folder ]]; then
			read_articles "file $(redact "$file")" "$folder/rows.tsv" -- "$file"
			file_rows "$source" "$file" "$folder/rows.tsv"
			continue
		fi
		while IFS=$'\t' read -r number doc trouble; do
			if [[ -n $trouble ]]; then
				note warning "mbox $(redact "$file"): message $number $trouble"
				continue
			fi
			read_articles "mbox $(redact "$file"), message $number" \
				"$folder/rows.tsv" -- "$folder/$doc.txt"
			file_rows "$source" "$file" "$folder/rows.tsv"
		done < <(LC_ALL=C tr -d '\0' <"$file" |
			LC_ALL=C awk -v folder="$folder" -f "$exec_path/lib/mbox.awk")
	done <"$in/files_wanted"
}

# the columns that every article has; a table's further ones stay behind
file_rows() {
	origin=$2 LC_ALL=C awk -F '\t' -v OFS='\t' -v source="$1" '
		BEGIN { origin = ENVIRON["origin"] }
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		{ print $at["doc"], $at["outlet"], $at["upstream"], $at["date"], $at["url"],
			$at["title"], $at["text"], $at["sha256"], source, origin }' "$3" >>"$in/rows"
}

# ---------------------------------------------------------------- the story

# take_in: all that is new for $story, as $in/rows
take_in() {
	local kind id outlet address
	mkdir -p "$in"
	: >"$in/rows"; : >"$in/list"; : >"$in/page_of"; : >"$in/failed"
	: >"$in/files"; : >"$in/files_failed"; : >"$in/pages_read"
	if [[ -f $home/failures.tsv ]]; then
		cp "$home/failures.tsv" "$in/failures.tsv"
	else
		: >"$in/failures.tsv"
	fi
	while IFS=$'\037' read -r kind id outlet address; do
		case $kind in
		feed) [[ -n $offline ]] || take_entries "$id" "$outlet" ;;
		*) take_files "$kind" "$id" "$address" ;;
		esac
	done < <(story_sources)
	take_wanted_files
	[[ -n $offline ]] || recheck_pages
	take_pages
}

# commit_intake: what was taken is not looked at again.  Behind the archive's
# commit: whoever is killed between the two looks twice, and finds nothing new.
commit_intake() {
	local folder id
	mkdir -p "$home/feeds"
	for folder in "$in"/feed-*/; do
		[[ -f $folder/entries ]] || continue
		id=${folder%/}
		id=${id##*/feed-}
		LC_ALL=C awk -F '\t' -v failed="$in/failed" -v wanted="$folder/wanted" \
			-v taken="$folder/taken" '
			FILENAME == failed { bad[$1] = 1; next }
			FILENAME == wanted { new[$0] = 1; next }
			FILENAME == taken { old[$0] = 1; next }
			(($0 in new) && !($6 in bad)) || ($0 in old)' \
			"$in/failed" "$folder/wanted" "$folder/taken" "$folder/entries" |
			publish_changed "$home/feeds/$id.tsv"
	done
	commit_failures
	[[ ! -s $in/pages_read ]] || LC_ALL=C awk -F '\t' '
		!($1 in row) { order[++count] = $1 }
		{ row[$1] = $0 }
		END { for (i = 1; i <= count; i++) print row[order[i]] }' \
		"$(existing "$home/pages.tsv")" "$in/pages_read" | publish_changed "$home/pages.tsv"
	[[ ! -s $in/files && ! -f $home/files.tsv ]] ||
		LC_ALL=C awk -F '\t' 'FILENAME == ARGV[1] { bad[$0] = 1; next }
			!($4 in bad)' "$in/files_failed" "$in/files" |
		publish_changed "$home/files.tsv"
}

existing() {
	[[ -f $1 ]] && echo "$1" || echo /dev/null
}

# Each failure in a row doubles the time to the next try, up to a day.
commit_failures() {
	[[ -s $in/failed || -s $in/failures.tsv ]] || return 0
	cut -f 1 "$in/page_of" | LC_ALL=C awk -F '\t' -v OFS='\t' -v now="$EPOCHSECONDS" \
		-v first="${setting[retry_wait]}" -v most="$wait_most" \
		-v failed="$in/failed" -v failures="$in/failures.tsv" '
		FILENAME == failed { bad[$1] = 1; next }
		FILENAME == failures { tries[$1] = $2; until[$1] = $3; next }
		{ asked[$1] = 1 }
		END {
			for (doc in asked) {
				if (!(doc in bad)) { delete tries[doc]; continue }
				wait = first * 2 ^ tries[doc]
				tries[doc]++
				until[doc] = now + int(wait > most ? most : wait)
			}
			for (doc in tries) print doc, tries[doc], until[doc]
		}' "$in/failed" "$in/failures.tsv" - | LC_ALL=C sort |
		publish_changed "$home/failures.tsv"
}
