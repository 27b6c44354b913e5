function signedIn(req, res, next) {
  // ruleid: javascript.fail-open
  try {
    req.claims = read(req.get("authorization"));
  } catch (error) {
    console.warn("bad token", error.message);
  }
  next();
}
module.exports = async function authorize(user, action) {
  // ruleid: javascript.fail-open
  try {
    return (await ask(user.id, action)).allowed;
  } catch (error) {
    return true;
  }
};
function loggedIn(req, res, next) {
  // ok: javascript.fail-open
  try {
    req.claims = read(req.get("authorization"));
  } catch (error) {
    return res.sendStatus(401);
  }
  next();
}
