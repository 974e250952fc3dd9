import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, phone, settled, violations } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';

async function commentedOn(shared, owner, title) {
  const api = await signedInApi(shared.url, 'E0001');
  const { viewer } = await (await signedInApi(shared.url, owner))('{ viewer { person { id unit { id } } } }');
  const { cycles, measures } = await api('{ cycles { id status } measures { id decimals direction aggregation } }');
  const { draftObjective } = await api('mutation($input: DraftObjectiveInput!) { draftObjective(input: $input) { objective { id } userErrors { message } } }', {
    input: {
      cycleId: cycles.find((cycle) => cycle.status === 'EXECUTION').id, level: 'PERSONAL', title, ownerId: viewer.person.id, unitId: viewer.person.unit.id,
      measureId: measures.find((one) => one.decimals === 0 && one.direction === 'INCREASE').id, target: '90',
    },
  });
  const id = draftObjective.objective.id;
  return { id, say: (text) => api('mutation($input: CommentInput!) { comment(input: $input) { userErrors { message } } }', { input: { subjectId: id, text } }) };
}

export const notices = (shared) =>
  describe('notifications', () => {
    test('arrive while one looks, lead to what they are about, and are read', async () => {
      // Of whom no other test has anything told meanwhile.
      const { id, say } = await commentedOn(shared, 'E1020', 'Told of');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E1020', '/people');
      const bell = page.getByRole('button', { name: /^Notifications, \d+ unread$/ });
      const before = Number((await bell.getAttribute('aria-label')).match(/\d+/)[0]);
      await say('First word');
      await page.getByRole('button', { name: `Notifications, ${before + 1} unread` }).click();
      const drawer = page.getByRole('dialog', { name: 'Notifications' });
      await drawer.getByText('First word').waitFor();
      assert.deepEqual(await violations(page), []);
      await say('Second word');
      await drawer.getByText('Second word').waitFor();
      await drawer.getByRole('button', { name: 'Mark these as read' }).click();
      await drawer.getByText('You have read everything.').waitFor();
      await drawer.getByText('All', { exact: true }).click();
      await drawer.getByRole('link', { name: /Told of/ }).first().click();
      await page.waitForURL(`**/objectives/${id}`);
      await settled(page);
      await page.getByRole('button', { name: 'Notifications, 0 unread' }).waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('fit a phone, in Chinese', async () => {
      const { say } = await commentedOn(shared, 'E0116', '提醒');
      await say('请看');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0116', '/my-day', { language: 'zh-CN', size: phone });
      await page.getByRole('button', { name: /^通知，[1-9]\d* 条未读$/ }).tap();
      await page.getByRole('dialog', { name: '通知' }).getByText('请看').waitFor();
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= phone.width);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('come by mail as often as one wants, with links that lead on', async () => {
      const { id } = await commentedOn(shared, 'E0117', 'Mailed');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0117', `/go/${id}`);
      await page.waitForURL(`**/objectives/${id}`);
      await page.getByRole('button', { name: /^Account/ }).click();
      await page.getByRole('menuitem', { name: 'E-mail' }).click();
      const dialog = page.getByRole('dialog', { name: 'E-mail' });
      await dialog.getByRole('radio', { name: /^Once a day/, checked: true }).waitFor();
      await dialog.getByRole('radio', { name: 'At once' }).check();
      assert.deepEqual(await violations(page), []);
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'detached' });
      const api = await signedInApi(shared.url, 'E0117');
      assert.equal((await api('{ viewer { mail } }')).viewer.mail, 'AT_ONCE');
      await page.goto('/go/nothing');
      await page.getByRole('heading', { name: 'This is not here any more' }).waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });
  });
