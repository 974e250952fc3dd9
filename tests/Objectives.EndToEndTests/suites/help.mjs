import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, settled, violations } from '../harness/browser.mjs';

export const help = (shared) =>
  describe('help', () => {
    test('a screen says what it is for, and leads to the manual, which leads to the screens', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', '/deviations');
      await page.getByRole('button', { name: 'Help on this screen' }).press('Enter');
      const said = page.getByRole('dialog', { name: 'Help on this screen' });
      await said.getByText('Lag or difficulty is handled by severity and impact').waitFor();
      await page.keyboard.press('Escape');
      await said.waitFor({ state: 'detached' });
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Help on this screen');
      // Escape closes it from the button too, before the focus has gone into it.
      const wasOpen = await page.getByRole('button', { name: 'Help on this screen' }).evaluate(async (button) => {
        button.click();
        await new Promise(queueMicrotask);
        const expanded = button.getAttribute('aria-expanded');
        button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        return expanded;
      });
      assert.equal(wasOpen, 'true');
      await said.waitFor({ state: 'detached' });
      await page.keyboard.press('Enter');
      await said.getByRole('link', { name: 'The method in ten minutes' }).click();
      await page.getByRole('region', { name: 'Follow up and help' }).waitFor();

      // Each chapter's screens are there for whom they are meant.
      for (const [who, role] of [['E0112', 'member'], ['E0111', 'leader'], ['E0002', 'hr']]) {
        const reader = await openAs(shared.browser, shared.url, who, '/manual');
        const links = reader.page.getByRole('main').getByRole('link', { name: /^Go to: / });
        const places = [...new Set(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href'))))];
        assert.ok(places.length >= 8, `${role}: ${places.length}`);
        for (const place of places) {
          await reader.page.goto(place);
          await settled(reader.page);
          assert.equal(await reader.page.getByRole('heading', { level: 1, name: 'Page not found' }).count(), 0, place);
          assert.equal(await reader.page.getByText('That did not work').count(), 0, `${role} at ${place}`);
          assert.equal(await reader.page.getByRole('button', { name: 'Help on this screen' }).count(), 1, place);
        }
        assert.deepEqual(reader.errors, []);
        await reader.context.close();
      }
      await page.getByText('HR', { exact: true }).click();
      await page.getByRole('region', { name: 'Prepare the cycle' }).waitFor();
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(errors, []);
      await context.close();
    });
  });
