// ruleid: javascript.new-buffer
const first = Buffer.alloc(size);
// ruleid: javascript.new-buffer
const second = new Buffer(req.body.value, "base64");
const third = () => {
  // ruleid: javascript.new-buffer
  return Buffer.alloc(10);
};
// ok: javascript.new-buffer
const fourth = Buffer.from(value, "base64");
// ok: javascript.new-buffer
const fifth = Buffer.alloc(size);
// ok: javascript.new-buffer
const sixth = new Buffer("text");
