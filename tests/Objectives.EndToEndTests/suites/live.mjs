import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { openLine } from '../harness/proxy.mjs';
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

    test('are caught up with after the connection was lost', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const cycleId = await nextYear(api);
      const { id } = await draft(api, cycleId, 'Missed: before');
      const line = await openLine(shared.url);
      const { context, page } = await openAs(shared.browser, line.url, 'E0005', `/tree?cycle=${cycleId}&q=missed:`);
      await page.locator('[data-row]').filter({ hasText: 'Missed: before' }).waitFor();

      line.cut();
      await api('mutation($input: EditObjectiveInput!) { editObjective(input: $input) { userErrors { message } } }', { input: { id, title: 'Missed: after' } });
      line.mend();
      await page.locator('[data-row]').filter({ hasText: 'Missed: after' }).waitFor({ timeout: 20_000 });
      await context.close();
      line.close();
    });
  });
