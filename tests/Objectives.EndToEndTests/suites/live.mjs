import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { draft, nextYear } from './objectives.mjs';

export const live = (shared) =>
  describe('live updates', () => {
    test('bring to one window what was done in another', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const cycleId = await nextYear(api);
      const { id } = await draft(api, cycleId, 'Watched: before');
      const watching = await openAs(shared.browser, shared.url, 'E0005', `/tree?cycle=${cycleId}&q=watched:`);
      const reading = await openAs(shared.browser, shared.url, 'E0111', `/objectives/${id}`);
      const working = await openAs(shared.browser, shared.url, 'E0001', `/objectives/${id}`);
      await watching.page.locator('[data-row]').filter({ hasText: 'Watched: before' }).waitFor();

      await working.page.getByRole('button', { name: 'Edit', exact: true }).click();
      const form = working.page.getByRole('dialog');
      await form.getByLabel('Title').fill('Watched: after');
      await form.getByRole('button', { name: 'Save' }).click();
      await watching.page.locator('[data-row]').filter({ hasText: 'Watched: after' }).waitFor();
      await reading.page.getByRole('heading', { level: 1, name: 'Watched: after' }).waitFor();

      await draft(api, cycleId, 'Watched: new');
      await watching.page.locator('[data-row]').filter({ hasText: 'Watched: new' }).waitFor();

      const comments = working.page.getByRole('region', { name: /^Comments/ });
      await comments.getByLabel('Write a comment').fill('Seen at once');
      await comments.getByRole('button', { name: 'Send' }).click();
      await reading.page.getByText('Seen at once').waitFor();
      assert.deepEqual([...watching.errors, ...reading.errors, ...working.errors], []);
      for (const window of [watching, reading, working]) await window.context.close();
    });
  });
