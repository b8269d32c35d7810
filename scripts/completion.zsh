#compdef hearsay
# Zsh completion for hearsay: filters from --list, options from --list-options.
_hearsay() {
	local -a filters options
	if ((CURRENT == 2)); then
		filters=(help ${(f)"$(hearsay --list 2>/dev/null)"})
		_describe filter filters
		return
	fi
	if [[ ${words[2]} == help ]]; then
		filters=(${(f)"$(hearsay --list 2>/dev/null)"})
		_describe filter filters
	elif [[ ${words[CURRENT]} == -* ]]; then
		options=(${(f)"$(hearsay ${words[2]} --list-options 2>/dev/null |
			tail -n +2 | awk -F '\t' '{ print $1 ":" $4 }')"})
		_describe option options
	else
		_files
	fi
}
_hearsay "$@"
