# shellcheck shell=bash disable=SC2034,SC2154 # variables of the script
# The configuration of hearsay refresh (hearsay-refresh.conf(5)): lines
# `key = value`, those of a story under `[story NAME]`.  Keys are data: the
# table below is what the parser knows of them.

# key, section (main or story), kind, default
settings='output	main	path	
pages	main	path	
log	main	path	
keep	main	number	30
user_agent	main	text	
delay	main	seconds	2
timeout	main	seconds	30
size_limit	main	size	8M
retries	main	number	2
retry_wait	main	seconds	900
recheck	main	number	24
robots	main	choice:yes,no	yes
allow_private	main	networks	
at_once	main	number	8
title	story	text	
feed	story	feeds	
folder	story	paths	
mbox	story	paths	
fetch	story	choice:auto,page,feed	auto
include	story	terms	
exclude	story	terms	
sources	story	file	
actors	story	file	
cues	story	file	
issues	story	file	
by	story	text	
window	story	number	
threshold	story	fraction	
days	story	number	'

stories=()		# names, in their order
declare -A setting=()	# "key", or "story|key"; of lists a value a line

config_fail() {
	fail "$config:$number: $*"
}

known_keys() {
	awk -F '\t' -v section="$1" '$2 == section { printf "%s%s", s, $1; s = ", " }' \
		<<<"$settings"
}

# Relative paths are relative to the folder of the configuration.
config_path() {
	local path=$1
	# shellcheck disable=SC2088 # a tilde in the file, not in the shell
	[[ $path != '~/'* ]] || path=${HOME:?}/${path#'~/'}
	[[ $path == /* ]] || path=$config_folder/$path
	printf '%s\n' "${path%/}"
}

# checked KIND VALUE: the value as it is kept, or the reason why not
checked() {
	local kind=$1 value=$2
	case $kind in
	path)
		[[ $value != *\\* ]] ||
			{ echo "a backslash in '$value'; name a folder without one"; return 1; }
		config_path "$value"
		;;
	paths)
		value=$(config_path "$value")
		[[ -e $value ]] || { echo "there is no '$value'; make it, or take the line out"; return 1; }
		printf '%s\n' "$value"
		;;
	file)
		value=$(config_path "$value")
		[[ -f $value && -r $value ]] || { echo "the file '$value' is not there or may not be read"; return 1; }
		printf '%s\n' "$value"
		;;
	number) [[ $value =~ ^[0-9]{1,9}$ ]] || { echo "'$value' is no whole number"; return 1; }
		echo $((10#$value)) ;;
	seconds) [[ $value =~ ^[0-9]{1,6}(\.[0-9]{1,3})?$ ]] ||
		{ echo "'$value' is no number of seconds; write it like 2 or 0.5"; return 1; }
		echo "$value" ;;
	fraction) [[ $value =~ ^(0(\.[0-9]+)?|1(\.0+)?)$ ]] ||
		{ echo "'$value' is not from 0 to 1; write it like 0.6"; return 1; }
		echo "$value" ;;
	size)
		[[ $value =~ ^([0-9]{1,9})([KM]?)$ ]] ||
			{ echo "'$value' is no size; write it like 500K or 8M"; return 1; }
		case ${BASH_REMATCH[2]} in
		K) echo $((10#${BASH_REMATCH[1]} << 10)) ;;
		M) echo $((10#${BASH_REMATCH[1]} << 20)) ;;
		*) echo $((10#${BASH_REMATCH[1]})) ;;
		esac
		;;
	choice:*)
		[[ ,${kind#*:}, == *",$value,"* ]] ||
			{ echo "'$value' is none of ${kind#*:}"; return 1; }
		echo "$value"
		;;
	networks)
		network_bits "$value" >/dev/null ||
			{ echo "'$value' is no network; write it like 10.0.0.0/8 or fd00::/8"; return 1; }
		echo "$value"
		;;
	feeds)
		url_split "${value%%[[:blank:]]*}" ||
			{ echo "the address $(redact "${value%%[[:blank:]]*}") is not http or https; write 'feed = https://HOST/PATH OUTLET'"; return 1; }
		echo "$value"
		;;
	*) printf '%s\n' "$value" ;;
	esac
}

config_section() {
	local name=$1
	[[ $name =~ ^[[:blank:]]*story[[:blank:]]+([A-Za-z0-9][A-Za-z0-9_-]{0,63})[[:blank:]]*$ ]] ||
		config_fail "'[$name]' is no section; write '[story NAME]' with a name of letters, digits, - and _"
	story=${BASH_REMATCH[1]}
	[[ -z ${begun[$story]:-} ]] ||
		config_fail "the story '$story' begins in line ${begun[$story]} already; give it another name"
	begun[$story]=$number
	stories+=("$story")
}

config_entry() {
	local key=$1 value=$2 section=main wanted kind name
	[[ -z $story ]] || section=story
	IFS=$'\037' read -r wanted kind < <(awk -F '\t' -v key="$key" \
		'$1 == key { print $2 "\037" $3 }' <<<"$settings") ||
		config_fail "no such key: '$key'; here there are $(known_keys "$section")"
	if [[ $wanted == story && $section == main ]]; then
		config_fail "'$key' belongs to a story; write it below a line '[story NAME]'"
	elif [[ $wanted == main && $section == story ]]; then
		config_fail "'$key' is for all stories; write it above the first '[story NAME]'"
	fi
	[[ -n $value ]] || config_fail "'$key' has no value; give it one or take the line out"
	value=$(checked "$kind" "$value") || config_fail "$key: $value"
	name=${story:+$story|}$key
	case $kind in
	feeds | paths | networks | terms)
		setting[$name]+=${setting[$name]:+$'\n'}$value
		;;
	*)
		[[ -z ${setting[$name]+set} ]] ||
			config_fail "'$key' stands twice; it can have one value"
		setting[$name]=$value
		;;
	esac
}

config_defaults() {
	local key section kind value
	while IFS=$'\037' read -r key section kind value; do
		[[ $section == main && -n $value && -z ${setting[$key]+set} ]] || continue
		setting[$key]=$(checked "$kind" "$value")
	done < <(tr '\t' '\037' <<<"$settings")
	setting[user_agent]=${setting[user_agent]:-hearsay/@VERSION@}
	setting[output]=${setting[output]:-}
	setting[pages]=${setting[pages]:-}
	setting[log]=${setting[log]:-${setting[output]}/refresh.log}
}

config_whole() {
	local name
	number=$(wc -l <"$config")
	[[ -n ${setting[output]:-} ]] ||
		config_fail "no 'output'; add a line 'output = FOLDER' above the stories"
	((${#stories[@]} > 0)) ||
		config_fail "no story; add a line '[story NAME]' and its feeds or folders"
	for name in "${stories[@]}"; do
		number=${begun[$name]}
		[[ -n ${setting[$name|feed]:-}${setting[$name|folder]:-}${setting[$name|mbox]:-} ]] ||
			config_fail "the story '$name' reads nothing; add a feed, a folder or an mbox"
	done
}

# config_read FILE: into stories and setting; a mistake ends the program
config_read() {
	local line number=0 story=''
	local -A begun=()
	config=$1
	[[ -f $config ]] || fail "there is no file '$config'; see hearsay help refresh.conf"
	[[ -r $config ]] || fail "'$config' may not be read"
	config_folder=$(dirname "$(realpath -- "$config")")
	number=$(LC_ALL=C grep -naE -m 1 $'[\001-\010\013-\037\177]' "$config" | cut -d : -f 1) || :
	[[ -z $number ]] ||
		config_fail 'a control character; save the file as plain text with Unix line ends'
	if (($(tr -d '\0' <"$config" | wc -c) != $(wc -c <"$config"))); then
		fail "$config: a NUL byte; save the file as plain text"
	fi
	number=0
	while IFS= read -r line || [[ -n $line ]]; do
		number=$((number + 1))
		line=${line#"${line%%[![:blank:]]*}"}
		line=${line%"${line##*[![:blank:]]}"}
		case $line in
		'' | '#'*) ;;
		'['*']') config_section "${line:1:-1}" ;;
		*=*)
			[[ $line =~ ^([A-Za-z_][A-Za-z0-9_-]*)[[:blank:]]*=[[:blank:]]*(.*)$ ]] ||
				config_fail "no key stands before the '='; write 'key = value'"
			config_entry "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
			;;
		*) config_fail "neither 'key = value' nor '[story NAME]'; begin a comment with #" ;;
		esac
	done <"$config"
	config_whole
	config_defaults
}
