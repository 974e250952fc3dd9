import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, settled } from '../harness/browser.mjs';

export const administration = (shared) =>
  describe('administration', () => {
    test('a unit is found in its tree, read and changed', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0004', '/units');
      const tree = page.getByRole('tree', { name: 'Units' });
      await tree.getByRole('treeitem').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/units\/.+/);
      const name = await page.locator('main h2').first().innerText();
      await page.waitForFunction((title) => document.title === title, `${name} · Objectives`);
      await page.getByRole('button', { name: 'Edit unit' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('button', { name: 'Add responsibility' }).click();
      await form.getByLabel(/^Responsibility \d+$/).last().fill('Keep the page in order');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
      await page.getByRole('listitem').filter({ hasText: /^Keep the page in order$/ }).waitFor();
      await page.getByRole('region', { name: 'History' }).getByText('Unit saved').first().waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('the page of a list is kept in its address, and left when it is none any more', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', '/people');
      const first = page.locator('tbody tr').first();
      const shows = (number) => first.filter({ hasText: number }).waitFor();
      await shows('E0001');
      await page.getByRole('button', { name: 'Next' }).click();
      await page.waitForURL(/after=/);
      await first.filter({ hasNotText: 'E0001' }).waitFor();
      const second = await first.innerText();
      await first.getByRole('link').first().click();
      await page.waitForURL('**/people/*');
      await page.goBack();
      await first.filter({ hasNotText: 'E0001' }).waitFor();
      assert.equal(await first.innerText(), second);
      await page.reload();
      await settled(page);
      assert.equal(await first.innerText(), second);
      await page.getByRole('search').getByRole('textbox').first().fill('E0112');
      await shows('E0112');
      assert.equal(new URL(page.url()).searchParams.has('after'), false);

      const { startsAfter } = await page.evaluate(() => ({ startsAfter: btoa('["E9999"]') }));
      for (const stale of [`after=${startsAfter}`, 'before=nonsense', 'after=nonsense']) {
        await page.goto(`/people?${stale}`);
        await shows('E0001');
        assert.equal(new URL(page.url()).search, '');
      }
      await page.goto('/measures');
      await page.getByRole('textbox').first().waitFor();
      await settled(page);
      await page.getByRole('main').getByRole('textbox').fill('no such measure');
      await page.waitForURL(/q=no/);
      await page.reload();
      await settled(page);
      assert.equal(await page.getByRole('main').getByRole('textbox').inputValue(), 'no such measure');
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('people are listed by page, searched and filtered', async () => {
      const { context, page } = await openAs(shared.browser, shared.url, 'E0004', '/people');
      const first = await page.locator('tbody tr').first().innerText();
      await page.getByRole('button', { name: 'Next' }).click();
      await page.waitForFunction((text) => document.querySelector('tbody tr')?.innerText !== text, first);
      await page.getByRole('button', { name: 'Previous' }).click();
      await page.waitForFunction((text) => document.querySelector('tbody tr')?.innerText === text, first);
      await page.getByLabel('Role').first().click();
      await page.getByRole('option', { name: 'Auditor' }).click();
      await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
      await page.getByRole('link', { name: '郑国安' }).click();
      await page.getByRole('region', { name: 'About' }).getByText('Auditor').waitFor();
      await context.close();
    });

    test('a cycle is opened and moved on, a policy set, by those who may', async () => {
      const member = await openAs(shared.browser, shared.url, 'E0112', '/cycles');
      assert.equal(await member.page.getByRole('button', { name: 'Open a cycle' }).count(), 0);
      await member.context.close();

      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0002', '/cycles');
      await page.getByRole('button', { name: 'Open a cycle' }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel('Name').fill('A year of tests');
      await form.getByRole('button', { name: 'Open a cycle' }).click();
      await form.waitFor({ state: 'detached' });
      const cycle = page.getByRole('region', { name: 'A year of tests' });
      await cycle.getByRole('button', { name: 'On to Setting' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Move to Setting' }).click();
      await cycle.getByText('Setting', { exact: true }).first().waitFor();

      await cycle.getByRole('button', { name: 'Policy' }).click();
      await form.getByLabel('Tolerance (%)').fill('250');
      await form.getByRole('button', { name: 'Save' }).click();
      await page.locator('[role="dialog"] input[aria-invalid="true"]').waitFor();
      await form.getByLabel('Tolerance (%)').fill('12.5');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
      await cycle.getByRole('button', { name: 'Details' }).click();
      await cycle.getByText('12.5').first().waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('the strategy chain and a measure are extended', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0004', '/strategy');
      await page.getByRole('treeitem').first().click();
      await page.getByRole('button', { name: 'Add below' }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel('Title').fill('A long-term aim of tests');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
      await page.getByRole('treeitem').filter({ hasText: 'A long-term aim of tests' }).waitFor();

      await page.goto('/measures');
      await page.getByRole('button', { name: 'Add measure' }).click();
      await form.getByLabel('Name').fill('Tests passed');
      await form.getByLabel('Code').fill('TESTS');
      await form.getByLabel('Unit of measure').fill('tests');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
      await page.getByRole('cell', { name: 'Tests passed', exact: true }).waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });
  });
