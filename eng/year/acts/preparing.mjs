import { each } from '../house.mjs';

const briefing = 'id kind title pending(first: 1) { totalCount }';

/** Everyone learns what the year sets out from; who is not ready to manage himself by objectives is found. */
export async function prepare(year) {
  const { house, ledger } = year;
  const { cycles, organization, strategy, measures } = await house.ask('E0001', `{
    cycles { id year policy { readinessThreshold } } organization { root { id } } measures { id code aggregation decimals }
    strategy { id kind title from until parent { id } target } }`);
  const cycle = cycles.find((one) => one.year === 2027);
  const people = await house.all('E0002', 'people', { filter: [{ active: true }, 'PersonFilter'] }, 'id employeeNumber name roles superior { employeeNumber } unit { id parent { id } }');
  Object.assign(year, {
    cycleId: cycle.id, rootId: organization.root.id, measures: new Map(measures.map((one) => [one.code, one])), people: new Map(people.map((one) => [one.employeeNumber, one])),
  });
  year.member = (number) => year.people.get(number);

  await leadTheStrategyDown(year, strategy);
  await tellEveryone(year);
  await findWhoIsNotReady(year, cycle.policy.readinessThreshold);
  await house.tell('E0002', 'moveCycle', { cycleId: cycle.id, to: 'SETTING' });
  ledger.show('S6.8', 'HR opened the setting of 2027', true);
}

/** The vision is led down to a plan of the year. */
async function leadTheStrategyDown({ house, ledger }, strategy) {
  const policy = strategy.find((one) => one.kind === 'ANNUAL_POLICY' && one.from === 2027);
  const { strategyElement } = await house.tell('E0001', 'saveStrategyElement', {
    kind: 'ANNUAL_PLAN', parentId: policy.id, title: '2027 年服务收入计划 Service revenue plan', from: 2027, until: 2027, target: '11200',
    measureId: (await house.ask('E0001', '{ measures { id code } }')).measures.find((one) => one.code === 'SVC').id,
  }, 'strategyElement { id kind parent { kind parent { kind parent { kind target parent { kind } } } } }');
  const chain = [];
  for (let one = strategyElement; one; one = one.parent) chain.push(one.kind);
  ledger.show('S5.3', `A plan of the year was led down from the vision: ${chain.reverse().join(' → ')}`, chain.join() === 'VISION,LONG_TERM_OBJECTIVE,STRATEGY,ANNUAL_POLICY,ANNUAL_PLAN');
  const wrong = await house.refused('E0001', 'saveStrategyElement', { kind: 'STRATEGY', parentId: policy.id, title: 'A strategy of a policy', from: 2027, until: 2027 });
  ledger.show('S5.3', `A strategy under a year’s policy was refused: ${wrong.message}`, true);
}

/** The four briefings of the company and one of the department, read by everyone whom they are for. */
async function tellEveryone(year) {
  const { house, ledger, cycleId } = year;
  const department = year.member('E0111').unit.parent.id;
  await house.tell('E0110', 'publishBriefing', { cycleId, unitId: department, kind: 'COMPETITIVE_ENVIRONMENT', title: '华北竞争对手的上门服务 Competitors on site in the north', body: '两家对手承诺当日上门。Two competitors promise same-day visits.' });
  const told = async () => house.all('E0001', 'briefings', { cycleId: [cycleId, 'ID!'] }, briefing);
  const before = await told();
  const kinds = new Set(before.map((one) => one.kind));
  ledger.show('S4.2', `Briefings of the four kinds stand at ${before.length}, not yet read by ${before.map((one) => one.pending.totalCount).join(', ')} people`,
    ['GENERAL_ENVIRONMENT', 'INDUSTRY_ENVIRONMENT', 'COMPETITIVE_ENVIRONMENT', 'COMPANY_RESULTS'].every((kind) => kinds.has(kind)) && before.some((one) => one.pending.totalCount > 100));
  let read = 0;
  await each(year.people.values(), async (one) => {
    const { person } = await house.ask(one.employeeNumber, 'query($id: ID!, $cycleId: ID!) { person(id: $id) { pendingBriefings(cycleId: $cycleId) { id } } }', { id: one.id, cycleId });
    for (const { id } of person.pendingBriefings) {
      await house.tell(one.employeeNumber, 'acknowledgeBriefing', { briefingId: id });
      read++;
    }
  });
  ledger.show('S4.2', `${read} acknowledgements later nobody is missing`, (await told()).every((one) => one.pending.totalCount === 0));
}

/** A leader assesses someone of his team as not ready. */
async function findWhoIsNotReady(year, threshold) {
  const { house, ledger } = year;
  const { person } = await house.tell('E0111', 'assessReadiness', {
    personId: year.member('E0119').id, managementKnowledge: 2, selfManagement: 2, evidence: '入职两个月，尚未学过目标管理 Two months here, no MBO training yet',
  }, 'person { readiness { ready threshold managementKnowledge selfManagement evidence } }');
  ledger.show('S4.1', `E0119 was assessed ${person.readiness.managementKnowledge} and ${person.readiness.selfManagement} of 5 with evidence: not ready, the threshold is ${threshold}`, !person.readiness.ready);
}
