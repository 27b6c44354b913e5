// ruleid: javascript.secret-in-url
const first = await fetch(`https://api.example.com/me?access_token=${token}`);
// ruleid: javascript.secret-in-url
const address = "https://api.example.com/login?password=" + password;
// ruleid: javascript.secret-in-url
axios.get(`https://api.example.com/x?page=1&client_secret=${secret}`);
// ok: javascript.secret-in-url
const second = await fetch("https://api.example.com/me", { headers: { Authorization: `Bearer ${token}` } });
// ok: javascript.secret-in-url
const page = `https://api.example.com/list?page_token=${cursor}`;
// ok: javascript.secret-in-url
const third = await fetch(`https://api.example.com/search?q=${encodeURIComponent(term)}`);

async function signIn(form) {
  // ruleid: javascript.secret-in-url
  await fetch(`/api/login?user=${form.get("user")}&password=${form.get("password")}`);
  // ruleid: javascript.secret-in-url
  await axios.get("/login?password=" + encodeURIComponent(form.get("password")));
  // ok: javascript.secret-in-url
  await fetch(`/api/login?user=${form.get("user")}`, { method: "POST", body: form });
  // ok: javascript.secret-in-url
  await fetch(`/reset?password=forgotten&user=${form.get("user")}`);
}

async function profile(data) {
  // ruleid: javascript.secret-in-url
  const me = await axios.get(`/api/me?token=${data.token}`);
  // ruleid: javascript.secret-in-url
  await this.http.get("/api/login?user=" + this.userId + "&password=" + data.password);
  // ok: javascript.secret-in-url
  const link = `/reset?token=${data.token}`;
  // ok: javascript.secret-in-url
  await axios.get(`/api/list?page_token=${data.next}`);
  return [me, link];
}
const extractors = [
  // ruleid: javascript.secret-in-url
  ExtractJwt.fromUrlQueryParameter("token"),
  // ok: javascript.secret-in-url
  ExtractJwt.fromAuthHeaderAsBearerToken(),
];
class Client {
  async read(path) {
    // ruleid: javascript.secret-in-url
    const res = await fetch(`${this.base}${path}?access_token=${this.accessToken}`);
    // ok: javascript.secret-in-url
    const next = await fetch(`${this.base}${path}?page_token=${this.next}`);
    // ok: javascript.secret-in-url
    const shown = `${this.base}/invite?token=${this.invite}`;
    return [res, next, shown];
  }
}
const links = {
  // Good once, for one thing, or for a page of a list.
  // ok: javascript.secret-in-url
  confirm: (token) => fetch(`${API}/sign-up/confirm?token=${token}`, { method: "POST" }),
  // ok: javascript.secret-in-url
  leave: (token) => axios.get("/unsubscribe?token=" + token),
  // ok: javascript.secret-in-url
  next: (token) => axios.get(`${API}/items?limit=50&token=${token}`),
  // ok: javascript.secret-in-url
  stream: () => fetch(`${API}/events?token=${ticket}`),
  // ok: javascript.secret-in-url
  mail: (user) => (user.link = `https://shop.example.com/verify-email?token=${user.verifier}`),
  // ok: javascript.secret-in-url
  map: (tile) => fetch(`${TILES}/${tile}.png?access_token=${PUBLIC_TOKEN}`),
  // ruleid: javascript.secret-in-url
  account: (token) => axios.get(`${API}/account?token=${token}`),
  // ruleid: javascript.secret-in-url
  orders: (session) => fetch(`${API}/orders?access_token=${session.accessToken}`),
  // ruleid: javascript.secret-in-url
  confirmed: (form) => fetch(`${API}/confirm?page=2&password=${form.password}`),
};
