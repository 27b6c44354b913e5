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
