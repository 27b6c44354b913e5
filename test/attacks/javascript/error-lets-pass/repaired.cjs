function isAuthorized(token, directory) {
  try {
    return directory.allows(token);
  } catch (error) {
    return false;
  }
}

module.exports = { isAuthorized };
