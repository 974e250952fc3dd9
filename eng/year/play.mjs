import { appraise } from './acts/appraising.mjs';
import { carryOut } from './acts/carryingOut.mjs';
import { learn } from './acts/learning.mjs';
import { prepare } from './acts/preparing.mjs';
import { setObjectives } from './acts/setting.mjs';
import { startProgram } from '../../tests/Objectives.EndToEndTests/harness/program.mjs';
import { House } from './house.mjs';
import { Ledger } from './ledger.mjs';

const acts = { 'Prepared': prepare, 'Objectives set': setObjectives, 'Carried out': carryOut, 'Appraised': appraise, 'Learned from': learn };

const program = process.env.OBJECTIVES_URL ? { url: process.env.OBJECTIVES_URL, output: [], stop: () => {} } : await startProgram({ demo: true });
const [ledger, began] = [new Ledger(), Date.now()];
try {
  const year = { house: new House(program.url), ledger };
  for (const [name, act] of Object.entries(acts)) {
    await act(year);
    console.error(`${name} after ${Math.round((Date.now() - began) / 1000)} s`);
  }
} catch (error) {
  console.error(error.message, program.output.slice(-20).join('\n'));
  process.exitCode = 1;
}
ledger.print();
if (ledger.missing.length > 0) {
  console.error(`\nNot exercised: ${ledger.missing.join(', ')}`);
  process.exitCode = 1;
}
console.log(`\n${ledger.size - ledger.missing.length} of ${ledger.size} clauses exercised`);
if (process.argv.includes('--keep') && process.exitCode !== 1) {
  console.log(`The year can be looked at: ${program.url} (Ctrl-C ends it and deletes its data)`);
  await new Promise((done) => process.once('SIGINT', done).once('SIGTERM', done));
}
await program.stop();
