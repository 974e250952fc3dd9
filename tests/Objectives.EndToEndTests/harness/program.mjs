import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const gateway = resolve(import.meta.dirname, '../../../src/Objectives.Gateway');

/** The newest build of the program. */
function findProgram() {
  const built = ['Debug', 'Release']
    .map((configuration) => join(gateway, 'bin', configuration, 'net10.0', 'Objectives.Gateway.dll'))
    .filter((file) => existsSync(file))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  return built[0];
}

/** Why the tests cannot run here; undefined when they can. */
export function programMissing() {
  if (!findProgram()) return 'the program is not built (dotnet build src/Objectives.Gateway)';
  if (!existsSync(join(gateway, 'wwwroot/index.html'))) return 'the page is not built (npm run build in src/web)';
  return undefined;
}

/** Starts the program with data of its own, on a free port, and waits until it is ready. */
export async function startProgram({ demo }) {
  const data = mkdtempSync(join(tmpdir(), 'objectives-browser-'));
  const child = spawn('dotnet', [findProgram(), ...(demo ? ['--demo'] : []), '--urls', 'http://127.0.0.1:0', '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = [];
  const url = await new Promise((ready, failed) => {
    const timer = setTimeout(() => failed(new Error(`The program was not ready in time:\n${output.join('\n')}`)), 300_000);
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        output.push(line);
        const found = /^Ready: (\S+)/.exec(line);
        if (!found) return;
        clearTimeout(timer);
        ready(found[1]);
      });
    }
    child.on('exit', (code) => failed(new Error(`The program ended with ${code}:\n${output.join('\n')}`)));
  });
  return {
    url,
    data,
    output,
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(timer);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** The API as a program would call it, to prepare and to look behind the page. */
export async function signedInApi(url, employeeNumber) {
  const signIn = await fetch(`${url}/auth/demo`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ employeeNumber }) });
  const { token } = await signIn.json();
  return async (query, variables = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, 'Accept-Language': 'en' },
      body: JSON.stringify({ query, variables }),
    });
    const answer = await response.json();
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
}
