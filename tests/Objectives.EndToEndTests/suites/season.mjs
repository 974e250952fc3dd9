import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAs, openWindow, settled } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { step } from './agreeing.mjs';

const cycleName = 'A season of its own';
const measureName = 'Smart homes fitted out';
const title = 'Smart homes';
const briefings = [
  ['General environment', 'New homes come wired'],
  ['Industry environment', 'Who fits homes out grows by a fifth'],
  ['Competitive environment', 'Nobody offers it in the new towns'],
  ['Company results', 'We have the engineers for it'],
];
const [coast, harbour] = ['Coast town', 'Harbour town'];
const customers = { [coast]: ['Coast homes', 'Coast hotel'], [harbour]: ['Harbour homes'] };
const [engineers, adviser] = ['Smart home engineer', 'Smart home adviser'];

/** Two new towns that the field service department answers for, their customers, and two positions of the team for one of them. */
async function settleNewTowns(shared) {
  const api = await signedInApi(shared.url, 'E0004');
  const save = async (mutation, input, field) => {
    const payload = (await api(`mutation($input: S${mutation.slice(1)}Input!) { ${mutation}(input: $input) { ${field} { id } userErrors { message } } }`, { input }))[mutation];
    assert.deepEqual(payload.userErrors, []);
    return payload[field].id;
  };
  const person = async (number) => (await api('query($text: String) { people(filter: { text: $text }) { nodes { id employeeNumber name email relativeStrength active locale unit { id parent { id } } superior { id } } } }', { text: number })).people.nodes[0];
  const member = await person('E0112');
  const regions = {};
  for (const name of [coast, harbour]) {
    const profile = { characteristics: 60, strategicDeployment: 80, development: 70, environment: 60, competition: 50, resources: 40 };
    regions[name] = await save('saveRegion', { code: `Z ${name}`, name, unitId: member.unit.parent.id, profile }, 'region');
    for (const customer of customers[name]) await save('saveCustomer', { code: customer, name: customer, regionId: regions[name], accountOwnerId: member.id, profile: { strength: 50, finances: 60, credit: 70 } }, 'customer');
  }
  const duties = [{ text: 'Fit smart homes out' }];
  const position = await save('savePosition', { code: 'SMART-1', title: engineers, unitId: member.unit.id, regionId: regions[coast], responsibilities: duties }, 'position');
  await save('savePosition', { code: 'SMART-2', title: adviser, unitId: member.unit.id, regionId: regions[coast], responsibilities: duties }, 'position');
  for (const number of ['E0112', 'E0113']) {
    const { id, unit, superior, ...rest } = await person(number);
    await save('savePerson', { id, ...rest, unitId: unit.id, superiorId: superior.id, positionId: position }, 'person');
  }
}

/** Who works in a leader's unit beside him. */
async function staffOf(shared, leader) {
  const { viewer } = await (await signedInApi(shared.url, leader))('{ viewer { person { unit { members(first: 50) { nodes { employeeNumber } } } } } }');
  return viewer.person.unit.members.nodes.map((one) => one.employeeNumber).filter((number) => number !== leader);
}

/** Everyone who takes part, each with a window of his own. */
function castOf(shared) {
  const windows = new Map();
  return {
    /** Personas choose themselves on the first page; the others are no visitors' parts. */
    async page(number) {
      if (!windows.has(number)) {
        const api = await fetch(`${shared.url}/auth/demo`);
        const isPersona = (await api.json()).some((one) => one.employeeNumber === number);
        const window = isPersona ? await openWindow(shared.browser, shared.url) : await openAs(shared.browser, shared.url, number, '/tree');
        if (isPersona) {
          await window.page.goto('/');
          await window.page.getByRole('button', { name: new RegExp(number) }).click();
          await window.page.getByRole('heading', { name: 'My day' }).waitFor();
        }
        windows.set(number, window);
      }
      return windows.get(number).page;
    },
    async at(number, path) {
      const page = await this.page(number);
      if (new URL(page.url()).pathname + new URL(page.url()).search !== path) await page.goto(path);
      await settled(page);
      return page;
    },
    errors: () => [...windows.values()].flatMap((window) => window.errors),
    close: () => Promise.all([...windows.values()].map((window) => window.context.close())),
  };
}

/** Gives parts of an objective to some of the recipients that the page finds, and follows to them: their paths by name. */
async function allocate(page, path, dimension, recipients, owners = {}) {
  await page.goto(path);
  await page.getByRole('link', { name: 'Allocate', exact: true }).click();
  const to = page.getByRole('combobox', { name: 'To', exact: true });
  await to.waitFor();
  if ((await to.inputValue()) !== dimension) {
    await to.click();
    await page.getByRole('option', { name: dimension, exact: true }).click();
  }
  const takes = (name) => page.getByRole('checkbox', { name: `Give ${name} a part` });
  await takes(recipients[0]).waitFor();
  await settled(page);
  for (const box of await page.getByRole('checkbox', { name: /^Give / }).all()) {
    const name = /^Give (.*) a part$/.exec(await box.getAttribute('aria-label'))[1];
    if (!recipients.includes(name)) await box.uncheck();
  }
  for (const [recipient, owner] of Object.entries(owners)) {
    await page.getByRole('combobox', { name: `Owner for ${recipient}` }).fill(owner);
    await page.getByRole('option', { name: new RegExp(owner) }).click();
  }
  const apply = page.getByRole('button', { name: `Allocate to ${recipients.length}`, exact: true });
  await page.waitForFunction((button) => !document.querySelector('[aria-busy="true"]') && [...document.querySelectorAll('button')].some((one) => one.textContent === button && !one.disabled), `Allocate to ${recipients.length}`);
  await apply.click();
  await page.waitForURL((url) => url.pathname === path);
  const below = page.getByRole('region', { name: `Objectives below (${recipients.length})` });
  const paths = [];
  for (const name of recipients) paths.push(await below.getByRole('link', { name: new RegExp(`· ${name}$`) }).getAttribute('href'));
  return paths;
}

async function sign(page) {
  const button = page.getByRole('region', { name: 'Signatures' }).getByRole('button', { name: 'Sign' });
  await button.click();
  await button.waitFor({ state: 'detached' });
}

/** Leader and owner stand by what is on the table. */
async function agree(cast, path, { owner, leader, shares = true }) {
  const leaders = await cast.at(leader, path);
  if (shares) await step(leaders, 'Share own context', { text: 'What I answer for, and how I mean to reach it' });
  await step(leaders, 'Accept');
  await step(await cast.at(owner, path), 'Accept');
}

/** Waits for the status that stands under an objective's title. */
const hasStatus = (page, status) => page.locator(`div:has(> h1) + div [data-status="${status}"]`).waitFor();

/** All who must sign; with the last signature it is committed. */
async function commit(cast, path, signers) {
  for (const signer of signers) await sign(await cast.at(signer, path));
  await hasStatus(await cast.at(signers[0], path), 'COMMITTED');
}

/** From the opening of a cycle to its execution, by those whose part it is, each step through the page. */
export const season = (shared) =>
  test('a whole setting season: told, allocated, countered, agreed, mended, signed and committed', { timeout: 600_000 }, async (t) => {
    const cast = castOf(shared);
    let isBroken = false;
    /** Each act needs those before it. */
    const act = (name, play) =>
      t.test(name, { skip: isBroken && 'an act before it failed' }, async () => {
        isBroken = true;
        await play();
        isBroken = false;
      });
    await settleNewTowns(shared);
    let cycleId;

    await act('the administrator adds the measure, HR opens the cycle', async () => {
      const administrator = await cast.at('E0004', '/measures');
      await administrator.getByRole('button', { name: 'Add measure' }).click();
      const form = administrator.getByRole('dialog');
      await form.getByLabel('Name').fill(measureName);
      await form.getByLabel('Code').fill('Z-SMART');
      await form.getByLabel('Unit of measure').fill('homes');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });

      const hr = await cast.at('E0002', '/cycles');
      await hr.getByRole('button', { name: 'Open a cycle' }).click();
      const opening = hr.getByRole('dialog');
      await opening.getByLabel('Name').fill(cycleName);
      await opening.getByRole('button', { name: 'Open a cycle' }).click();
      await opening.waitFor({ state: 'detached' });
      const cycle = hr.getByRole('region', { name: cycleName });
      cycleId = new URLSearchParams((await cycle.getByRole('link', { name: 'Goal tree' }).getAttribute('href')).split('?')[1]).get('cycle');
      await cycle.getByRole('button', { name: 'On to Setting' }).click();
      await hr.getByRole('dialog').getByRole('button', { name: 'Move to Setting' }).click();
      await cycle.getByText('Setting', { exact: true }).first().waitFor();
    });

    await act('the executive publishes the four briefings, and setting opens', async () => {
      const executive = await cast.at('E0001', `/setting?cycle=${cycleId}`);
      await executive.getByText(/^Setting is not open for .*General environment.*Company results/).waitFor();
      await executive.getByRole('link', { name: 'Briefings', exact: true }).last().click();
      for (const [kind, words] of briefings) {
        await executive.getByRole('button', { name: 'Publish' }).click();
        const form = executive.getByRole('dialog');
        await form.getByRole('combobox', { name: 'Kind' }).click();
        await executive.getByRole('option', { name: kind, exact: true }).click();
        await form.getByLabel('Title').fill(words);
        await form.getByLabel('Text').fill(`${words}.`);
        await form.getByRole('button', { name: 'Publish', exact: true }).click();
        await form.waitFor({ state: 'detached' });
      }
      await executive.getByText(/^Setting is open for /).waitFor();
    });

    await act('those who set objectives read and acknowledge them', async () => {
      for (const reader of ['E0100', 'E0110', 'E0111', 'E0112']) {
        const page = await cast.at(reader, `/briefings?cycle=${cycleId}`);
        for (const [, words] of briefings) {
          await page.getByRole('link', { name: words }).click();
          await page.getByRole('button', { name: 'I have read it' }).click();
          await page.getByText(/^You acknowledged it on/).waitFor();
          await page.goBack();
        }
        await page.getByRole('link', { name: briefings[0][1] }).waitFor();
        await settled(page);
        assert.equal(await page.getByText('waits for you').count(), 0);
      }
      const executive = await cast.at('E0001', `/briefings?cycle=${cycleId}`);
      await executive.getByText(/^4 have read it/).nth(3).waitFor();
    });

    const paths = {};
    await act('the company’s objective is drafted from the strategy and allocated: divisions, departments, regions, customers, positions, people', async () => {
      const executive = await cast.at('E0001', `/tree?cycle=${cycleId}`);
      await executive.getByRole('button', { name: 'Draft', exact: true }).click();
      const form = executive.getByRole('dialog');
      await form.getByLabel('Title').fill(title);
      await form.getByRole('combobox', { name: 'Measure' }).fill(measureName);
      await executive.getByRole('option', { name: new RegExp(measureName) }).click();
      await form.getByLabel('Target').fill('1,000');
      await form.getByRole('combobox', { name: 'Strategy' }).click();
      await executive.getByRole('option', { name: /^Strategy · .*延保业务/ }).click();
      await form.getByRole('button', { name: 'Draft', exact: true }).click();
      await form.waitFor({ state: 'detached' });
      const link = executive.locator('[data-row] a').filter({ hasText: title });
      await link.click();
      await executive.waitForURL(/\/objectives\//);
      paths.company = new URL(executive.url()).pathname;

      const unitName = async (number) => (await (await signedInApi(shared.url, number))('{ viewer { person { unit { name } } } }')).viewer.person.unit.name;
      [paths.division] = await allocate(executive, paths.company, 'Units', [await unitName('E0100')]);
      [paths.department] = await allocate(await cast.page('E0100'), paths.division, 'Units', [await unitName('E0110')]);
      const leader = await cast.page('E0110');
      [paths.coast, paths.harbour] = await allocate(leader, paths.department, 'Regions', [coast, harbour]);
      paths.customers = await allocate(leader, paths.coast, 'Customers', customers[coast]);
      paths.customers.push(...(await allocate(leader, paths.harbour, 'Customers', customers[harbour])));
      const team = await cast.page('E0111');
      [paths.engineers, paths.adviser] = await allocate(team, paths.customers[0], 'Positions', [engineers, adviser], { [adviser]: 'E0112' });
      const names = await Promise.all(['E0112', 'E0113'].map(async (number) => (await (await signedInApi(shared.url, number))('{ viewer { person { name } } }')).viewer.person.name));
      [paths.member, paths.colleague] = await allocate(team, paths.engineers, 'People', names);
    });

    await act('all targets are spread over the months from the list of findings', async () => {
      const executive = await cast.at('E0001', `/findings?cycle=${cycleId}&kind=NOT_PHASED`);
      const count = (number) => executive.getByRole('status').filter({ hasText: new RegExp(`^${number} finding`) });
      for (let left = 12; left > 0; left--) {
        await count(left).waitFor();
        await executive.getByRole('button', { name: 'Phase evenly' }).first().click();
      }
      await executive.getByText('No findings').waitFor();
    });

    const inTeam = { owner: 'E0112', leader: 'E0111' };
    await act('the member counters what her leader proposes, and he accepts', async () => {
      const leader = await cast.at('E0111', paths.member);
      await step(leader, 'Share own context', { text: 'The team fits out all homes of the coast' });
      const asked = Number((await leader.getByRole('region', { name: 'Goal' }).innerText()).match(/(\d+)\s*homes/)[1]);
      await step(leader, 'Propose a target', { target: String(asked), text: 'Your part of the coast' });
      const member = await cast.at('E0112', paths.member);
      await step(member, 'Propose a target', { target: String(asked - 20), text: 'I am away in August' });
      await member.getByRole('table', { name: 'Both versions' }).getByText('−20').waitFor();
      await leader.getByRole('region', { name: 'Negotiation' }).getByText('I am away in August').waitFor();
      await step(leader, 'Accept');
      await hasStatus(member, 'AGREED');
    });

    await act('what is missing now is found, stops the signature, and is mended by one click', async () => {
      await agree(cast, paths.engineers, { owner: 'E0111', leader: 'E0110' });
      const leader = await cast.at('E0111', paths.engineers);
      await leader.getByRole('region', { name: 'Signatures' }).getByRole('button', { name: 'Sign' }).click();
      await leader.getByRole('region', { name: 'Signatures' }).getByRole('alert').getByText(/20 .*short/).waitFor();
      await leader.goto(`/findings?cycle=${cycleId}&severity=BLOCKING`);
      const gap = leader.getByRole('listitem').filter({ hasText: 'Falls short' });
      await gap.getByRole('link', { name: new RegExp(`· ${engineers}$`) }).waitFor();
      await gap.getByRole('button', { name: 'Share the shortfall' }).click();
      await leader.getByText('No findings').waitFor();
      // What was agreed has changed with it, and is agreed anew.
      const member = await cast.at('E0112', paths.member);
      await hasStatus(member, 'NEGOTIATING');
      await step(member, 'Accept');
      await step(await cast.at('E0111', paths.member), 'Accept');
      await commit(cast, paths.member, ['E0112', 'E0111']);
      await commit(cast, paths.engineers, ['E0111', 'E0110']);
    });

    await act('everyone else agrees and signs', async () => {
      await agree(cast, paths.colleague, { owner: 'E0113', leader: 'E0111' });
      await commit(cast, paths.colleague, ['E0113', 'E0111']);
      for (const path of [paths.adviser, ...paths.customers]) {
        await agree(cast, path, inTeam);
        await commit(cast, path, ['E0112', 'E0111']);
      }
      for (const path of [paths.coast, paths.harbour]) {
        await agree(cast, path, { owner: 'E0110', leader: 'E0100' });
        await commit(cast, path, ['E0110', 'E0100']);
      }
      // What is a unit's is signed by each who works in it.
      await agree(cast, paths.department, { owner: 'E0110', leader: 'E0100' });
      await commit(cast, paths.department, ['E0110', ...(await staffOf(shared, 'E0110')), 'E0100']);
      await agree(cast, paths.division, { owner: 'E0100', leader: 'E0001' });
      await commit(cast, paths.division, ['E0100', ...(await staffOf(shared, 'E0100')), 'E0001']);
      // The executive has no superior: another executive stands in for one.
      await agree(cast, paths.company, { owner: 'E0001', leader: 'E0005', shares: false });
      await commit(cast, paths.company, ['E0001', 'E0005']);
    });

    await act('all is committed, nothing blocks, and the cycle goes into execution', async () => {
      const executive = await cast.at('E0001', `/findings?cycle=${cycleId}&severity=BLOCKING`);
      await executive.getByText('No findings').waitFor();
      await executive.goto(`/tree?cycle=${cycleId}`);
      await executive.getByRole('button', { name: 'Open whole tree' }).click();
      await executive.locator('[data-row]').nth(11).waitFor();
      assert.equal(await executive.locator('[data-row]').count(), 12);
      assert.equal(await executive.locator('[data-row] [data-status="COMMITTED"]').count(), 12);
      await executive.goto(`/setting?cycle=${cycleId}`);
      await executive.locator('main ol > li').filter({ hasText: 'Quarter' }).getByText('12 of 12 done').waitFor();

      const hr = await cast.at('E0002', '/cycles');
      const cycle = hr.getByRole('region', { name: cycleName });
      await cycle.getByRole('button', { name: 'On to Execution' }).click();
      await hr.getByRole('dialog').getByRole('button', { name: 'Move to Execution' }).click();
      await cycle.getByText('Execution', { exact: true }).first().waitFor();
      const member = await cast.at('E0112', paths.member);
      await hasStatus(member, 'COMMITTED');
      assert.deepEqual(cast.errors(), []);
    });
    await cast.close();
  });
