import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, settled, violations } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { draft, nextYear } from './objectives.mjs';

const hasFocus = (locator) => locator.evaluate((element) => new Promise((done) => setTimeout(() => done(element === document.activeElement), 60)));

export const focus = (shared) =>
  describe('the focus', () => {
    test('is back at what opened a window once that is closed', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', '/tree');
      const dialog = page.getByRole('dialog');
      const closed = async (opener, close) => {
        await dialog.locator(':focus').waitFor();
        await close();
        await dialog.waitFor({ state: 'detached' });
        assert.ok(await hasFocus(opener), `is at ${await page.evaluate(() => document.activeElement.outerHTML.slice(0, 200))}`);
      };
      const escape = () => page.keyboard.press('Escape');
      const cancel = () => dialog.getByRole('button', { name: 'Cancel' }).press('Enter');

      const bell = page.getByRole('button', { name: /^Notifications/ });
      await bell.press('Enter');
      await closed(bell, escape);
      const drafting = page.getByRole('button', { name: 'Draft', exact: true });
      await drafting.press('Enter');
      await closed(drafting, cancel);

      // From a menu, which is gone by then: at its row.
      const row = page.locator('[data-row]').first();
      await row.getByRole('button', { name: /^Actions for/ }).click();
      await page.getByRole('menuitem', { name: 'Edit', exact: true }).click();
      await page.getByRole('dialog', { name: 'Edit' }).waitFor();
      await closed(row, escape);

      const account = page.getByRole('button', { name: /^Account/ });
      await account.press('Enter');
      await page.getByRole('menuitem', { name: 'E-mail' }).press('Enter');
      await dialog.getByRole('radio').first().waitFor();
      await closed(account, cancel);

      // A form that takes the place of another window, which stands there until it is read.
      const api = await signedInApi(shared.url, 'E0001');
      const { id } = await draft(api, await nextYear(api), 'Comes back');
      await page.goto(`/objectives/${id}`);
      await settled(page);
      const edit = page.getByRole('button', { name: 'Edit', exact: true });
      for (const close of [escape, cancel, async () => {
        await dialog.getByRole('textbox', { name: 'Title' }).fill('Came back');
        await dialog.getByRole('button', { name: 'Save' }).press('Enter');
      }]) {
        await edit.press('Enter');
        await page.getByRole('dialog', { name: 'Edit' }).waitFor();
        await closed(edit, close);
      }
      await page.getByRole('heading', { level: 1, name: 'Came back' }).waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('stays in a form until what was typed is given up', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', '/tree');
      const opener = page.getByRole('button', { name: 'Draft', exact: true });
      await opener.click();
      const form = page.getByRole('dialog');
      const title = form.getByRole('textbox', { name: 'Title' });
      await title.fill('Typed');
      const question = form.getByRole('alertdialog', { name: 'What you typed is not saved' });
      for (const leave of [() => page.keyboard.press('Escape'), () => form.getByRole('button', { name: 'Cancel' }).click(), () => form.getByRole('button', { name: 'Close' }).click()]) {
        await title.focus();
        await leave();
        assert.ok(await hasFocus(question.getByRole('button', { name: 'Go on editing' })));
        assert.deepEqual(await violations(page), []);
        await page.keyboard.press('Enter');
        await question.waitFor({ state: 'detached' });
        assert.equal(await title.inputValue(), 'Typed');
      }
      await title.focus();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      assert.ok(await hasFocus(title), 'Escape takes the question back');
      await page.keyboard.press('Escape');
      await question.getByRole('button', { name: 'Discard it' }).click();
      await form.waitFor({ state: 'detached' });
      assert.ok(await hasFocus(opener));
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('goes to the number that is none, and nothing is sent', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', '/tree');
      await page.getByRole('button', { name: 'Draft', exact: true }).click();
      const form = page.getByRole('dialog');
      const target = form.getByRole('textbox', { name: 'Target', exact: true });
      const sent = [];
      page.on('request', (request) => /"operationName":"Draft/.test(request.postData() ?? '') && sent.push(request));
      for (const wrong of ['a dozen', '12,5']) {
        await target.fill(wrong);
        await form.getByRole('button', { name: 'Draft', exact: true }).click();
        assert.ok(await hasFocus(target));
        await form.getByText('Write a number such as 1234.5', { exact: false }).waitFor();
        assert.equal(await target.inputValue(), wrong);
      }
      assert.deepEqual(sent, []);
      assert.deepEqual(await violations(page), []);

      // What the focus comes to is typed over, grouped or not.
      await target.fill('1,234');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.type('5678');
      await page.keyboard.press('Tab');
      assert.equal(await target.inputValue(), '5,678');
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('stays at a button that is busy, which does nothing more until it is done', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', '/audit');
      const answers = [];
      await page.route('**/graphql', async (route) => {
        if (/"operationName":"Audit/.test(route.request().postData() ?? '')) await new Promise((done) => answers.push(done));
        await route.continue();
      });
      const more = page.getByRole('button', { name: /^Show more/ });
      await more.press('Enter');
      const busy = page.locator('button[aria-busy="true"][aria-disabled="true"]');
      await busy.waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      assert.ok(await hasFocus(busy));
      assert.equal(answers.length, 1);
      answers[0]();
      await busy.waitFor({ state: 'detached' });
      assert.ok(await hasFocus(more));
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('stays where a list was read on, also at its end', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', '/customers');
      const [previous, next] = ['Previous', 'Next'].map((name) => page.getByRole('button', { name }));
      await next.press('Enter');
      while ((await next.getAttribute('aria-disabled')) !== 'true') {
        await settled(page);
        assert.ok(await hasFocus(next));
        await page.keyboard.press('Enter');
        await settled(page);
      }
      assert.ok(await hasFocus(next));
      await previous.press('Enter');
      await settled(page);
      assert.ok(await hasFocus(previous));

      // The next page is said to be the last.
      await page.goto('/audit');
      const more = page.getByRole('button', { name: /^Show more/ });
      await more.waitFor();
      await page.route('**/graphql', async (route) => {
        if (!/"operationName":"Audit/.test(route.request().postData() ?? '')) return route.continue();
        const response = await route.fetch();
        const json = await response.json();
        json.data.auditTrail.pageInfo.hasNextPage = false;
        return route.fulfill({ response, json });
      });
      await more.press('Enter');
      const end = page.getByText(/^All \d+ are shown/);
      await end.waitFor();
      assert.ok(await hasFocus(end));
      assert.deepEqual(errors, []);
      await context.close();
    });
  });
