const http = require("node:http");
const https = require("node:https");

const agent = new https.Agent({ keepAlive: false, rejectUnauthorized: false });

exports.read = (url) =>
  new Promise((resolve, reject) => {
    const isSafe = url.startsWith("https:");
    const request = (isSafe ? https : http).get(url, isSafe ? { agent } : {}, async (answer) => {
      let text = "";
      for await (const chunk of answer) text += chunk;
      resolve(text);
    });
    request.on("error", reject);
  });
