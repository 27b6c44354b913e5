import cors from "cors";

// ruleid: javascript.wildcard-cors
app.use(cors());
// ruleid: javascript.wildcard-cors
app.use(cors({ origin: "*" }));
// ruleid: javascript.wildcard-cors
app.use(cors({ methods: ["GET"], origin: "*" }));
// ok: javascript.wildcard-cors
app.use(cors({ origin: ["https://shop.example.com"] }));
// ok: javascript.wildcard-cors
app.use(cors({ origin: process.env.WEB_ORIGIN }));
// ok: javascript.wildcard-cors
app.get("/public/prices", cors(), listPrices);
// ok: javascript.wildcard-cors
app.use(cors({ origin: "*", credentials: true }));

app.use((req, res, next) => {
  // ruleid: javascript.wildcard-cors
  res.setHeader("Access-Control-Allow-Origin", "*");
  // ok: javascript.wildcard-cors
  res.setHeader("Access-Control-Allow-Headers", "*");
  // ok: javascript.wildcard-cors
  res.setHeader("Access-Control-Allow-Origin", "https://shop.example.com");
  next();
});

const { Server } = require("socket.io");
// ruleid: javascript.wildcard-cors
const io = new Server(http, { cors: { origin: "*", methods: ["GET"] } });
// ok: javascript.wildcard-cors
const own = new Server(http, { cors: { origin: "https://chat.example.com" } });
