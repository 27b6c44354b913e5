// ruleid: javascript.token-in-local-storage
localStorage.setItem("token", response.token);
// ruleid: javascript.token-in-local-storage
window.localStorage.setItem("access_token", token);
// ruleid: javascript.token-in-local-storage
sessionStorage.setItem("jwt", await login());
// ok: javascript.token-in-local-storage
localStorage.setItem("theme", "dark");
// ok: javascript.token-in-local-storage
localStorage.setItem("token_expires", "3600");
// ok: javascript.token-in-local-storage
localStorage.getItem("token");

// ruleid: javascript.token-in-local-storage
window.localStorage["access_token"] = accessToken;
// ruleid: javascript.token-in-local-storage
localStorage.jwt = reply.jwt;
// ok: javascript.token-in-local-storage
localStorage.theme = "dark";
