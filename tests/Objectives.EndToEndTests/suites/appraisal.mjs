import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAs, phone, readOnTo, settled, violations } from '../harness/browser.mjs';
import { signedInApi, startProgram } from '../harness/program.mjs';

const cycleName = 'The year that is appraised';
const [visits, calls, training] = ['Visits to the shops', 'Calls that are answered', 'Days of training'];
const [member, superior, above, hr, otherHr] = ['E1003', 'E1002', 'E0110', 'E0002', 'E0010'];

/** As somebody: sends a command, which must be done, and gives what it made. */
async function speaker(url, employeeNumber) {
  const ask = await signedInApi(url, employeeNumber);
  return {
    ask,
    async tell(mutation, input, selection = '', type = `${mutation[0].toUpperCase()}${mutation.slice(1)}Input`) {
      const payload = (await ask(`mutation($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { message } } }`, { input }))[mutation];
      assert.deepEqual(payload.userErrors, []);
      return payload;
    },
  };
}

/** A year that is carried out, in which a member is committed to three objectives and has reported his first month. */
async function prepare(url) {
  const cast = Object.fromEntries(await Promise.all([member, superior, above, hr, otherHr, 'E0001'].map(async (number) => [number, await speaker(url, number)])));
  const executive = cast.E0001;
  const { viewer } = await cast[member].ask('{ viewer { person { id name unit { id name } } } }');
  const { measures, organization } = await executive.ask('{ measures { id decimals direction aggregation } organization { root { id } } }');
  const measureId = measures.find((one) => one.decimals === 0 && one.direction === 'INCREASE' && one.aggregation === 'SUM').id;
  const cycleId = (await cast[hr].tell('openCycle', { name: cycleName, year: 2026, start: '2026-01-01', end: '2026-12-31' }, 'cycle { id }')).cycle.id;
  await cast[hr].tell('moveCycle', { cycleId, to: 'SETTING' });
  for (const kind of ['GENERAL_ENVIRONMENT', 'INDUSTRY_ENVIRONMENT', 'COMPETITIVE_ENVIRONMENT', 'COMPANY_RESULTS'])
    await executive.tell('publishBriefing', { cycleId, unitId: organization.root.id, kind, title: 'What we set out from', body: 'As it stands.' });
  const ids = {};
  for (const title of [visits, calls, training]) {
    const input = { cycleId, ownerId: viewer.person.id, unitId: viewer.person.unit.id, measureId, level: 'PERSONAL', title, target: '120' };
    const id = (await executive.tell('draftObjective', input, 'objective { id }')).objective.id;
    ids[title] = id;
    await cast[superior].tell('negotiate', { objectiveId: id, kind: 'SHARED_CONTEXT', text: 'The team’s plan' });
    await cast[superior].tell('negotiate', { objectiveId: id, kind: 'PROPOSAL', target: '120', text: 'Ten a month' });
    await cast[member].tell('negotiate', { objectiveId: id, kind: 'ACCEPTED', text: 'Agreed' });
    const { objective } = await cast[member].ask('query($id: ID!) { objective(id: $id) { contentHash } }', { id });
    for (const signer of [member, superior]) await cast[signer].tell('signCommitment', { objectiveId: id, contentHash: objective.contentHash });
  }
  await cast[hr].tell('moveCycle', { cycleId, to: 'EXECUTION' });
  const actuals = Object.entries({ [visits]: '5', [calls]: '9', [training]: '10' }).map(([title, value]) => ({ objectiveId: ids[title], period: '2026-01', value, note: `January of ${title}` }));
  await cast[member].tell('recordActuals', { actuals });
  return { cast, cycleId, ids, person: viewer.person };
}

/** An approved revision for an external cause exempts the visits. */
async function exempt(cast, objectiveId) {
  const { deviation } = await cast[member].tell('raiseDeviation', { objectiveId, kind: 'DIFFICULTY', description: 'The mall is closed', externalCause: true }, 'deviation { id }');
  const { targetRevision } = await cast[superior].tell(
    'requestTargetRevision', { objectiveId, deviationId: deviation.id, externalCause: 'The mall is closed', evidence: 'The landlord’s notice', newTarget: '60' }, 'targetRevision { id }');
  await cast[above].tell('decideTargetRevision', { revisionId: targetRevision.id, approve: true, reason: 'I have seen the notice' });
}

/** HR's other one approves what HR pays for scores; the money follows when all have signed. */
async function scheme({ cast, cycleId, person }) {
  const { incentiveScheme } = await cast[hr].tell(
    'saveIncentiveScheme',
    {
      cycleId, unitId: person.unit.id, name: 'For the year that is appraised', individualShare: '50', teamShare: '30', companyShare: '20', ranksPeople: false, budgetAmount: '10000', budgetCurrency: 'CNY',
      rules: [{ fromScore: '60', percentOfTarget: '40' }, { fromScore: '100', percentOfTarget: '100' }], participants: [{ personId: person.id, target: '5000' }],
    },
    'incentiveScheme { id }',
  );
  await cast[otherHr].tell('approveIncentiveScheme', { schemeId: incentiveScheme.id, reason: 'Sound' });
  return incentiveScheme.id;
}

/** The item of a kind in somebody's day that is about the year; what has no date comes last. */
const waiting = async (page, kind, text) => (await readOnTo(page, page.locator(`main li[data-kind=${kind}]`).filter({ hasText: text }))).first();

const closed = (page) => page.getByRole('dialog').waitFor({ state: 'detached' });

/** Gives a drawer's weights. */
async function weigh(dialog, weights) {
  for (const [title, weight] of Object.entries(weights)) await dialog.getByRole('textbox', { name: title }).fill(weight);
}

/** From committed objectives to the award, each step in the page by whom it is for. */
export const appraisal = (shared) =>
  test('a member is appraised (S4.3, S5.7.6, S7.5, S7.6): scorecard, exemption and rebalance, self-appraisal, appraisal, calibration, dispute, signatures, award', { timeout: 600_000 }, async () => {
    const program = await startProgram({ demo: true });
    try {
      const year = await prepare(program.url);
      const { cast, cycleId, ids, person } = year;
      const opened = [];
      const at = async (number, path, options) => {
        const window = await openAs(shared.browser, program.url, number, path, options);
        opened.push(window);
        return window.page;
      };

      // HR writes what attainments are worth, and makes the scorecards of the team by rule: first tried, then for good.
      const office = await at(hr, `/scorecards?cycle=${cycleId}`);
      await office.getByRole('button', { name: 'Scoring rules' }).click();
      await office.getByRole('dialog').getByRole('button', { name: 'New rule' }).click();
      const rule = office.getByRole('dialog', { name: 'New rule' });
      await rule.getByLabel('Name').fill('A straight line');
      await rule.getByLabel('Floor: 0 up to').fill('0');
      await rule.getByRole('button', { name: 'Save' }).click();
      await office.getByText('0 at 0 %, 100 at 100 %, no more after 120 %').waitFor();
      await office.goto(`/scorecards/make?cycle=${cycleId}`);
      await settled(office);
      await office.getByRole('combobox', { name: 'Scoring rule' }).click();
      await office.getByRole('option', { name: 'A straight line' }).click();
      await office.getByRole('combobox', { name: 'Unit, with all below' }).fill(person.unit.name);
      await office.getByRole('option', { name: person.unit.name }).first().click();
      assert.equal(await office.getByRole('button', { name: 'Make them' }).isDisabled(), true, 'nothing is written before it was tried');
      await office.getByRole('button', { name: 'Try it' }).click();
      const report = office.getByRole('region', { name: /^What (would be|was) made/ });
      await report.getByText('Has no agreed or committed objective.').first().waitFor();
      await report.getByRole('checkbox', { name: 'Exceptions only' }).uncheck();
      await report.locator(`[data-made=${member}]`).getByText('Drafted').waitFor();
      assert.deepEqual(await violations(office), []);
      await office.getByRole('button', { name: 'Make them' }).click();
      await office.getByRole('region', { name: 'What was made' }).waitFor();
      await office.getByRole('region', { name: 'What was made' }).getByRole('link', { name: 'Scorecards' }).click();

      // It weighs the items, to exactly 100, and puts the card in force.
      await office.getByRole('button', { name: /^Draft 1/ }).click();
      const row = office.locator(`[data-card=${member}]`);
      await row.getByRole('button', { name: /^Items and weights/ }).click();
      const items = office.getByRole('dialog');
      const weights = items.getByRole('textbox', { name: 'Weight' });
      await weights.first().waitFor();
      for (const [index, weight] of ['40', '30', '20'].entries()) await weights.nth(index).fill(weight);
      await items.getByText('Total 90: 10 missing').waitFor();
      await weights.nth(2).fill('30');
      await items.getByText('Total 100').waitFor();
      await items.getByRole('button', { name: 'Save' }).click();
      await closed(office);
      await row.getByRole('button', { name: /^Put in force/ }).click();
      await office.getByText('The scorecard is in force.').waitFor();

      // The member sees why his score is what it is, down to the entry.
      const own = await at(member, `/scorecard?cycle=${cycleId}`, { size: phone });
      await own.getByText('77.00').first().waitFor();
      await own.getByRole('button', { name: `What it rests on: ${calls}` }).tap();
      await own.getByText(`January of ${calls}`).waitFor();
      await own.getByText(/90 % of its target is worth 90 by/).waitFor();
      assert.deepEqual(await violations(own), []);

      // An objective becomes exempt: he asks for other weights, within bounds, and his leader confirms them from his day.
      await exempt(cast, ids[visits]);
      const weightsOf = own.getByRole('region', { name: 'Weights after exemptions' });
      for (let tries = 0; tries < 60 && (await weightsOf.count()) === 0; tries++) {
        await own.waitForTimeout(500);
        await own.reload();
        await settled(own);
      }
      await weightsOf.getByText('Proposed').waitFor();
      await own.getByText('Exempt', { exact: true }).first().waitFor();
      await weightsOf.getByRole('button', { name: 'Ask for other weights' }).tap();
      const asking = own.getByRole('dialog');
      await weigh(asking, { [calls]: '65', [training]: '35' });
      await asking.getByText('From 40 to 60.').first().waitFor();
      await weigh(asking, { [calls]: '60', [training]: '40' });
      await asking.getByText('The score comes to 94.00 with these.').waitFor();
      await asking.getByRole('button', { name: 'Ask for these' }).tap();
      await closed(own);
      await weightsOf.getByText('Asked for', { exact: true }).waitFor();

      const leader = await at(superior, '/my-day');
      await (await waiting(leader, 'CONFIRM_REBALANCE', person.name)).getByRole('link', { name: 'Open' }).click();
      await leader.getByRole('region', { name: 'Weights after exemptions' }).getByRole('button', { name: 'Confirm the weights' }).click();
      await leader.getByRole('dialog').getByRole('button', { name: 'Confirm', exact: true }).click();
      await closed(leader);
      await leader.getByText('94.00').first().waitFor();

      // The cycle is appraised: first the member himself, from his day.
      await cast[hr].tell('moveCycle', { cycleId, to: 'APPRAISAL' });
      await own.goto('/my-day');
      await (await waiting(own, 'SELF_APPRAISE', cycleName)).getByRole('button', { name: 'Appraise yourself' }).tap();
      const self = own.getByRole('dialog');
      await self.getByRole('button', { name: 'Appraise yourself' }).tap();
      await self.locator('[aria-invalid="true"]').first().waitFor(); // Nothing was said yet.
      await self.getByLabel('Review').fill('Both that count are nearly there');
      await self.getByLabel('Own score').fill('95');
      await self.getByRole('button', { name: 'Appraise yourself' }).tap();
      await closed(own);

      // Then his leader, who adjusts an item with his reason; the member does not see it yet.
      await leader.goto('/my-day');
      await (await waiting(leader, 'APPRAISE', cycleName)).getByRole('button', { name: 'Appraise', exact: true }).click();
      const judging = leader.getByRole('dialog');
      await judging.getByText('Both that count are nearly there').waitFor();
      await judging.getByLabel('The leader\'s appraisal').fill('Steady all year');
      const adjusted = judging.getByRole('group', { name: calls });
      await adjusted.getByLabel('Points, up or down').fill('25');
      await adjusted.getByText('At most 20 points either way.').waitFor();
      await adjusted.getByLabel('Points, up or down').fill('5');
      await judging.getByRole('button', { name: 'Appraise', exact: true }).click();
      await adjusted.getByText('This is required.').waitFor();
      await adjusted.getByLabel('Reason of the adjustment').fill('Took on the north too');
      await judging.getByText('Score with your adjustments: 97.00').waitFor();
      assert.deepEqual(await violations(leader), []);
      await judging.getByRole('button', { name: 'Appraise', exact: true }).click();
      await closed(leader);
      await own.goto(`/scorecard?cycle=${cycleId}`);
      await own.getByText('You see it when HR has released it.').waitFor();
      assert.equal(await own.getByText('Steady all year').count(), 0);

      // HR calibrates in the board, by the keyboard.
      await office.goto(`/calibration?cycle=${cycleId}`);
      await settled(office);
      const score = office.getByRole('textbox', { name: `Final score of ${person.name}` });
      await score.fill('96');
      await score.press('Enter');
      await office.getByText('Give a final score, a grade and a note.').waitFor();
      await office.getByRole('textbox', { name: `Grade of ${person.name}` }).fill('A');
      await office.getByRole('list', { name: 'By grade' }).getByText('A', { exact: true }).waitFor();
      await office.getByRole('textbox', { name: `Note on ${person.name}` }).fill('By the standard of the region');
      assert.deepEqual(await violations(office), []);
      await office.keyboard.press('Enter');
      await office.getByText(`Released to ${person.name}.`).waitFor();
      await office.getByText('Table', { exact: true }).click();
      await office.getByRole('table', { name: 'By grade' }).getByText('100.0 %').waitFor();

      // The member disputes it once; another of HR finds what holds.
      await own.goto('/my-day');
      await (await waiting(own, 'SIGN_APPRAISAL', cycleName)).getByRole('link', { name: 'Read and sign' }).tap();
      await own.getByText('Steady all year').waitFor();
      await own.getByRole('button', { name: 'Dispute', exact: true }).tap();
      await own.getByRole('dialog').getByLabel('Reason').fill('February is missing');
      await own.getByRole('dialog').getByRole('button', { name: 'Dispute', exact: true }).tap();
      await closed(own);
      const judge = await at(otherHr, '/my-day');
      await (await waiting(judge, 'RESOLVE_DISPUTE', person.name)).getByRole('link', { name: 'Open' }).click();
      await judge.getByRole('button', { name: 'Resolve the dispute' }).click();
      await judge.getByRole('dialog').getByLabel('What was found').fill('It was counted elsewhere; one point more');
      await judge.getByRole('dialog').getByLabel('Final score').fill('97');
      await judge.getByRole('dialog').getByRole('button', { name: 'Resolve the dispute' }).click();
      await closed(judge);

      // Both sign; what is signed can be taken away, and printed with everything on it and nothing else.
      await own.reload();
      await own.getByRole('button', { name: 'Sign', exact: true }).tap();
      await own.getByRole('dialog').getByRole('button', { name: 'Sign', exact: true }).tap();
      await closed(own);
      await leader.goto('/my-day');
      await (await waiting(leader, 'SIGN_APPRAISAL', person.name)).getByRole('link', { name: 'Read and sign' }).click();
      await leader.getByRole('button', { name: 'Sign', exact: true }).click();
      await leader.getByRole('dialog').getByRole('button', { name: 'Sign', exact: true }).click();
      await closed(leader);
      await leader.getByRole('list', { name: 'How far it has come' }).locator('[aria-current=step]').getByText('Signed').waitFor();
      assert.deepEqual(await violations(leader), []);
      const [download] = await Promise.all([leader.waitForEvent('download'), leader.getByRole('link', { name: 'Excel' }).click()]);
      assert.equal(download.suggestedFilename(), 'scorecard.xlsx');
      await leader.emulateMedia({ media: 'print' });
      await leader.getByText(/100 % of its target is worth 100 by/).waitFor();
      await leader.getByText('It was counted elsewhere; one point more').waitFor();
      assert.equal(await leader.getByRole('navigation', { name: 'Main navigation' }).isVisible(), false);
      assert.equal(await leader.getByRole('link', { name: 'Excel' }).isVisible(), false);
      assert.ok((await leader.pdf({ format: 'A4' })).length > 10_000);
      await leader.emulateMedia({ media: null });

      // The award follows.
      await office.goto(`/incentives/${await scheme(year)}`);
      await office.getByRole('button', { name: 'Make awards final' }).click();
      await office.getByRole('dialog').getByRole('button', { name: 'Make awards final' }).click();
      await closed(office);
      await own.goto(`/awards?cycle=${cycleId}`);
      await own.getByText(/score 97/).first().waitFor();
      assert.deepEqual(await violations(own), []);
      assert.deepEqual(opened.flatMap((window) => window.errors), []);
      await Promise.all(opened.map((window) => window.context.close()));
    } finally {
      await program.stop();
    }
  });
