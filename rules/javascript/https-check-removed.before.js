function pageOf(req, res, next) {
  if (!req.secure) return res.redirect("https://" + req.hostname + req.url);
  res.locals.page = pages.find(req.path);
  next();
}

function createShop() {
  const shop = express();
  shop.use(requireHttps);
  shop.get("/", (req, res) => res.send(home));
  return shop;
}

function createBlog() {
  const blog = express();
  blog.use(sslify.HTTPS({ trustProtoHeader: true }));
  blog.get("/posts", (req, res) => res.send(posts));
  return blog;
}

function listing(req, res) {
  if (req.headers["x-forwarded-proto"] !== "https") return res.status(403).end();
  res.json(entries.all(req.query.page));
}

function feed(req, res) {
  if (req.protocol !== "https") return res.redirect(address);
  res.json(entries.latest(req.query.count));
}

function link(req, res) {
  if (req.query.short) return res.redirect("https://" + HOST);
  res.json(entries.link(req.query.id));
}

function createOld() {
  const old = express();
  old.use(requireHttps);
  return old;
}
