// Measures the API under load beside PostGraphile and a bare endpoint, all on the same PostgreSQL tables, and on SQLite. See eng/bench.
import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const options = Object.fromEntries(process.argv.slice(2).map((a) => a.replace(/^--/, '').split(/=(.*)/s)));
const scale = Number(options.scale ?? 60);
const seconds = Number(options.seconds ?? 8);
const rounds = Number(options.rounds ?? 3);
const warmUp = Number(options.warm ?? 120);
const stretch = Math.min(10, warmUp);
const connections = 16;
const folder = join(root, '.cache/bench');
const program = join(root, '.cache/program/run/Objectives.Gateway.dll');
const bare = join(root, 'tests/Objectives.Benchmarks/bin/Release/net10.0/Objectives.Benchmarks.dll');
const postgraphile = join(root, 'tests/Objectives.Benchmarks/postgraphile');
const started = [];

const say = (...words) => console.error(...words);
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const kilobytes = (pid, name) => Number(/(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8').split('\n').find((l) => l.startsWith(name)))[1]);

process.on('exit', () => started.forEach((p) => p.kill('SIGKILL')));

async function start(command, args, env, url) {
  const from = performance.now();
  const child = spawn(command, args, { env: { ...process.env, ...env }, cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.on('data', (text) => 'verbose' in options && say(String(text).trimEnd()));
  started.push(child);
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${command} ${args.join(' ')} ended`);
    const answer = await fetch(url).catch(() => null);
    if (answer) return { child, ms: performance.now() - from };
    await sleep(20);
  }
}

async function stop({ child }) {
  const ended = new Promise((done) => child.on('exit', done));
  child.kill('SIGTERM');
  await ended;
}

const cpuTicks = (pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).reduce((sum, ticks) => sum + Number(ticks), 0);

/** Waits until a program has had nothing to do for ten seconds: its day's round may follow the filling. */
async function atRest({ child }) {
  for (let before = cpuTicks(child.pid), quiet = 0; quiet < 2; ) {
    await sleep(5000);
    const now = cpuTicks(child.pid);
    quiet = now - before < 25 ? quiet + 1 : 0;
    before = now;
  }
}

async function post(url, body, token) {
  const send = () => fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }, body: JSON.stringify(body) });
  const answer = await send().catch(send); // A connection kept from before the last load may have been closed.
  const json = await answer.json();
  const wrong = json.errors ?? Object.values(json.data ?? {}).find((field) => field?.userErrors?.length)?.userErrors;
  if (!answer.ok || wrong) throw new Error(JSON.stringify(wrong ?? json).slice(0, 500));
  return json.data ?? json;
}

const uuid = (id) => {
  const hex = Buffer.from(id, 'base64url').subarray(0, 16).toString('hex');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
};

/** The ids that the loads draw from: some objectives, subtrees of about 300 and about 10,000. */
async function sample(url, token) {
  const ask = (query, variables) => post(`${url}/graphql`, { query, variables }, token);
  const { currentCycle: cycle, viewer, measures } = await ask('{ currentCycle { id } viewer { person { id } } measures { id code } }');
  const { goalTree } = await ask('query($c: ID!) { goalTree(cycleId: $c, depth: 100) { nodes { id target parent { id } measure { decimals aggregation } } } }', { c: cycle.id });
  const size = new Map();
  const parents = new Map(goalTree.nodes.map((n) => [n.id, n.parent?.id]));
  for (const { id } of goalTree.nodes) for (let at = id; at; at = parents.get(at)) size.set(at, (size.get(at) ?? 0) + 1);
  const near = (wanted) => {
    const close = [...size].filter(([, n]) => n > wanted * 0.75 && n < wanted * 1.25);
    const found = (close.length ? close : [...size].sort((a, b) => Math.abs(a[1] - wanted) - Math.abs(b[1] - wanted)).slice(0, 1)).map(([id]) => id);
    say(`subtrees of about ${wanted}: ${found.length}, e.g. ${size.get(found[0])}`);
    return found;
  };
  const ids = goalTree.nodes.map((n) => n.id);
  const depth = (id) => (parents.get(id) ? 1 + depth(parents.get(id)) : 1);
  const leaves = goalTree.nodes.filter((n) => size.get(n.id) === 1 && n.measure.aggregation === 'SUM' && depth(n.id) === 6);
  const month = new Date().toISOString().slice(0, 7);
  const quarter = `${new Date().getUTCFullYear()}-Q${Math.ceil((new Date().getUTCMonth() + 1) / 3)}`;
  const without = (period) => {
    const taken = new Set(sql('bench', `COPY (SELECT objective_id FROM monitoring.actuals WHERE period = '${period}') TO STDOUT`).split('\n'));
    return leaves.filter((n) => !taken.has(uuid(n.id)));
  };
  const [free, freeOfQuarter] = [without(month), without(quarter)];
  say(`objectives at the sixth level that are added up: ${leaves.length}, without an entry of ${month} ${free.length}, of ${quarter} ${freeOfQuarter.length}`);
  return {
    month, quarter, free, freeOfQuarter,
    cycle: cycle.id, measure: measures.find((m) => m.code === 'REV').id, me: viewer.person.id, count: ids.length, ones: ids.filter((_, i) => i % Math.ceil(ids.length / 2000) === 0), small: near(300), large: near(10_000), size,
  };
}

/** An entry that is on target, as most are. */
const entry = (n, period, months) => ({ objectiveId: n.id, period, value: ((Number(n.target) * months) / 12).toFixed(n.measure.decimals), note });
const note = '按周复盘';
const record = 'mutation($i: RecordActualsInput!) { recordActuals(input: $i) { actuals { id } userErrors { code message } } }';
const insert = 'mutation($a: MonitoringActualInput!) { createMonitoringActual(input: { monitoringActual: $a }) { monitoringActual { rowId } } }';
const inserted = (s, count) => Array.from({ length: count }, () => ({ objectiveId: randomUUID(), period: s.month, value: '70000', source: 'Api', reportedById: uuid(s.me), reportedAt: new Date().toISOString(), note }));

/** One actual, with all sums above it up to the company's; the peers insert the row alone. */
function oneActual(at) {
  return {
    connections: at,
    once: true,
    store: 'one actual',
    product: (s) => s.free.map((n) => ({ query: record, variables: { i: { source: 'API', actuals: [entry(n, s.month, 1)] } } })),
    postgraphile: (s) => inserted(s, 200_000).map((a) => ({ query: insert, variables: { a } })),
    bare: (s) => inserted(s, 200_000).map((a) => [a]),
    bareUrl: '/actuals',
  };
}

const text = '按周复盘,本周完成走访。 Reviewed weekly.';
const workloads = {
  'one objective': {
    product: (s) => s.ones.map((id) => ({ query: 'query($id: ID!) { objective(id: $id) { id code title status level target measure { name unitOfMeasure } parent { id title } } }', variables: { id } })),
    postgraphile: (s) => s.ones.map((id) => ({ query: 'query($id: UUID!) { objectiveByRowId(rowId: $id) { rowId code title status level target measureByMeasureId { name unitOfMeasure } objectiveByParentId { rowId title } } }', variables: { id: uuid(id) } })),
    bare: (s) => s.ones.map((id) => `/one?id=${uuid(id)}`),
  },
  'tree of 300': tree('small'),
  'tree of 10,000': tree('large'),
  'page of 50 of a filtered list, with total': {
    product: (s) => [{ query: 'query($c: ID!, $l: ID!) { objectives(filter: { cycleId: $c, measureId: $l }, first: 50) { totalCount nodes { id code title status level target measure { name unitOfMeasure } } pageInfo { endCursor hasNextPage } } }', variables: { c: s.cycle, l: s.measure } }],
    postgraphile: (s) => [{ query: 'query($c: UUID!, $l: UUID!) { allObjectives(condition: { cycleId: $c, measureId: $l }, first: 50, orderBy: CODE_ASC) { totalCount nodes { rowId code title status level target measureByMeasureId { name unitOfMeasure } } pageInfo { endCursor hasNextPage } } }', variables: { c: uuid(s.cycle), l: uuid(s.measure) } }],
    bare: (s) => [`/page?cycle=${uuid(s.cycle)}&measure=${uuid(s.measure)}`],
  },
  'one write (a comment)': {
    product: (s) => s.ones.map((id) => ({ query: 'mutation($i: CommentInput!) { comment(input: $i) { comment { id text } userErrors { code message } } }', variables: { i: { subjectId: id, text } } })),
    postgraphile: (s) => s.ones.map((id) => ({ query: 'mutation($c: CommentInput!) { createComment(input: { comment: $c }) { comment { rowId text } } }', variables: { c: { subjectId: uuid(id), at: '2026-11-26T00:00:00Z', byId: uuid(s.me), text, mentions: [], version: '1' } } })),
    bare: (s) => s.ones.map((id) => ({ subject: uuid(id), by: uuid(s.me), text })),
    bareUrl: '/write',
  },
  'one write (a comment with its history and event)': {
    product: (s) => workloads['one write (a comment)'].product(s),
    postgraphile: (s) => s.ones.map((id) => ({ query: 'mutation($i: WriteCommentInput!) { writeComment(input: $i) { result { rowId text } } }', variables: { i: { subject: uuid(id), byPerson: uuid(s.me), words: text } } })),
    bare: (s) => workloads['one write (a comment)'].bare(s),
    bareUrl: '/write-all',
  },
  'one actual, rolled up over six levels': oneActual(16),
  'one actual, rolled up over six levels (64 connections)': oneActual(64),
  'a batch of 1,000 actuals': {
    connections: 2,
    once: true,
    product: (s) => inBatches(s.freeOfQuarter.map((n) => entry(n, s.quarter, 3))).map((actuals) => ({ query: record, variables: { i: { source: 'API', actuals } } })),
    postgraphile: (s) => inBatches(inserted(s, 200_000)).map((r) => ({ query: 'mutation($r: JSON!) { monitoringInsertActuals(input: { rows: $r }) { result } }', variables: { r } })),
    bare: (s) => inBatches(inserted(s, 200_000)),
    bareUrl: '/actuals',
  },
  'the dashboard by unit': {
    product: (s) => [{ query: 'query($c: ID!) { dashboard(cycleId: $c, by: UNIT) { whole { objectives attainment } nodes { unit { name } objectives onTrack atRisk offTrack achieved unknown exempt attainment } } }', variables: { c: s.cycle } }],
    postgraphile: (s) => [{ query: 'query($c: UUID!) { monitoringStandingsByUnitList(cycle: $c) { name health objectives attainment } }', variables: { c: uuid(s.cycle) } }],
    bare: (s) => [`/dashboard?cycle=${uuid(s.cycle)}`],
  },
  'the dashboard by unit, with its trend': {
    product: (s) => [{ query: 'query($c: ID!) { dashboard(cycleId: $c, by: UNIT) { nodes { unit { name } objectives attainment trend { month attainment offTrack } } } }', variables: { c: s.cycle } }],
  },
};

function inBatches(rows) {
  return Array.from({ length: Math.floor(rows.length / 1000) }, (_, i) => rows.slice(i * 1000, (i + 1) * 1000));
}

function tree(which) {
  return {
    product: (s) => s[which].map((id) => ({ query: 'query($c: ID!, $r: ID!) { goalTree(cycleId: $c, rootId: $r, depth: 100) { nodes { id code title status level target parent { id } } } }', variables: { c: s.cycle, r: id } })),
    postgraphile: (s) => s[which].map((id) => ({ query: 'query($r: UUID!) { subtreeList(root: $r) { rowId code title status level target parentId } }', variables: { r: uuid(id) } })),
    bare: (s) => s[which].map((id) => `/tree?root=${uuid(id)}`),
    nodes: which,
  };
}

const warm = new Set();
const sent = new Map();

/** Of lines that are sent once each: from which on they have not been, before so many more. */
function taken(name, url, workload, more) {
  const key = url + (workload.store ?? name);
  const from = workload.once ? (sent.get(key) ?? 0) : 0;
  sent.set(key, from + more);
  return from;
}

/**
 * Before a server's first round of a load it is warmed until it gets no faster, since compilers take a while to settle: until two stretches in a row are not 3 % above the best before, or for as long as it may take.
 * Before later rounds for a second. What can be sent once only is warmed for a stretch.
 */
function load(name, url, lines, token, workload) {
  if (warm.has(name)) send(1);
  else if (workload.once) send(stretch);
  else settle();
  warm.add(name);
  return send(seconds);

  function settle() {
    for (let best = 0, calm = 0, time = 0; calm < 2 && time < warmUp; time += stretch) {
      const { rps } = send(stretch);
      calm = rps > best * 1.03 ? 0 : calm + 1;
      best = Math.max(best, rps);
    }
  }

  function send(time) {
    const file = join(folder, 'bodies.txt');
    const left = lines.slice(taken(name, url, workload, 0));
    if (left.length === 0) throw new Error(`${name}: all ${lines.length} were sent`);
    writeFileSync(file, left.map((l) => (typeof l === 'string' ? l : JSON.stringify(l))).join('\n') + '\n');
    const at = workload.connections ?? connections;
    const wrk = ['-t1', `-c${at}`, `-d${time}s`, '--timeout', '60s', '-s', join(root, 'tests/Objectives.Benchmarks/bodies.lua'), url, '--', file, workload.once ? 'once' : 'any'];
    const result = JSON.parse(execFileSync('wrk', token ? [...wrk, token] : wrk, { encoding: 'utf8' }).trim().split('\n').at(-1));
    if (result.errors) say(`${name}: ${result.errors} errors`);
    if (workload.once) {
      if (result.requests + at > left.length) say(`${name}: of ${left.length} not yet sent all were, and some twice`);
      taken(name, url, workload, result.requests + at);
    }
    return result;
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function signIn(url, employeeNumber = 'E0001') {
  return (await post(`${url}/auth/demo`, { employeeNumber })).token;
}

async function startProduct(database, port) {
  const url = `http://127.0.0.1:${port}`;
  const args = [program, '--demo', `--scale=${scale}`, `--urls=${url}`, `--data=${join(folder, database)}`];
  if (database === 'postgres') args.push('--database=postgres', `--connection=${options.connection};Database=bench;Maximum Pool Size=20`);
  say(`Filling ${database} at scale ${scale}`);
  const first = await start('dotnet', args, {}, `${url}/health/ready`);
  say(`  filled and ready in ${(first.ms / 1000).toFixed(1)} s`);
  await atRest(first);
  await stop(first);
  const again = await start('dotnet', args, {}, `${url}/health/ready`);
  await atRest(again);
  const idle = kilobytes(again.child.pid, 'VmRSS') / 1024;
  say(`  start to ready on existing data ${(again.ms / 1000).toFixed(2)} s, idle ${idle.toFixed(0)} MB`);
  return { url, server: again, filled: first.ms, ready: again.ms, idle, token: await signIn(url) };
}

mkdirSync(folder, { recursive: true });
const pg = options.connection.replace(/.*Port=(\d+).*/, 'postgres://postgres@127.0.0.1:$1');
const sql = (database, ...statements) => execFileSync('psql', ['-q', `${pg}/${database}`, ...statements.flatMap((s) => ['-c', s])], { encoding: 'utf8', maxBuffer: 1 << 28 });
if ('fresh' in options) {
  sql('postgres', 'DROP DATABASE IF EXISTS bench');
  rmSync(join(folder, 'sqlite'), { recursive: true, force: true });
}
if (!sql('postgres', "SELECT count(*) AS n FROM pg_database WHERE datname = 'bench'").includes('1')) sql('postgres', 'CREATE DATABASE bench');

const onPostgres = await startProduct('postgres', 5601);
const s = await sample(onPostgres.url, onPostgres.token);
execFileSync('psql', ['-q', '-v', 'ON_ERROR_STOP=1', `${pg}/bench`, '-f', join(postgraphile, 'peers.sql')]);
sql('bench', 'VACUUM ANALYZE');
const peer = { url: 'http://127.0.0.1:5602', server: await start(join(postgraphile, 'node_modules/.bin/node'), [join(postgraphile, 'server.mjs')], { PORT: '5602', PGURL: `${pg}/bench`, WORKERS: '2', NODE_ENV: 'production', GRAPHILE_ENV: 'production' }, 'http://127.0.0.1:5602/graphql') };
const floor = { url: 'http://127.0.0.1:5603', server: await start('dotnet', [bare, '--urls=http://127.0.0.1:5603', `--connection=${options.connection};Database=bench;Maximum Pool Size=20`], {}, 'http://127.0.0.1:5603/') };
const onSqlite = !('no-sqlite' in options) ? await startProduct('sqlite', 5604) : null;

const servers = [
  ['product, PostgreSQL', 'product', onPostgres], ['PostGraphile 5', 'postgraphile', peer], ['bare ASP.NET + Npgsql', 'bare', floor],
  ...(onSqlite ? [['product, SQLite', 'product', onSqlite]] : []),
];
const memory = ({ server }) => {
  const pids = [server.child.pid, ...execFileSync('ps', ['--ppid', server.child.pid, '-o', 'pid='], { encoding: 'utf8' }).trim().split(/\s+/).filter(Boolean)].map(Number);
  return pids.reduce((sum, pid) => sum + kilobytes(pid, 'VmRSS'), 0) / 1024;
};
const safe = (f, otherwise) => { try { return f(); } catch { return otherwise; } };
const rows = [];
for (const [name, workload] of Object.entries(workloads)) {
  if (options.only && !new RegExp(options.only).test(name)) continue;
  const asked = servers.filter(([, kind]) => workload[kind]);
  const results = new Map(asked.map(([title]) => [title, []]));
  for (let round = 0; round < rounds; round++)
    for (const [title, kind, server] of asked) {
      const lines = workload[kind](s);
      const url = kind === 'bare' ? server.url + (workload.bareUrl ?? '') : `${server.url}/graphql`;
      if (round === 0 && kind !== 'bare') await post(url, lines[taken(name, url, workload, 1)], server.token);
      if (workload.bareUrl && server === onSqlite) sql('bench', 'VACUUM ANALYZE', 'CHECKPOINT'); // What PostgreSQL has still to do with what was written to it would slow down what does not use it.
      results.get(title).push(load(`${name}, ${title}`, url, lines, server.token, workload));
      if (workload.bareUrl && kind === 'product') await atRest(server.server); // What follows from its writes would slow down the next.
    }
  const rps = (title) => (results.has(title) ? median(results.get(title).map((r) => r.rps)) : NaN);
  for (const [title, , server] of asked) {
    const of = (key) => median(results.get(title).map((r) => r[key]));
    rows.push({ name, title, rps: rps(title), p50: of('p50'), p99: of('p99'), memory: safe(() => memory(server), memoryOf(server)), toPeer: rps(title) / rps('PostGraphile 5'), toFloor: rps(title) / rps('bare ASP.NET + Npgsql') });
    const r = rows.at(-1);
    say(`${name.padEnd(44)} ${title.padEnd(24)} ${r.rps.toFixed(1).padStart(9)}/s  p50 ${r.p50.toFixed(1)} ms  p99 ${r.p99.toFixed(1)} ms  ${r.memory.toFixed(0)} MB  x${r.toPeer.toFixed(2)} of PostGraphile`);
  }
}
function memoryOf({ server }) { return kilobytes(server.child.pid, 'VmRSS') / 1024; }

const number = (value) => (Number.isNaN(value) ? '–' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const table = [
  `Measured on ${new Date().toISOString().slice(0, 10)}, 2 cores that server, database and load share, ${connections} connections, the demo company at scale ${scale}: ${s.count.toLocaleString('en')} objectives in this year's cycle. Medians of ${rounds} rounds of ${seconds} s, each after warming up until it got no faster, for ${warmUp} s at most.`,
  '',
  '| load | server | requests/s | p50 ms | p99 ms | memory MB | to PostGraphile | to bare |',
  '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
  ...rows.map((r) => `| ${r.name} | ${r.title} | ${number(r.rps)} | ${number(r.p50)} | ${number(r.p99)} | ${r.memory.toFixed(0)} | ${number(r.toPeer)} | ${number(r.toFloor)} |`),
  '',
  '| product on | filled in s | start to ready on existing data, s | idle memory, MB |',
  '| --- | ---: | ---: | ---: |',
  ...[['PostgreSQL', onPostgres], ['SQLite', onSqlite]].filter(([, p]) => p).map(([n, p]) => `| ${n} | ${p.filled > 10_000 ? (p.filled / 1000).toFixed(0) : 'was there'} | ${(p.ready / 1000).toFixed(2)} | ${p.idle.toFixed(0)} |`),
].join('\n');
console.log(table);
if ('readme' in options) {
  const file = join(root, 'README.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/, `$1${table}\n$2`));
}
process.exit(0);
