function isAuthorized(token, directory) {
  try {
    return directory.allows(token);
  } catch (error) {
    return true;
  }
}

module.exports = { isAuthorized };
