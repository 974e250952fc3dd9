import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs } from '../harness/browser.mjs';

const roles = async (url, token) =>
  (await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify({ query: '{ viewer { roles } }' }) })).json();

export const integrations = (shared) =>
  describe('integrations', () => {
    test('a token is shown once, lets a tool read, and ends when it is revoked', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0110', '/integrations');
      const tokens = page.getByRole('region', { name: 'Access tokens' });
      await tokens.getByRole('button', { name: 'Create token' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('button', { name: 'Create', exact: true }).click();
      assert.equal(await form.getByLabel('Name').getAttribute('aria-invalid'), 'true');
      await form.getByLabel('Name').fill('Monthly report');
      await form.getByRole('button', { name: 'Create', exact: true }).click();
      const token = (await tokens.locator('[data-secret]').innerText()).trim();
      assert.deepEqual((await roles(shared.url, token)).data.viewer.roles, ['MEMBER', 'LEADER']);
      await tokens.getByRole('button', { name: 'I have it' }).click();
      await page.reload();
      const row = tokens.getByRole('row').filter({ hasText: 'Monthly report' });
      await row.getByText(/last used/).waitFor();
      assert.equal(await tokens.locator('[data-secret]').count(), 0);
      await row.getByRole('button', { name: 'Revoke Monthly report' }).click();
      await row.getByText('Revoked', { exact: true }).waitFor();
      assert.equal((await roles(shared.url, token)).errors[0].extensions.code, 'UNAUTHENTICATED');
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('a webhook reaches nothing inside the house, and is saved, switched off and removed', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0110', '/integrations');
      const webhooks = page.getByRole('region', { name: 'Webhooks' });
      await webhooks.getByRole('button', { name: 'Add webhook' }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel('Address (https)').fill('https://169.254.169.254/hook');
      await form.getByLabel('Events').first().fill('DeviationOpened');
      await page.getByRole('option', { name: 'DeviationOpened' }).click();
      await page.keyboard.press('Escape');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.getByText(/inside this machine’s network|inside this machine's network/).waitFor();
      await form.getByLabel('Address (https)').fill('https://198.51.99.7/hook');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
      assert.match(await webhooks.locator('[data-secret]').innerText(), /^whsec_/);
      await webhooks.getByRole('button', { name: 'Edit https://198.51.99.7/hook' }).click();
      await form.getByLabel('Switched on').press('Space');
      await form.getByRole('button', { name: 'Save' }).click();
      await webhooks.getByText('Off', { exact: true }).waitFor();
      await webhooks.getByRole('button', { name: 'Remove https://198.51.99.7/hook' }).click();
      await webhooks.getByText('No webhooks').waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });
  });
