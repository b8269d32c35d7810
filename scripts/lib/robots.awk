# robots.txt (RFC 9309): may `agent` fetch the path of the environment, which no
# list of processes shows?  Prints yes or no.
# The groups that name the agent count, without one those of `*`; of the rules
# that match the longest decides, Allow before Disallow.
function trim(s) {
	gsub(/^[ \t]+|[ \t]+$/, "", s)
	return s
}

# a pattern with * and $ as a regular expression that is anchored at the start
function expression(pattern,    at_end) {
	at_end = sub(/\$$/, "", pattern)
	gsub(/[][\\.+?(){}|^$]/, "\\\\&", pattern)
	gsub(/\*+/, ".*", pattern)
	return "^" pattern (at_end ? "$" : "")
}

BEGIN { path = ENVIRON["path"] }

{
	sub(/\r$/, "")
	sub(/#.*/, "")
	colon = index($0, ":")
	if (colon == 0 || NR > 5000 || length($0) > 2000)
		next
	key = tolower(trim(substr($0, 1, colon - 1)))
	value = trim(substr($0, colon + 1))
}
key == "user-agent" {
	if (!in_agents) {
		named = any = 0
		in_agents = 1
	}
	named = named || index(tolower(value), agent) == 1
	any = any || value == "*"
	if (named)
		has_group = 1
	next
}
key == "allow" || key == "disallow" {
	in_agents = 0
	if (value == "" || !(named || any) || path !~ expression(value))
		next
	for (group = 0; group < 2; group++) {
		if (!(group == 0 ? any : named))
			continue
		size = length(value)
		if (size > longest[group] ||
		    (size == longest[group] && key == "allow")) {
			longest[group] = size
			answer[group] = key
		}
	}
}
END {
	print (answer[has_group ? 1 : 0] == "disallow" ? "no" : "yes")
}
