import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, openWindow } from '../harness/browser.mjs';

export const languages = (shared) =>
  describe('languages', () => {
    test('switch at once, and follow the person to another browser', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0113', '/tree', { language: 'zh-CN' });
      await page.getByRole('heading', { level: 1, name: '目标树' }).waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
      await page.getByRole('columnheader', { name: '责任人' }).waitFor();

      const remembered = page.waitForResponse((response) => /"operationName":"SetLocale/.test(response.request().postData() ?? ''));
      await page.getByText('EN', { exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Goal tree' }).waitFor();
      await remembered;
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
      await page.getByRole('link', { name: 'Import and export' }).waitFor();
      assert.match(await page.title(), /^Goal tree/);
      await page.reload();
      await page.getByRole('heading', { level: 1, name: 'Goal tree' }).waitFor();
      await context.close();

      const elsewhere = await openWindow(shared.browser, shared.url, { language: 'zh-CN' });
      await elsewhere.context.request.post('/auth/demo', { data: { employeeNumber: 'E0113' } });
      await elsewhere.page.goto('/tree');
      await elsewhere.page.getByRole('heading', { level: 1, name: 'Goal tree' }).waitFor();
      await elsewhere.context.close();
      assert.deepEqual(errors, []);
    });

    test('change what the server has said as well', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', '/tree', { language: 'zh-CN' });
      await page.locator('[data-row] a').first().click();
      const calibration = page.getByRole('region', { name: '目标校准' });
      await calibration.getByText('采用 Theta 法预测', { exact: false }).waitFor();
      await page.getByText('EN', { exact: true }).click();
      await page.getByRole('region', { name: 'Calibration' }).getByText('Theta method on', { exact: false }).waitFor();
      const remembered = page.waitForResponse((response) => /"operationName":"SetLocale/.test(response.request().postData() ?? ''));
      await page.getByText('中文', { exact: true }).click();
      await calibration.getByText('采用 Theta 法预测', { exact: false }).waitFor();
      await remembered;
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('are used by the server for what it refuses', async () => {
      const { context, page } = await openAs(shared.browser, shared.url, 'E0004', '/units', { language: 'zh-CN' });
      await page.getByRole('button', { name: '新增单位' }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel('名称').fill('重复编码');
      await form.getByLabel('编码').fill('D01-1');
      await form.getByRole('button', { name: '保存' }).click();
      await form.getByText('已被使用', { exact: false }).waitFor();
      assert.equal(await form.getByLabel('编码').getAttribute('aria-invalid'), 'true');
      await context.close();
    });
  });
