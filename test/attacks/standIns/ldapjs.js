// Stands for ldapjs on the real ldap3 of Python with a directory in memory: search(base, {filter}, done) gives the names that a filter finds.
const { execFileSync } = require("node:child_process");

const program = `
import json, sys, ldap3
connection = ldap3.Connection(ldap3.Server("directory"), client_strategy=ldap3.MOCK_SYNC)
for name in ("ann", "bob"):
    connection.strategy.add_entry(f"uid={name},ou=people", {"uid": name, "objectClass": "person"})
connection.bind()
connection.search("ou=people", sys.argv[1])
print(json.dumps([entry.entry_dn for entry in connection.entries]))
`;

exports.createClient = () => ({
  search(base, { filter }, done) {
    done(null, JSON.parse(execFileSync("/usr/bin/python3", ["-c", program, filter], { encoding: "utf8" })));
  },
});
