import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, phone, settled, violations } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { nextYear } from './objectives.mjs';

const asTeamLeader = (shared) => signedInApi(shared.url, 'E0111');

/** A personal objective of the team's member, drafted by its leader. */
async function draftForMember(shared, title) {
  const api = await asTeamLeader(shared);
  const cycleId = await nextYear(api);
  const { viewer, measures, people } = await api('{ viewer { person { unit { id } } } measures { id decimals direction } people(filter: { text: "E0112" }) { nodes { id } } }');
  const measure = measures.find((one) => one.decimals === 0 && one.direction === 'INCREASE');
  const { draftObjective } = await api('mutation($input: DraftObjectiveInput!) { draftObjective(input: $input) { objective { id } userErrors { message } } }', {
    input: { cycleId, level: 'PERSONAL', title, ownerId: people.nodes[0].id, unitId: viewer.person.unit.id, measureId: measure.id, target: '100' },
  });
  assert.deepEqual(draftObjective.userErrors, []);
  return draftObjective.objective.id;
}

/** Opens a step's form, fills it in and sends it. */
export async function step(page, name, { target, text } = {}) {
  await page.getByRole('region', { name: 'Negotiation' }).getByRole('button', { name, exact: true }).click();
  const form = page.getByRole('dialog');
  if (target) await form.getByLabel('Target').fill(target);
  if (text) await form.getByLabel('Words').fill(text);
  await form.getByRole('button', { name, exact: true }).click();
  await form.waitFor({ state: 'detached' });
}

export const agreeing = (shared) =>
  describe('setting objectives together', () => {
    test('a briefing is published, read, and shows who has not', async () => {
      const title = 'Results that everyone should know';
      const executive = await openAs(shared.browser, shared.url, 'E0001', `/briefings?cycle=${await nextYear(await asTeamLeader(shared))}`);
      await executive.page.getByText(/^Setting is open for/).waitFor();
      await executive.page.getByRole('button', { name: 'Publish' }).click();
      const form = executive.page.getByRole('dialog');
      await form.getByRole('button', { name: 'Publish', exact: true }).click();
      assert.equal(await form.getByText('This is required.').count(), 3);
      await form.getByRole('combobox', { name: 'Kind' }).click();
      await executive.page.getByRole('option', { name: 'Company results' }).click();
      await form.getByLabel('Title').fill(title);
      await form.getByLabel('Text').fill('Service revenue grew by 9 %.\nParts turn too slowly.');
      await form.getByRole('button', { name: 'Publish', exact: true }).click();
      await form.waitFor({ state: 'detached' });
      await executive.page.getByRole('link', { name: title }).click();
      await executive.page.getByRole('heading', { level: 2, name: /^Have not yet \(320\)/ }).waitFor();

      const member = await openAs(shared.browser, shared.url, 'E0112', new URL(executive.page.url()).pathname);
      await member.page.getByRole('region', { name: 'Text' }).getByText('Parts turn too slowly.').waitFor();
      await member.page.getByRole('button', { name: 'I have read it' }).click();
      await member.page.getByText(/^You acknowledged it on/).waitFor();
      await member.page.getByRole('heading', { level: 2, name: /^Have acknowledged \(1\)/ }).waitFor();
      assert.equal(await member.page.getByRole('button', { name: 'I have read it' }).count(), 0);
      assert.deepEqual([...executive.errors, ...member.errors], []);
      await executive.context.close();
      await member.context.close();
    });

    test('leader and member propose, counter, accept and sign; the difference is seen', async () => {
      const id = await draftForMember(shared, 'Negotiated: visits on time');
      const leader = await openAs(shared.browser, shared.url, 'E0111', `/objectives/${id}`);
      await step(leader.page, 'Share own context', { text: 'The team takes on 900 visits.' });
      await step(leader.page, 'Propose a target', { target: '120', text: 'As last year' });

      const member = await openAs(shared.browser, shared.url, 'E0112', `/objectives/${id}`);
      const negotiation = member.page.getByRole('region', { name: 'Negotiation' });
      await negotiation.getByText('The team takes on 900 visits.').waitFor();
      await step(member.page, 'Propose a target', { target: '90', text: 'Two of us are new' });
      const versions = negotiation.getByRole('table', { name: 'Both versions' });
      await versions.getByText(/−30/).waitFor();
      assert.match(await versions.innerText(), /−25 %/);

      await leader.page.getByRole('region', { name: 'Negotiation' }).getByText('Two of us are new').waitFor();
      await step(leader.page, 'Accept');
      await leader.page.getByRole('region', { name: 'Signatures' }).getByText(/has not signed yet/).first().waitFor();
      await leader.page.getByRole('region', { name: 'Signatures' }).getByRole('button', { name: 'Sign' }).click();
      await leader.page.getByText('Signed.').waitFor();

      await member.page.getByRole('region', { name: 'Signatures' }).getByRole('button', { name: 'Sign' }).click();
      await member.page.getByText('Signed by all: committed.').waitFor();
      await member.page.locator('[data-status="COMMITTED"]').first().waitFor();
      assert.match(await member.page.getByRole('region', { name: 'Goal' }).innerText(), /90/);
      assert.deepEqual(await violations(member.page), []);
      assert.deepEqual([...leader.errors, ...member.errors], []);
      await leader.context.close();
      await member.context.close();
    });

    test('authority is granted and taken back', async () => {
      const id = await draftForMember(shared, 'Negotiated: with authority');
      const leader = await openAs(shared.browser, shared.url, 'E0111', `/objectives/${id}`);
      await leader.page.getByRole('region', { name: 'Negotiation' }).getByRole('button', { name: 'Grant authority' }).click();
      const form = leader.page.getByRole('dialog');
      await form.getByLabel('What may be decided alone').fill('Discounts on site');
      await form.getByLabel('Up to the amount of').fill('500');
      await form.getByRole('button', { name: 'Grant authority' }).click();
      await form.waitFor({ state: 'detached' });
      const granted = leader.page.getByRole('region', { name: 'Authority granted' });
      await granted.getByText(/Discounts on site · up to 500/).waitFor();

      const member = await openAs(shared.browser, shared.url, 'E0112', `/objectives/${id}`);
      await member.page.getByRole('region', { name: 'Authority granted' }).getByText(/Discounts on site/).waitFor();
      assert.equal(await member.page.getByRole('button', { name: 'Take authority back' }).count(), 0);
      await granted.getByRole('button', { name: 'Take authority back' }).click();
      await leader.page.getByRole('dialog').getByLabel('Reason').fill('The season is over');
      await leader.page.getByRole('dialog').getByRole('button', { name: 'Take authority back' }).click();
      await granted.waitFor({ state: 'detached' });
      await member.page.getByRole('region', { name: 'Authority granted' }).waitFor({ state: 'detached' });
      assert.deepEqual([...leader.errors, ...member.errors], []);
      await leader.context.close();
      await member.context.close();
    });

    test('a change under signatures shows them void', async () => {
      const id = await draftForMember(shared, 'Negotiated: to be changed');
      const [leader, member] = [await asTeamLeader(shared), await signedInApi(shared.url, 'E0112')];
      const say = (api, kind, more = {}) => api('mutation($input: NegotiateInput!) { negotiate(input: $input) { userErrors { message } } }', { input: { objectiveId: id, kind, text: 'so', ...more } });
      await say(leader, 'SHARED_CONTEXT');
      await say(leader, 'PROPOSAL', { target: '80' });
      await say(member, 'ACCEPTED');
      const { objective } = await leader('query($id: ID!) { objective(id: $id) { contentHash } }', { id });
      await leader('mutation($input: SignCommitmentInput!) { signCommitment(input: $input) { userErrors { message } } }', { input: { objectiveId: id, contentHash: objective.contentHash } });
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0112', `/objectives/${id}`);
      await page.getByRole('region', { name: 'Signatures' }).getByRole('button', { name: 'Sign' }).waitFor();
      await leader('mutation($input: EditObjectiveInput!) { editObjective(input: $input) { userErrors { message } } }', { input: { id, title: 'Negotiated: changed' } });
      await page.getByText('no longer counts: the content changed').waitFor();
      await page.locator('[data-status="NEGOTIATING"]').first().waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('help is asked for, declined and decided by the common superior', async () => {
      const id = await draftForMember(shared, 'Negotiated: needs help');
      const member = await openAs(shared.browser, shared.url, 'E0112', `/objectives/${id}`);
      const help = member.page.getByRole('region', { name: 'Help needed from others' });
      await help.getByRole('button', { name: 'Ask for help' }).click();
      const form = member.page.getByRole('dialog');
      await form.getByLabel('What is needed').fill('Two engineers in June');
      await form.getByLabel('Or from the person').fill('E0113');
      await member.page.getByRole('option', { name: /E0113/ }).click();
      const { cycles } = await (await asTeamLeader(shared))('{ cycles { year status } }');
      await form.getByLabel('Needed by').fill(`${cycles.findLast((one) => one.status === 'PREPARATION').year}-06-30`);
      await form.getByRole('button', { name: 'Ask for help' }).click();
      await form.waitFor({ state: 'detached' });
      await help.getByText('Two engineers in June').waitFor();
      await help.getByText(/waits for/).waitFor();

      const cycleId = await nextYear(await asTeamLeader(shared));
      const answers = async (employeeNumber, name, words) => {
        const { context, page, errors } = await openAs(shared.browser, shared.url, employeeNumber, `/briefings?cycle=${cycleId}`);
        const item = page.getByRole('region', { name: 'Requests for help that wait for you' }).getByRole('listitem').filter({ hasText: 'Two engineers in June' });
        await item.getByRole('button', { name, exact: true }).click();
        await page.getByRole('dialog').getByLabel('Answer').fill(words);
        await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        assert.deepEqual(errors, []);
        await context.close();
      };
      await answers('E0113', 'Decline', 'I am on leave then');
      await help.getByText(/I am on leave then/).waitFor();
      await answers('E0111', 'Promise', 'I find two others');
      await help.getByText(/Promised/).waitFor();
      assert.deepEqual(member.errors, []);
      await member.context.close();
    });

    test('the seven steps name what is missing', async () => {
      const api = await asTeamLeader(shared);
      const { viewer } = await api('{ viewer { person { unit { id members(first: 50) { nodes { id name } } } } } }');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', `/setting?cycle=${await nextYear(api)}&unit=${viewer.person.unit.id}`);
      const step = page.locator('main ol > li').filter({ hasText: 'Personal' });
      await step.getByText(/^\d+ missing$/).click();
      const missing = page.getByRole('list', { name: 'Missing: Personal' });
      const first = missing.getByRole('listitem').first();
      await first.getByText(/has no objective yet|not all agreed yet/).waitFor();
      const name = await first.getByRole('link').innerText();
      assert.ok(viewer.person.unit.members.nodes.some((one) => one.name === name), `${name} is of the team`);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('the strategy shows what hangs on nothing', async () => {
      const api = await signedInApi(shared.url, 'E0001');
      const cycleId = await nextYear(api);
      const { viewer, measures } = await api('{ viewer { person { id unit { id } } } measures { id decimals direction } }');
      const measure = measures.find((one) => one.decimals === 0 && one.direction === 'INCREASE');
      await api('mutation($input: DraftObjectiveInput!) { draftObjective(input: $input) { userErrors { message } } }', {
        input: { cycleId, level: 'COMPANY', title: 'Hangs on no plan', ownerId: viewer.person.id, unitId: viewer.person.unit.id, measureId: measure.id, target: '5' },
      });
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0001', '/strategy');
      const coverage = page.getByRole('region', { name: 'Coverage' });
      await coverage.getByRole('combobox', { name: 'Cycle' }).click();
      await page.getByRole('option').first().click();
      await coverage.getByRole('link', { name: 'Hangs on no plan' }).waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('on a phone and in Chinese too', async () => {
      const id = await draftForMember(shared, '手机上协商');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', `/objectives/${id}`, { language: 'zh-CN', size: phone });
      await page.getByRole('region', { name: '协商' }).getByRole('button', { name: '公开自身目标与计划' }).click();
      await page.getByRole('dialog').getByLabel('说明').fill('小组承担九百次上门');
      await page.getByRole('dialog').getByRole('button', { name: '公开自身目标与计划' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByRole('list', { name: '协商记录' }).getByText('小组承担九百次上门').waitFor();
      await settled(page);
      assert.deepEqual(await violations(page), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true, 'nothing sticks out');
      assert.deepEqual(errors, []);
      await context.close();
    });
  });
