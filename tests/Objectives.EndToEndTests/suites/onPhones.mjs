import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { goWithin, laptop, openAs, phone, settled } from '../harness/browser.mjs';

const places = ['/my-day', '/health', '/leadership', '/tree', '/tree?view=graph', '/report', '/reports', '/reports?by=REGION,MEASURE,PERIOD', '/scorecard', '/scorecards', '/scorecards/make', '/calibration', '/control', '/improvement', '/improvement?view=lessons', '/pulse', '/strategy', '/cycles', '/measures', '/people', '/units', '/positions', '/regions', '/customers', '/settings', '/imports', '/development', '/competencies', '/courses', '/manual'];

export const onPhones = (shared) =>
  describe('on a phone', () => {
    test('no screen is wider than the window', async () => {
      const { context, page } = await openAs(shared.browser, shared.url, 'E0004', '/tree', { language: 'zh-CN', size: phone });
      for (const place of places) {
        await page.goto(place);
        await settled(page);
        const width = await page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.querySelector('main').scrollWidth));
        assert.ok(width <= phone.width, `${place} is ${width} wide`);
      }
      await context.close();
    });

    test('tables show what matters without being pushed aside', async () => {
      const isInView = async (place) => {
        const { x, width } = await place.boundingBox();
        return x >= 0 && x + width <= phone.width;
      };
      const administrator = await openAs(shared.browser, shared.url, 'E0004', '/settings', { language: 'zh-CN', size: phone });
      const holiday = administrator.page.getByLabel(/的名称$/).first();
      await holiday.waitFor();
      assert.ok((await holiday.boundingBox()).width > 200, 'a holiday can be named');
      await administrator.context.close();

      const member = await openAs(shared.browser, shared.url, 'E0112', '/awards', { size: phone });
      const total = member.page.getByRole('cell', { name: /^[\d,.]+ CNY$/ });
      await total.waitFor();
      assert.ok(await isInView(total), 'the total of an award');
      for (const step of await member.page.getByRole('listitem').filter({ hasText: 'CNY' }).all()) assert.ok(await isInView(step), 'how it came about');
      assert.ok(await isInView(member.page.getByText(/^Team [\d,.]+$/)), 'its parts');
      await member.context.close();

      const hr = await openAs(shared.browser, shared.url, 'E0002', '/scorecards', { size: phone });
      const row = hr.page.locator('[data-card]').first();
      await row.waitFor();
      for (const place of [row.getByRole('link'), row.getByText('In force'), row.getByRole('cell', { name: /^\d+\.\d\d$/ })]) assert.ok(await isInView(place), await row.innerText());
      assert.equal(await row.getByText('In force').evaluate((badge) => badge.scrollWidth > badge.clientWidth), false, 'the status is not cut');
      await hr.context.close();
    });

    test('nor is one on a laptop', async () => {
      const { context, page } = await openAs(shared.browser, shared.url, 'E0001', '/my-day');
      for (const place of places) {
        await goWithin(page, place);
        await settled(page);
        if (place === '/competencies') await page.locator('main table').first().waitFor();
        const width = await page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth, document.querySelector('main').offsetLeft + document.querySelector('main').scrollWidth));
        assert.ok(width <= laptop.width, `${place} is ${width} wide`);
      }
      await context.close();
    });

    test('one opens the menu, a branch, an objective and its form', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', '/people', { size: phone });
      const menu = page.getByRole('button', { name: 'Menu' });
      await menu.press('Enter');
      await page.getByRole('link', { name: 'Goal tree' }).focus();
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: 'Goal tree' }).waitFor({ state: 'hidden' });
      assert.ok(await menu.evaluate((element) => element === document.activeElement));
      await menu.tap();
      await page.getByRole('link', { name: 'Goal tree' }).tap();
      await page.getByRole('treegrid').waitFor();
      assert.equal(await page.getByRole('link', { name: 'People' }).isVisible(), false, 'the menu closes behind the choice');

      const closed = page.locator('[data-row][aria-expanded="false"]').first();
      const id = await closed.getAttribute('data-row');
      await closed.getByRole('button', { name: 'Open branch' }).tap();
      await page.locator(`[data-row="${id}"][aria-expanded="true"]`).waitFor();
      await page.locator(`[data-row="${id}"] a`).tap();
      await page.waitForURL(`**/objectives/${id}`);
      await settled(page);
      await page.getByRole('button', { name: 'Edit', exact: true }).tap();
      // The form takes the whole width, once it has been loaded and has slid in.
      await page.waitForFunction((width) => Math.round(document.querySelector('[role="dialog"]')?.getBoundingClientRect().width ?? 0) === width, phone.width);
      await page.getByRole('button', { name: 'Cancel' }).tap();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      assert.deepEqual(errors, []);
      await context.close();
    });
  });
