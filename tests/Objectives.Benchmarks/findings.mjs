// Measures findings (S6.11): how long an edit takes with them, and a day's round that looks at every objective of every cycle that still takes any. See eng/bench.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { options, root, startDemo } from './harness.mjs';

const scale = Number(options.scale ?? 60);
const folder = join(root, '.cache/bench-findings');
const edits = 100;

async function measure(name, extra, port) {
  const data = join(folder, name);
  rmSync(data, { recursive: true, force: true });
  const program = await startDemo({ url: `http://127.0.0.1:${port}`, data, scale, extra });
  const token = await program.signInAs('E0001');
  const ask = (query, variables) => program.ask(token, query, variables);
  const { data: cycles } = await ask('{ cycles { id year status } }');
  const next = cycles.find((c) => c.status === 'PREPARATION' || c.status === 'SETTING');
  const { data: page } = await ask(
    'query($f: ObjectiveFilter) { objectives(filter: $f, first: 500) { totalCount nodes { id target title } } }', { f: { cycleId: next.id, status: ['DRAFT', 'NEGOTIATING'], level: ['TEAM', 'REGION', 'PERSONAL'] } });
  const { data: all } = await ask('query($f: ObjectiveFilter) { objectives(filter: $f, first: 1) { totalCount } }', { f: { cycleId: next.id } });
  const edit = 'mutation($i: EditObjectiveInput!) { editObjective(input: $i) { objective { id findings { kind } } userErrors { message path } } }';
  const times = { target: [], title: [] };
  const chosen = page.nodes.filter((_, i) => i % Math.ceil(page.nodes.length / edits) === 0);
  for (const warming of [true, false])
    for (const o of chosen) {
      const target = await ask(edit, { i: { id: o.id, target: String(Number(o.target) + (warming ? 1 : 2)) } });
      const title = await ask(edit, { i: { id: o.id, title: `${o.title}${warming ? ' +' : ''}` } });
      if (!warming) (times.target.push(target.ms), times.title.push(title.ms));
    }
  const round = await program.moveClock(new Date(Date.now() + 86_400_000).toISOString());
  const open = cycles.filter((c) => c.status !== 'CLOSED' && c.status !== 'APPRAISAL').length;
  const of = (list, share) => list.toSorted((a, b) => a - b)[Math.floor((list.length - 1) * share)].toFixed(0);
  console.log(
    `${name}: ${chosen.length} edits of a target, with all that follows: p50 ${of(times.target, 0.5)} ms, p95 ${of(times.target, 0.95)} ms; of a title: p50 ${of(times.title, 0.5)} ms, p95 ${of(times.title, 0.95)} ms; `
    + `a day's round over ${open} cycles of about ${all.totalCount.toLocaleString('en')} objectives: ${(round / 1000).toFixed(1)} s`);
  await program.stop();
}

mkdirSync(folder, { recursive: true });
console.error(`The demo company at scale ${scale}`);
if (options.connection) await measure('PostgreSQL', ['--database=postgres', `--connection=${options.connection};Database=bench_findings`], 54395);
await measure('SQLite', [], 54396);
process.exit(0);
