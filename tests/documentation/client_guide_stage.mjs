// Runs the sample of the client guide (standard input) as two tabs of one browser against a server that rotates
// refresh tokens, and prints what it saw. The tabs share the cookie and the locks, as tabs of one origin do.
import { readFileSync } from "node:fs";

const sample = readFileSync(0, "utf8");
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const answer = (status, body = {}) => ({ status, ok: status < 400, json: async () => body });

class Server {
  constructor() {
    Object.assign(this, { refreshes: 0, reused: 0, atOnce: 0, mostAtOnce: 0, outage: false, ended: false });
    this.statuses = [];
    this.cookie = "r0"; // what the browser holds; the last one issued is the only good one
    this.newest = "r0";
    this.access = new Set();
  }

  async fetch(path, options) {
    if (path !== "/api/v1/auth/refresh") {
      await pause(2);
      const status = this.access.has(options.headers.Authorization) ? 200 : 401;
      if (status === 200) this.statuses.push(status);
      return answer(status);
    }
    const sent = this.cookie;
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.atOnce);
    await pause(10);
    this.atOnce--;
    if (this.outage) return answer(503);
    if (this.ended) return answer(401);
    if (sent !== this.newest) { this.reused++; this.ended = true; return answer(401); }
    this.refreshes++;
    this.cookie = this.newest = `r${this.refreshes}`;
    const accessToken = `a${this.refreshes}`;
    this.access.add(`Bearer ${accessToken}`);
    return answer(200, { accessToken, expiresIn: 900 });
  }
}

class Locks {
  tail = Promise.resolve();
  request(_name, work) {
    const mine = this.tail.then(work);
    this.tail = mine.catch(() => {});
    return mine;
  }
}

class Deaf { postMessage() {} close() {} }

function tabs(server, Channel = BroadcastChannel) {
  const locks = new Locks();
  return [0, 1].map(() => {
    const tab = { logins: 0 };
    const parts = new Function("navigator", "fetch", "BroadcastChannel", "showLogin",
      `${sample}; return { call, granted, channel };`)(
      { locks }, (...request) => server.fetch(...request), Channel, () => { tab.logins++; });
    return Object.assign(tab, parts);
  });
}

const scenes = {
  async together(server, [one, two]) {
    const calls = [one, one, two, two].map((tab) => tab.call("/users/me"));
    await Promise.all(calls);
    const { refreshes, reused, statuses } = server;
    return { refreshes, reused, statuses };
  },
  async togetherWithoutMessages(server, [one, two]) {
    const calls = [one, one, two, two].map((tab) => tab.call("/users/me"));
    await Promise.all(calls);
    const { refreshes, reused, statuses, mostAtOnce } = server;
    return { refreshes, reused, statuses, mostAtOnce };
  },
  async oneAfterTheOther(server, [one, two]) {
    await one.call("/users/me");
    await pause(50);
    await two.call("/users/me");
    const { refreshes, reused, statuses } = server;
    return { refreshes, reused, statuses };
  },
  async changedRights(server, [one]) {
    one.granted({ accessToken: "stale", expiresIn: 900 });
    await one.call("/users/me");
    const { refreshes, reused, statuses } = server;
    return { refreshes, reused, statuses };
  },
  async ended(server, [one, two]) {
    server.ended = true;
    const answers = [await one.call("/users/me")];
    await pause(50);
    return { answers, logins: [one.logins, two.logins] };
  },
  async outage(server, [one, two]) {
    server.outage = true;
    const error = await one.call("/users/me").catch((failure) => failure.message);
    server.outage = false;
    const afterwards = (await one.call("/users/me")).status;
    return { error, logins: [one.logins, two.logins], afterwards };
  },
};

const seen = {};
for (const [name, scene] of Object.entries(scenes)) {
  const server = new Server();
  const both = tabs(server, name === "togetherWithoutMessages" ? Deaf : BroadcastChannel);
  seen[name] = await scene(server, both);
  both.forEach(({ channel }) => channel.close());
}
process.stdout.write(JSON.stringify(seen));
