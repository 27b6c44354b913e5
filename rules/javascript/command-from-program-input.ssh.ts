import { Command } from "commander";
import { Client } from "ssh2";
import { NodeSSH } from "node-ssh";

const program = new Command();
program.command("push <host>").action(async (host) => {
  const connection = new Client();
  connection.on("ready", () => {
    // ruleid: javascript.command-from-program-input
    connection.exec(`tee /etc/app/${host}.json`, () => {});
    // ok: javascript.command-from-program-input
    connection.exec("tee /etc/app/settings.json", () => {});
  });
  const ssh = new NodeSSH();
  // ruleid: javascript.command-from-program-input
  await ssh.execCommand("systemctl restart " + host);
});
