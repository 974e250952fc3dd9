// Starts the program and asks it, for the benches that time single requests.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const program = join(root, '.cache/program/run/Objectives.Gateway.dll');

export const options = Object.fromEntries(process.argv.slice(2).map((a) => a.replace(/^--/, '').split(/=(.*)/s)));

/** The demo company in a data folder, ready; its requests may take longer than the product's own limit. */
export async function startDemo({ url, data, scale, extra }) {
  const args = [program, '--demo', `--scale=${scale}`, `--urls=${url}`, `--data=${data}`, ...extra];
  const child = spawn('dotnet', args, { cwd: root, env: { ...process.env, GraphQL__Timeout: '00:10:00' }, stdio: ['ignore', 'ignore', 'inherit'] });
  process.on('exit', () => child.kill('SIGKILL'));
  while (!(await fetch(`${url}/health/ready`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`The program ended: ${args.join(' ')}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    pid: child.pid,
    signInAs: async (employeeNumber) => (await (await post(`${url}/auth/demo`, {}, { employeeNumber })).json()).token,
    ask: (token, query, variables) => ask(url, token, query, variables),
    moveClock: (now) => timed(async () => {
      const answer = await post(`${url}/demo/clock`, {}, { now });
      if (!answer.ok) throw new Error(await answer.text());
    }),
    stop: async () => {
      const ended = new Promise((done) => child.on('exit', done));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const post = (url, headers, body) => fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

async function timed(work) {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function ask(url, token, query, variables) {
  let json;
  const ms = await timed(async () => {
    json = await (await post(`${url}/graphql`, { authorization: `Bearer ${token}` }, { query, variables })).json();
  });
  const wrong = json.errors ?? Object.values(json.data)[0].userErrors ?? [];
  if (wrong.length) throw new Error(JSON.stringify(wrong).slice(0, 500));
  return { data: Object.values(json.data)[0], ms };
}
