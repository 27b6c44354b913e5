// The part of better-sqlite3's API that the tests use, on SQLite compiled to WebAssembly (better-sqlite3 itself is a native module).
const { Database } = require("node-sqlite3-wasm");

module.exports = class {
  #db = new Database();
  run(sql) {
    this.#db.run(sql);
  }
  prepare(sql) {
    return { all: (...values) => this.#db.all(sql, values) };
  }
  close() {
    this.#db.close();
  }
};
