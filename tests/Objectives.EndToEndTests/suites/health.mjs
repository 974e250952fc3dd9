import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, phone, settled, violations } from '../harness/browser.mjs';

const causes = 8;

export const health = (shared) =>
  describe('program health and the leadership mirror', () => {
    test('an executive sees eight indicators by word as well as colour, their months as a table, and opens a record behind one (S5.7.7)', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', '/health');
      const cards = page.getByRole('list', { name: 'The eight indicators' }).getByRole('article');
      await cards.first().waitFor();
      assert.equal(await cards.count(), causes);
      for (const text of await cards.allInnerTexts()) assert.match(text, /Healthy|Watch|At fault|Too little known/);
      const card = page.getByRole('article', { name: /No encouragement on the way/ });
      assert.match(await card.innerText(), /The lowest of: people recognised within 3 months/);
      assert.equal(await card.getByRole('img', { name: /month by month: .*Threshold 75\./ }).count(), 1);
      await page.getByRole('radiogroup').getByText('Table', { exact: true }).click();
      const months = card.getByRole('table', { name: /month by month/ });
      assert.equal(await months.getByRole('row').count(), 13);
      assert.deepEqual(await violations(page), []);
      await card.getByRole('button', { name: /^Records behind/ }).press('Enter');
      const drawer = page.getByRole('dialog');
      const records = drawer.getByRole('list', { name: 'Records behind it' }).getByRole('listitem');
      await records.first().waitFor();
      assert.match(await records.first().innerText(), /Person/);
      assert.deepEqual(await violations(page), []);
      await records.first().getByRole('link').click();
      await page.waitForURL(/\/people\//);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('a leader sees his own unit, and a member that it is not for him', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0110', '/health', { size: phone });
      await page.getByRole('list', { name: 'The eight indicators' }).getByRole('article').first().waitFor();
      assert.equal(await page.getByText(/^health of /).count(), 1);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= phone.width);
      assert.deepEqual(errors, []);
      await context.close();

      const member = await openAs(shared.browser, shared.url, 'E0112', '/health');
      await member.page.getByText('Not for you to see').waitFor();
      assert.equal(await member.page.getByRole('navigation').getByRole('link', { name: 'Program health' }).count(), 0);
      await member.context.close();
    });

    test('what cannot be read says so, and is read again', async () => {
      const { context, page } = await openAs(shared.browser, shared.url, 'E0001', '/my-day');
      let fails = true;
      await page.route('**/graphql', (route) => (fails && /"operationName":"ProgramHealth"/.test(route.request().postData() ?? '') ? route.abort() : route.continue()));
      await page.goto('/health');
      const retry = page.getByRole('button', { name: 'Try again' });
      await retry.waitFor();
      fails = false;
      await retry.click();
      await page.getByRole('list', { name: 'The eight indicators' }).waitFor();
      await context.close();
    });

    test('a leader sees the six principles of his own and of the leaders below him alone (S7.2)', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0110', '/leadership', { language: 'zh-CN' });
      const mine = page.getByRole('region', { name: '我自己' });
      await mine.getByRole('listitem').first().waitFor();
      assert.equal(await mine.getByRole('listitem').count(), 6);
      const others = page.getByRole('table', { name: '各级领导' });
      assert.ok((await others.getByRole('row').count()) > 1);
      assert.deepEqual(await violations(page), []);
      await others.getByRole('link').first().click();
      await page.waitForURL(/\/people\//);
      await page.goto('/leadership');
      await settled(page);
      assert.deepEqual(errors, []);
      await context.close();

      const team = await openAs(shared.browser, shared.url, 'E0111', '/leadership', { size: phone });
      await team.page.getByRole('region', { name: 'Me', exact: true }).waitFor();
      assert.equal(await team.page.getByRole('list', { name: 'Leaders' }).count(), 0);
      await team.context.close();
      const member = await openAs(shared.browser, shared.url, 'E0112', '/leadership');
      await member.page.getByText('Nobody to show').waitFor();
      await member.context.close();
    });
  });
