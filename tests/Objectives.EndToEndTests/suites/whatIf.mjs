import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, phone, settled, violations } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { draftShortFamily } from './findings.mjs';

const panelOf = (page) => page.getByRole('group', { name: 'What if' });

async function ask(page) {
  await page.getByRole('region', { name: 'Goal' }).getByRole('button', { name: 'What if' }).click();
  return panelOf(page);
}

export const whatIf = (shared) =>
  describe('what another target would do', () => {
    test('is seen above and below while one types or slides, and nothing is saved', async () => {
      const { parent, child } = await draftShortFamily(shared, 'What if: visits');
      const api = await signedInApi(shared.url, 'E0111');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', `/objectives/${child}`);
      const panel = await ask(page);
      await panel.getByText('Nothing is saved.', { exact: false }).waitFor();
      const target = panel.getByLabel('Another target', { exact: true });
      await target.fill('100');
      await panel.getByText('Becomes covered').waitFor();
      assert.match(await panel.getByRole('listitem').innerText(), /What if: visits[\s\S]*60 %[\s\S]*100 %/);
      await panel.getByText(/\+40 .*\(\+66\.7 %\)/).waitFor();
      await target.fill('130');
      await panel.getByText('Becomes over-covered').waitFor();
      await target.fill('45.5');
      await panel.getByText(/Stays uncovered.*short by 54\.5/).waitFor();
      assert.deepEqual(await violations(page), []);

      await panel.getByRole('slider', { name: 'Another target, by sliding' }).focus();
      await page.keyboard.press('Home');
      await panel.getByText(/short by 100/).waitFor();
      assert.equal(await target.inputValue(), '0');
      await page.keyboard.press('ArrowRight');
      assert.equal(await target.inputValue(), '1');
      await target.fill('many');
      await panel.getByText(/^Write a number/).waitFor();
      await panel.getByText('Nothing is saved.', { exact: false }).waitFor();
      const { objective } = await api('query($id: ID!) { objective(id: $id) { version target } }', { id: child });
      assert.deepEqual(objective, { version: 1, target: '60' });

      await page.goto(`/objectives/${parent}`);
      const above = await ask(page);
      await above.getByLabel('Another target', { exact: true }).fill('60');
      await above.getByText('Below: this target, by those that add to it').waitFor();
      await above.getByText('Becomes covered').waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('is carried into the form, and into the negotiation once it is open', async () => {
      const { child } = await draftShortFamily(shared, 'What if: carried');
      const api = await signedInApi(shared.url, 'E0111');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', `/objectives/${child}`);
      const panel = await ask(page);
      await panel.getByLabel('Another target', { exact: true }).fill('80');
      await panel.getByText(/Stays uncovered.*short by 20/).waitFor();
      assert.equal(await panel.getByRole('button', { name: 'Propose this target' }).count(), 0, 'nothing is proposed before the superior has shared his context');
      await panel.getByRole('button', { name: 'Edit with this target' }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel('Target').waitFor();
      assert.equal(await form.getByLabel('Target').inputValue(), '80');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
      await page.getByRole('region', { name: 'Goal' }).getByText('80').first().waitFor();

      await api('mutation($input: NegotiateInput!) { negotiate(input: $input) { userErrors { message } } }', { input: { objectiveId: child, kind: 'SHARED_CONTEXT', text: 'so' } });
      await panel.getByLabel('Another target', { exact: true }).fill('100');
      await panel.getByRole('button', { name: 'Propose this target' }).click();
      assert.equal(await form.getByLabel('Target').inputValue(), '100');
      await form.getByRole('button', { name: 'Propose a target' }).click();
      await form.waitFor({ state: 'detached' });
      await page.getByRole('list', { name: 'What was said' }).getByText('100').waitFor();

      // Someone who may read but not change it tries it too.
      const reader = await openAs(shared.browser, shared.url, 'E0003', `/objectives/${child}`);
      const readers = await ask(reader.page);
      await readers.getByLabel('Another target', { exact: true }).fill('100');
      await readers.getByText('Becomes covered').waitFor();
      assert.equal(await readers.getByRole('button', { name: /this target$/ }).count(), 0);
      assert.deepEqual([...errors, ...reader.errors], []);
      await reader.context.close();
      await context.close();
    });

    test('where nothing depends on it, and where it cannot be told, the page says so; on a phone and in Chinese too', async () => {
      const { parent, child } = await draftShortFamily(shared, '手机上假设');
      const api = await signedInApi(shared.url, 'E0111');
      await api('mutation($input: MoveObjectiveInput!) { moveObjective(input: $input) { userErrors { message } } }', { input: { id: child, newParentId: null } });
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', `/objectives/${child}`, { language: 'zh-CN', size: phone });
      await page.getByRole('button', { name: '假设分析' }).tap();
      const panel = page.getByRole('group', { name: '假设分析' });
      await panel.getByLabel('试用目标值', { exact: true }).fill('90');
      await panel.getByText('没有受影响的覆盖', { exact: false }).waitFor();

      await api('mutation($input: MoveObjectiveInput!) { moveObjective(input: $input) { userErrors { message } } }', { input: { id: child, newParentId: parent } });
      await panel.getByText(/仍未覆盖.*缺口 10/).waitFor();
      await page.route('**/graphql', (route) => (/"operationName":"WhatIf/.test(route.request().postData() ?? '') ? route.abort() : route.continue()));
      await panel.getByLabel('试用目标值', { exact: true }).fill('95');
      await panel.getByRole('button', { name: '重试' }).waitFor();
      await page.unroute('**/graphql');
      await panel.getByRole('button', { name: '重试' }).tap();
      await panel.getByText(/仍未覆盖.*缺口 5/).waitFor();
      await settled(page);
      assert.deepEqual(await violations(page), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true, 'nothing sticks out');
      assert.deepEqual(errors, []);
      await context.close();
    });
  });
