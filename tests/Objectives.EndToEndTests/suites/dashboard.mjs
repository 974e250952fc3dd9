import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, phone, settled, violations } from '../harness/browser.mjs';

/** The last day of the month before this one, when the demonstration's year was under way. */
const lastMonthsEnd = (page) =>
  page.evaluate(() => {
    const [year, month] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()).split('-').map(Number);
    return new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10);
  });

export const dashboard = (shared) =>
  describe('the dashboard', () => {
    test('goes down from a row to its objectives and to the entry that made the number', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', '/my-day');
      const sent = [];
      page.on('request', (request) => /"operationName":"Dashboard/.test(request.postData() ?? '') && sent.push(request));
      await page.goto('/dashboard?by=PERSON');
      const row = page.getByRole('list', { name: 'Person' }).getByRole('listitem').first();
      await row.waitFor();
      await page.getByRole('region', { name: 'All together' }).waitFor();
      await settled(page);
      assert.equal(sent.length, 1, 'rows and whole are asked for at once');
      await row.getByRole('button', { name: /^Objectives of/ }).click();
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('listitem').first().waitFor();
      assert.equal(await drawer.getByText('As they stood').count(), 0);
      assert.deepEqual(await violations(page), []);
      assert.match(await drawer.getByRole('link').first().getAttribute('href'), /^\/objectives\/[^?]+$/);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('does so of a past day, as it stood then', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', '/my-day', { size: phone });
      const day = await lastMonthsEnd(page);
      await page.goto(`/dashboard?by=PERSON&asOf=${day}`);
      const rows = page.getByRole('list', { name: 'Person' }).getByRole('listitem');
      await rows.first().waitFor();
      await rows.first().getByRole('button', { name: /^Objectives of/ }).tap();
      const drawer = page.getByRole('dialog');
      await drawer.getByText(/^As they stood at the end of /).waitFor();
      const first = drawer.getByRole('listitem').first();
      const told = /(\d+) % · ([\d,.]+) \//.exec(await first.innerText());
      assert.ok(told, 'attainment, and what it is made of');
      const attainments = (await drawer.getByRole('listitem').allInnerTexts()).map((text) => Number(/(\d+) % ·/.exec(text)?.[1] ?? Infinity));
      assert.deepEqual(attainments, attainments.toSorted((a, b) => a - b), 'the worst first');
      assert.deepEqual(await violations(page), []);
      await first.getByRole('link').tap();
      await page.waitForURL(new RegExp(`objectives/.+day=${day}`));
      await page.getByText('as it stood at the end of', { exact: false }).first().waitFor();
      await page.getByRole('region', { name: 'Progress' }).getByText(told[2], { exact: false }).first().waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });
  });
