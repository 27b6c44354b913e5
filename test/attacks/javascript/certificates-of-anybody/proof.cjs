// A server whose certificate nobody vouches for is talked to (real TLS).
const support = require("support.cjs");

exports.rule = "javascript.tls-verification-off-globally";

exports.good = ({ read }) => support.readPlain(read);

exports.attack = ({ read }) => support.readUnvouched(read);
