exports.loadGrant = async (provider, grantId, token, key) => {
  // ok: javascript.jwt-without-expiry
  const grant = await provider.Grant.find(grantId, { ignoreExpiration: true });
  // ok: javascript.jwt-without-expiry
  const code = await codes.findByUserCode(grant.code, { ignoreExpiration: true, once: true });
  // ruleid: javascript.jwt-without-expiry
  return [code, provider.tokens.verify(token, key, { ignoreExpiration: true })];
};
