// ruleid: javascript.csrf-off
app.use(lusca({ csrf: false, xframe: "DENY" }));
// ruleid: javascript.csrf-off
export const kit = { csrf: { checkOrigin: false } };
// ruleid: javascript.csrf-off
export const server = new ApolloGateway({ csrfProtection: false });
// ok: javascript.csrf-off
app.use(lusca({ csrf: true }));
// ok: javascript.csrf-off
export const safe = { csrf: { checkOrigin: true } };
// ok: javascript.csrf-off
app.use(csrfProtection);

// ruleid: javascript.csrf-off
app.use(csurf({ ignoreMethods: ["GET", "HEAD", "POST"] }));
// ok: javascript.csrf-off
app.use(csurf({ ignoreMethods: ["GET", "HEAD", "OPTIONS"] }));

// ruleid: javascript.csrf-off
export const auth = betterAuth({ secret: process.env.AUTH_SECRET, advanced: { disableCSRFCheck: true } });
// ok: javascript.csrf-off
export const checked = betterAuth({ secret: process.env.AUTH_SECRET, advanced: { disableCSRFCheck: false } });
