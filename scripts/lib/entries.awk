# sfeed(5) lines made fit for keeping: the link without fragment and what only
# counts clicks, and in the place of the id the doc that the entry will have:
# the host, the last part of the path, and a hash of the link (without one of
# the feed's id, or of the title).  One doc has one line, the first.
BEGIN {
	FS = OFS = "\t"
	for (i = 1; i < 256; i++)
		code[sprintf("%c", i)] = i
}

# two polynomial hashes, modulo primes below 2^32, so that a double is exact
function hash(s,    i, a, b) {
	a = 7; b = 11
	for (i = 1; i <= length(s); i++) {
		a = (a * 65599 + code[substr(s, i, 1)]) % 4294967291
		b = (b * 31337 + code[substr(s, i, 1)]) % 1048573
	}
	return sprintf("%04x%04x%05x", int(a / 65536), a % 65536, b)
}

function clean_link(link,    query, part, n, i, kept) {
	sub(/#.*/, "", link)
	if (!match(link, /\?/))
		return link
	query = substr(link, RSTART + 1)
	link = substr(link, 1, RSTART - 1)
	n = split(query, part, "&")
	for (i = 1; i <= n; i++)
		if (part[i] !~ /^(utm_[a-z]*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid)=/)
			kept = kept (kept == "" ? "?" : "&") part[i]
	return link kept
}

function doc_of(key,    s, host, last) {
	s = key
	sub(/^[Hh][Tt][Tt][Pp][Ss]?:\/\//, "", s)
	sub(/\/+$/, "", s)
	host = s
	sub(/[\/?].*/, "", host)
	sub(/^.*@/, "", host)
	s = tolower(host) substr(s, length(host) + 1)
	last = substr(s, length(host) + 1)
	sub(/\?.*/, "", last)
	sub(/.*\//, "", last)
	sub(/\.[A-Za-z]+$/, "", last)
	last = substr(last, 1, 60)
	host = tolower(host)
	sub(/^www\./, "", host)
	last = substr(host, 1, 60) (last == "" ? "" : "-" last)
	gsub(/[^A-Za-z0-9._-]+/, "-", last)
	gsub(/^[^A-Za-z0-9]+|-+$/, "", last)
	return (last == "" ? "entry" : last) "-" hash(s)
}

NF == 9 {
	if ($3 ~ /^[Hh][Tt][Tt][Pp][Ss]?:\/\/[^ "\\]+$/)
		key = $3 = clean_link($3)
	else {
		$3 = ""
		key = base "/" ($6 != "" ? $6 : $2)
	}
	$6 = doc_of(key)
	if (!($6 in seen))
		print
	seen[$6] = 1
}
