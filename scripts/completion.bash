# Bash completion for hearsay: filters from --list, options from --list-options.
_hearsay() {
	local word=${COMP_WORDS[COMP_CWORD]} filter=${COMP_WORDS[1]:-} words
	COMPREPLY=()
	if ((COMP_CWORD == 1)); then
		words="help --help --version --list --exec-path $(hearsay --list 2>/dev/null)"
	elif [[ $filter == help ]]; then
		words=$(hearsay --list 2>/dev/null)
	elif [[ $word == -* ]]; then
		words=$(hearsay "$filter" --list-options 2>/dev/null |
			tail -n +2 | cut -f 1)
	else
		return
	fi
	mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o default -F _hearsay hearsay
