import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAs, phone, violations } from '../harness/browser.mjs';
import { signedInApi } from '../harness/program.mjs';
import { nextYear } from './objectives.mjs';

/** An important team objective of next year. */
async function draftImportant(shared, title) {
  const api = await signedInApi(shared.url, 'E0111');
  const cycleId = await nextYear(api);
  const { viewer, measures } = await api('{ viewer { person { id unit { id } } } measures { id direction aggregation } }');
  const measure = measures.find((one) => one.direction === 'INCREASE' && one.aggregation === 'SUM');
  const { draftObjective } = await api('mutation($input: DraftObjectiveInput!) { draftObjective(input: $input) { objective { id cycle { year } } userErrors { message } } }', {
    input: { cycleId, level: 'TEAM', title, ownerId: viewer.person.id, unitId: viewer.person.unit.id, measureId: measure.id, target: '100', important: true },
  });
  assert.deepEqual(draftObjective.userErrors, []);
  return { api, me: viewer.person.id, id: draftObjective.objective.id, year: draftObjective.objective.cycle.year };
}

async function addMilestone({ api, id, me }, name, start, due, more = {}) {
  const { saveMilestone } = await api('mutation($input: SaveMilestoneInput!) { saveMilestone(input: $input) { objective { project { milestones { id name } } } userErrors { message } } }', {
    input: { objectiveId: id, name, ownerId: me, start, due, ...more },
  });
  assert.deepEqual(saveMilestone.userErrors, []);
  return saveMilestone.objective.project.milestones.find((milestone) => milestone.name === name).id;
}

async function pick(page, form, label, text) {
  await form.getByLabel(label).first().click();
  await form.getByLabel(label).first().fill(text);
  await page.getByRole('option', { name: new RegExp(text) }).first().click();
}

export const projects = (shared) =>
  describe('projects', () => {
    test('milestones are planned, tied to each other and reported in the chart', async () => {
      const { id, year } = await draftImportant(shared, 'Projects: platform');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', `/objectives/${id}`);
      await page.getByRole('region', { name: /finding/ }).getByText('Important, no project').waitFor();
      const project = page.getByRole('region', { name: 'Project', exact: true });
      await project.getByText('it should be run as a project').waitFor();

      await project.getByRole('button', { name: 'Add milestone' }).click();
      let form = page.getByRole('dialog');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.getByText('This is required.').first().waitFor();
      await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Requirements agreed');
      await form.getByLabel('Start').fill(`${year}-02-01`);
      await form.getByLabel('Due').fill(`${year}-01-20`);
      await form.getByRole('button', { name: 'Save' }).click();
      await form.getByText('It is due before it starts.').waitFor();
      await form.getByLabel('Due').fill(`${year}-03-15`);
      await form.getByLabel('Project name').fill('New service platform');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
      await project.getByText('New service platform').waitFor();
      await page.getByRole('region', { name: /finding/ }).getByText('Important, no project').waitFor({ state: 'detached' });

      // One that starts before what it waits for is due: taken, with a warning in the form and in the chart.
      await project.getByRole('button', { name: 'Add milestone' }).click();
      form = page.getByRole('dialog');
      await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Built');
      await form.getByLabel('Start').fill(`${year}-03-01`);
      await form.getByLabel('Due').fill(`${year}-06-30`);
      await page.keyboard.press('Tab');
      await pick(page, form, 'Depends on', 'Requirements');
      await form.getByText('“Built” starts before “Requirements agreed” is due.').waitFor();
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
      const chart = project.getByRole('list', { name: 'Milestones of New service platform' });
      await chart.getByRole('listitem').nth(1).waitFor();
      await project.getByRole('list', { name: 'Dates to look at' }).getByText('“Built” starts before “Requirements agreed” is due.').waitFor();
      assert.equal(await project.locator('polyline').count(), 1);
      assert.match(await chart.getByRole('listitem').nth(1).innerText(), /after Requirements agreed/);

      // From milestone to milestone by the keyboard; what waits cannot be complete.
      await chart.getByRole('button', { name: 'Requirements agreed' }).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      form = page.getByRole('dialog');
      await form.getByLabel('Complete').fill('100');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.getByText(/depends on .Requirements agreed., which is 0 % complete/).waitFor();
      await form.getByLabel('Complete').fill('50');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
      await project.getByRole('progressbar').and(page.locator('[aria-valuenow="36"]')).waitFor();

      await project.getByText('Table', { exact: true }).click();
      await project.getByRole('row', { name: /Built/ }).getByText('Requirements agreed').waitFor();
      await project.getByRole('button', { name: 'Requirements agreed' }).click();
      form = page.getByRole('dialog');
      await form.getByRole('button', { name: 'Remove milestone' }).click();
      await page.getByRole('dialog').getByLabel('Reason').fill('Done by another project');
      await page.getByRole('dialog').getByRole('button', { name: 'Remove milestone' }).click();
      await project.getByRole('button', { name: 'Requirements agreed' }).waitFor({ state: 'detached' });
      await project.getByRole('button', { name: 'History of the project' }).click();
      await project.getByText('Reason: Done by another project').waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('a work plan is written, ticked off by whoever does it, and taken back', async () => {
      const { id } = await draftImportant(shared, 'Projects: work plan');
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', `/objectives/${id}`);
      const plan = page.getByRole('region', { name: /Work plan/ });
      await plan.getByText('No work is planned yet.').waitFor();
      await plan.getByRole('button', { name: 'Add work item' }).click();
      let form = page.getByRole('dialog');
      await form.getByLabel('What is done').fill('Visit the ten largest customers');
      await pick(page, form, 'Owner', 'E0112');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
      await page.getByRole('region', { name: 'Work plan: 0 of 1 done' }).waitFor();

      const hers = await openAs(shared.browser, shared.url, 'E0112', `/objectives/${id}`);
      const box = hers.page.getByRole('checkbox', { name: 'Done: Visit the ten largest customers' });
      assert.equal(await hers.page.getByRole('button', { name: 'Add work item' }).count(), 0);
      await box.check();
      await hers.page.getByRole('region', { name: 'Work plan: 1 of 1 done' }).waitFor();
      await page.getByRole('region', { name: 'Work plan: 1 of 1 done' }).waitFor();
      await hers.context.close();

      await plan.getByRole('button', { name: 'Visit the ten largest customers' }).click();
      form = page.getByRole('dialog');
      await form.getByRole('button', { name: 'Remove work item' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Remove work item' }).click();
      await plan.getByText('No work is planned yet.').waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('a milestone’s owner reports it, and what is late says so in words', async () => {
      const ground = await draftImportant(shared, 'Projects: late');
      const { people } = await ground.api('{ people(filter: { text: "E0112" }) { nodes { id } } }');
      await addMilestone(ground, 'Overdue step', `${ground.year - 1}-01-05`, `${ground.year - 1}-01-05`, { ownerId: people.nodes[0].id });
      const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0112', `/objectives/${ground.id}`);
      const row = page.getByRole('region', { name: 'Project', exact: true }).getByRole('listitem').filter({ hasText: 'Overdue step' });
      await row.getByText('Late').waitFor();
      await row.getByRole('button', { name: 'Overdue step' }).click();
      const form = page.getByRole('dialog');
      assert.equal(await form.getByRole('textbox', { name: 'Name', exact: true }).count(), 0);
      await form.getByLabel('Complete').fill('100');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'detached' });
      await row.getByText('Complete').waitFor();
      assert.deepEqual(errors, []);
      await context.close();
    });

    test('chart, table and forms can be used by everyone, on a phone and in Chinese too', async () => {
      const ground = await draftImportant(shared, 'Projects: everyone');
      const first = await addMilestone(ground, '需求调研与范围确认', `${ground.year}-01-10`, `${ground.year}-02-20`, { percentComplete: 100 });
      const second = await addMilestone(ground, '方案设计与评审', `${ground.year}-02-10`, `${ground.year}-04-30`, { dependsOn: [first], percentComplete: 30 });
      await addMilestone(ground, '分批上线并完成全部区域的验收工作', `${ground.year}-05-01`, `${ground.year}-12-20`, { dependsOn: [first, second] });
      await addMilestone(ground, '准备', `${ground.year - 1}-01-05`, `${ground.year - 1}-02-05`);
      for (const [language, size, words] of [
        ['en', undefined, ['Project', 'Table', 'Add milestone', 'Close']],
        ['zh-CN', phone, ['项目', '表格', '添加里程碑', '关闭']],
      ]) {
        const { context, page, errors } = await openAs(shared.browser, shared.url, 'E0111', `/objectives/${ground.id}`, { language, size });
        const project = page.getByRole('region', { name: words[0], exact: true });
        await project.getByRole('listitem').nth(3).waitFor();
        assert.deepEqual(await violations(page), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth), false);
        await project.getByText(words[1], { exact: true }).click();
        await project.getByRole('table').waitFor();
        assert.deepEqual(await violations(page), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth), false);
        await project.getByRole('button', { name: words[2] }).click();
        await page.getByRole('dialog').getByRole('button', { name: words[3] }).waitFor();
        assert.deepEqual(await violations(page), []);
        assert.deepEqual(errors, []);
        await context.close();
      }
    });
  });
