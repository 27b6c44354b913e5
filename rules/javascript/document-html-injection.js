import puppeteer from "puppeteer";
import pdf from "html-pdf";
import he from "he";

app.post("/label", async (req, res) => {
  const { recipient, street } = req.body;
  const page = await browser.newPage();
  // ruleid: javascript.document-html-injection
  await page.setContent(`<h1>${recipient}</h1><p>${street}</p>`);
  res.type("pdf").send(await page.pdf());
});
app.post("/report", (req, res) => {
  const html = "<h1>" + req.body.title + "</h1>";
  // ruleid: javascript.document-html-injection
  pdf.create(html).toStream((error, stream) => stream.pipe(res));
});
app.get("/badge", async (req, res) => {
  // ruleid: javascript.document-html-injection
  const image = await nodeHtmlToImage({ html: `<body>${req.query.name}</body>` });
  res.type("png").send(image);
});

app.post("/label/escaped", async (req, res) => {
  const page = await browser.newPage();
  // ok: javascript.document-html-injection
  await page.setContent(`<h1>${he.encode(req.body.recipient)}</h1>`);
  res.type("pdf").send(await page.pdf());
});
app.post("/label/rendered", async (req, res) => {
  const page = await browser.newPage();
  // ok: javascript.document-html-injection
  await page.setContent(nunjucks.render("label.html", { recipient: req.body.recipient }));
  res.type("pdf").send(await page.pdf());
});
app.post("/label/count", async (req, res) => {
  const page = await browser.newPage();
  // ok: javascript.document-html-injection
  await page.setContent(`<h1>${Number(req.body.count)}</h1>`);
  // A field of a form, not the page.
  // ok: javascript.document-html-injection
  editor.setContent(req.body.text);
  res.type("pdf").send(await page.pdf());
});
