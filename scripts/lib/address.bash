# shellcheck shell=bash disable=SC2034,SC2154 # variables of the script
# Addresses: what a URL is made of, and which hosts may be asked.
#
# Only http and https, and only addresses of the public Internet unless the
# configuration allows others: a feed must not make this machine ask a printer
# or a cloud's metadata service.  An address is compared as a string of bits.

# The networks that are not public: IANA's special-purpose registries (RFC 6890
# and after), multicast and reserved.  Of IPv6 only 2000::/3 is public.
special_networks='0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16
	172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16
	198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
	2001::/23 2001:db8::/32 2002::/16 3fff::/20'

# number_bits NUMBER COUNT
number_bits() {
	local bits='' i
	for ((i = $2 - 1; i >= 0; i--)); do
		bits+=$((($1 >> i) & 1))
	done
	printf '%s' "$bits"
}

# address_bits ADDRESS: "4:" or "6:" and its bits; fails when it is no address
address_bits() {
	local address=$1 part bits='' head tail count
	local -a parts
	if [[ $address =~ ^[0-9]+(\.[0-9]+){3}$ ]]; then
		IFS=. read -ra parts <<<"$address"
		for part in "${parts[@]}"; do
			[[ $part =~ ^(0|[1-9][0-9]{0,2})$ ]] && ((part < 256)) || return 1
			bits+=$(number_bits "$part" 8)
		done
		echo "4:$bits"
		return
	fi
	address=${address%%%*}
	[[ $address =~ ^[0-9A-Fa-f:.]+$ && $address == *:*:* ]] || return 1
	# the last 32 bits may be written as IPv4
	if [[ $address =~ ^(.*:)([0-9.]+\.[0-9]+)$ ]]; then
		part=$(address_bits "${BASH_REMATCH[2]}") || return 1
		part=${part#4:}
		address=$(printf '%s%x:%x' "${BASH_REMATCH[1]}" \
			$((2#${part:0:16})) $((2#${part:16})))
	fi
	if [[ $address == *::* ]]; then
		head=${address%%::*} tail=${address#*::}
		[[ $tail != *::* ]] || return 1
		IFS=: read -ra parts <<<"$head:$tail"
		count=0
		for part in "${parts[@]}"; do [[ -z $part ]] || count=$((count + 1)); done
		((count < 8)) || return 1
		address=$head:$(for ((; count < 8; count++)); do printf '0:'; done)$tail
	fi
	address=${address#:}
	IFS=: read -ra parts <<<"${address%:}"
	((${#parts[@]} == 8)) || return 1
	for part in "${parts[@]}"; do
		[[ $part =~ ^[0-9A-Fa-f]{1,4}$ ]] || return 1
		bits+=$(number_bits $((16#$part)) 16)
	done
	echo "6:$bits"
}

# network_bits NETWORK: the bits that all its addresses begin with
network_bits() {
	local bits length
	bits=$(address_bits "${1%/*}") || return 1
	length=$((${#bits} - 2))
	if [[ $1 == */* ]]; then
		[[ ${1#*/} =~ ^[0-9]{1,3}$ ]] && ((10#${1#*/} <= length)) || return 1
		length=$((10#${1#*/}))
	fi
	echo "${bits:0:2 + length}"
}

in_networks() {
	local bits=$1 network prefix
	shift
	for network; do
		prefix=$(network_bits "$network") || continue
		[[ $bits != "$prefix"* ]] || return 0
	done
	return 1
}

# address_allowed ADDRESS: is it public, or allowed by the configuration?
address_allowed() {
	local bits
	bits=$(address_bits "$1") || return 1
	# shellcheck disable=SC2086 # words
	in_networks "$bits" ${setting[allow_private]:-} && return
	case $bits in
	# IPv4 in IPv6: the inner address decides
	"6:$(number_bits 0 80)1111111111111111"*)
		bits=4:${bits: -32}
		# shellcheck disable=SC2086
		in_networks "$bits" ${setting[allow_private]:-} && return
		;;
	6:001*) ;;
	6:*) return 1 ;;
	esac
	# shellcheck disable=SC2086
	! in_networks "$bits" $special_networks
}

# url_split URL: sets url_scheme, url_host (without brackets), url_port and
# url_rest; fails for what is not http or https
url_split() {
	local authority
	[[ $1 =~ ^([Hh][Tt][Tt][Pp][Ss]?)://([^/?#[:space:][:cntrl:]\"\\]+)([/?][^[:space:][:cntrl:]\"\\]*)?$ ]] ||
		return 1
	url_scheme=${BASH_REMATCH[1],,}
	authority=${BASH_REMATCH[2]}
	url_rest=${BASH_REMATCH[3]:-/}
	authority=${authority##*@}
	[[ $authority =~ ^(\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?\.?))(:([0-9]{1,5}))?$ ]] ||
		return 1
	url_host=${BASH_REMATCH[2]}${BASH_REMATCH[3],,}
	url_port=${BASH_REMATCH[6]}
	if [[ -z $url_port ]]; then
		url_port=80
		[[ $url_scheme == http ]] || url_port=443
	fi
}

# redact URL: for a log, without a password, a query (it may be a key), or
# control characters
redact() {
	printf '%s' "$1" | LC_ALL=C tr -c '[:graph:]' '?' |
		sed -E 's,^([A-Za-z]+://)[^/?#]*@,\1,; s,[?#].*$,?...,' | cut -c 1-200
}

# host_addresses HOST: its addresses, one a line
host_addresses() {
	if address_bits "$1" >/dev/null; then
		echo "$1"
	else
		timeout 15 getent ahosts "$1" | awk '{ print $1 }' | LC_ALL=C sort -u
	fi
}
