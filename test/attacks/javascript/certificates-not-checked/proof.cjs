// A client that takes any certificate talks to a server that nobody vouches for (real TLS).
const support = require("support.cjs");

exports.rule = "javascript.tls-verification-off";

exports.good = ({ read }) => support.readPlain(read);

exports.attack = ({ read }) => support.readUnvouched(read);
