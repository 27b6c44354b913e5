// The change that the views show in these tests: an agent's work with problems, with harmless parts and a new package.
import { committed, createProject, type Project, safeQuery, unsafeQuery, usersFile } from "../project.ts";

/** A service in which an agent has added a route with two problems, a harmless change, a package and a document. */
export function createChangedProject(): Project {
  const project = createProject("service");
  project.write(
    usersFile,
    (committed[usersFile] ?? "").replace(safeQuery, unsafeQuery).replace(
      "module.exports",
      `router.get("/users/:id/export", async (req, res) => {
  const id = req.params.id;
  const order = "SELECT * FROM exports WHERE owner = '" + id + "'";
  const rows = await pool.query(order);
  res.json(rows.rows);
});

module.exports`,
    ),
  );
  project.write(
    "app/orders.py",
    (committed["app/orders.py"] ?? "").replace("import sqlite3\n", "import hashlib\nimport sqlite3\n").replace(
      "    return {",
      `    etag = hashlib.md5(str(request.args["state"]).encode()).hexdigest()
    app.logger.info("orders read", extra={"etag": etag})
    return {`,
    ),
  );
  project.write("package.json", `{\n  "name": "service",\n  "dependencies": { "express": "^5.1.0", "pg": "^8.16.0" }\n}\n`);
  project.write("docs/export.md", "# Export\n\nA user's data as JSON.\n");
  return project;
}
