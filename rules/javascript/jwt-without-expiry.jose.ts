import { SignJWT } from "jose";

// ruleid: javascript.jwt-without-expiry
const one = await new SignJWT({ sub: id }).setProtectedHeader({ alg: "HS256" }).sign(key);
// ok: javascript.jwt-without-expiry
const two = await new SignJWT({ sub: id }).setProtectedHeader({ alg: "HS256" }).setExpirationTime("2h").sign(key);
// ok: javascript.jwt-without-expiry
const three = await new SignJWT({ sub: id, exp: soon }).setProtectedHeader({ alg: "HS256" }).sign(key);
