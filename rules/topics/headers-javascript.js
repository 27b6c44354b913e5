// ruleid: topics.headers-javascript
app.use(helmet());
// ruleid: topics.headers-javascript
app.use(cors({ origin: "https://shop.example.com" }));
// ruleid: topics.headers-javascript
res.setHeader("Access-Control-Allow-Origin", "https://shop.example.com");
// ok: topics.headers-javascript
res.setHeader("Content-Type", "text/plain");
// ok: topics.headers-javascript
app.use(compression());
