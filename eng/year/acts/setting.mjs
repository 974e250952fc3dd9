import { each } from '../house.mjs';

/** Service revenue of a department that works on site, sales of one that sells to shops: by the measure and who leads the department. */
const line = { revenue: ['SVC', 'E0110'], sales: ['REV', 'E1094'] };
const objectiveNow = `id code title level status target important phasedBy origin contentHash childCount parent { id code } measure { id code } owner { id employeeNumber } unit { id }
  negotiationState { contextShared ownerStands leaderStands leader { employeeNumber } missingSignatures { role by { employeeNumber } } }`;

/** From the company's objectives to everyone's, agreed, in months, appraised, free of findings that block, and signed. */
export async function setObjectives(year) {
  year.objectives = async () => (await year.house.all('E0001', 'objectives', { filter: [{ cycleId: year.cycleId }, 'ObjectiveFilter'] }, objectiveNow)).filter((one) => one.status !== 'WITHDRAWN');
  await startFromDepartments(year);
  await judgeTargets(year);
  await agreeUpwards(year);
  await stateApproaches(year);
  await allocate(year);
  await findDoublesAndGaps(year);
  await agreeOnHelp(year);
  await spreadOverMonths(year);
  await agree(year);
  await planDevelopment(year);
  await tieToAppraisalAndIncentive(year);
  await sign(year);
  await makeKnown(year);
}

const ofDepartment = async (year, [measure, number]) => (await year.objectives()).find((one) => one.level === 'TEAM' && one.measure.code === measure && one.owner.employeeNumber === number);

const findings = (year, kinds) => year.house.all('E0001', 'findings', { cycleId: [year.cycleId, 'ID!'], filter: [{ kinds, waived: false }, 'FindingFilter'] }, 'id kind severity message proposal repairable magnitude objective { id code title owner { id employeeNumber } } related { code }');

/** What teams drafted on their own is given up: the year that is played splits the departments' targets anew. */
async function startFromDepartments(year) {
  const { house, ledger } = year;
  const all = new Map((await year.objectives()).map((one) => [one.id, one]));
  const depthOf = (one) => (one.parent ? depthOf(all.get(one.parent.id)) + 1 : 1);
  const parent = [...all.values()].find((one) => depthOf(one) === 3 && one.childCount > 0);
  const early = await house.refused('E0001', 'withdrawObjective', { id: parent.id, reason: '重新分解 Split anew' });
  for (let depth = Math.max(...[...all.values()].map(depthOf)); depth > 3; depth--)
    await each([...all.values()].filter((one) => depthOf(one) === depth), (one) => house.tell('E0001', 'withdrawObjective', { id: one.id, reason: '重新分解 Split anew' }));
  const left = await year.objectives();
  ledger.show('S6.8', `What stands above others cannot be withdrawn before them: ${early.message}`, early.code === 'FORBIDDEN_BY_STATE');
  ledger.show('S6.8', `${all.size - left.length} drafts below the departments were withdrawn, to be split anew; ${left.length} stand`, left.length > 0 && left.every((one) => depthOf(one) <= 3));
}

/** Targets that history says nobody reaches are brought where they can be. */
async function judgeTargets(year) {
  const { house, ledger } = year;
  const high = await findings(year, ['TARGET_TOO_HIGH']);
  let mended = 0;
  for (const one of high) {
    const { objective } = await house.ask('E0001', 'query($id: ID!) { objective(id: $id) { target measure { direction decimals } calibration { expected low high percentile verdict method } } }', { id: one.objective.id });
    const { calibration, measure } = objective;
    const reachable = Number(measure.direction === 'DECREASE' ? calibration.low : calibration.high);
    const between = (Number(calibration.expected) + reachable) / 2;
    const result = await house.tell('E0001', 'editObjective', { id: one.objective.id, target: between.toFixed(measure.decimals) }, 'objective { target calibration { verdict percentile } }');
    if (result.objective.calibration.verdict !== 'TOO_HIGH') mended++;
    if (mended === 1)
      ledger.show('S5.1', `${one.objective.code}: ${objective.target} is TOO_HIGH (history expects ${calibration.expected}, 80 % between ${calibration.low} and ${calibration.high}; ${calibration.method}); ${result.objective.target} is ${result.objective.calibration.verdict}`, true);
  }
  ledger.show('S5.1', `Of ${high.length} targets that were too high ${mended} were brought within reach`, high.length > 0 && mended > high.length / 2);
}

/** What stands above follows what those below can reach, up to the company. */
async function agreeUpwards(year) {
  const { house, ledger } = year;
  let short = await findings(year, ['COVERAGE_SHORTFALL']);
  ledger.show('S6.1', `Then ${short.length} objectives fall short of what stands above them, such as: ${short[0]?.message}`, short.length > 0);
  for (; short.length > 0; short = await findings(year, ['COVERAGE_SHORTFALL'])) {
    for (const one of short) {
      const { objective } = await house.ask('E0001', 'query($id: ID!) { objective(id: $id) { target measure { direction decimals } } }', { id: one.objective.id });
      const { direction, decimals } = objective.measure;
      const [unit, way] = [10 ** decimals, direction === 'DECREASE' ? 1 : -1];
      const covered = (way > 0 ? Math.ceil : Math.floor)((Number(objective.target) + way * Number(one.magnitude)) * unit - way * 1e-6) / unit;
      await house.tell('E0001', 'editObjective', { id: one.objective.id, target: covered.toFixed(decimals) });
    }
  }
  ledger.show('S6.1', 'What stands above was brought to what those below reach: none falls short', true);
}

/** Each unit says from which end it sets its objectives. */
async function stateApproaches(year) {
  const { house, ledger, cycleId } = year;
  const team = year.member('E0111').unit;
  await house.tell('E0100', 'setSettingApproach', { cycleId, unitId: team.parent.id, approach: 'BOTH' });
  await house.tell('E0110', 'setSettingApproach', { cycleId, unitId: team.id, approach: 'BOTTOM_UP' });
  const approach = async (unitId) => (await house.ask('E0001', 'query($id: ID!, $unitId: ID) { cycle(id: $id) { settingProgress(unitId: $unitId) { approach } } }', { id: cycleId, unitId })).cycle.settingProgress.approach;
  ledger.show('S6.7', 'The department sets from both ends, its first team from below', (await approach(team.parent.id)) === 'BOTH' && (await approach(team.id)) === 'BOTTOM_UP');
}

/** Down the seven steps: one department's revenue to teams, positions and people, another's sales to regions and customers. */
async function allocate(year) {
  const { house, ledger } = year;
  const [revenue, sales] = [await ofDepartment(year, line.revenue), await ofDepartment(year, line.sales)];
  const teams = await split(year, 'E0110', revenue, 'UNIT', [['HISTORY', '60'], ['EQUAL', '40']]);
  const teamObjective = teams.find((one) => one.owner.employeeNumber === 'E0111');
  const positions = await split(year, 'E0111', teamObjective, 'POSITION', [['RELATIVE_STRENGTH', '70'], ['REGIONAL_WEIGHT', '30']], { locksFirst: true });
  const personal = [];
  for (const one of positions) personal.push(...(await split(year, 'E0111', one, 'PERSON', [['RELATIVE_STRENGTH', '100']])));
  const regions = await split(year, sales.owner.employeeNumber, sales, 'REGION', [['CHARACTERISTICS', '20'], ['DEVELOPMENT', '30'], ['COMPETITION', '20'], ['HISTORY', '30']]);
  const customers = [];
  for (const one of regions) customers.push(...(await split(year, sales.owner.employeeNumber, one, 'CUSTOMER', [['STRENGTH', '50'], ['FINANCES', '20'], ['CREDIT', '30']], { most: 3 })));
  Object.assign(year, { teamObjective: teamObjective.id, personal: personal.map((one) => one.id) });
  ledger.show('S6.1', `${revenue.code} and all below it: ${teams.length} teams, ${positions.length} positions, ${personal.length} people; nothing falls short of what stands above`, (await findings(year, ['COVERAGE_SHORTFALL'])).every((one) => ![revenue.code, teamObjective.code].includes(one.objective.code)));
  ledger.show('S6.8', `Team, region (${regions.length}), customer (${customers.length}), position (${positions.length}) and personal (${personal.length}) targets were made by allocation`, [teams, positions, personal, regions, customers].every((parts) => parts.length > 0));
  ledger.show('S4.4', 'Every personal target reaches the team’s through its parents', (await findings(year, ['NO_TEAM_OBJECTIVE'])).length === 0);
}

/** Splits a target; the parts are exactly the whole. `most`: to how many of those who could have a part. */
async function split(year, number, parent, dimension, factors, { most, locksFirst = false } = {}) {
  const { house, ledger } = year;
  const input = { parentId: parent.id, dimension, factors: factors.map(([factor, weight]) => ({ factor, weight })) };
  const preview = async (more) => (await house.ask(number, 'query($input: AllocationInput!) { allocationPreview(input: $input) { total method parts { value share recipientName recipient { id } owner { id } contributions { factor } } userErrors { message } } }', { input: { ...input, ...more } })).allocationPreview;
  let seen = await preview({});
  if (most) {
    input.recipientIds = seen.parts.slice(0, most).map((one) => one.recipient.id);
    seen = await preview({});
  }
  const missing = seen.parts.filter((one) => !one.owner);
  if (missing.length > 0) input.owners = missing.map((one) => ({ recipientId: one.recipient.id, ownerId: parent.owner.id }));
  if (locksFirst) {
    input.locks = [{ recipientId: seen.parts[0].recipient.id, value: String(Math.floor(Number(seen.parts[0].value))) }];
    seen = await preview({});
  }
  const { objectives } = await house.tell(number, 'applyAllocation', input, `objectives { ${objectiveNow} }`);
  const exact = (parts) => parts.reduce((sum, part) => sum + BigInt(part.replace('.', '')) * 10n ** BigInt(4 - (part.split('.')[1]?.length ?? 0)), 0n);
  ledger.show('S6.8', `${parent.code} ${parent.target} by ${dimension}: ${objectives.map((one) => one.target).join(' + ')}${locksFirst ? ' (the first by hand)' : ''}`, exact(objectives.map((one) => one.target)) === exact([parent.target]));
  return objectives;
}

/** What is set twice and what nobody carries out is found and mended. */
async function findDoublesAndGaps(year) {
  const { house, ledger, cycleId } = year;
  const mine = await house.ask('E0111', 'query($id: ID!) { objective(id: $id) { title target measure { id } children { id title target level measure { id } owner { id } unit { id } position { id } parent { id } } } }', { id: year.teamObjective });
  const first = mine.objective.children[0];
  const double = await house.tell('E0111', 'draftObjective', {
    cycleId, level: first.level, title: `${first.title}（重复）`, target: first.target, measureId: first.measure.id, ownerId: first.owner.id, unitId: first.unit.id, positionId: first.position?.id, parentId: first.parent.id,
  }, 'objective { id code }');
  const found = (await findings(year, ['DUPLICATE_HORIZONTAL'])).find((one) => one.objective.code === double.objective.code || one.related.some((other) => other.code === double.objective.code));
  ledger.show('S6.4', `The same target drafted twice is found: ${found?.message}`, found !== undefined);
  const odd = (await findings(year, ['NO_RESPONSIBILITY'])).find((one) => one.objective.code === double.objective.code);
  ledger.show('S6.3', `Which duty of the position it serves was asked for: ${odd?.message}`, odd !== undefined);
  await house.tell('E0111', 'withdrawObjective', { id: double.objective.id, reason: '重复 Set twice' });

  const gaps = await findings(year, ['GAP_NOT_EXECUTED']);
  ledger.show('S6.5', `${gaps.length} objectives were carried out by nobody, such as ${gaps[0]?.message}`, gaps.length > 0);
  await each(gaps, (one) => house.tell(one.objective.owner.employeeNumber, 'saveWorkItem', {
    objectiveId: one.objective.id, title: '月度行动计划 Monthly plan of action', ownerId: one.objective.owner.id, start: '2027-01-01', due: '2027-12-20',
  }));
  ledger.show('S6.5', 'A work plan for each closes them', (await findings(year, ['GAP_NOT_EXECUTED'])).length === 0);
}

/** Help that was asked for is promised or not before anyone commits himself. */
async function agreeOnHelp(year) {
  const { house, ledger, cycleId } = year;
  const { supportRequest } = await house.tell('E0112', 'requestSupport', {
    objectiveId: await ownObjective(year, 'E0112'), what: '旺季备件优先 Parts first in the high season', fromUnitId: year.member('E1031').unit.id, neededBy: '2027-05-31',
  }, 'supportRequest { id receiver { employeeNumber } objective { id code } }');
  const open = await findings(year, ['SUPPORT_OPEN']);
  ledger.show('S6.2', `${open.length} objectives wait for help that nobody has promised, one of them E0112’s`, open.some((one) => one.objective.code === supportRequest.objective.code));
  let agreed = 0;
  for (;;) {
    const waiting = (await year.objectives()).map((one) => one.id);
    const { nodes } = await house.ask('E0001', 'query($ids: [ID!]!) { nodes(ids: $ids) { ... on Objective { supportRequests { id status receiver { employeeNumber } } } } }', { ids: waiting.slice(0, 100) });
    const rest = await house.ask('E0001', 'query($ids: [ID!]!) { nodes(ids: $ids) { ... on Objective { supportRequests { id status receiver { employeeNumber } } } } }', { ids: waiting.slice(100, 200) });
    const requested = [...nodes, ...rest.nodes].flatMap((one) => one.supportRequests).filter((one) => one.status === 'REQUESTED');
    if (requested.length === 0) break;
    for (const one of requested) {
      await house.tell(one.receiver?.employeeNumber ?? 'E0005', 'answerSupport', { supportRequestId: one.id, status: 'AGREED', answer: '可以，七月起安排 Yes, from July on' });
      agreed++;
    }
  }
  ledger.show('S6.2', `${agreed} promises were made before anyone signed`, agreed > 0 && (await findings(year, ['SUPPORT_OPEN'])).length === 0);
}

const ownObjective = async (year, number) => (await year.objectives()).find((one) => one.level === 'PERSONAL' && one.owner.employeeNumber === number).id;

/** From the year to quarters and months, by the season where history has one. */
async function spreadOverMonths(year) {
  const { house, ledger } = year;
  const methods = { SEASONAL: 0, EVEN: 0 };
  await each((await year.objectives()).filter((one) => one.status !== 'WITHDRAWN' && !one.phasedBy), async (one) => {
    const { objective } = await house.ask('E0001', 'query($id: ID!) { objective(id: $id) { calibration { verdict } } }', { id: one.id });
    const method = objective.calibration.verdict === 'NO_HISTORY' ? 'EVEN' : 'SEASONAL';
    await house.tell('E0001', 'phaseObjective', { id: one.id, method });
    methods[method]++;
  });
  const { objective } = await house.ask('E0111', 'query($id: ID!) { objective(id: $id) { target phasedBy quarters: phasedTargets(granularity: QUARTER) { value } months: phasedTargets(granularity: MONTH) { value } } }', { id: year.teamObjective });
  const sum = (parts) => Math.round(parts.reduce((total, part) => total + Number(part.value) * 100, 0)) / 100;
  ledger.show('S6.9', `${methods.SEASONAL} by the season of their history, ${methods.EVEN} evenly; the team’s ${objective.target} is ${objective.quarters.map((one) => one.value).join(' + ')} by quarters and exactly as much by months`,
    objective.quarters.length === 4 && objective.months.length === 12 && sum(objective.months) === Number(objective.target) && sum(objective.quarters) === Number(objective.target));
  ledger.show('S6.8', 'The sixth step: every target is spread over quarters and months', (await findings(year, ['NOT_PHASED'])).length === 0);
}

/** Leaders share what they answer for; proposals come from either end and meet. */
async function agree(year) {
  const { house, ledger } = year;
  const countered = await ownObjective(year, 'E0113');
  const { objective: asked } = await house.ask('E0113', 'query($id: ID!) { objective(id: $id) { target } }', { id: countered });
  const unshared = await house.refused('E0111', 'negotiate', { objectiveId: countered, kind: 'ACCEPTED', text: '我看可以 Fine by me' });
  ledger.show('S6.6', `The superior begins with what he answers for himself: ${unshared.message}`, true);
  await house.tell('E0111', 'negotiate', { objectiveId: countered, kind: 'SHARED_CONTEXT', text: '小组全年收入计划与我的工作安排 The team’s revenue and my own plan of work' });
  const early = await house.refused('E0111', 'negotiate', { objectiveId: countered, kind: 'PROPOSAL', target: asked.target, text: '按相对能力分配 By your relative strength' });
  ledger.show('S6.7', `In the team that sets from below the leader does not begin: ${early.message}`, true);
  const fewer = (Number(asked.target) * 0.9).toFixed(2);
  const between = (Number(asked.target) * 0.95).toFixed(2);
  await house.tell('E0113', 'negotiate', { objectiveId: countered, kind: 'PROPOSAL', target: fewer, text: '八月要参加培训 I am at a course in August' });
  const { objective: oneSided } = await house.ask('E0113', 'query($id: ID!) { objective(id: $id) { status negotiationState { ownerStands leaderStands } } }', { id: countered });
  ledger.show('S4.5', `What one side alone proposed is not agreed: ${oneSided.status}, the owner stands by it, the leader does not yet`, oneSided.status === 'NEGOTIATING' && oneSided.negotiationState.ownerStands && !oneSided.negotiationState.leaderStands);
  for (const [kind, text] of [['GUIDANCE', '先做老客户回访 Call on old customers first'], ['HELP_PROMISED', '培训期间由 E0112 代班 E0112 stands in for you']]) await house.tell('E0111', 'negotiate', { objectiveId: countered, kind, text });
  await house.tell('E0111', 'negotiate', { objectiveId: countered, kind: 'COUNTER_PROPOSAL', target: between, text: '老客户可补足一半 Old customers make up for half of it' });
  await house.tell('E0113', 'negotiate', { objectiveId: countered, kind: 'ACCEPTED', text: '同意 Agreed' });
  const { objective } = await house.ask('E0113', 'query($id: ID!) { objective(id: $id) { status target negotiation { kind by { employeeNumber } at } } }', { id: countered });
  ledger.show('S5.2', `Of ${asked.target} E0113 took on ${fewer}, E0111 asked ${between}, and they met there: ${objective.status}`, objective.status === 'AGREED' && Number(objective.target) === Number(between));
  ledger.show('S6.6', `Every step is kept with who and when: ${objective.negotiation.map((one) => `${one.kind} ${one.by.employeeNumber}`).join(', ')}`, objective.negotiation.length === 6 && objective.negotiation.every((one) => one.at));

  const all = (await year.objectives()).filter((one) => ['DRAFT', 'NEGOTIATING'].includes(one.status));
  await each(all, (one) => settle(year, one));
  const after = (await year.objectives()).filter((one) => one.status !== 'WITHDRAWN');
  const origins = new Map();
  for (const { origin } of after) origins.set(origin, (origins.get(origin) ?? 0) + 1);
  ledger.show('S6.6', `${all.length} more were settled by superior and subordinate, all are agreed`, after.every((one) => one.status === 'AGREED'));
  ledger.show('S6.7', `The tree says where each came from: ${[...origins].map(([origin, count]) => `${origin} ${count}`).join(', ')}`, origins.size > 1);
}

async function settle({ house }, { id, target, owner, negotiationState: { leader } }) {
  const superior = leader?.employeeNumber ?? (owner.employeeNumber === 'E0005' ? 'E0001' : 'E0005');
  const now = async () => (await house.ask(superior, 'query($id: ID!) { objective(id: $id) { status target negotiationState { approach contextShared ownerStands leaderStands } } }', { id })).objective;
  if (!(await now()).negotiationState.contextShared) await house.tell(superior, 'negotiate', { objectiveId: id, kind: 'SHARED_CONTEXT', text: '我的目标与工作计划 My own objectives and plan' });
  let state = await now();
  if (!state.negotiationState.ownerStands && !state.negotiationState.leaderStands) await house.tell(state.negotiationState.approach === 'BOTTOM_UP' ? owner.employeeNumber : superior, 'negotiate', { objectiveId: id, kind: 'PROPOSAL', target, text: '依据历史与分配 From history and allocation' });
  for (let step = 0; step < 3; step++) {
    state = await now();
    if (state.status === 'AGREED') return;
    const by = state.negotiationState.ownerStands ? superior : owner.employeeNumber;
    await house.tell(by, 'negotiate', { objectiveId: id, kind: 'ACCEPTED', text: '同意 Agreed' });
  }
}

/** What an objective needs of people, and who has yet to learn it. */
async function planDevelopment(year) {
  const { house, ledger, cycleId } = year;
  const { competencies } = await house.ask('E0111', '{ competencies { id code name } }');
  const { person } = await house.ask('E0112', 'query($id: ID!) { person(id: $id) { competencies { competency { id } level } } }', { id: year.member('E0112').id });
  const known = person.competencies.map((one) => ({ id: one.competency.id, level: one.level }));
  const competency = competencies.find((one) => known.some((two) => two.id === one.id && two.level <= 3)) ?? competencies[0];
  const level = (known.find((one) => one.id === competency.id)?.level ?? 0) + 1;
  const objectiveId = await ownObjective(year, 'E0112');
  await house.tell('E0111', 'requireCompetencies', { objectiveId, requirements: [{ competencyId: competency.id, level }] });
  const { person: lacking } = await house.ask('E0112', 'query($id: ID!, $cycleId: ID!) { person(id: $id) { competencyGaps(cycleId: $cycleId) { competency { id name } required current objective { id } } } }', { id: year.member('E0112').id, cycleId });
  const gap = lacking.competencyGaps.find((one) => one.competency.id === competency.id);
  const { developmentPlan } = await house.tell('E0111', 'proposeDevelopmentPlan', { personId: year.member('E0112').id, cycleId }, 'developmentPlan { id items { id kind title targetLevel due competency { id } course { title } } }');
  const item = developmentPlan.items.find((one) => one.competency.id === competency.id);
  ledger.show('S5.4', `E0112 needs ${gap?.competency.name} at ${gap?.required} and is at ${gap?.current}; the plan proposed “${item?.title}” by ${item?.due}`, gap !== undefined && item !== undefined);
  year.development = { competencyId: competency.id, items: developmentPlan.items.filter((one) => one.competency.id === competency.id), level };
}

/** Important objectives are on scorecards, and money follows them, before anyone may commit himself to them. */
async function tieToAppraisalAndIncentive(year) {
  const { house, ledger, cycleId } = year;
  const important = (await year.objectives()).find((one) => one.important && one.owner.employeeNumber === 'E0110');
  const refused = await house.refused('E0110', 'signCommitment', { objectiveId: important.id, contentHash: important.contentHash });
  ledger.show('S4.3', `An important objective that is on no scorecard cannot be committed: ${refused.message}`, refused.code === 'BLOCKED_BY_FINDING');
  const { scoringRules } = await house.ask('E0002', '{ scoringRules { id kind } }');
  year.ruleId = scoringRules.find((one) => one.kind === 'LINEAR').id;
  const made = await makeScorecards(year, { activate: false });
  ledger.show('S4.3', `HR drafted ${made.created} scorecards of what is agreed, important objectives twice as heavy`, made.created > 0);

  const owners = [...new Set((await year.objectives()).filter((one) => one.status === 'AGREED').map((one) => one.owner.id))];
  const scheme = {
    cycleId, unitId: year.rootId, name: '2027 年度奖励 Incentives of 2027', individualShare: '90', teamShare: '5', companyShare: '5', ranksPeople: true, budgetAmount: '900000', budgetCurrency: 'CNY',
    rules: [{ fromScore: '60', percentOfTarget: '40' }, { fromScore: '85', percentOfTarget: '80' }, { fromScore: '100', percentOfTarget: '100' }], participants: owners.map((personId) => ({ personId, target: '20000' })),
  };
  const { incentiveScheme } = await house.tell('E0002', 'saveIncentiveScheme', scheme, 'incentiveScheme { id findings { kind message } }');
  ledger.show('S5.5', `A scheme that lives from ranking people is found unbalanced: ${incentiveScheme.findings.map((one) => one.message).join(' ')}`, incentiveScheme.findings.length >= 2);
  const negative = await house.refused('E0002', 'saveIncentiveScheme', { ...scheme, id: incentiveScheme.id, rules: [{ fromScore: '0', percentOfTarget: '-20' }] });
  ledger.show('S4.7', `A scheme that takes money away was refused: ${negative.message}`, negative.code === 'NEGATIVE_INCENTIVE');
  const balanced = await house.tell('E0002', 'saveIncentiveScheme', { ...scheme, id: incentiveScheme.id, individualShare: '50', teamShare: '30', companyShare: '20', ranksPeople: false }, 'incentiveScheme { id findings { kind } }');
  ledger.show('S5.5', 'Half for oneself, the rest for team and company, and no ranking: both findings are gone', balanced.incentiveScheme.findings.length === incentiveScheme.findings.length - 2);
  const own = await house.refused('E0002', 'approveIncentiveScheme', { schemeId: incentiveScheme.id, reason: '自己批准 By myself' });
  await house.tell('E0010', 'approveIncentiveScheme', { schemeId: incentiveScheme.id, reason: '预算内，比例适当 Within the budget and in balance' });
  ledger.show('S5.5', `Approved by another of HR (by the same: ${own.code})`, true);
  year.schemeId = incentiveScheme.id;
}

/** HR's cards by rule; waits for the job. */
export async function makeScorecards(year, { activate }) {
  const { house } = year;
  const { job } = await house.tell('E0002', 'makeScorecards', { cycleId: year.cycleId, unitId: year.rootId, scoringRuleId: year.ruleId, importantFactor: '2', activate, dryRun: false }, 'job { id }');
  for (;;) {
    const { node } = await house.ask('E0002', 'query($id: ID!) { node(id: $id) { ... on Job { status error scorecards { created activated problems } } } }', { id: job.id });
    if (node.status === 'DONE') return node.scorecards;
    if (['FAILED', 'CANCELLED'].includes(node.status)) throw new Error(`Scorecards were not made: ${JSON.stringify(node)}`);
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** Findings that block are waived by a higher leader with a reason, or mended; then all who must sign do. */
async function sign(year) {
  const { house, ledger } = year;
  const open = await findings(year, undefined);
  const blocking = open.filter((one) => one.severity === 'BLOCKING');
  ledger.show('S6.11', `The list of findings stands at ${open.length}, of which ${blocking.length} block`, true);
  const higherLeader = (one) => year.member(year.member(one.objective.owner.employeeNumber).superior?.employeeNumber)?.superior?.employeeNumber;
  const tried = open.find((one) => higherLeader(one) && one.severity === 'BLOCKING') ?? open.find((one) => higherLeader(one));
  const waived = await house.tell(higherLeader(tried), 'waiveFinding', { findingId: tried.id, reason: '已另行安排 Arranged otherwise' }, 'finding { waiver { reason by { employeeNumber } } }');
  ledger.show('S6.11', `“${tried.message}” was waived by ${waived.finding.waiver.by.employeeNumber}: ${waived.finding.waiver.reason}`, true);
  await runAsProject(year, open.filter((one) => one.kind === 'IMPORTANT_WITHOUT_PROJECT' && one !== tried)[0]);

  const unready = await ownObjective(year, 'E0119');
  const hash = async (id) => (await house.ask('E0001', 'query($id: ID!) { objective(id: $id) { contentHash } }', { id })).objective.contentHash;
  const refused = await house.refused('E0119', 'signCommitment', { objectiveId: unready, contentHash: await hash(unready) });
  ledger.show('S4.1', `E0119 cannot commit himself yet: ${refused.message}`, refused.code === 'READINESS_TOO_LOW');
  await train(year);

  let signatures = 0;
  await each((await year.objectives()).filter((one) => one.status === 'AGREED'), async (one) => {
    for (const { role, by } of one.negotiationState.missingSignatures) {
      const who = by?.employeeNumber ?? (one.owner.employeeNumber === 'E0005' ? 'E0001' : 'E0005');
      await house.tell(who, 'signCommitment', { objectiveId: one.id, contentHash: one.contentHash }).catch((error) => { throw new Error(`${role} of ${one.code}: ${error.message}`); });
      signatures++;
    }
  });
  const after = (await year.objectives()).filter((one) => one.status !== 'WITHDRAWN');
  ledger.show('S5.6', `${signatures} signatures under ${after.length} objectives, a team’s by all its members: all are committed`, after.every((one) => one.status === 'COMMITTED'));
  const changed = await house.tell('E0111', 'editObjective', { id: await ownObjective(year, 'E0114'), title: '全年服务收入，含延保 Service revenue with extended warranties' }, 'objective { id code status contentHash signatures { role } owner { employeeNumber } negotiationState { contextShared ownerStands leaderStands leader { employeeNumber } } target }');
  ledger.show('S5.6', `A change afterwards voids the signatures: ${changed.objective.code} is ${changed.objective.status}`, changed.objective.status !== 'COMMITTED');
  await settle(year, changed.objective);
  const again = (await year.objectives()).find((one) => one.id === changed.objective.id);
  for (const { by } of again.negotiationState.missingSignatures) await house.tell(by.employeeNumber, 'signCommitment', { objectiveId: again.id, contentHash: again.contentHash });
  const cards = await makeScorecards(year, { activate: true });
  ledger.show('S4.3', `${cards.activated} scorecards are in force, each of exactly 100 points`, cards.activated > 0);
}

/** An important objective as a project with milestones. */
async function runAsProject(year, finding) {
  const { house, ledger } = year;
  const owner = finding.objective.owner;
  const first = await house.tell(owner.employeeNumber, 'saveMilestone', { objectiveId: finding.objective.id, projectName: '年度重点项目 Project of the year', name: '方案评审 Plan reviewed', ownerId: owner.id, start: '2027-01-05', due: '2027-02-26' }, 'objective { project { milestones { id } } }');
  const { objective } = await house.tell(owner.employeeNumber, 'saveMilestone', {
    objectiveId: finding.objective.id, name: '全面推行 Rolled out', ownerId: owner.id, start: '2027-03-01', due: '2027-09-30', dependsOn: [first.objective.project.milestones[0].id],
  }, 'objective { code project { milestones { id name due } } findings { kind } }');
  year.project = { owner: owner.employeeNumber, milestones: objective.project.milestones };
  ledger.show('S5.3', `${objective.code} runs as a project of ${objective.project.milestones.length} milestones`, objective.findings.every((one) => one.kind !== 'IMPORTANT_WITHOUT_PROJECT'));
}

/** The course in managing by objectives, after which E0119 may commit himself. */
async function train(year) {
  const { house, ledger, cycleId } = year;
  const courses = await house.all('E0002', 'courses', {}, 'id title mboBasics reachesLevel competency { id }');
  const basics = courses.find((one) => one.mboBasics);
  const { developmentPlan } = await house.tell('E0111', 'saveDevelopmentItem', {
    personId: year.member('E0119').id, cycleId, competencyId: basics.competency.id, kind: 'COURSE', courseId: basics.id, targetLevel: basics.reachesLevel, title: basics.title, due: '2027-01-31',
  }, 'developmentPlan { items { id course { id } } }');
  const itemId = developmentPlan.items.find((one) => one.course?.id === basics.id).id;
  await house.tell('E0119', 'startDevelopmentItem', { itemId });
  await house.tell('E0002', 'completeDevelopmentItem', { itemId, passed: true, result: '考试 86 分 86 marks' });
  const { person } = await house.ask('E0111', 'query($id: ID!) { person(id: $id) { readiness { ready trainedAt } } }', { id: year.member('E0119').id });
  ledger.show('S4.1', `After “${basics.title}” E0119 may`, person.readiness.ready && person.readiness.trainedAt !== null);
}

/** The team’s objective is told to all of it. */
async function makeKnown(year) {
  const { house, ledger, cycleId } = year;
  const { briefing } = await house.tell('E0111', 'publishBriefing', {
    cycleId, unitId: year.member('E0111').unit.id, kind: 'OBJECTIVE_PUBLICATION', title: '小组 2027 年目标 The team’s objective of 2027', body: '请各位阅读 Please read', objectiveIds: [year.teamObjective],
  }, 'briefing { id pending(first: 20) { nodes { employeeNumber } } }');
  for (const one of briefing.pending.nodes) await house.tell(one.employeeNumber, 'acknowledgeBriefing', { briefingId: briefing.id });
  const { node } = await house.ask('E0111', 'query($id: ID!) { node(id: $id) { ... on Briefing { pending(first: 1) { totalCount } acknowledgements(first: 20) { totalCount } } } }', { id: briefing.id });
  ledger.show('S6.10', `The team’s objective was published to it; ${node.acknowledgements.totalCount} read it, nobody is missing`, node.pending.totalCount === 0 && node.acknowledgements.totalCount === briefing.pending.nodes.length);
  await house.tell('E0002', 'moveCycle', { cycleId, to: 'EXECUTION' });
}
