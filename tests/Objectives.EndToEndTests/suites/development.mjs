import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { openAs, phone, readOnTo, settled, violations } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { nextYear } from './objectives.mjs';

const pages = [
  ['/development', 'E0117'],
  ['/competencies', 'E0111'],
  ['/competencies?view=list', 'E0002'],
  ['/competencies?view=effect', 'E0002'],
  ['/readiness', 'E0111'],
  ['/courses', 'E0002'],
  ['/audit/readings', 'E0002'],
];

/** A personal objective of a member of the team, drafted by its leader. */
async function draftFor(shared, employeeNumber, title) {
  const api = await signedInApi(shared.url, 'E0111');
  const cycleId = await nextYear(api);
  const { viewer, measures, people } = await api('query($text: String) { viewer { person { unit { id } } } measures { id decimals direction } people(filter: { text: $text }) { nodes { id } } }', { text: employeeNumber });
  const measure = measures.find((one) => one.decimals === 0 && one.direction === 'INCREASE');
  const { draftObjective } = await api('mutation($input: DraftObjectiveInput!) { draftObjective(input: $input) { objective { id } userErrors { message } } }', {
    input: { cycleId, level: 'PERSONAL', title, ownerId: people.nodes[0].id, unitId: viewer.person.unit.id, measureId: measure.id, target: '100' },
  });
  assert.deepEqual(draftObjective.userErrors, []);
  return { cycleId, objectiveId: draftObjective.objective.id, personId: people.nodes[0].id };
}

/** A competency with a course that reaches its second level. */
async function teach(shared, name) {
  const api = await signedInApi(shared.url, 'E0002');
  const code = `T${Date.now() % 1_000_000_000}`;
  const { saveCompetency } = await api('mutation($input: SaveCompetencyInput!) { saveCompetency(input: $input) { competency { id } userErrors { message } } }', { input: { code, name, levels: ['Follows', 'Plans', 'Teaches'] } });
  assert.deepEqual(saveCompetency.userErrors, []);
  const competencyId = saveCompetency.competency.id;
  const { saveCourse } = await api('mutation($input: SaveCourseInput!) { saveCourse(input: $input) { userErrors { message } } }', {
    input: { code, title: `${name}: a course`, provider: 'Academy', hours: 8, competencyId, reachesLevel: 2 },
  });
  assert.deepEqual(saveCourse.userErrors, []);
  return competencyId;
}

/** Chooses by name in a list that opens. */
async function choose(page, combobox, option) {
  await combobox.click();
  await page.getByRole('option', { name: option }).click();
}

async function reloadUntil(page, locator) {
  for (let turn = 0; turn < 20 && (await locator.count()) === 0; turn++) {
    await page.reload();
    await settled(page);
  }
  await locator.first().waitFor();
}

export const development = (shared) =>
  describe('development', () => {
    test('from a gap to a plan, a course that is passed, a level that is reached and no gap', async () => {
      const name = `Planning routes ${Date.now()}`;
      await teach(shared, name);
      const { objectiveId } = await draftFor(shared, 'E0117', 'Grow: shorter ways');
      const leader = await openAs(shared.browser, shared.url, 'E0111', `/objectives/${objectiveId}`);

      const needs = leader.page.getByRole('region', { name: 'Competencies needed' });
      await needs.getByRole('button', { name: 'Say what it needs' }).click();
      const form = leader.page.getByRole('dialog');
      await form.getByRole('button', { name: 'Add one' }).click();
      await form.getByRole('button', { name: 'Save' }).click();
      await form.getByText('Choose the competency and the level').waitFor();
      await choose(leader.page, form.getByRole('combobox', { name: 'Competency 1', exact: true }), name);
      await choose(leader.page, form.getByRole('combobox', { name: 'Level of competency 1' }), '2 Plans');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
      await needs.getByText('now: none').waitFor();

      const way = leader.page.getByRole('region', { name: /finding/ }).getByRole('link', { name: 'To the development plan' });
      await reloadUntil(leader.page, way);
      await way.click();
      await leader.page.waitForURL(/\/development\//);
      const gap = leader.page.getByRole('region', { name: 'Gaps' }).getByRole('listitem').filter({ hasText: name });
      await gap.getByText('Not planned').waitFor();

      await leader.page.getByRole('button', { name: 'Propose from the gaps' }).click();
      const proposal = leader.page.getByRole('dialog');
      const proposed = proposal.getByRole('listitem').filter({ hasText: name });
      await proposed.getByLabel('Title').fill(`${name}: in January`);
      // What else the demonstration lacks is left out.
      for (const other of await proposal.getByRole('listitem').filter({ hasNotText: name }).getByRole('checkbox').all()) await other.uncheck();
      await proposal.getByRole('button', { name: 'Take over 1' }).click();
      await proposal.waitFor({ state: 'detached' });
      await gap.getByText('Planned', { exact: true }).waitFor();
      const planned = leader.page.getByRole('region', { name: 'What is planned' }).getByRole('listitem').filter({ hasText: `${name}: in January` });
      await planned.getByText(/until /).waitFor();

      const member = await openAs(shared.browser, shared.url, 'E0117', '/my-day');
      const due = member.page.getByRole('listitem').filter({ hasText: `${name}: in January` });
      await readOnTo(member.page, due); // What is due late may stand on a later page: others’ tests have left him much to do.
      await due.getByRole('link', { name: 'Open' }).click();
      const own = member.page.locator('[data-item][aria-current="true"]');
      await own.getByText(`${name}: in January`).waitFor();
      assert.equal(await own.getByRole('button', { name: 'Say how it ended' }).count(), 0, 'nobody says so of himself');
      await own.getByRole('button', { name: 'Start' }).click();
      await own.getByText('Under way').waitFor();

      await leader.page.reload();
      await planned.getByRole('button', { name: 'Encourage' }).click();
      const words = leader.page.getByRole('dialog');
      await words.getByLabel('For what').fill('You asked the right questions.');
      await words.getByRole('button', { name: 'Recognise', exact: true }).click();
      await words.waitFor({ state: 'detached' });
      await planned.getByText('You asked the right questions.').waitFor();

      await planned.getByRole('button', { name: 'Say how it ended' }).click();
      const outcome = leader.page.getByRole('dialog');
      await outcome.getByRole('button', { name: 'Save' }).click();
      await outcome.locator('[aria-invalid="true"]').waitFor();
      await outcome.getByLabel('Result').fill('Plans a week alone');
      await outcome.getByRole('button', { name: 'Save' }).click();
      await outcome.waitFor({ state: 'detached' });
      await planned.getByText('Passed', { exact: true }).waitFor();
      await gap.waitFor({ state: 'detached' });
      const held = leader.page.getByRole('region', { name: 'Levels' }).getByRole('listitem').filter({ hasText: name });
      await held.getByText('2 Plans').waitFor();
      await held.getByText('Training').waitFor();
      assert.deepEqual(await violations(leader.page), []);
      assert.deepEqual([...leader.errors, ...member.errors], []);
      await leader.context.close();
      await member.context.close();
    });

    test('who is not ready does not sign until a higher leader waives it', async () => {
      const { objectiveId, personId } = await draftFor(shared, 'E0118', 'Grow: ready or not');
      const [leaderApi, memberApi] = [await signedInApi(shared.url, 'E0111'), await signedInApi(shared.url, 'E0118')];
      const say = (api, kind, more = {}) => api('mutation($input: NegotiateInput!) { negotiate(input: $input) { userErrors { message } } }', { input: { objectiveId, kind, text: 'so', ...more } });
      await say(leaderApi, 'SHARED_CONTEXT');
      await say(leaderApi, 'PROPOSAL', { target: '80' });
      await say(memberApi, 'ACCEPTED');

      const leader = await openAs(shared.browser, shared.url, 'E0111', '/readiness');
      const row = leader.page.locator('[data-person="E0118"]');
      await row.getByRole('button', { name: /^Assess/ }).click();
      const form = leader.page.getByRole('dialog');
      await form.getByRole('radiogroup', { name: 'Management knowledge' }).getByText('2', { exact: true }).click();
      await form.getByRole('radiogroup', { name: 'Self-management' }).getByText('2', { exact: true }).click();
      await form.getByRole('button', { name: 'Save' }).click();
      await form.locator('[aria-invalid="true"]').waitFor();
      await form.getByLabel('Evidence').fill('Two talks');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
      await row.getByText('Not ready').waitFor();
      assert.equal(await row.getByRole('button', { name: /^Waive/ }).count(), 0, 'the direct superior does not waive');

      const member = await openAs(shared.browser, shared.url, 'E0118', `/objectives/${objectiveId}`);
      const signatures = member.page.getByRole('region', { name: 'Signatures' });
      await signatures.getByRole('button', { name: 'Sign' }).click();
      await signatures.getByText(/not ready to commit: management knowledge 2/).waitFor();

      const higher = await openAs(shared.browser, shared.url, 'E0110', '/development/' + personId);
      const readiness = higher.page.getByRole('region', { name: 'Readiness to commit' });
      await readiness.getByRole('button', { name: 'Waive' }).click();
      const waiver = higher.page.getByRole('dialog');
      await waiver.getByLabel('Reason').fill('Coached one to one');
      await waiver.getByRole('button', { name: 'Waive' }).click();
      await waiver.waitFor({ state: 'detached' });
      await readiness.getByText(/Coached one to one/).waitFor();

      await signatures.getByRole('button', { name: 'Sign' }).click();
      await member.page.getByText('Signed.').waitFor();
      assert.deepEqual([...leader.errors, ...member.errors, ...higher.errors], []);
      await Promise.all([leader, member, higher].map((one) => one.context.close()));
    });

    test('a team is assessed in the matrix by keyboard', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', '/competencies');
      const grid = page.getByRole('table', { name: 'Competencies' });
      const cell = (column) => grid.locator('tr[data-person="E0119"] button').nth(column);
      await cell(0).focus();
      await page.keyboard.press('ArrowRight');
      assert.equal(await cell(1).evaluate((element) => element === document.activeElement), true);
      await page.keyboard.press('3');
      const form = page.getByRole('dialog');
      await form.getByLabel('Evidence').fill('Seen at work');
      assert.match(await form.getByRole('combobox', { name: 'Level' }).inputValue(), /^3 /);
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
      await grid.locator('tr[data-person="E0119"]').getByRole('button', { name: /level 3/ }).first().waitFor();
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('HR adds a competency and names its levels', async () => {
      const name = `Listening ${Date.now()}`;
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0002', '/competencies?view=list');
      await page.getByRole('button', { name: 'Add a competency' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.locator('[aria-invalid="true"]').first().waitFor();
      await form.getByLabel('Name').fill(name);
      await form.getByLabel('Code').fill(`L${Date.now() % 1_000_000_000}`);
      await form.getByLabel('Level 1', { exact: true }).fill('Lets others finish');
      await form.getByLabel('Level 2', { exact: true }).fill('Asks back');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
      await page.getByRole('listitem').filter({ hasText: name }).getByText('1 Lets others finish · 2 Asks back').waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('somebody is recognised on his page and at his objective, and everyone reads for what', async () => {
      const stamp = Date.now();
      const { objectiveId, personId } = await draftFor(shared, 'E0112', `Grow: recognised ${stamp}`);
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', `/people/${personId}`);
      const recognise = async (text) => {
        await page.getByRole('main').getByRole('button', { name: 'Recognise' }).click();
        const form = page.getByRole('dialog');
        assert.match(await form.getByLabel('Whom').inputValue(), /李思雨/);
        await form.getByLabel('For what').fill(text);
        await form.getByRole('button', { name: 'Recognise', exact: true }).click();
        await form.waitFor({ state: 'detached' });
      };
      await recognise(`A person’s work ${stamp}`);
      await page.goto(`/objectives/${objectiveId}`);
      await settled(page);
      await recognise(`An objective’s work ${stamp}`);
      await page.goto('/recognitions');
      await page.getByRole('listitem').filter({ hasText: `A person’s work ${stamp}` }).waitFor();
      await page.getByRole('listitem').filter({ hasText: `An objective’s work ${stamp}` }).getByRole('link', { name: `Grow: recognised ${stamp}` }).waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('HR takes the courses out and brings them back in', async () => {
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0002', '/courses');
      await page.getByRole('link', { name: 'Import and export' }).last().click();
      await page.waitForURL(/kind=COURSES/);
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: /Export.* CSV/ }).click();
      const path = await (await download).path();
      await page.locator('input[type="file"]').setInputFiles({ name: 'courses.csv', mimeType: 'text/csv', buffer: await readFile(path) });
      await page.getByRole('button', { name: 'Dry run' }).click();
      await page.getByText('Dry run: this would happen').waitFor();
      assert.match(await page.getByRole('table', { name: 'Row by row' }).innerText(), /unchanged/);
      assert.deepEqual(errors, []);
      await context.close();
    });

    for (const [path, who] of pages)
      for (const options of [{ language: 'zh-CN' }, { language: 'en', size: phone }])
        test(`${path} is accessible (${options.language}${options.size ? ', phone' : ''})`, async () => {
          const { context, page, errors } = await openAs(shared.browser, shared.url, who, path, options);
          await settled(page);
          assert.deepEqual(await violations(page), []);
          if (options.size) {
            const width = await page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.querySelector('main').scrollWidth));
            assert.ok(width <= phone.width, `${path} is ${width} wide`);
          }
          assert.deepEqual(errors, []);
          await context.close();
        });
  });
