import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, phone, settled, violations } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';

/** A personal objective in the cycle that is carried out, of which nothing was reported, so that all its control points so far are due. */
async function unreported(shared, employeeNumber, title) {
  const api = await signedInApi(shared.url, 'E0001');
  const member = await signedInApi(shared.url, employeeNumber);
  const { viewer } = await member('{ viewer { person { id unit { id } } } }');
  const { cycles, measures } = await api('{ cycles { id status } measures { id decimals direction aggregation } }');
  const cycleId = cycles.find((cycle) => cycle.status === 'EXECUTION').id;
  const measureId = measures.find((one) => one.decimals === 0 && one.direction === 'INCREASE' && one.aggregation === 'SUM').id;
  const { draftObjective } = await api('mutation($input: DraftObjectiveInput!) { draftObjective(input: $input) { objective { id } userErrors { message } } }', {
    input: { cycleId, level: 'PERSONAL', title, ownerId: viewer.person.id, unitId: viewer.person.unit.id, measureId, target: '90' },
  });
  assert.deepEqual(draftObjective.userErrors, []);
  return { member, id: draftObjective.objective.id };
}

export const line = (page, title) => page.locator('main li').filter({ hasText: title }).first();
const count = async (page) => Number(await page.getByLabel(/\d+ to do/).innerText());

export const myDay = (shared) =>
  describe('my day', () => {
    test('a member reports on his phone, and his leader follows up on hers', async () => {
      const title = 'Reported on the way';
      const { member, id } = await unreported(shared, 'E0113', title);
      const owner = await openAs(shared.browser, shared.url, 'E0113', '/', { size: phone });
      await owner.page.getByRole('heading', { name: 'My day' }).waitFor();
      const due = line(owner.page, `Jan 31, 2026: ${title}`);
      await due.getByRole('button', { name: 'Report', exact: true }).tap();
      const form = owner.page.getByRole('dialog');
      await form.getByLabel('Self-review').fill('Nine done, the rest is under way');
      await form.getByRole('button', { name: 'Report', exact: true }).tap();
      await form.getByText('This is required.').first().waitFor();
      await form.getByText('4', { exact: true }).tap();
      await form.getByLabel(/Reached in/).fill('9');
      await form.getByLabel('Support needed').fill('A second van');
      assert.deepEqual(await violations(owner.page), []);
      await form.getByRole('button', { name: 'Report', exact: true }).tap();
      await form.waitFor({ state: 'detached' });
      await due.waitFor({ state: 'detached' });
      const { objective } = await member('query($id: ID!) { objective(id: $id) { actuals { period value } controlPoints { status report { confidence supportNeeded } } } }', { id });
      assert.deepEqual(objective.actuals, [{ period: '2026-01', value: '9' }]);
      assert.deepEqual(objective.controlPoints[0], { status: 'REPORTED', report: { confidence: 4, supportNeeded: 'A second van' } });
      assert.deepEqual(owner.errors, []);
      await owner.context.close();

      const leader = await openAs(shared.browser, shared.url, 'E0111', '/my-day', { size: phone });
      const waiting = line(leader.page, `Jan 31, 2026: ${title}`);
      await waiting.getByRole('button', { name: 'Follow up' }).tap();
      const answer = leader.page.getByRole('dialog');
      await answer.getByText('A second van').waitFor();
      await answer.getByLabel('Guidance').fill('Take the one of the depot');
      await answer.getByRole('button', { name: 'Follow up' }).tap();
      await answer.waitFor({ state: 'detached' });
      await waiting.waitFor({ state: 'detached' });
      const after = await member('query($id: ID!) { objective(id: $id) { controlPoints { status report { followUp { guidance } } } } }', { id });
      assert.deepEqual(after.objective.controlPoints[0], { status: 'REVIEWED', report: { followUp: { guidance: 'Take the one of the depot' } } });
      assert.deepEqual(leader.errors, []);
      await leader.context.close();
    });

    test('what is done is counted off, and links lead to what is read there', async () => {
      const api = await signedInApi(shared.url, 'E0111');
      const { id } = await unreported(shared, 'E0114', 'Worked on');
      const { viewer } = await (await signedInApi(shared.url, 'E0114'))('{ viewer { person { id } } }');
      await api('mutation($input: SaveWorkItemInput!) { saveWorkItem(input: $input) { userErrors { message } } }', { input: { objectiveId: id, title: 'Call the depot', ownerId: viewer.person.id } });
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0114', '/');
      const before = await count(page);
      const work = line(page, 'Call the depot');
      await page.getByRole('region', { name: 'Without a date' }).getByText('Call the depot').waitFor();
      await work.getByRole('button', { name: 'Done' }).click();
      await work.waitFor({ state: 'detached' });
      await page.waitForFunction((old) => document.querySelector('[aria-label$="to do"]')?.textContent === String(old - 1), before);
      await page.getByRole('link', { name: 'Read', exact: true }).first().click();
      await page.waitForURL(/briefings\/.+/);
      await settled(page);
      assert.deepEqual(errors, []);
      await context.close();
    });
  });
