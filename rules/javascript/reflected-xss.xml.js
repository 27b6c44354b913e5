const { XMLBuilder } = require("fast-xml-parser");

const builder = new XMLBuilder({ ignoreAttributes: false });

router.post("/orders", async (ctx) => {
  ctx.type = "application/xml";
  // ok: javascript.reflected-xss
  ctx.body = builder.build({ order: { note: ctx.request.body.note } });
});

router.post("/notes", async (ctx) => {
  // ruleid: javascript.reflected-xss
  ctx.body = `<note>${ctx.request.body.note}</note>`;
});
