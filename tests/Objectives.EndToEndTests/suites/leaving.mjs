import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, settled, violations } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { draft, nextYear } from './objectives.mjs';

const goTo = (page, link) => page.getByRole('navigation').getByRole('link', { name: link, exact: true }).click();

export const leaving = (shared) =>
  describe('a page that is left', () => {
    test('asks before what was typed on it is lost, whichever way', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0004', '/settings');
      const question = page.getByRole('dialog', { name: 'What you typed is not saved' });
      const goOn = async () => {
        assert.deepEqual(await violations(page), []);
        await question.getByRole('button', { name: 'Go on editing' }).press('Enter');
        await question.waitFor({ state: 'detached' });
      };
      const discard = () => question.getByRole('button', { name: 'Discard it' }).click();

      const name = page.getByRole('textbox', { name: 'Name', exact: true });
      await name.fill('Not sent');
      await goTo(page, 'Cycles');
      await goOn();
      assert.equal(await name.inputValue(), 'Not sent');
      await goTo(page, 'Cycles');
      await discard();
      await page.waitForURL('**/cycles');

      // A year's days, by the years beside it and by Back and Forward.
      await page.goBack();
      await page.getByRole('button', { name: 'Add a day' }).click();
      const days = page.getByRole('table', { name: 'Holidays and worked weekends' }).getByRole('row');
      const count = await days.count();
      await page.getByRole('button', { name: 'Next year' }).click();
      await goOn();
      await page.goForward();
      await goOn();
      assert.equal(await days.count(), count);
      await page.getByRole('button', { name: 'Next year' }).click();
      await discard();
      await page.waitForURL('**/settings?year=*');
      await page.getByText('No day', { exact: false }).or(days.nth(1)).first().waitFor();
      await page.goBack();
      await days.nth(1).waitFor();
      assert.equal(await days.count(), count - 1, 'the year is as it was');

      // Back to another address of the same page closes a form over it.
      await goTo(page, 'People');
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      await page.waitForURL('**/people?after=*');
      await page.getByRole('button', { name: 'Add person' }).click();
      const form = page.getByRole('dialog', { name: 'Add person' });
      await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Nobody');
      await page.goBack();
      await goOn();
      assert.equal(await form.getByRole('textbox', { name: 'Name', exact: true }).inputValue(), 'Nobody');
      await page.goBack();
      await discard();
      await form.waitFor({ state: 'detached' });
      await page.waitForURL((url) => url.pathname === '/people' && !url.searchParams.has('after'));
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('asks for a comment and for a form at its side, and not for what was sent', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const { id } = await draft(api, await nextYear(api), 'Left behind');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', '/tree');
      const question = page.getByRole('dialog', { name: 'What you typed is not saved' });
      await page.goto(`/objectives/${id}`);
      await settled(page);
      const comment = page.getByRole('textbox', { name: 'Write a comment' });
      await comment.fill('Half of a thought');
      await goTo(page, 'Goal tree');
      await question.getByRole('button', { name: 'Go on editing' }).click();
      await page.getByRole('button', { name: 'Send' }).press('Enter');
      await page.getByRole('listitem').filter({ hasText: 'Half of a thought' }).waitFor();
      assert.equal(await comment.inputValue(), '');
      assert.ok(await comment.evaluate((element) => element === document.activeElement), 'the next comment is written there');
      await goTo(page, 'Goal tree');
      await page.waitForURL('**/tree');

      await page.goBack();
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      const form = page.getByRole('dialog', { name: 'Edit' });
      await form.getByRole('textbox', { name: 'Title' }).fill('Left behind, renamed');
      await page.goForward();
      await question.getByRole('button', { name: 'Go on editing' }).click();
      await question.waitFor({ state: 'detached' });
      await form.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('heading', { level: 1, name: 'Left behind, renamed' }).waitFor();
      await goTo(page, 'Goal tree');
      await page.waitForURL('**/tree');
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('is come back to as it was: the page of a list, a filter, the place in the tree', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0003', '/people');
      const first = await page.getByRole('row').nth(1).innerText();
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      await page.waitForURL('**/people?after=*');
      await page.waitForFunction((before) => document.querySelector('tbody tr')?.innerText !== before, first);
      await page.goBack();
      await page.waitForURL((url) => url.pathname === '/people' && !url.searchParams.has('after'));
      await page.getByRole('row').nth(1).filter({ hasText: first.split('\t')[0] }).waitFor();

      await goTo(page, 'Audit trail');
      await page.getByRole('toolbar').getByLabel('By', { exact: true }).first().fill('E0004');
      await page.getByRole('option', { name: /E0004/ }).click();
      await page.waitForURL('**/audit?by=*');
      await page.reload();
      await settled(page);
      await page.waitForFunction(() => document.querySelector('[role="toolbar"] input')?.value.includes('E0004'));

      await goTo(page, 'Goal tree');
      const closed = page.locator('[data-row][aria-expanded="false"]').first();
      const id = await closed.getAttribute('data-row');
      const row = page.locator(`[data-row="${id}"]`);
      await row.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/objectives/${id}`);
      await settled(page);
      await page.goBack();
      await page.waitForFunction((row) => document.activeElement?.getAttribute('data-row') === row, id);
      assert.deepEqual(errors, []);
      await context.close();
    });
  });
