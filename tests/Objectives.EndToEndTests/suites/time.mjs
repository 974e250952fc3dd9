import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, settled } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { draft, nextYear } from './objectives.mjs';

export const time = (shared) =>
  describe('time', () => {
    test('a past day shows the tree as it was, to be read only', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const cycleId = await nextYear(api);
      const { id } = await draft(api, cycleId, 'Titled today');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', `/tree?cycle=${cycleId}&q=Titled`);
      await page.locator('[data-row]').filter({ hasText: 'Titled today' }).waitFor();

      // The demonstration's clock goes on by a day, so that today is past.
      const clock = page.getByRole('button', { name: /^Business day/ });
      const today = await clock.innerText();
      await clock.click();
      await page.getByRole('menuitem', { name: 'One day' }).click();
      await page.waitForFunction((text) => ![...document.querySelectorAll('header button')].some((button) => button.innerText === text), today);
      await settled(page);
      await api('mutation($input: EditObjectiveInput!) { editObjective(input: $input) { userErrors { message } } }', { input: { id, title: 'Titled tomorrow' } });
      await page.locator('[data-row]').filter({ hasText: 'Titled tomorrow' }).waitFor();

      await page.locator('[data-dates-input]').first().click();
      await page.getByRole('button', { name: today, exact: true }).click();
      await page.getByText('You are looking at the tree as it stood at the end of', { exact: false }).waitFor();
      const row = page.locator('[data-row]').filter({ hasText: 'Titled today' });
      await row.waitFor();
      assert.equal(await page.getByRole('button', { name: 'Draft', exact: true }).count(), 0);
      await row.getByRole('button', { name: /^Actions for/ }).click();
      await page.getByRole('menuitem', { name: 'Open' }).waitFor();
      assert.equal(await page.getByRole('menuitem').count(), 1);
      await page.getByRole('menuitem', { name: 'Open' }).click();
      await page.getByRole('heading', { level: 1, name: 'Titled today' }).waitFor();
      assert.equal(await page.getByRole('button', { name: 'Edit', exact: true }).count(), 0);

      await page.getByRole('link', { name: 'Back to today' }).click();
      await page.getByRole('heading', { level: 1, name: 'Titled tomorrow' }).waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });
  });
