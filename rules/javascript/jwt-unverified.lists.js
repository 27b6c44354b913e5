const jwt = require("jsonwebtoken");
// ruleid: javascript.jwt-unverified
const ALGORITHMS = ["HS256", "none"];
const verifyOptions = { issuer: "shop", algorithms: ["none", "RS256"] };
const read = (token) => jwt.verify(token, KEY, { algorithms: ALGORITHMS });
// ruleid: javascript.jwt-unverified
const readOther = (token) => jwt.verify(token, KEY, verifyOptions);
// ok: javascript.jwt-unverified
const SIGNING_ALGORITHMS = ["HS256", "HS512"];
// ok: javascript.jwt-unverified
const signOptions = { issuer: "shop", algorithms: SIGNING_ALGORITHMS };
// ruleid: javascript.jwt-unverified
const algs = ["none"];
// ok: javascript.jwt-unverified
const alignments = ["left", "none"];
