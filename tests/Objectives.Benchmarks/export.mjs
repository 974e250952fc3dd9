// Measures exports of reports: how much memory the program takes for ten thousand rows and for a million, and how long it takes. See eng/bench.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { options, root, startDemo } from './harness.mjs';

const folder = join(root, '.cache/bench-export');
const database = 'bench_export';
const [few, many] = [10_000, 1_000_000];
const months = 12;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const program = await startDemo({ url: 'http://127.0.0.1:54397', data: folder, scale: 1, extra: ['--database=postgres', `--connection=${options.connection};Database=${database}`] });
const token = await program.signInAs('E0001');
const { data: cycles } = await program.ask(token, '{ cycles { id year status } }');
const cycle = cycles.find((c) => c.status === 'EXECUTION');
const { data: measures } = await program.ask(token, '{ measures { id } }');
const uuid = (id) => Buffer.from(id, 'base64url').subarray(0, 16).toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** Standings of one measure, copied with owners of their own until their months are so many rows. */
const copies = (measure, rows) => `
  INSERT INTO monitoring.standings (${columns('standings').map(quoted).join(', ')})
  SELECT ${columns('standings').map((c) => ({ objective_id: 'gen_random_uuid()', owner_id: 'gen_random_uuid()', measure_id: `'${uuid(measure)}'::uuid`, level: `'Personal'` })[c] ?? `s.${quoted(c)}`).join(', ')}
  FROM (SELECT * FROM monitoring.standings WHERE cycle_id = '${uuid(cycle.id)}' AND level = 'Personal' LIMIT 1) s, generate_series(1, ${Math.ceil(rows / months)});
  INSERT INTO monitoring.period_figures (objective_id, period, "from", until, cycle_id, granularity, health, actual_millionths, target_millionths, attainment_points)
  SELECT s.objective_id, '${cycle.year}-' || lpad(m::text, 2, '0'), now(), NULL, s.cycle_id, 'Month', 'OnTrack', 1230000 + m, 1500000, 8200
  FROM monitoring.standings s, generate_series(1, ${months}) m
  WHERE s.measure_id = '${uuid(measure)}' AND NOT EXISTS (SELECT 1 FROM planning.objectives o WHERE o.id = s.objective_id);`;

function sql(text) {
  const file = join(folder, 'rows.sql');
  writeFileSync(file, text);
  const at = Object.fromEntries(options.connection.split(';').map((part) => part.split('=')));
  return execFileSync('psql', ['-h', at.Host, '-p', at.Port, '-U', at.Username, '-d', database, '-q', '-At', '-v', 'ON_ERROR_STOP=1', '-f', file], { encoding: 'utf8' });
}

const quoted = (name) => `"${name}"`;

function columns(table) {
  return sql(`SELECT column_name FROM information_schema.columns WHERE table_schema = 'monitoring' AND table_name = '${table}' ORDER BY ordinal_position`).trim().split('\n');
}

/** The most memory held while a file is read to its end. */
async function exported(measure, format) {
  writeFileSync(`/proc/${program.pid}/clear_refs`, '5');
  const from = performance.now();
  const answer = await fetch(`http://127.0.0.1:54397/exports/attainment.${format}?cycleId=${cycle.id}&groupBy=PERSON,MEASURE,PERIOD&granularity=MONTH&filter.measureId=${measure}`, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(await answer.text());
  let [bytes, lines, first] = [0, 0, 0];
  for await (const chunk of answer.body) {
    first ||= performance.now() - from;
    bytes += chunk.length;
    if (format === 'csv') for (const byte of chunk) lines += byte === 10;
  }
  const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${program.pid}/status`, 'utf8'))[1]) / 1024;
  return { format, rows: lines - 1, bytes, seconds: (performance.now() - from) / 1000, first: first / 1000, peak };
}

const [small, large] = [measures[0].id, measures[1].id];
sql(copies(small, few) + copies(large, many) + ' ANALYZE monitoring.standings; ANALYZE monitoring.period_figures;');
await exported(small, 'csv');
await exported(small, 'xlsx');
for (const format of ['csv', 'xlsx'])
  for (const measure of [small, large]) {
    const of = await exported(measure, format);
    const name = measure === small ? few : many;
    console.log(`${format}, ${(format === 'csv' ? of.rows : name).toLocaleString('en')} rows: ${(of.bytes / 2 ** 20).toFixed(1)} MB in ${of.seconds.toFixed(1)} s, the first after ${of.first.toFixed(1)} s; at most ${of.peak.toFixed(0)} MB held`);
  }
await program.stop();
process.exit(0);
