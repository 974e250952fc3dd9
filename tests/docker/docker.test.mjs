import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const docker = join(import.meta.dirname, '../../docker');
const run = (tool, ...files) => {
  try {
    return { ok: true, text: execFileSync(join(import.meta.dirname, 'node_modules/.bin', tool), files, { cwd: import.meta.dirname, encoding: 'utf8', stdio: 'pipe' }) };
  } catch (error) {
    return { ok: false, text: error.stdout + error.stderr };
  }
};
const composeFiles = readdirSync(docker).filter((name) => name.startsWith('compose.'));
const planted = (name, text) => {
  const file = join(mkdtempSync(join(tmpdir(), 'docker-')), name);
  writeFileSync(file, text);
  return file;
};

test('there are compose files', () => assert.ok(composeFiles.length >= 2));

for (const name of composeFiles)
  test(`${name} keeps the compose specification`, () => {
    const result = run('dclint', '--max-warnings', '0', join(docker, name));
    assert.ok(result.ok, result.text);
  });

test('a key that the specification lacks is found', () => {
  const text = readFileSync(join(docker, composeFiles[0]), 'utf8').replace('depends_on:', 'depend_on:');
  assert.match(run('dclint', planted('compose.yml', text)).text, /invalid-schema/);
});

test('the Dockerfile is clean', () => {
  const result = run('dockerfilelint', join(docker, 'Dockerfile'));
  assert.ok(result.ok, result.text);
});

test('the image does not run as root and says how healthy it is', () => {
  const last = readFileSync(join(docker, 'Dockerfile'), 'utf8').split(/^FROM /m).at(-1);
  assert.match(last, /^USER (?!root)\w+$/m);
  assert.match(last, /^HEALTHCHECK .*\/health\/ready/m);
});

test('a wrong Dockerfile is found', () => assert.equal(run('dockerfilelint', planted('Dockerfile', 'FORM debian\nRUN\n')).ok, false));
