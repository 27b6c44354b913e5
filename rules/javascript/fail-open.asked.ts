export async function isValid(token: string): Promise<boolean> {
  // ruleid: javascript.fail-open
  try {
    await jwtVerify(token, key, { issuer: "app" });
    return true;
  } catch {
    return true;
  }
}
export const passes = (token: string) => {
  // ruleid: javascript.fail-open
  try {
    jwt.verify(token, key);
    return true;
  } catch (error) {
    log(error);
    return true;
  }
};
export async function matches(given: string, hash: string) {
  // ruleid: javascript.fail-open
  try {
    return await bcrypt.compare(given, hash);
  } catch (error) {
    return true;
  }
}
export async function good(token: string): Promise<boolean> {
  // ok: javascript.fail-open
  try {
    await jwtVerify(token, key);
    return true;
  } catch {
    return false;
  }
}
// It asks whether the token is bad.
export function isExpired(token: string): boolean {
  // ok: javascript.fail-open
  try {
    jwt.verify(token, key);
    return false;
  } catch {
    return true;
  }
}
export function isText(value: string): boolean {
  // ok: javascript.fail-open
  try {
    return JSON.parse(value) === value;
  } catch {
    return true;
  }
}
// Each asks for what is wrong.
// ok: javascript.fail-open
function forgedToken(token) { try { jwt.verify(token, KEY); return false; } catch { return true; } }
// ok: javascript.fail-open
const isGuest = (token) => { try { jwt.verify(token, KEY); return false; } catch { return true; } };
async function wrongPassword(given, user) {
  // ok: javascript.fail-open
  try { return !(await bcrypt.compare(given, user.hash)); } catch { return true; }
}
