// Loaded before a measured program: writes what the whole process used, worker threads included, when it ends.
const { writeFileSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

const begin = process.hrtime.bigint();
if (isMainThread) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const wall = Number(process.hrtime.bigint() - begin) / 1e6;
    writeFileSync(process.env.LINEWARDEN_RESOURCES, JSON.stringify({ wall, cpu: (userCPUTime + systemCPUTime) / 1000, rssMb: maxRSS / 1024 }));
  });
}
