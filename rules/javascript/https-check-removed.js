function pageOf(req, res, next) {
  // ruleid: javascript.https-check-removed
  res.locals.page = pages.find(req.path);
  next();
}

function createShop() {
  const shop = express();
  // ruleid: javascript.https-check-removed
  shop.get("/", (req, res) => res.send(home));
  return shop;
}

function createBlog() {
  const blog = express();
  // ruleid: javascript.https-check-removed
  blog.get("/posts", (req, res) => res.send(posts));
  return blog;
}

function listing(req, res) {
  // ruleid: javascript.https-check-removed
  res.json(entries.all(req.query.page));
}

function feed(req, res) {
  if (!req.secure) return res.redirect(address);
  // ok: javascript.https-check-removed
  res.json(entries.latest(req.query.count));
}

function link(req, res) {
  // ok: javascript.https-check-removed
  res.json(entries.link(req.query.id));
}

// ok: javascript.https-check-removed
function createNew() {
  return express();
}
