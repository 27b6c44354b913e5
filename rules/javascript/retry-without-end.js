async function load(url) {
  // ruleid: javascript.retry-without-end
  while (true) {
    try {
      const res = await fetch(url);
      if (res.ok) return await res.json();
    } catch (error) {
      console.warn("retrying", error.message);
    }
  }
}
async function connectDatabase(client) {
  // ruleid: javascript.retry-without-end
  for (;;) {
    try {
      await client.connect();
      break;
    } catch {
      console.log("database not ready");
    }
  }
}
async function deliver(message) {
  // ruleid: javascript.retry-without-end
  while (true) {
    try {
      return await axios.post(hook, message);
    } catch (e) {}
  }
}
async function loadWithPause(url) {
  // ok: javascript.retry-without-end
  while (true) {
    try {
      return await (await fetch(url)).json();
    } catch (error) {
      await sleep(1000);
    }
  }
}
async function loadFewTimes(url) {
  // ok: javascript.retry-without-end
  for (let n = 0; n < 5; n++) {
    try {
      return await (await fetch(url)).json();
    } catch (error) {
      console.warn(error.message);
    }
  }
}
async function loadPages(url) {
  // ok: javascript.retry-without-end
  while (true) {
    try {
      const page = await (await fetch(url)).json();
      if (!page.next) return page;
    } catch (error) {
      throw new Error("page");
    }
  }
}
