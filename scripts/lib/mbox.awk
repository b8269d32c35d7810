# An mbox: every message becomes a text with a header block that read-articles
# knows, in `folder`, named by its Message-ID or a running number.  Prints, of
# each, its number, its doc and, where it cannot be read, why.
BEGIN {
	FS = "\n"
	for (i = 1; i < 256; i++)
		code[sprintf("%c", i)] = i
}

function hash(s,    i, a) {
	a = 7
	for (i = 1; i <= length(s); i++)
		a = (a * 65599 + code[substr(s, i, 1)]) % 4294967291
	return sprintf("%04x%04x", int(a / 65536), a % 65536)
}

function finish(    doc, trouble, file) {
	if (!number)
		return
	trouble = ""
	if (tolower(head["content-type"]) ~ /^multipart|^text\/html/)
		trouble = "is " head["content-type"] "; save it as plain text"
	else if (tolower(head["content-transfer-encoding"]) ~ /base64|quoted/)
		trouble = "is in " head["content-transfer-encoding"] "; save it as plain text"
	doc = head["message-id"]
	if (doc == "")
		doc = head["subject"] "|" head["date"] "|" substr(text, 1, 2000)
	file = head["message-id"] == "" ? head["subject"] : head["message-id"]
	gsub(/[^A-Za-z0-9]+/, "-", file)
	gsub(/^-+|-+$/, "", file)
	doc = (file == "" ? "message" : substr(file, 1, 60)) "-" hash(doc)
	gsub(/[^ -~]/, "?", trouble)
	print number "\t" doc "\t" trouble
	if (trouble != "")
		return
	file = folder "/" doc ".txt"
	printf "" >file
	put("Title", head["title"] != "" ? head["title"] : head["subject"], file)
	put("Date", head["date"], file)
	put("Outlet", head["outlet"] != "" ? head["outlet"] : sender(head["from"]), file)
	put("Upstream", head["upstream"], file)
	put("Url", head["url"] != "" ? head["url"] : head["archived-at"], file)
	printf "\n%s", text >file
	close(file)
}

function put(name, value, file) {
	if (value != "" && value !~ /=\?/)
		print name ": " value >file
}

# "Meridian Wire <desk@example.org>" is Meridian Wire
function sender(from) {
	sub(/ *<[^>]*>/, "", from)
	gsub(/"/, "", from)
	return from
}

{ sub(/\r$/, "") }
/^From / && (!number || was_blank) {
	finish()
	number++
	split("", head)
	text = name = ""
	in_head = 1
	was_blank = 0
	next
}
{ was_blank = $0 == "" }
!number { next }
in_head && $0 == "" { in_head = 0; next }
in_head && /^[ \t]/ {
	sub(/^[ \t]+/, "")
	if (name != "")
		head[name] = head[name] " " $0
	next
}
in_head {
	colon = index($0, ":")
	name = tolower(substr($0, 1, colon - 1))
	value = substr($0, colon + 1)
	sub(/^[ \t]+/, "", value)
	head[name] = value
	next
}
{
	sub(/^>From /, "From ")
	text = text $0 "\n"
}
END { finish() }
