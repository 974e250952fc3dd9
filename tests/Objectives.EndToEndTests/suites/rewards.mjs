import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, phone, settled, violations } from '../harness/browser.mjs';

const pages = [
  ['/recognitions', 'E0112'],
  ['/awards', 'E0112'],
  ['/incentives', 'E0002'],
];

export const rewards = (shared) =>
  describe('recognition and incentives', () => {
    test('someone is recognised, and everyone reads it', async () => {
      const text = `Three outlets in one day, ${Date.now()}`;
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0113', '/recognitions');
      await page.getByRole('button', { name: 'Recognise someone' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Recognise', exact: true }).click();
      await dialog.locator('[aria-invalid="true"]').first().waitFor(); // Whom, and for what, is missing.
      await dialog.getByLabel('Whom').fill('李思雨');
      await page.getByRole('option', { name: /李思雨/ }).first().click();
      await dialog.getByLabel('For what').fill(text);
      await dialog.getByRole('button', { name: 'Recognise', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('listitem').filter({ hasText: text }).first().waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('what waits with findings is tried out, and approved with a reason by another of HR', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0010', '/incentives');
      const waiting = page.getByRole('listitem').filter({ hasText: 'To be approved' }).filter({ hasText: /findings/ }).first();
      await waiting.getByRole('link').click();
      await page.getByText('What to know before approving').waitFor();
      await page.getByLabel('Teams reach').fill('95');
      await page.getByRole('button', { name: 'Try' }).click();
      await page.getByRole('button', { name: /^How it came about/ }).first().click();
      await page.getByText(/^Team: score 95 pays/).waitFor();
      await page.getByRole('button', { name: 'Approve' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Approve' }).click();
      await dialog.locator('[aria-invalid="true"]').waitFor();
      await dialog.getByLabel('Reason').fill('A year’s trial');
      await dialog.getByRole('button', { name: 'Approve' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('A year’s trial').waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    for (const [path, who] of pages)
      for (const options of [{ language: 'zh-CN' }, { language: 'en', size: phone }])
        test(`${path} is accessible (${options.language}${options.size ? ', phone' : ''})`, async () => {
          const { context, page, errors } = await openAs(shared.browser, shared.url, who, path, options);
          await settled(page);
          assert.deepEqual(await violations(page), []);
          assert.deepEqual(errors, []);
          await context.close();
        });
  });
