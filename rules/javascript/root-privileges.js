function regain() {
  // ruleid: javascript.root-privileges
  process.seteuid(0);
}
// ruleid: javascript.root-privileges
process.setuid("root");
// ruleid: javascript.root-privileges
execFile("systemctl", ["restart", "web"], { uid: 0 }, done);
// ruleid: javascript.root-privileges
cp.spawn("backup", [], { stdio: "inherit", uid: 0, gid: 0 });
function dropWrongly(server) {
  process.setuid("www-data");
  // ruleid: javascript.root-privileges
  process.setgid("www-data");
}
function drop(server) {
  process.initgroups("www-data", "www-data");
  // ok: javascript.root-privileges
  process.setgid("www-data");
  // ok: javascript.root-privileges
  process.setuid("www-data");
}
// ok: javascript.root-privileges
if (process.getuid() === 0) process.setuid(1000);
// ok: javascript.root-privileges
execFile("tar", ["-xf", "site.tar"], { uid: 1000, gid: 1000 }, done);
// ok: javascript.root-privileges
archive.entry({ name: "etc/motd", uid: 0 }, text);
function prove() {
  try {
    // ok: javascript.root-privileges
    process.setuid(0);
  } catch {
    return;
  }
  throw new Error("still root");
}
function proveToo() {
  try {
    // ok: javascript.root-privileges
    process.seteuid(0);
  } catch (error) {
    return log(error);
  }
  process.exit(1);
}
