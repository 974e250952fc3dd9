// Measures an allocation to thousands of customers of the demo company: its preview, its first application, and one that changes each part. See eng/bench.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const options = Object.fromEntries(process.argv.slice(2).map((a) => a.replace(/^--/, '').split(/=(.*)/s)));
const scale = Number(options.scale ?? 25);
const folder = join(root, '.cache/bench-allocation');
const program = join(root, 'src/Objectives.Gateway/bin/Release/net10.0/Objectives.Gateway.dll');
const say = (...words) => console.error(...words);

async function start(name, extra, port) {
  const url = `http://127.0.0.1:${port}`;
  const data = join(folder, name);
  rmSync(data, { recursive: true, force: true });
  const args = [program, '--demo', `--scale=${scale}`, `--urls=${url}`, `--data=${data}`, ...extra];
  const child = spawn('dotnet', args, { cwd: root, env: { ...process.env, GraphQL__Timeout: '00:02:00' }, stdio: ['ignore', 'ignore', 'inherit'] });
  process.on('exit', () => child.kill('SIGKILL'));
  while (!(await fetch(`${url}/health/ready`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`${name} ended`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return { url, child };
}

async function ask(url, token, query, variables) {
  const from = performance.now();
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify({ query, variables }),
  });
  const json = await answer.json();
  const ms = performance.now() - from;
  const wrong = json.errors ?? Object.values(json.data)[0].userErrors ?? [];
  if (wrong.length) throw new Error(JSON.stringify(wrong).slice(0, 500));
  return { data: Object.values(json.data)[0], ms };
}

async function measure(name, extra, port) {
  const { url, child } = await start(name, extra, port);
  const { token } = await (await fetch(`${url}/auth/demo`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ employeeNumber: 'E0001' }) })).json();
  const { data: cycles } = await ask(url, token, '{ cycles { id year } }');
  const { data: measures } = await ask(url, token, '{ measures { id code } }');
  const { data: organization } = await ask(url, token, '{ organization { root { id } } }');
  const { data: viewer } = await ask(url, token, '{ viewer { person { id } } }');
  const draft = {
    cycleId: cycles.toSorted((a, b) => b.year - a.year)[0].id, level: 'COMPANY', title: 'Allocated to every customer', ownerId: viewer.person.id, unitId: organization.root.id,
    measureId: measures.find((m) => m.code === 'REV').id, target: '123456789.01',
  };
  const parents = [];
  for (let i = 0; i < 2; i++) {
    const made = await ask(url, token, 'mutation($i: DraftObjectiveInput!) { draftObjective(input: $i) { objective { id } userErrors { message } } }', { i: draft });
    parents.push(made.data.objective.id);
  }
  const input = (parentId, strength) => ({
    parentId, dimension: 'CUSTOMER', factors: [{ factor: 'STRENGTH', weight: strength }, { factor: 'CREDIT', weight: '20' }, { factor: 'HISTORY', weight: '30' }],
  });
  const preview = 'query($i: AllocationInput!) { allocationPreview(input: $i) { total parts { recipientName value share previousActual contributions { factor score share } } userErrors { message path } } }';
  const apply = 'mutation($i: AllocationInput!) { applyAllocation(input: $i) { objectives { id target } userErrors { message path } } }';
  await ask(url, token, preview, { i: input(parents[1], '50') });
  const shown = await ask(url, token, preview, { i: input(parents[0], '50') });
  const first = await ask(url, token, apply, { i: input(parents[0], '50') });
  const second = await ask(url, token, apply, { i: input(parents[0], '40') });
  const sum = second.data.objectives.reduce((all, o) => all + BigInt(Math.round(Number(o.target) * 100)), 0n);
  if (sum !== 12345678901n) throw new Error(`The parts come to ${sum}`);
  console.log(`${name}: ${shown.data.parts.length} recipients: preview ${shown.ms.toFixed(0)} ms, apply ${first.ms.toFixed(0)} ms, apply again with other weights ${second.ms.toFixed(0)} ms`);
  const ended = new Promise((done) => child.on('exit', done));
  child.kill('SIGTERM');
  await ended;
}

mkdirSync(folder, { recursive: true });
say(`The demo company at scale ${scale}`);
if (options.connection) await measure('PostgreSQL', ['--database=postgres', `--connection=${options.connection};Database=bench_allocation`], 54395);
await measure('SQLite', [], 54396);
