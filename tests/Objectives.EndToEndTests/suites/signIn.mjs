import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openWindow } from '../harness/browser.mjs';
import { startProgram } from '../harness/program.mjs';

export const signIn = (shared) =>
  describe('sign-in', () => {
    test('in the demonstration one chooses a person, by keyboard too, and leaves again', async () => {
      const { context, page, errors } = await openWindow(shared.browser, shared.url);
      await page.goto('/tree');
      const leader = page.getByRole('button', { name: /周启明.*Team leader/s });
      await leader.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('treegrid').waitFor();

      await page.getByRole('button', { name: /Account: 周启明/ }).click();
      const menu = page.getByRole('menu');
      assert.match(await menu.innerText(), /E0111[\s\S]*Leader/);
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'Who do you want to be?' }).waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('the page names what it asks for, and sends none of the texts that its build has written down', async () => {
      const { context, page } = await openWindow(shared.browser, shared.url);
      await context.request.post('/auth/demo', { data: { employeeNumber: 'E0111' } });
      const asked = [];
      page.on('request', (request) => request.url().endsWith('/graphql') && request.headers().accept !== 'text/event-stream' && asked.push(request.postDataJSON()));
      await page.goto('/tree');
      await page.locator('[data-row]').first().waitFor();
      assert.ok(asked.length > 3);
      assert.deepEqual(asked.filter((request) => request.query || !request.extensions.persistedQuery.sha256Hash).map((request) => request.operationName), []);
      await context.close();
    });

    test('whoever was signed out meanwhile is asked to sign in', async () => {
      const { context, page } = await openWindow(shared.browser, shared.url);
      await context.request.post('/auth/demo', { data: { employeeNumber: 'E0111' } });
      await page.goto('/people');
      await page.getByRole('table').waitFor();
      await context.clearCookies();
      await page.getByRole('link', { name: '目标树' }).or(page.getByRole('link', { name: 'Goal tree' })).click();
      await page.locator('#personas').waitFor();
      await context.close();
    });

    test('an empty installation is set up with the one-time token, and then asks for a password', async () => {
      const program = await startProgram({ demo: false });
      const { context, page, errors } = await openWindow(shared.browser, program.url);
      try {
        await page.goto('/');
        await page.getByRole('heading', { name: 'First set-up' }).waitFor();
        const ask = async (path, method) => (await fetch(program.url + path, { method })).status;
        assert.deepEqual([await ask('/', 'HEAD'), await ask('/graphql?query={hello}', 'GET')], [200, 503]);
        const fill = async (values) => {
          for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: false }).first().fill(value);
        };
        await fill({ 'One-time token': 'wrong', Company: '新公司', 'Your employee number': 'A1', 'Your name': '王管理', 'e-mail': 'admin@example.com', 'Choose a password': 'correct horse 9' });
        await page.getByRole('button', { name: 'Set up and sign in' }).click();
        await page.getByText('This is not the token in the file.').waitFor();
        const token = readFileSync(join(program.data, 'setup-token'), 'utf8');
        await fill({ 'One-time token': token });
        await page.getByRole('button', { name: 'Set up and sign in' }).click();
        await page.getByText('All done for today').waitFor();

        await page.getByRole('button', { name: /Account/ }).click();
        await page.getByRole('menuitem', { name: 'Sign out' }).click();
        await fill({ 'Employee number or e-mail': 'A1', Password: 'nonsense' });
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByText('The name or password is wrong', { exact: false }).waitFor();
        await fill({ Password: 'correct horse 9' });
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByText('All done for today').waitFor();

        await page.getByRole('button', { name: /Account/ }).click();
        await page.getByRole('menuitem', { name: 'Change my password' }).click();
        await fill({ 'Password until now': 'wrong', 'New password': 'another good 7 one' });
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByText('This is not the password that holds now.').waitFor();
        await fill({ 'Password until now': 'correct horse 9' });
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        assert.deepEqual(errors, []);
      } finally {
        await context.close();
        await program.stop();
      }
    });
  });
