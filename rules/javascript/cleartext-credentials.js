// ruleid: javascript.cleartext-credentials
fetch("http://api.example.com/login", { method: "POST", body: JSON.stringify({ name, password }) });
// ruleid: javascript.cleartext-credentials
axios.post("http://api.example.com/login", { name, password: password });
// ruleid: javascript.cleartext-credentials
axios.get("http://api.example.com/me", { headers: { "X-Token": user.token } });
// ok: javascript.cleartext-credentials
fetch("https://api.example.com/login", { method: "POST", body: JSON.stringify({ name, password }) });
// ok: javascript.cleartext-credentials
fetch("http://localhost:3000/login", { method: "POST", body: JSON.stringify({ name, password }) });
// ok: javascript.cleartext-credentials
fetch("http://api.example.com/news", { method: "GET" });

// ruleid: javascript.cleartext-credentials
axios.get(`http://billing.example.com/v1/invoices?month=${month}&api_key=${apiKey}`);
// ok: javascript.cleartext-credentials
axios.get(`http://localhost:8080/v1/invoices?api_key=${apiKey}`);
// ok: javascript.cleartext-credentials
axios.get(`http://billing.example.com/v1/invoices?month=${month}`);

// ruleid: javascript.cleartext-credentials
const directory = ldap.createClient({ url: "ldap://directory.example.org:389" });
// ok: javascript.cleartext-credentials
const safeDirectory = ldap.createClient({ url: "ldaps://directory.example.org:636" });
// ok: javascript.cleartext-credentials
const ownDirectory = ldap.createClient({ url: "ldap://localhost:389" });
// ruleid: javascript.cleartext-credentials
const mailer = nodemailer.createTransport({ host: "smtp.example.org", port: 25, ignoreTLS: true });
// ok: javascript.cleartext-credentials
const ownMailer = nodemailer.createTransport({ host: "localhost", port: 25, ignoreTLS: true });
// ruleid: javascript.cleartext-credentials
mainWindow.loadURL("http://app.example.org/");
// ok: javascript.cleartext-credentials
mainWindow.loadURL("http://localhost:5173/");
// ruleid: javascript.cleartext-credentials
await axios.post("http://payments.example.org/charge", card);
// ruleid: javascript.cleartext-credentials
got(`http://rates.example.com/latest?base=${currency}&key=${process.env.RATES_KEY}`);
// ok: javascript.cleartext-credentials
got(`http://rates.example.com/latest?base=${currency}&key=${column}`);

function pay(card, cvc) {
  // ruleid: javascript.cleartext-credentials
  return fetch(`http://pay.example.org/charge?amount=5&card=${card}&cvc=${cvc}`);
}

function postcard(card) {
  // ok: javascript.cleartext-credentials
  return fetch(`http://pay.example.org/list?postcard=${card}`);
}

const PAYMENTS = "http://payments.partner-bank.example/v1";
const LOCAL = "http://localhost:4000";
const SAFE = "https://payments.partner-bank.example/v1";
async function charge(card, amount) {
  // ruleid: javascript.cleartext-credentials
  await axios.post(`${PAYMENTS}/charge`, { amount }, { headers: { Authorization: `Bearer ${key}` } });
  // ruleid: javascript.cleartext-credentials
  await fetch(PAYMENTS + "/charge", { method: "POST", headers: { Authorization: key } });
  // ok: javascript.cleartext-credentials
  await axios.post(`${SAFE}/charge`, { amount }, { headers: { Authorization: `Bearer ${key}` } });
  // ok: javascript.cleartext-credentials
  await axios.post(`${LOCAL}/charge`, { amount }, { headers: { Authorization: `Bearer ${key}` } });
  // ok: javascript.cleartext-credentials
  await axios.post(`${PAYMENTS}/rates`, { amount });
}
