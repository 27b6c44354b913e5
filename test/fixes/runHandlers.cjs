// Calls every handler of a file with every input and prints what came back. usage: node runHandlers.cjs FILE INPUTS(JSON)
const handlers = new Map();
const app = { get: (path, handler) => handlers.set(path, handler) };
const [file, inputs] = process.argv.slice(2);

(async () => {
  const close = await require(file)(app);
  const results = {};
  for (const [path, list] of Object.entries(JSON.parse(inputs))) {
    results[path] = [];
    for (const query of list) {
      const answer = await new Promise((resolve) => {
        const res = { json: (rows) => resolve(rows), status: () => res };
        Promise.resolve(handlers.get(path)({ query }, res)).catch((error) => resolve(`${error.name}: ${error.message}`));
      });
      results[path].push(Array.isArray(answer) ? answer.map((row) => Object.values(row)) : answer);
    }
  }
  await close?.();
  console.log(JSON.stringify(results));
})();
