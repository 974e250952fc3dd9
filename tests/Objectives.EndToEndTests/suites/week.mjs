import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, phone, readOnTo, settled, violations } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { controlled, reported } from './control.mjs';
import { lagging } from './deviations.mjs';

const part = (page, name) => page.getByRole('region', { name, exact: true });

export const week = (shared) =>
  describe('a leader’s week', () => {
    test('shows who owes what, and a report is answered where it stands', async () => {
      const title = 'Seen in the week';
      const { member, id, points } = await controlled(shared, 'E0114', title);
      await reported(member, points[0], 'January is done');
      const { viewer } = await member('{ viewer { person { name } } }');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', '/my-day');
      await page.getByRole('link', { name: 'Leader’s week' }).click();
      await page.getByRole('heading', { level: 1, name: 'Leader’s week' }).waitFor();
      const debtor = part(page, 'Reports owed').getByRole('listitem').filter({ hasText: viewer.person.name }).first();
      await debtor.getByText(/\d+ missed/).first().waitFor();
      await debtor.locator('summary').focus();
      await page.keyboard.press('Enter');
      await debtor.getByRole('button', { name: title }).first().click();
      await page.getByRole('dialog').getByText(title).first().waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

      const awaited = part(page, 'Reports that await your answer');
      const card = await readOnTo(awaited, awaited.locator('[data-point]').filter({ hasText: 'January is done' }));
      await card.getByRole('button', { name: /^Follow up/ }).click();
      await page.getByLabel('Guidance').fill('Go on');
      await page.getByRole('dialog').getByRole('button', { name: 'Follow up' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await card.waitFor({ state: 'detached' });
      const { objective } = await member('query($id: ID!) { objective(id: $id) { controlPoints { status } } }', { id });
      assert.equal(objective.controlPoints[0].status, 'REVIEWED');

      const people = part(page, 'How your people do');
      await people.getByRole('button', { name: `Objectives of ${viewer.person.name}` }).click();
      await page.getByRole('dialog').getByRole('link').first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await part(page, 'What changed').getByRole('row', { name: /^Mean attainment/ }).waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('goes to the last week and the next with the keyboard', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', '/week');
      const subtitle = page.getByText(/^(This week, week|Week) \d+ of \d{4}/);
      const now = await subtitle.innerText();
      await page.getByRole('button', { name: 'Previous week' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/week=\d{4}-W\d\d/);
      await page.getByText(/^Week \d+ of \d{4}: /).waitFor();
      await part(page, 'What changed').getByRole('columnheader', { name: 'At its end' }).waitFor();
      assert.equal(await part(page, 'Also for you to do').count(), 0);
      await page.getByRole('button', { name: 'Next week' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction((text) => document.body.innerText.includes(text), now);
      await page.keyboard.press('Enter');
      await page.getByText(/^Week \d+ of \d{4}, to come: /).waitFor();
      assert.equal(await part(page, 'What changed').count(), 0);
      await page.goto('/week?week=2026-W99');
      await page.getByText(now).waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('says what is to be done about a deviation, and which meeting is held', async () => {
      const { id, title } = await lagging(shared, 'Visits that the week shows');
      const head = await signedInApi(shared.url, 'E0110');
      const leader = await signedInApi(shared.url, 'E1002');
      const [{ viewer: above }, { viewer: me }] = [await head('{ viewer { person { id unit { id } } } }'), await leader('{ viewer { person { id } } }')];
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E1002', '/week', { size: phone });
      const meetings = part(page, 'Office meetings');
      const before = await meetings.getByRole('listitem').count();
      const today = await page.evaluate(() => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()));
      const { scheduleOfficeMeeting } = await head('mutation($input: ScheduleOfficeMeetingInput!) { scheduleOfficeMeeting(input: $input) { userErrors { message } } }', {
        input: { unitId: above.person.unit.id, level: 'DEPARTMENT', date: today, attendeeIds: [me.person.id] },
      });
      assert.deepEqual(scheduleOfficeMeeting.userErrors, []);
      const deviations = part(page, 'Deviations');
      const card = await readOnTo(deviations, deviations.locator('[data-deviation]').filter({ has: page.getByRole('button', { name: title, exact: true }) }));
      await card.getByText('opened in this week').waitFor();
      await card.getByText('Decide how it is handled').waitFor();
      await card.getByRole('button', { name: title, exact: true }).tap();
      await page.getByRole('dialog').getByRole('button', { name: 'Decide the way' }).tap();
      await page.getByRole('radio', { name: 'Office meeting' }).check();
      await page.getByRole('dialog').getByRole('button', { name: 'Decide the way' }).tap();
      await page.getByRole('dialog').getByText('In hand').first().waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap();
      await card.getByText('The office meeting resolves it').waitFor();
      await page.waitForFunction((count) => document.querySelectorAll('ul[aria-label="Office meetings"] > li').length > count, before);
      assert.deepEqual(await violations(page), []);
      assert.equal((await leader('query($id: ID!) { objective(id: $id) { deviations { route } } }', { id })).objective.deviations[0].route, 'OFFICE_MEETING');
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('is for those who lead; what cannot be read is told where it would stand', async () => {
      const member = await openAs(shared.browser, shared.url, 'E0112', '/week', { language: 'zh-CN', size: phone });
      await member.page.getByText('没有人直接向您汇报').waitFor();
      assert.equal(await member.page.getByRole('link', { name: '领导周览' }).count(), 0);
      assert.deepEqual(await violations(member.page), []);
      await member.context.close();

      const { context, page } = await openAs(shared.browser, shared.url, 'E0111', '/my-day');
      await page.route('**/graphql', (route) => (/"operationName":"OwedReports/.test(route.request().postData() ?? '') ? route.abort() : route.continue()));
      await page.goto('/week');
      const owed = part(page, 'Reports owed');
      await owed.getByRole('button', { name: 'Try again' }).waitFor();
      await part(page, 'How your people do').getByRole('list', { name: 'How your people do' }).waitFor();
      await page.unroute('**/graphql');
      await owed.getByRole('button', { name: 'Try again' }).click();
      await owed.getByRole('list').first().waitFor();
      await settled(page);
      await context.close();
    });
  });
