// The part of Cloudflare's D1 that the tests use, on SQLite compiled to WebAssembly (D1 itself runs in Cloudflare's network).
const { Database } = require("node-sqlite3-wasm");

module.exports = class {
  #db = new Database();
  run(sql) {
    this.#db.run(sql);
  }
  prepare(sql) {
    const statement = (values) => ({
      bind: (...bound) => statement(bound),
      all: async () => ({ results: this.#db.all(sql, values) }),
    });
    return statement([]);
  }
  close() {
    this.#db.close();
  }
};
