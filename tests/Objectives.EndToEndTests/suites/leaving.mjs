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
      await question.waitFor();
      await page.keyboard.press('Escape');
      await question.waitFor({ state: 'detached' });
      assert.equal(await form.getByRole('alertdialog').count(), 0, 'Escape is for the question alone');
      await page.goBack();
      await discard();
      await form.waitFor({ state: 'detached' });
      await page.waitForURL((url) => url.pathname === '/people' && !url.searchParams.has('after'));
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('keeps what is typed while the page reads what was saved', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0004', '/settings?year=2031');
      const days = page.getByRole('table', { name: 'Holidays and worked weekends' }).getByRole('row');
      const add = page.getByRole('button', { name: 'Add a day' });
      await add.click();
      await page.route('**/graphql', async (route) => {
        if (/"operationName":"Holidays"/.test(route.request().postData() ?? '')) await new Promise((done) => setTimeout(done, 600));
        await route.continue();
      });
      await page.getByRole('button', { name: 'Save 2031' }).click();
      await page.getByText('Saved', { exact: false }).first().waitFor();
      const count = await days.count();
      const read = page.waitForResponse((response) => /"operationName":"Holidays"/.test(response.request().postData() ?? ''));
      await add.click();
      await read;
      await settled(page);
      assert.equal(await days.count(), count + 1);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('asks for a split that was changed, and not once it is applied', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const { id } = await draft(api, await nextYear(api), 'To be split');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', `/objectives/${id}/allocate`);
      const question = page.getByRole('dialog', { name: 'What you typed is not saved' });
      await page.getByRole('textbox', { name: 'Margin' }).fill('10');
      await page.getByRole('link', { name: /^‹/ }).click();
      await question.getByRole('button', { name: 'Go on editing' }).click();
      await page.getByRole('button', { name: /^Allocate to/ }).click();
      await page.waitForURL(`**/objectives/${id}`);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('asks for a comment and for a form at its side, and not for what was sent', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const cycleId = await nextYear(api);
      const { id } = await draft(api, cycleId, 'Left behind');
      await draft(api, cycleId, 'Below what is left', id);
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
      await comment.fill('For this one alone');
      await page.getByRole('link', { name: 'Below what is left' }).click();
      await question.getByRole('button', { name: 'Discard it' }).click();
      await page.getByRole('heading', { level: 1, name: 'Below what is left' }).waitFor();
      assert.equal(await comment.inputValue(), '');
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: 'Left behind' }).waitFor();
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
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      await page.waitForURL('**/people?after=*');
      const search = page.getByRole('textbox', { name: 'Search by name or number' });
      await search.fill('E0111');
      await page.waitForURL('**/people?q=*');
      await page.goBack();
      await page.waitForURL((url) => url.pathname === '/people' && !url.searchParams.has('q'));
      await page.waitForFunction(() => document.querySelector('input[aria-label="Search by name or number"]').value === '');

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
      const filter = page.getByRole('textbox', { name: 'Search in the tree' });
      await filter.pressSequentially((await row.getByRole('link').innerText()).slice(0, 4));
      await page.getByText(/^[\d,]+ of [\d,]+ objectives$/).waitFor();
      await settled(page);
      assert.ok(await filter.evaluate((element) => element === document.activeElement), 'the row takes the focus once');
      assert.deepEqual(errors, []);
      await context.close();
    });
  });
