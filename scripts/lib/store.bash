# shellcheck shell=bash disable=SC2034,SC2154 # variables of the script
# A dossier's tables as an SQLite file, for questions.
#
# The tables are the truth, the file is made of them whole: every column is text
# and holds what the field holds, escapes and all, so that what is printed is
# linear TSV again.  Beside them the full text of the claims (FTS5).

store_schema='CREATE INDEX claims_source ON claims(source_id);
CREATE INDEX claims_outlet ON claims(outlet);
CREATE INDEX claims_date ON claims(date);
CREATE INDEX relations_relation ON relations(relation);
CREATE VIRTUAL TABLE claims_text USING fts5(content, source, title,
    content='"''"', tokenize='"'unicode61 remove_diacritics 2'"');
INSERT INTO claims_text(rowid, content, source, title)
    SELECT rowid, replace(replace(content, '"'\\n', ' '), '\\t', ' '"'), source, title
    FROM claims;'

# sqlite FILE [OPTION...]: the shell, without the settings of a user
sqlite() {
	sqlite3 -batch -bail -init /dev/null "${@:2}" "$1"
}

# store_make FOLDER FILE: of the tables in a folder
store_make() {
	local table
	{
		echo 'PRAGMA journal_mode = off; PRAGMA synchronous = off;'
		printf '.mode ascii\n.separator "\\t" "\\n"\n'
		for table in documents claims relations; do
			printf '.import "%s" %s\n' "$table.tsv" "$table"
		done
		printf '%s\n' "$store_schema"
	} >"$work/store.sql"
	(cd "$1" && sqlite "$2" <"$work/store.sql" >/dev/null)
}
