import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAs, phone, readOnTo, settled, violations } from '../harness/browser.mjs';
import { signedInApi, startProgram } from '../harness/program.mjs';
import { card, pick } from './deviations.mjs';
import { line } from './myDay.mjs';

const title = 'Visits to the north mall';
const team = 'Visits of the team';
const [member, colleague, superior, above] = ['E1003', 'E1004', 'E1002', 'E0110'];

const done = (payload) => assert.deepEqual(payload.userErrors, []);

/** A year that begins with this month and is carried out, the team's objective in it, and below it what two of its members take on. */
export async function playedYear(url) {
  const [hr, executive] = [await signedInApi(url, 'E0002'), await signedInApi(url, 'E0001')];
  const [year, month] = (await businessDay(url)).split('-').map(Number);
  const day = (months, dayOfMonth) => new Date(Date.UTC(year, month - 1 + months, dayOfMonth)).toISOString().slice(0, 10);
  const { openCycle } = await hr('mutation($input: OpenCycleInput!) { openCycle(input: $input) { cycle { id } userErrors { message } } }', {
    input: { name: 'The year that is played', year, start: day(0, 1), end: day(12, 0) },
  });
  done(openCycle);
  const cycleId = openCycle.cycle.id;
  for (const to of ['SETTING', 'EXECUTION']) done((await hr('mutation($input: MoveCycleInput!) { moveCycle(input: $input) { userErrors { message } } }', { input: { cycleId, to } })).moveCycle);
  const { organization } = await executive('{ organization { root { id } } }');
  for (const kind of ['GENERAL_ENVIRONMENT', 'INDUSTRY_ENVIRONMENT', 'COMPETITIVE_ENVIRONMENT', 'COMPANY_RESULTS']) {
    const input = { cycleId, unitId: organization.root.id, kind, title: 'What we set out from', body: 'As it stands.' };
    done((await executive('mutation($input: PublishBriefingInput!) { publishBriefing(input: $input) { userErrors { message } } }', { input })).publishBriefing);
  }
  const { measures } = await executive('{ measures { id decimals direction aggregation } }');
  const measureId = measures.find((one) => one.decimals === 0 && one.direction === 'INCREASE' && one.aggregation === 'SUM').id;
  async function draft(employeeNumber, more) {
    const { viewer } = await (await signedInApi(url, employeeNumber))('{ viewer { person { id unit { id } } } }');
    const { draftObjective } = await executive('mutation($input: DraftObjectiveInput!) { draftObjective(input: $input) { objective { id } userErrors { message } } }', {
      input: { cycleId, ownerId: viewer.person.id, unitId: viewer.person.unit.id, measureId, ...more },
    });
    done(draftObjective);
    return draftObjective.objective.id;
  }
  const parentId = await draft(superior, { level: 'TEAM', title: team, target: '120' });
  const id = await draft(member, { level: 'PERSONAL', parentId, title, target: '60' });
  const other = await draft(colleague, { level: 'PERSONAL', parentId, title: 'Visits to the south mall', target: '60' });
  const ends = [day(1, 0), day(2, 0), day(3, 0)];
  const colleagues = await signedInApi(url, colleague);
  return {
    cycleId, id, ends,
    /** The colleague reaches his month. */
    async keepUp(end) {
      const input = { actuals: [{ objectiveId: other, period: end.slice(0, 7), value: '5' }] };
      done((await colleagues('mutation($input: RecordActualsInput!) { recordActuals(input: $input) { userErrors { message } } }', { input })).recordActuals);
    },
  };
}

async function signedInHeaders(url) {
  const signIn = await fetch(`${url}/auth/demo`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ employeeNumber: 'E0001' }) });
  return { 'Content-Type': 'application/json', Authorization: `Bearer ${(await signIn.json()).token}` };
}

export async function businessDay(url) {
  const { now } = await (await fetch(`${url}/auth/me`, { headers: await signedInHeaders(url) })).json();
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(now));
}

/** The clock of the demonstration goes on to a day, unless it stands there. */
export async function goOnTo(url, day) {
  if ((await businessDay(url)) >= day) return;
  const moved = await fetch(`${url}/demo/clock`, { method: 'POST', headers: await signedInHeaders(url), body: JSON.stringify({ now: `${day}T09:00:00+08:00` }) });
  assert.ok(moved.ok, await moved.text());
}

/** The item of a kind in somebody's day that is about an objective; what has no date comes last. */
export const waiting = (page, kind, about = title) => readOnTo(page, page.locator(`main li[data-kind=${kind}]`).filter({ hasText: about }));

const monthName = (day) => new Intl.DateTimeFormat('en', { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(day));
const dayName = (day) => new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));

/** From the first month's figure to the decision above, each step in the page by whom it is for. */
export const quarter = (shared) =>
  test('a quarter is played by the clock (S7.1, S7.3, S7.4, S7.5): reported, lagging, taken to the office meeting, struck from outside, revised above, exempt', { timeout: 600_000 }, async () => {
    const program = await startProgram({ demo: true });
    try {
      const { cycleId, id, ends, keepUp } = await playedYear(program.url);
      const opened = [];
      const at = async (number, path, options) => {
        const window = await openAs(shared.browser, program.url, number, path, options);
        window.context.setDefaultTimeout(30_000);
        opened.push(window);
        return window.page;
      };
      /** The member enters a month's figure in the sheet, and reviews himself at the control point that ends the month. */
      async function report(end, figure, words) {
        await owner.goto(`/report?cycle=${cycleId}`);
        await owner.getByRole('textbox', { name: `${title}, ${monthName(end)}` }).fill(figure);
        await owner.getByRole('button', { name: 'Save 1 number' }).click();
        await owner.getByText('1 number saved.').waitFor();
        await owner.goto(`/control?cycle=${cycleId}&until=${end}`);
        await owner.getByRole('button', { name: `Write the report: ${title}` }).click();
        const form = owner.getByRole('dialog');
        await form.getByText(new RegExp(`^Recorded for .* already: ${figure} `)).waitFor();
        await form.getByLabel('Self-review').fill(words);
        await form.getByText('3', { exact: true }).click();
        await form.getByRole('button', { name: 'Report', exact: true }).click();
        await form.waitFor({ state: 'detached' });
        await owner.goto(`/control?cycle=${cycleId}&until=${end}&status=REPORTED`);
        await owner.locator('[data-point]').filter({ hasText: words }).waitFor();
      }
      const showsHealth = async (words) => {
        await owner.goto(`/objectives/${id}`);
        await owner.getByRole('region', { name: 'Progress' }).getByText(words, { exact: true }).first().waitFor();
      };

      // The first month is as it should be; the superior follows it up.
      await goOnTo(program.url, ends[0]);
      await keepUp(ends[0]);
      const owner = await at(member, `/report?cycle=${cycleId}`);
      await report(ends[0], '5', 'All five visits made');
      await showsHealth('On track');
      const leader = await at(superior, '/my-day');
      await line(leader, `${dayName(ends[0])}: ${title}`).getByRole('button', { name: 'Follow up' }).click();
      await leader.getByLabel('Guidance').fill('Go on like this');
      await leader.getByRole('dialog').getByRole('button', { name: 'Follow up' }).click();
      await line(leader, `${dayName(ends[0])}: ${title}`).waitFor({ state: 'detached' });

      // In the second it lags: a rule opens a deviation, and what it endangers says how it is handled.
      await goOnTo(program.url, ends[1]);
      await keepUp(ends[1]);
      await report(ends[1], '1', 'Half of the mall is being rebuilt');
      await showsHealth('Off track');
      await owner.goto(`/deviations?cycle=${cycleId}&whose=mine`);
      await card(owner, title).getByText('Endangers 1 objective above').waitFor();
      await card(owner, title).getByRole('button', { name: title, exact: true }).click();
      await owner.getByRole('dialog').getByText(/Opened by\s*the rule/).waitFor();
      await owner.getByRole('dialog').getByText('Coordination (by its severity)').waitFor();

      // The superior takes it to the office meeting, which resolves what is to be done, and it is done.
      await leader.goto('/my-day');
      await settled(leader);
      await (await waiting(leader, 'COORDINATE')).getByRole('button', { name: 'Open' }).click();
      await leader.getByRole('dialog').getByRole('button', { name: 'Decide the way' }).click();
      await leader.getByRole('radio', { name: 'Office meeting' }).check();
      await leader.getByLabel('Note').fill('A crew is missing');
      await leader.getByRole('dialog').getByRole('button', { name: 'Decide the way' }).click();
      // It stays to be read until it is closed; then it waits no more.
      await leader.getByRole('dialog').getByText('A crew is missing').first().waitFor();
      assert.deepEqual(await violations(leader), []);
      await leader.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
      await leader.locator('main li[data-kind=COORDINATE]').filter({ hasText: title }).waitFor({ state: 'detached' });

      const head = await at(above, `/meetings?cycle=${cycleId}`);
      await head.getByRole('button', { name: 'Schedule a meeting' }).click();
      await head.getByRole('dialog').getByRole('textbox', { name: /^Day/ }).fill(ends[1]);
      await head.keyboard.press('Tab');
      await pick(head, head.getByRole('dialog'), 'Who attends', superior, new RegExp(superior));
      await head.keyboard.press('Escape');
      await head.getByRole('dialog').getByRole('button', { name: 'Schedule a meeting' }).click();
      await head.waitForURL(/meetings\/.+/);
      await head.getByRole('region', { name: 'Agenda' }).getByRole('button', { name: title, exact: true }).waitFor();
      await head.getByRole('button', { name: 'Record the meeting' }).click();
      const about = head.getByRole('dialog').getByRole('region', { name: title });
      await about.getByRole('button', { name: /^Add a resolution/ }).click();
      await about.getByLabel('What is done').fill('A crew of the south joins');
      await about.getByRole('textbox', { name: /^Due/ }).fill(ends[2]);
      await head.keyboard.press('Tab');
      await about.getByRole('combobox', { name: 'Correction of' }).click();
      await head.getByRole('option', { name: 'Resources', exact: true }).click();
      await head.getByRole('dialog').getByRole('button', { name: 'Record the meeting' }).click();
      await head.getByRole('region', { name: 'Resolutions' }).getByText('A crew of the south joins').waitFor();
      assert.deepEqual(await violations(head), []);

      const responsible = await at(member, '/my-day', { size: phone });
      await line(responsible, 'A crew of the south joins').getByRole('button', { name: 'Done' }).tap();
      await responsible.getByLabel('How it was done').fill('It came on Monday');
      await responsible.getByRole('dialog').getByRole('button', { name: 'Report done' }).tap();
      await line(responsible, 'A crew of the south joins').waitFor({ state: 'detached' });
      await responsible.goto(`/deviations?cycle=${cycleId}&whose=mine`);
      await card(responsible, title).getByText('Resolved').waitFor();

      // The third month shows that it did not help: from outside the mall was closed, and the lag is open again.
      await goOnTo(program.url, ends[2]);
      await keepUp(ends[2]);
      await report(ends[2], '0', 'The landlord has closed the mall');
      await leader.goto(`/deviations?cycle=${cycleId}`);
      await card(leader, title).getByText('Open', { exact: true }).waitFor();
      await card(leader, title).getByRole('button', { name: title, exact: true }).click();
      const way = leader.getByRole('dialog');
      await way.getByRole('button', { name: 'Decide the way' }).click();
      await way.getByRole('radio', { name: 'Target revision' }).check();
      await way.getByRole('checkbox', { name: 'External cause' }).check();
      await way.getByRole('button', { name: 'Decide the way' }).click();
      await way.getByRole('button', { name: 'Request a target revision' }).click();
      await way.getByLabel('External cause').fill('The mall is closed for the rest of the year');
      await way.getByLabel('Evidence').fill('The landlord’s notice');
      await way.getByLabel('New target').fill('15');
      await way.getByRole('button', { name: 'Request', exact: true }).click();
      await way.getByRole('table', { name: 'Months' }).waitFor();
      await leader.goto(`/objectives/${id}`);
      await leader.getByRole('region', { name: 'Target revisions' }).getByText('Awaits decision').waitFor();
      assert.equal(await leader.getByRole('button', { name: 'Approve' }).count(), 0, 'nobody decides his own request');

      // Decided one level above, on the way.
      const decider = await at(above, '/my-day', { size: phone });
      await (await waiting(decider, 'DECIDE_REVISION')).getByRole('link', { name: 'Open' }).tap();
      const revisions = decider.getByRole('region', { name: 'Target revisions' });
      await revisions.getByRole('button', { name: 'Approve' }).tap();
      await decider.getByLabel('Reason').fill('I have seen the notice');
      await decider.getByRole('dialog').getByRole('button', { name: 'Approve' }).tap();
      await revisions.getByText(/^Approved by .+ The objective is exempt from appraisal\.$/).waitFor();

      await showsHealth('Exempt');
      // Six against the fifteen that are asked now.
      assert.match(await owner.getByRole('region', { name: 'Progress' }).innerText(), /Of the whole cycle\s+40\.0 %/);
      assert.deepEqual(await violations(owner), []);
      await owner.goto(`/tree?cycle=${cycleId}`);
      await settled(owner);
      await owner.getByText('Exempt').first().waitFor();
      await owner.goto(`/deviations?cycle=${cycleId}&whose=mine`);
      await card(owner, title).getByText('Resolved').waitFor();
      assert.deepEqual(opened.flatMap((window) => window.errors), []);
      await Promise.all(opened.map((window) => window.context.close()));
    } finally {
      await program.stop();
    }
  });
