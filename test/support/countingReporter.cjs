// Mocha's spec reporter that also writes its counts to the file named by LINEWARDEN_COUNTS, for the sum over all suites.
const { writeFileSync } = require("node:fs");
const { reporters, Runner } = require("mocha");

const { EVENT_RUN_END, EVENT_TEST_FAIL, EVENT_TEST_RETRY } = Runner.constants;

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const failed = new Set();
    const repeated = new Set();
    runner.on(EVENT_TEST_FAIL, (test) => failed.add(test.fullTitle()));
    runner.on(EVENT_TEST_RETRY, (test, error) => {
      repeated.add(test.fullTitle());
      console.log(`    again, after: ${error.stack ?? error}`);
    });
    runner.once(EVENT_RUN_END, () => {
      const { passes, failures, pending } = runner.stats;
      const titles = { failed: [...failed], repeated: [...repeated].filter((title) => !failed.has(title)) };
      if (process.env.LINEWARDEN_COUNTS)
        writeFileSync(process.env.LINEWARDEN_COUNTS, JSON.stringify({ passes, failures, pending, ...titles }));
    });
  }
};
