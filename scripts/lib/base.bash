# shellcheck shell=bash disable=SC2034,SC2154 # variables of the script
# What hearsay's scripts share: options out of the help text, messages, and
# files that are replaced whole.  A script sets `program` and defines usage.

fail() {
	echo "hearsay $program: $*" >&2
	exit 2
}

# The options as a table, from the help: one source for both.
list_options() {
	printf 'option\tletter\targument\thelp\n'
	usage | sed -nE \
		's/^  (-(.),|   ) (--[a-z-]+)( ([A-Z]+))? {2,}(.*)$/\3\t\2\t\5\t\6/p'
}

# argument_of OPTION: the name of its argument; fails when there is no such one
argument_of() {
	list_options | awk -F '\t' -v word="$1" '
		NR > 1 && ($1 == word || "-" $2 == word) { print $3; found = 1 }
		END { exit !found }'
}

# next_option ARGUMENT...: sets option, value and used (how many arguments it
# took) to the first of them; option is empty for an operand.  Answers those
# that every program has, refuses what the help does not list.
next_option() {
	local argument given=
	option=$1 value='' used=1
	case $option in
	--*=*) value=${option#*=} option=${option%%=*} given=1 ;;
	-[!-]?*)	# a letter and its value in one word, as in -j2
		if [[ -n $(argument_of "${option:0:2}") ]]; then
			value=${option:2} option=${option:0:2} given=1
		fi
		;;
	-?*) ;;
	*) option='' value=$1; return ;;
	esac
	case $option in
	-h | --help) usage; exit ;;
	-V | --version) echo "hearsay $program @VERSION@"; exit ;;
	--list-options) list_options; exit ;;
	esac
	argument=$(argument_of "$option") ||
		fail "no such option: '$option'; see hearsay $program --help"
	if [[ -z $argument ]]; then
		[[ -z $given ]] || fail "'$option' takes no value"
	elif [[ -z $given ]]; then
		(($# > 1)) || fail "a value is missing after '$option'; see hearsay $program --help"
		value=$2 used=2
	fi
}

need() {
	command -v "$1" >/dev/null ||
		fail "needs $1; install the package ${2:-$1} (apt-get install ${2:-$1})"
}

# Permissions as the umask has them; mktemp's are the owner's alone.
open_up() {
	chmod "$(printf '%o' $(((${2:-0666}) & ~0$(umask))))" "$1"
}

# publish FILE: standard input becomes FILE; a reader, or a crash, sees the old
# one or the new one.  A symbolic link in its place is replaced, not followed.
publish() {
	local folder temporary
	folder=$(dirname "$1")
	temporary=$(mktemp "$folder/.new.XXXXXX") || return
	if cat >"$temporary" && open_up "$temporary" && sync -d "$temporary" &&
		mv -fT "$temporary" "$1"; then
		sync "$folder"
	else
		rm -f "$temporary"
		return 1
	fi
}

# publish_changed FILE: the same, and nothing is written when FILE is those bytes
# already.  The script's folder for passing things is `work`.
publish_changed() {
	cat >"$work/changed" || return
	{ [[ ! -L $1 ]] && cmp -s "$work/changed" "$1"; } || publish "$1" <"$work/changed"
}
