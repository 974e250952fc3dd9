import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, phone, settled, violations } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';

/** The cycle in execution, as the page names it. */
async function underWay(shared) {
  const { cycles } = await (await signedInApi(shared.url, 'E0002'))('{ cycles { id name year status closedPeriods } }');
  return cycles.find((cycle) => cycle.status === 'EXECUTION');
}

export const months = (shared) =>
  describe('the months of a cycle', () => {
    test('are closed, alone or with their quarter, and reopened for a reason', async () => {
      const { name, year } = await underWay(shared);
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0002', '/cycles');
      const cycle = page.getByRole('region', { name });
      const strip = cycle.getByRole('list', { name: `Months of ${name}` });
      assert.equal(await strip.getByRole('listitem').count(), 12);

      await strip.getByRole('button', { name: `Jan ${year}` }).focus();
      await page.keyboard.press('Enter');
      const form = page.getByRole('dialog');
      await form.getByText(`${year}-Q1`, { exact: true }).click();
      await form.getByLabel('Reason').fill('The quarter is reported');
      await form.getByRole('button', { name: 'Close the period' }).click();
      await form.waitFor({ state: 'detached' });
      await strip.getByRole('button', { name: `Mar ${year}` }).getByText('closed').waitFor();
      assert.equal(await strip.getByText('closed', { exact: true }).count(), 3);
      await settled(page);
      assert.deepEqual(await violations(page), []);

      await strip.getByRole('button', { name: `Feb ${year}` }).click();
      await form.getByRole('button', { name: 'Reopen the period' }).click();
      await form.getByText('This is required.').waitFor();
      await form.getByLabel('Reason').fill('Two orders were left out');
      await form.getByRole('button', { name: 'Reopen the period' }).click();
      await form.waitFor({ state: 'detached' });
      await strip.getByRole('button', { name: `Feb ${year}` }).getByText('open').waitFor();
      await cycle.getByRole('button', { name: 'Details' }).click();
      await cycle.getByText('Reason: Two orders were left out').waitFor();
      await cycle.getByText('Period closed').first().waitFor();

      // What someone else has closed meanwhile is told.
      await strip.getByRole('button', { name: `Apr ${year}` }).click();
      const api = await signedInApi(shared.url, 'E0004');
      const { id } = await underWay(shared);
      await api('mutation($input: ClosePeriodInput!) { closePeriod(input: $input) { userErrors { message } } }', { input: { cycleId: id, period: `${year}-04` } });
      await form.getByRole('button', { name: 'Close the period' }).click();
      await form.getByText(`${year}-04 is closed already.`).waitFor();
      await form.getByRole('button', { name: 'Cancel' }).click();
      await api('mutation($input: ClosePeriodInput!) { reopenPeriod(input: $input) { userErrors { message } } }', { input: { cycleId: id, period: `${year}`, reason: 'After the test' } });
      assert.deepEqual((await underWay(shared)).closedPeriods, []);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('are seen by all but closed by HR and administrators only; of a closed cycle all are', async () => {
      const { name, year } = await underWay(shared);
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0112', '/cycles', { language: 'zh-CN', size: phone });
      const strip = page.getByRole('list', { name: `“${name}”的月份` });
      await strip.getByText(`${year}年1月`).waitFor();
      assert.equal(await strip.getByRole('button').count(), 0);
      assert.equal(await page.getByText('已关闭', { exact: true }).count() >= 12, true, 'last year’s');
      assert.deepEqual(await violations(page), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true, 'nothing sticks out');
      assert.deepEqual(errors, []);
      await context.close();
    });
  });
