// Measures an allocation to thousands of customers of the demo company: its preview, its first application, and one that changes each part. See eng/bench.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { options, root, startDemo } from './harness.mjs';

const scale = Number(options.scale ?? 25);
const folder = join(root, '.cache/bench-allocation');

async function measure(name, extra, port) {
  const data = join(folder, name);
  rmSync(data, { recursive: true, force: true });
  const program = await startDemo({ url: `http://127.0.0.1:${port}`, data, scale, extra });
  const token = await program.signInAs('E0001');
  const ask = (query, variables) => program.ask(token, query, variables);
  const { data: cycles } = await ask('{ cycles { id year } }');
  const { data: measures } = await ask('{ measures { id code } }');
  const { data: organization } = await ask('{ organization { root { id } } }');
  const { data: viewer } = await ask('{ viewer { person { id } } }');
  const draft = {
    cycleId: cycles.toSorted((a, b) => b.year - a.year)[0].id, level: 'COMPANY', title: 'Allocated to every customer', ownerId: viewer.person.id, unitId: organization.root.id,
    measureId: measures.find((m) => m.code === 'REV').id, target: '123456789.01',
  };
  const parents = [];
  for (let i = 0; i < 2; i++) {
    const made = await ask('mutation($i: DraftObjectiveInput!) { draftObjective(input: $i) { objective { id } userErrors { message } } }', { i: draft });
    parents.push(made.data.objective.id);
  }
  const input = (parentId, strength) => ({
    parentId, dimension: 'CUSTOMER', factors: [{ factor: 'STRENGTH', weight: strength }, { factor: 'CREDIT', weight: '20' }, { factor: 'HISTORY', weight: '30' }],
  });
  const preview = 'query($i: AllocationInput!) { allocationPreview(input: $i) { total parts { recipientName value share previousActual contributions { factor score share } } userErrors { message path } } }';
  const apply = 'mutation($i: AllocationInput!) { applyAllocation(input: $i) { objectives { id target } userErrors { message path } } }';
  await ask(preview, { i: input(parents[1], '50') });
  const shown = await ask(preview, { i: input(parents[0], '50') });
  const first = await ask(apply, { i: input(parents[0], '50') });
  const second = await ask(apply, { i: input(parents[0], '40') });
  const sum = second.data.objectives.reduce((all, o) => all + BigInt(Math.round(Number(o.target) * 100)), 0n);
  if (sum !== 12345678901n) throw new Error(`The parts come to ${sum}`);
  console.log(`${name}: ${shown.data.parts.length} recipients: preview ${shown.ms.toFixed(0)} ms, apply ${first.ms.toFixed(0)} ms, apply again with other weights ${second.ms.toFixed(0)} ms`);
  await program.stop();
}

mkdirSync(folder, { recursive: true });
console.error(`The demo company at scale ${scale}`);
if (options.connection) await measure('PostgreSQL', ['--database=postgres', `--connection=${options.connection};Database=bench_allocation`], 54395);
await measure('SQLite', [], 54396);
