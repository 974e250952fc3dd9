import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { goWithin, laptop, leaving, openAs, openWindow, phone, settled, violations } from '../harness/browser.mjs';

const words = {
  en: { account: /^Account/, menu: /^Actions for/, edit: 'Edit', filters: 'Filters', move: 'Move', held: 'Record one that was held', help: 'Help on this screen' },
  'zh-CN': { account: /^账户/, menu: /的操作$/, edit: '编辑', filters: '筛选', move: '移动', held: '补记已召开的会议', help: '本页帮助' },
};

const places = ['/my-day', '/week', '/week?week=2026-W30', '/dashboard', '/dashboard?by=PERSON', '/health', '/leadership', '/tree', '/tree?q=李思雨', '/tree?view=graph', '/tree?day=2026-06-30', '/report', '/report?months=all', '/reports', '/reports?report=coverage', '/scorecard', '/scorecards', '/calibration', '/control', '/control?status=all', '/deviations', '/deviations?status=all', '/improvement', '/improvement?view=lessons', '/pulse', '/meetings', '/strategy', '/setting', '/findings', '/briefings', '/cycles', '/measures', '/development', '/competencies', '/readiness', '/courses', '/people', '/units', '/positions', '/regions', '/customers', '/imports', '/audit', '/integrations', '/manual', '/settings', '/nowhere'];

/** What opens over a screen, by what one does there. */
const opened = (text) => [
  ['a row’s menu', '/tree', (page) => page.locator('[data-row]').first().getByRole('button', { name: text.menu }).click()],
  ['the filters', '/tree', (page) => page.getByRole('button', { name: text.filters }).click()],
  ['the account', '/tree', (page) => page.getByRole('button', { name: text.account }).click()],
  ['the days', '/tree', (page) => page.locator('[data-dates-input]').first().click()],
  ['search results', '/tree', async (page) => {
    await page.getByRole('combobox').first().fill('李思雨');
    await page.getByRole('option', { name: /E0112/ }).waitFor();
  }],
  ['an objective', '/tree', (page) => leaving(page, () => page.locator('[data-row] a').first().click())],
  ['its form', null, (page) => page.getByRole('button', { name: text.edit, exact: true }).click()],
  ['a choice of objectives', '/tree', async (page) => {
    await page.locator('[data-row]').first().getByRole('button', { name: text.menu }).click();
    await page.getByRole('menuitem', { name: text.move, exact: true }).click();
    await page.getByRole('dialog').getByRole('combobox').click();
    await page.getByRole('option').first().waitFor();
  }],
  ['the help', '/tree', (page) => page.getByRole('button', { name: text.help }).click()],
  ['a control point', '/control?status=all', async (page) => {
    await page.locator('[data-point] button').first().click();
    await page.getByRole('dialog').locator('figure').waitFor();
  }],
  ['a deviation', '/deviations', async (page) => {
    await page.locator('[data-deviation] button').first().click();
    await page.getByRole('dialog').locator('table').first().waitFor();
  }],
  ['an improvement case', '/improvement', (page) => leaving(page, () => page.locator('[data-case] a').nth(4).click())],
  ['the objectives behind a row', '/dashboard?by=PERSON', async (page) => {
    await page.locator('main li button').last().click();
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  }],
  ['an office meeting', '/meetings', (page) => leaving(page, () => page.locator('[data-meeting] a').first().click())],
  ['a meeting that was held', '/meetings', async (page) => {
    await page.getByRole('button', { name: text.held }).click();
    await page.getByRole('dialog').getByRole('combobox').first().waitFor();
  }],
  ['a briefing', '/briefings', (page) => leaving(page, () => page.locator('main li a').first().click())],
  ['a unit', '/units', async (page) => {
    await page.getByRole('treeitem').nth(2).click(); // It opens beside the tree.
    await page.waitForURL(/units\/.+/);
  }],
  ['a person', '/people', (page) => leaving(page, () => page.locator('tbody a').first().click())],
];

export const accessibility = (shared) =>
  describe('axe finds nothing wrong', () => {
    for (const [language, name, size] of [['zh-CN', 'laptop', laptop], ['en', 'laptop', laptop], ['zh-CN', 'phone', phone], ['en', 'phone', phone]]) {
        test(`in ${language} on a ${name}`, async () => {
          const found = [];
          const check = async (page, what) => found.push(...(await violations(page)).map((violation) => `${what}: ${violation}`));
          const outside = await openWindow(shared.browser, shared.url, { language, size });
          await outside.page.goto('/');
          await outside.page.locator('#personas').waitFor();
          await check(outside.page, 'sign-in');
          await outside.context.close();

          const { context, page } = await openAs(shared.browser, shared.url, 'E0001', '/tree', { language, size });
          for (const place of places) {
            await goWithin(page, place);
            await settled(page);
            await check(page, place);
          }
          for (const [what, place, act] of opened(words[language])) {
            if (place) {
              await page.goto(place);
              await settled(page);
            }
            await act(page);
            await settled(page);
            await page.waitForTimeout(150);
            await check(page, what);
          }
          await context.close();
          assert.deepEqual(found, []);
        });
    }
  });
