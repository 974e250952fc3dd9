import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, phone, violations } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { nextYear } from './objectives.mjs';

/** A team objective and a member's under it that falls short by 40. */
export async function draftShortFamily(shared, title) {
  const api = await signedInApi(shared.url, 'E0111');
  const cycleId = await nextYear(api);
  const { viewer, measures, people } = await api('{ viewer { person { id unit { id } } } measures { id decimals direction aggregation } people(filter: { text: "E0112" }) { nodes { id } } }');
  const measure = measures.find((one) => one.decimals === 0 && one.direction === 'INCREASE' && one.aggregation === 'SUM');
  const draft = async (input) => {
    const { draftObjective } = await api('mutation($input: DraftObjectiveInput!) { draftObjective(input: $input) { objective { id } userErrors { message } } }', { input: { cycleId, unitId: viewer.person.unit.id, measureId: measure.id, ...input } });
    assert.deepEqual(draftObjective.userErrors, []);
    return draftObjective.objective.id;
  };
  const parent = await draft({ level: 'TEAM', title, ownerId: viewer.person.id, target: '100' });
  const child = await draft({ level: 'PERSONAL', title: `${title}: her part`, ownerId: people.nodes[0].id, parentId: parent, target: '60' });
  return { cycleId, parent, child };
}

export const findings = (shared) =>
  describe('findings', () => {
    test('a shortfall is found with its amount and shared among those below by one click', async () => {
      const { parent, child } = await draftShortFamily(shared, 'Findings: visits');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', `/objectives/${parent}`);
      const region = page.getByRole('region', { name: /finding/ });
      await region.getByText(/makes up 60 of 100 .*: 40 .* short/).waitFor();
      assert.equal(await region.getByRole('button', { name: 'Waive' }).count(), 0, 'nobody waives his own');
      await region.getByRole('button', { name: 'Share the shortfall' }).click();
      await region.getByText(/makes up 60 of 100/).waitFor({ state: 'detached' });
      await page.goto(`/objectives/${child}`);
      await page.getByRole('region', { name: 'Goal' }).getByText('100').first().waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('a higher leader waives one with a reason, which is then listed as waived', async () => {
      const { cycleId, parent } = await draftShortFamily(shared, 'Findings: waived');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0100', `/objectives/${parent}`);
      const item = page.getByRole('region', { name: /finding/ }).getByRole('listitem').filter({ hasText: 'Falls short' });
      await item.getByRole('button', { name: 'Waive' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('button', { name: 'Waive' }).click();
      await form.getByText('This is required.').waitFor();
      await form.getByLabel('Reason').fill('Two new colleagues start in June');
      await form.getByRole('button', { name: 'Waive' }).click();
      await item.getByText(/waived it on .*Two new colleagues start in June/).waitFor();
      await page.goto(`/findings?cycle=${cycleId}&kind=COVERAGE_SHORTFALL&waived=yes`);
      await page.getByRole('link', { name: /Findings: waived/ }).first().waitFor();
      await page.goto(`/findings?cycle=${cycleId}&kind=COVERAGE_SHORTFALL`);
      await page.getByRole('status').filter({ hasText: /finding/ }).waitFor();
      assert.equal(await page.getByRole('link', { name: /Findings: waived$/ }).count(), 0);
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('the seven steps show how far a unit has come, on a phone and in Chinese too', async () => {
      for (const [language, size, title] of [['en', undefined, 'Setting'], ['zh-CN', phone, '目标制定']]) {
        const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0110', '/setting', { language, size });
        await page.getByRole('heading', { level: 1, name: title }).waitFor();
        await page.locator('main ol > li').nth(6).waitFor();
        assert.equal(await page.locator('main ol > li').count(), 7);
        assert.deepEqual(await violations(page), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth), false);
        assert.deepEqual(errors, []);
        await context.close();
      }
    });

    test('a leader states from which end his unit sets its objectives', async () => {
      const api = await signedInApi(shared.url, 'E0110');
      const { viewer, organization } = await api('{ viewer { person { unit { id } } } organization { units { id parent { id } leader { employeeNumber } } } }');
      // A team in which no other test negotiates.
      const team = organization.units.find((unit) => unit.parent?.id === viewer.person.unit.id && unit.leader.employeeNumber !== 'E0111');
      const path = `/setting?cycle=${await nextYear(api)}&unit=${team.id}`;
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0110', path);
      await page.getByRole('button', { name: 'Approach' }).click();
      const form = page.getByRole('dialog');
      await form.getByText('The owner proposes first', { exact: false }).waitFor();
      await form.getByRole('radio', { checked: true }).focus();
      await page.keyboard.press('ArrowUp');
      await form.getByRole('radio', { name: 'Bottom-up', checked: true }).waitFor();
      assert.deepEqual(await violations(page), []);
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
      await page.getByText('Objectives are set from the bottom up.', { exact: false }).waitFor();

      const member = await openAs(shared.browser, shared.url, 'E0112', path, { language: 'zh-CN', size: phone });
      await member.page.getByText('采用自下而上方式', { exact: false }).waitFor();
      assert.equal(await member.page.getByRole('button', { name: '制定方式' }).count(), 0);
      await page.getByRole('button', { name: 'Approach' }).click();
      await form.getByText('Top-down and bottom-up', { exact: true }).click();
      await form.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Objectives may be proposed from either end.', { exact: false }).waitFor();
      assert.deepEqual([...errors, ...member.errors], []);
      await member.context.close();
      await context.close();
    });
  });
