# shellcheck shell=bash disable=SC2034,SC2154 # variables of the script
# Fetching: one resource through curl, politely and with suspicion.
#
# Every hop of a redirection is checked for itself: its scheme, robots.txt, the
# addresses of its host, to which curl is then pinned.  A host is asked one
# thing at a time, with a delay between.  What curl is to fetch stands in its
# standard input, so that no address is seen in a list of processes.

hops_most=5
wait_most=86400		# seconds that a host may ask us to stay away

# The answer: state (new, same, wait, failed), what happened, and of a new
# resource its validators and type.  A line each, in FOLDER/result.
answer() {
	printf '%s\n' "$1" "$2" "${3:-}" "${4:-}" "${5:-}" >"$fetch_folder/result"
}

# The last header of a name in the answer, made harmless; empty: none.
header() {
	awk -v name="$1" '{ sub(/\r$/, "") }
		/^HTTP\// { value = "" }
		{
			colon = index($0, ":")
			if (colon > 0 && tolower(substr($0, 1, colon - 1)) == name) {
				value = substr($0, colon + 1)
				gsub(/^[ \t]+|[ \t]+$/, "", value)
			}
		}
		END { print substr(value, 1, 256) }' "$fetch_folder/headers" |
		LC_ALL=C tr -cd ' -~\n'
}

# a text as curl's configuration wants it
quoted() {
	local text=${1//\\/\\\\}
	printf '"%s"' "${text//\"/\\\"}"
}

# allowed_addresses HOST: those that may be asked, joined by commas, in `pinned`;
# fails with the reason in `refusal`
allowed_addresses() {
	local address
	pinned=
	refusal="the host $1 is not known"
	while IFS= read -r address; do
		refusal="the host $1 has a private address; allow_private would allow it"
		address_allowed "$address" || continue
		[[ $address != *:* ]] || address="[$address]"
		pinned+=${pinned:+,}$address
	done < <(host_addresses "$1")
	[[ -n $pinned ]]
}

# One at a time, and the delay between: each host has a file, locked here and
# let go of behind the request.
take_turn() {
	local last now rest
	exec 7<>"$work/hosts/${url_host//:/_}"
	flock 7
	IFS= read -r last <&7 || last=0
	now=${EPOCHREALTIME/[.,]/}
	rest=$(awk -v last="${last:-0}" -v now="$now" -v delay="${setting[delay]}" \
		'BEGIN { d = last + delay * 1e6 - now
		if (d > delay * 1e6) d = delay * 1e6
		print (last > 0 && d > 0 ? d / 1e6 : 0) }')
	[[ $rest == 0 ]] || sleep "$rest"
}

end_turn() {
	printf '%s\n' "${EPOCHREALTIME/[.,]/}" >"$work/hosts/${url_host//:/_}"
	exec 7>&-
}

# How long a host wants us to stay away, in seconds: Retry-After is a number or
# a date.  Empty when it says nothing that can be read.
retry_after() {
	local value seconds
	value=$(header retry-after)
	if [[ $value =~ ^[0-9]{1,9}$ ]]; then
		seconds=$((10#$value))
	elif [[ $value =~ ^[A-Z][a-z]{2},\ [0-9]{2}\ [A-Z] ]] &&
		seconds=$(date -u -d "$value" +%s 2>/dev/null); then
		seconds=$((seconds - EPOCHSECONDS))
		((seconds >= 0)) || seconds=0
	else
		return 0
	fi
	echo $((seconds > wait_most ? wait_most : seconds))
}

# request URL ETAG MODIFIED: one request; sets code (HTTP's, 000 for none),
# trouble (curl's words) and redirect
request() {
	local url=$1 said status=() limit=${setting[size_limit]}
	code=000 trouble='' redirect=''
	: >"$fetch_folder/headers"
	take_turn
	{
		printf 'url = %s\n' "$(quoted "$url")"
		printf 'user-agent = %s\n' "$(quoted "${setting[user_agent]}")"
		[[ -z $2 ]] || printf 'header = %s\n' "$(quoted "If-None-Match: $2")"
		[[ -z $3 ]] || printf 'header = %s\n' "$(quoted "If-Modified-Since: $3")"
	} >"$fetch_folder/request"
	set +e
	curl -q --silent --show-error --globoff --config - --noproxy '*' \
		--proto '=http,https' --compressed --max-filesize "$limit" \
		--connect-timeout "${setting[timeout]}" --max-time "${setting[timeout]}" \
		--resolve "$url_host:$url_port:$pinned" \
		--dump-header "$fetch_folder/headers" --output - \
		--write-out '%{stderr}\n%{http_code} %{redirect_url}\n' \
		<"$fetch_folder/request" 2>"$fetch_folder/said" 7>&- |
		head -c $((limit + 1)) >"$fetch_folder/body" 7>&-
	status=("${PIPESTATUS[@]}")
	set -e
	end_turn
	((status[1] == 0)) || fail 'cannot write what was fetched; is the disk full?'
	said=$(tail -n 1 "$fetch_folder/said")
	[[ $said =~ ^([0-9]{3})\ (.*)$ ]] && code=${BASH_REMATCH[1]} redirect=${BASH_REMATCH[2]}
	if (($(stat -c %s "$fetch_folder/body") > limit)) || ((status[0] == 63)); then
		trouble="more than size_limit, $limit bytes"
		code=000
	elif ((status[0] == 28)); then
		trouble="not done within ${setting[timeout]} seconds (timeout)"
	elif ((status[0] != 0)); then
		trouble="curl: $(sed -n 's/^curl: //p' "$fetch_folder/said" | head -n 1 |
			LC_ALL=C tr -c '[:print:]\n' '?' | sed -E 's,https?://[^ ]*,...,g')"
	fi
	curl_status=${status[0]}
}

# Trouble that may be over in a moment: an answer of 5xx, or a connection that
# was refused or broke off.
is_passing() {
	case $curl_status:$code in
	0:429 | 0:5??) return 0 ;;
	7:* | 16:* | 18:* | 35:* | 52:* | 55:* | 56:* | 92:*) [[ $code != 000 || -n $trouble ]] ;;
	*) return 1 ;;
	esac
}

# request_again URL ETAG MODIFIED: the same, tried anew while trouble may pass
# and the host does not want us to stay away for long
request_again() {
	local try pause
	for ((try = 0; ; try++)); do
		request "$@"
		is_passing && ((try < ${setting[retries]})) || return 0
		pause=$(retry_after)
		((${pause:-0} <= 5)) || return 0
		sleep "${pause:-$((try + 1))}"
	done
}

# robots_allow: what robots.txt says of the URL that was split, kept for a day.
# Fails with the reason in `refusal`.
robots_allow() {
	local file base=$url_scheme://$url_host:$url_port age
	[[ ${setting[robots]} == yes ]] || return 0
	[[ $url_host != *:* ]] || base=$url_scheme://[$url_host]:$url_port
	file=$state/robots/$(sha256sum <<<"$base" | cut -c 1-16)
	age=$((EPOCHSECONDS - $(stat -c %Y "$file" 2>/dev/null || echo 0)))
	if [[ ! -f $file ]] || ((age > 86400 || age < 0)); then
		robots_fetch "$base" "$file" || return 1
	fi
	[[ $(path=$url_rest awk -v agent="$(robots_agent)" \
		-f "$exec_path/lib/robots.awk" "$file") == yes ]] && return
	refusal='robots.txt does not allow it'
	return 1
}

# The name that robots.txt knows us by: the User-Agent's up to its version.
robots_agent() {
	local name=${setting[user_agent]%%[/ ]*}
	printf '%s\n' "${name,,}"
}

# in a process of its own: what was split and pinned stays
robots_fetch() {
	local base=$1 file=$2
	(
		mkdir -p "$fetch_folder/robots"
		fetch_folder=$fetch_folder/robots
		setting[robots]=no
		follow "$base/robots.txt" '' ''
		case $code in
		2??) ;;
		# none: everything is allowed
		4??) [[ $code != 429 ]] && : >"$fetch_folder/body" ;;
		*) exit 1 ;;
		esac || exit
		LC_ALL=C tr -d '\0' <"$fetch_folder/body" | publish "$file"
	) && return
	refusal="its robots.txt could not be read (${code/000/no answer}); tried again the next time"
	return 1
}

# follow URL ETAG MODIFIED: hop by hop to the end; sets code and trouble
follow() {
	local url=$1 etag=$2 modified=$3 hop
	local -A been=()
	for ((hop = 0; ; hop++)); do
		code=000 curl_status=0
		url_split "$url" || { trouble="redirected to $(redact "$url"), which is neither http nor https"; return; }
		[[ -z ${been[$url]:-} ]] || { trouble='redirected in circles'; return; }
		((hop <= hops_most)) || { trouble="redirected more than $hops_most times"; return; }
		been[$url]=1
		allowed_addresses "$url_host" || { trouble=$refusal; return; }
		robots_allow || { trouble=$refusal; return; }
		request_again "$url" "$etag" "$modified"
		[[ -z $trouble && $code =~ ^30[12378]$ ]] || return 0
		url=$redirect
	done
}

# fetch URL FOLDER [ETAG [MODIFIED]]: one resource into FOLDER/body
fetch() {
	local code trouble='' redirect curl_status pinned refusal pause
	local url_scheme url_host url_port url_rest fetch_folder=$2
	mkdir -p "$fetch_folder"
	follow "$1" "${3:-}" "${4:-}"
	if [[ -n $trouble ]]; then
		answer failed "$trouble"
		return
	fi
	case $code in
	2??) answer new '' "$(header etag)" "$(header last-modified)" "$(header content-type)" ;;
	304) answer same '' ;;
	429 | 503)
		pause=$(retry_after)
		if ((${pause:-0} > 0)); then
			answer wait "HTTP status $code, wants us back in $pause seconds" "$pause"
		else
			answer failed "HTTP status $code"
		fi
		;;
	*) answer failed "HTTP status $code" ;;
	esac
}

# fetch_all LIST: the requests of a list (FOLDER URL ETAG MODIFIED, separated by
# the byte US), the hosts side by side, at most at_once of them
fetch_all() {
	local list=$1 queue running=0 folder
	[[ -s $list ]] || return 0
	need curl
	rm -rf "$work/queues" && mkdir -p "$work/queues" "$work/hosts" "$state/robots"
	awk -F '\037' -v folder="$work/queues/" '{
		split($2, part, "/"); host = part[3]
		if (!(host in number)) number[host] = ++hosts
		print >(folder number[host])
	}' "$list"
	for queue in "$work"/queues/*; do
		if ((running >= ${setting[at_once]})); then
			wait -n || exit
			running=$((running - 1))
		fi
		fetch_queue "$queue" &
		running=$((running + 1))
	done
	while ((running > 0)); do
		wait -n || exit
		running=$((running - 1))
	done
}

fetch_queue() {
	local folder url etag modified away=0
	while IFS=$'\037' read -r folder url etag modified; do
		kill -0 "$$" 2>/dev/null || exit	# our run was killed
		# a host that wants to be left alone is left alone
		if ((away)); then
			mkdir -p "$folder"
			printf '%s\n' wait 'its host wants us to stay away' '' '' '' >"$folder/result"
			continue
		fi
		fetch "$url" "$folder" "$etag" "$modified" </dev/null
		IFS= read -r away <"$folder/result"
		[[ $away == wait ]] && away=1 || away=0
	done <"$1"
}
