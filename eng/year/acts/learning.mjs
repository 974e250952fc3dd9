const clauseOf = {
  EXECUTIVES_ABSENT: 'S5.7.1', NO_TRAINING_BEFOREHAND: 'S5.7.2', TARGETS_MISCHOSEN: 'S5.7.3', SLOGANS: 'S5.7.4', LEADER_MEMBER_DISCORD: 'S5.7.5', IMPRESSION_APPRAISAL: 'S5.7.6', NO_ENCOURAGEMENT: 'S5.7.7', PAPERWORK: 'S5.7.8',
};

/** Whether the method itself works, how each leads, and how the next year begins. */
export async function learn(year) {
  await lookAtHealth(year);
  await lookAtLeaders(year);
  await readReports(year);
  await beginNext(year);
}

async function lookAtHealth({ house, ledger, cycleId }) {
  const { programHealth } = await house.ask('E0001', 'query($cycleId: ID!) { programHealth(cycleId: $cycleId) { score indicators { cause state value threshold formula remedy trend { value } evidence(first: 3) { id } } } }', { cycleId });
  for (const one of programHealth.indicators)
    ledger.show(clauseOf[one.cause], `${one.state}: ${one.value} against ${one.threshold} (${one.formula})${one.state === 'GREEN' ? '' : `; ${one.remedy}`}`, one.state !== 'UNKNOWN' && one.formula.length > 0 && one.remedy.length > 0);
}

async function lookAtLeaders({ house, ledger, cycleId, member }) {
  const { leadership } = await house.ask('E0110', 'query($cycleId: ID!, $unitId: ID) { leadership(cycleId: $cycleId, unitId: $unitId) { leader { employeeNumber } authorityGranted informationShared unaskedReports followUpInTime jointlyClosed helpCoordinated } }', { cycleId, unitId: member('E0111').unit.id });
  const { leader, ...principles } = leadership.find((one) => one.leader.employeeNumber === 'E0111');
  ledger.show('S7.2', `${leader.employeeNumber} in the mirror: ${Object.entries(principles).map(([name, share]) => `${name} ${share === null ? 'unknown' : `${Math.round(share * 100)} %`}`).join(', ')}`, principles.authorityGranted > 0 && principles.followUpInTime > 0.9);
}

async function readReports({ house, ledger, cycleId, teamObjective }) {
  const { reporting } = await house.ask('E0001', 'query($cycleId: ID!) { reporting { attainment(cycleId: $cycleId, groupBy: [LEVEL]) { nodes { level objectives attainment } } coverage(cycleId: $cycleId, first: 5) { totalCount } appraisalDistribution(cycleId: $cycleId) { grade people } } }', { cycleId });
  ledger.show('S7.3', `Reported by level: ${reporting.attainment.nodes.map((one) => `${one.level} ${one.objectives} (${one.attainment})`).join(', ')}`, reporting.attainment.nodes.length > 2);
  ledger.show('S4.3', `The grades: ${reporting.appraisalDistribution.map((one) => `${one.grade} ${one.people}`).join(', ')}`, reporting.appraisalDistribution.length > 0);
  const { deviations } = await house.ask('E0111', 'query($cycleId: ID!) { deviations(cycleId: $cycleId, first: 20) { nodes { objective { id } lessons(first: 1) { text } } } }', { cycleId });
  const lessons = deviations.nodes.flatMap((one) => one.lessons);
  ledger.show('S7.10', `What was learned is there for the next who lags: “${lessons[0]?.text}”`, lessons.length > 0 && teamObjective !== undefined);
}

/** The year is closed, and the next does not begin with targets but with what everyone is told. */
async function beginNext({ house, ledger, cycleId, rootId, measures, member, personal }) {
  await house.goOnTo('2028-02-01');
  await house.tell('E0002', 'moveCycle', { cycleId, to: 'CLOSED' });
  const closed = await house.refused('E0112', 'recordActuals', { actuals: [{ objectiveId: personal[0], period: '2027-12', value: '1' }] });
  ledger.show('S7.3', `The year is closed: no more figures (${closed.code})`, true);
  const { cycle } = await house.tell('E0002', 'openCycle', { name: '2028 年度', year: 2028, start: '2028-01-01', end: '2028-12-31', copyPolicyFromId: cycleId }, 'cycle { id }');
  await house.tell('E0002', 'moveCycle', { cycleId: cycle.id, to: 'SETTING' });
  const early = await house.refused('E0001', 'draftObjective', { cycleId: cycle.id, level: 'COMPANY', title: '2028 年服务收入 Service revenue of 2028', target: '12000', measureId: measures.get('SVC').id, ownerId: member('E0001').id, unitId: rootId });
  ledger.show('S4.2', `2028 does not begin with targets but with what everyone is told: ${early.message}`, early.code === 'BRIEFING_MISSING');
}
