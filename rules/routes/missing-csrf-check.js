const app = require("express")();
const csrfProtection = csurf({ cookie: true });

// ok: routes.missing-csrf-check
app.post("/profile", csrfProtection, saveProfile);
// ok: routes.missing-csrf-check
app.post("/address", csrfProtection, saveAddress);
// ruleid: routes.missing-csrf-check
app.post("/email", saveEmail);
// ruleid: routes.missing-csrf-check
app.delete("/account", removeAccount);
// ok: routes.missing-csrf-check
app.get("/profile", showProfile);
// ruleid: routes.missing-csrf-check
app.post("/password", savePassword);
// ok: routes.missing-csrf-check
app.post("/card", csrfProtection, saveCard);
// ok: routes.missing-csrf-check
app.post("/theme", csrfProtection, saveTheme);
