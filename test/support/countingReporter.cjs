// Mocha's spec reporter that also writes its counts to the file named by LINEWARDEN_COUNTS, for the sum over all suites.
const { writeFileSync } = require("node:fs");
const { reporters, Runner } = require("mocha");

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = runner.stats;
      if (process.env.LINEWARDEN_COUNTS) writeFileSync(process.env.LINEWARDEN_COUNTS, JSON.stringify({ passes, failures, pending }));
    });
  }
};
