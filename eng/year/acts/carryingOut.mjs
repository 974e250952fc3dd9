import { chance, each, eventually, toldOf } from '../house.mjs';
import { develop } from './developing.mjs';
import { improve } from './improving.mjs';
import { revise } from './revising.mjs';

const [lagging, grouse] = ['E0113', 'E0118'];
const lastDay = (month) => new Date(Date.UTC(2027, month, 0)).toISOString().slice(0, 10);
const period = (month) => `2027-${String(month).padStart(2, '0')}`;

/** Twelve months of figures, reports, lags and what is done about them. */
export async function carryOut(year) {
  await learnTargets(year);
  const happenings = {
    1: [ownersReview, grantAuthority], 2: [closeJanuary], 3: [noticeLags], 4: [handleLags], 5: [improve.open], 6: [encourage, missControlPoint, improve.decide], 7: [revise, improve.report], 8: [develop, improve.missReport], 9: [answerPulse],
    10: [improve.verify], 11: [finishProject], 12: [forecast],
  };
  for (let month = 1; month <= 12; month++) {
    await year.house.goOnTo(lastDay(month));
    year.today = lastDay(month);
    await report(year, month);
    for (const happen of happenings[month]) await happen(year, month);
  }
  await year.house.goOnTo('2028-01-04');
  await controlled(year);
}

/** What each who reports figures is to reach by month. */
async function learnTargets(year) {
  const all = (await year.objectives()).filter((one) => one.status === 'COMMITTED' && one.childCount === 0);
  year.reporting = [];
  for (let from = 0; from < all.length; from += 50) {
    const { nodes } = await year.house.ask('E0001', 'query($ids: [ID!]!) { nodes(ids: $ids) { ... on Objective { id code level owner { employeeNumber } unit { id } measure { code direction aggregation decimals } phasedTargets { value } } } }', { ids: all.slice(from, from + 50).map((one) => one.id) });
    year.reporting.push(...nodes);
  }
  const teams = (await year.house.ask('E0110', 'query($id: ID!) { objective(id: $id) { parent { children { id owner { employeeNumber } } } } }', { id: year.teamObjective })).objective.parent.children;
  year.behind = { member: year.reporting.find((one) => one.level === 'PERSONAL' && one.owner.employeeNumber === lagging).id, team: teams.find((one) => one.id !== year.teamObjective).id };
  year.luck = chance(2027);
}

/** By how much of its target a month comes about. */
function shareOf(year, one, month) {
  if (one.id === year.behind.member) return month >= 3 && month <= 6 ? 0.35 : month >= 8 ? 1.15 : 0.98;
  if (one.id === year.behind.team) return month >= 2 && month <= 4 ? 0.05 : 1.05;
  const luck = year.luck();
  return one.measure.direction === 'DECREASE' ? 1.02 - luck * 0.08 : 0.97 + luck * 0.1;
}

function figureOf(year, one, month) {
  const { aggregation, direction, decimals } = one.measure;
  const target = Number(one.phasedTargets[month - 1].value);
  if (direction === 'MILESTONE') return { value: String(Math.round((month / 12) * 100)) };
  if (direction === 'KEEP_WITHIN') return { value: (target * 0.98).toFixed(decimals) };
  const share = aggregation === 'RATIO' ? 1 + (shareOf(year, one, month) - 1) / 5 : shareOf(year, one, month);
  if (aggregation === 'RATIO') return { numerator: String(Math.min(10000, Math.round(target * share * 100))), denominator: '10000' };
  return { value: (target * share).toFixed(decimals) };
}

/** Those of the team review themselves at the control point, with their figure; the others record theirs. */
async function report(year, month) {
  const { house, cycleId } = year;
  const points = await house.all('E0111', 'controlPoints', { cycleId: [cycleId, 'ID!'], filter: [{ unitId: year.member('E0111').unit.id, from: `${period(month)}-01`, until: lastDay(month) }, 'ControlPointFilter'] }, 'id date objective { id level owner { employeeNumber } }');
  year.points = points.filter((one) => one.objective.level === 'PERSONAL');
  const ownPoint = new Map(year.points.map((one) => [one.objective.id, one.id]));
  const reports = [];
  await each(year.reporting, async (one) => {
    const [who, figure] = [one.owner.employeeNumber, figureOf(year, one, month)];
    if (!ownPoint.has(one.id) || (who === grouse && month === 6)) {
      await house.tell(who, 'recordActuals', { actuals: [{ objectiveId: one.id, period: period(month), ...figure }] });
      return;
    }
    const { value: actualValue, ...parts } = figure;
    const { progressReport } = await house.tell(who, 'reportProgress', {
      controlPointId: ownPoint.get(one.id), actualValue, ...parts, selfReview: '本月按计划推进 As planned this month', confidence: one.id === year.behind.member && month < 8 ? 2 : 4, minutesSpent: 12,
    }, 'progressReport { id }');
    reports.push([progressReport.id, year.member(who).superior.employeeNumber]);
  });
  for (const [id, superior] of reports) await house.tell(superior, 'followUp', { progressReportId: id, guidance: '继续保持 Keep it up' });
}

/** Nobody reviews another's work for him. */
async function ownersReview(year) {
  const { house, ledger } = year;
  const first = year.points.find((one) => one.objective.owner.employeeNumber === 'E0112');
  const refused = await house.refused('E0111', 'reportProgress', { controlPointId: first.id, selfReview: '替他写 On his behalf', confidence: 5 });
  const { node } = await house.ask('E0111', 'query($id: ID!) { node(id: $id) { ... on ControlPoint { status report { by { employeeNumber } selfReview followUp { by { employeeNumber } withinPolicy } } } } }', { id: first.id });
  ledger.show('S4.6', `E0112 reviewed himself in January; his leader could not do it for him (${refused.code})`, node.report.by.employeeNumber === 'E0112');
  ledger.show('S7.1', `${year.points.length} control points of the team at the end of January, reported and followed up: ${node.status}`, node.status === 'REVIEWED');
  ledger.show('S7.2', 'The leader followed up in the policy’s time', node.report.followUp.withinPolicy);
}

async function grantAuthority(year) {
  const { house, ledger } = year;
  const mine = year.reporting.find((one) => one.level === 'PERSONAL' && one.owner.employeeNumber === 'E0112');
  await house.tell('E0111', 'grantAuthority', { objectiveId: mine.id, scope: '现场优惠审批 Discounts on site', limitAmount: '500', limitCurrency: 'CNY', from: '2027-02-01', until: '2027-12-31' });
  const { objective } = await house.ask('E0112', 'query($id: ID!) { objective(id: $id) { authorityGrants { scope by { employeeNumber } limit { amount currency } } ancestors { code target } supportRequests { status } } }', { id: mine.id });
  ledger.show('S7.2', `Authority is on record: “${objective.authorityGrants[0].scope}” by ${objective.authorityGrants[0].by.employeeNumber}`, objective.authorityGrants.length === 1);
  ledger.show('S7.2', `E0112 sees all that his objective needs: ${objective.ancestors.map((one) => `${one.code} ${one.target}`).join(' → ')}`, objective.ancestors.length >= 3);
}

/** A closed month takes corrections with a reason, which keep what they correct. */
async function closeJanuary(year) {
  const { house, ledger, cycleId } = year;
  await house.tell('E0002', 'closePeriod', { cycleId, period: '2027-01' });
  const mine = year.reporting.find((one) => one.level === 'PERSONAL' && one.owner.employeeNumber === 'E0112');
  const read = async () => (await house.ask('E0112', 'query($id: ID!) { objective(id: $id) { actuals { id period value correctedBy { value correctionReason } } progress { actualToDate targetToDate attainment } ancestors { progress { actualToDate rolledUp } } } }', { id: mine.id })).objective;
  const before = await read();
  const entry = before.actuals.find((one) => one.period === '2027-01');
  const closed = await house.refused('E0112', 'recordActuals', { actuals: [{ objectiveId: mine.id, period: '2027-01', value: '1' }] });
  await house.tell('E0112', 'correctActual', { actualId: entry.id, value: (Number(entry.value) + 1).toFixed(2), reason: '漏记一单 One order was missing' });
  const after = await read();
  const corrected = after.actuals.find((one) => one.id === entry.id);
  ledger.show('S7.3', `January is closed (${closed.code}); a correction keeps what it corrects: ${entry.value} → ${corrected.correctedBy.value}, ${corrected.correctedBy.correctionReason}`, true);
  const up = (one) => Number(one.ancestors.at(-1).progress.actualToDate);
  ledger.show('S7.3', `Actual ${after.progress.actualToDate} against ${after.progress.targetToDate} (${Math.round(after.progress.attainment * 100)} %), and the objective above follows: ${up(before)} → ${up(after)}`, Math.abs(up(after) - up(before) - 1) < 0.001);
}

/** Rules open deviations by themselves. */
async function noticeLags(year) {
  const { ledger } = year;
  year.lag = await opened(year, year.behind.member, 'E0111');
  year.teamLag = await opened(year, year.behind.team, 'E0110');
  ledger.show('S7.4', `In March a rule opened what lags: “${year.lag.description}” (${year.lag.severity}) and “${year.teamLag.description}” (${year.teamLag.severity})`, !year.lag.openedBy && !year.teamLag.openedBy);
}

/** The deviation of an objective, once the figures have been followed. */
const opened = ({ house }, objectiveId, who) =>
  eventually('a lag opens a deviation (S7.4)', async () => {
    const { objective } = await house.ask(who, 'query($id: ID!) { objective(id: $id) { deviations { id status severity description route openedBy { id } impact { objective { code } forecastBefore forecastAfter endangered } } } }', { id: objectiveId });
    return objective.deviations.find((one) => one.status !== 'CLOSED');
  });

/** The member's is settled by the two, the team's by the office meeting. */
async function handleLags(year) {
  const { house, ledger } = year;
  const { impact } = await opened(year, year.behind.team, 'E0110');
  ledger.show('S7.4', `What the team’s lag does to those above: ${impact.map((one) => `${one.objective.code} ${one.forecastBefore} → ${one.forecastAfter}${one.endangered ? ', endangered' : ''}`).join('; ')}`, impact.length >= 3 && impact.every((one) => Number(one.forecastBefore) > Number(one.forecastAfter)));
  if (year.lag.severity === 'INDIVIDUAL') await house.tell('E0111', 'routeDeviation', { deviationId: year.lag.id, route: 'SETTLE_TOGETHER', note: '两人商定 Between the two' });
  else await house.tell('E0111', 'routeDeviation', { deviationId: year.lag.id, route: 'COORDINATE', unitIds: [year.member('E0111').unit.id], note: '小组内协调 Within the team' });
  await house.tell(lagging, 'settleDeviation', { deviationId: year.lag.id, agreement: '先清积压工单 Clear the backlog first' });
  const { deviation } = await house.tell('E0111', 'settleDeviation', { deviationId: year.lag.id, agreement: '每周复盘一次 Look at it weekly' }, 'deviation { status settlements { by { employeeNumber } } }');
  ledger.show('S7.4', `The member’s lag was settled by ${deviation.settlements.map((one) => one.by.employeeNumber).join(' and ')}: ${deviation.status}`, deviation.settlements.length === 2);
  ledger.show('S7.2', 'An exception is closed by member and supervisor together', deviation.settlements.length === 2);

  const department = year.member('E0111').unit.parent.id;
  const owner = (await house.ask('E0110', 'query($id: ID!) { objective(id: $id) { owner { id employeeNumber } } }', { id: year.behind.team })).objective.owner;
  await house.tell('E0110', 'routeDeviation', { deviationId: year.teamLag.id, route: 'OFFICE_MEETING', note: '部门目标受影响 The department’s target is in danger' });
  const { officeMeeting: planned } = await house.tell('E0110', 'scheduleOfficeMeeting', { unitId: department, level: 'DEPARTMENT', date: year.today, attendeeIds: [owner.id] }, 'officeMeeting { id agenda { id } }');
  const { officeMeeting } = await house.tell('E0110', 'holdOfficeMeeting', {
    meetingId: planned.id, unitId: department, level: 'DEPARTMENT', date: year.today, attendeeIds: [owner.id, year.member('E0110').id],
    resolutions: [{ deviationId: year.teamLag.id, text: '抽调两名工程师支援 Two engineers on loan', responsibleId: owner.id, due: '2027-05-15', correction: 'RESOURCE' }],
  }, 'officeMeeting { id resolutions { id text } }');
  await house.tell(owner.employeeNumber, 'completeResolution', { resolutionId: officeMeeting.resolutions[0].id, note: '五月起到位 There since May' });
  const { node } = await house.ask('E0110', 'query($id: ID!) { node(id: $id) { ... on Deviation { status } } }', { id: year.teamLag.id });
  ledger.show('S7.4', `The team’s lag was on the agenda of the department’s office meeting; its resolution was carried out: ${node.status}`, planned.agenda.some((one) => one.id === year.teamLag.id) && node.status !== 'OPEN');
}

/** Encouragement while the work is done, never a penalty. */
async function encourage(year) {
  const { house, ledger, cycleId } = year;
  const mine = year.reporting.find((one) => one.level === 'PERSONAL' && one.owner.employeeNumber === 'E0112');
  await house.tell('E0111', 'recognise', { toId: year.member('E0112').id, objectiveId: mine.id, kind: 'PRAISE', text: '主动帮助 E0113 清理积压 Helped E0113 unasked' });
  await house.tell('E0110', 'recognise', { toId: year.member('E0111').id, kind: 'AWARD', amount: '800', currency: 'CNY', text: '上半年团队协作突出 Outstanding teamwork' });
  const negative = await house.refused('E0111', 'recognise', { toId: year.member(grouse).id, kind: 'AWARD', amount: '-200', currency: 'CNY', text: '罚款 A fine' });
  const { recognitions } = await house.ask('E0112', 'query($filter: RecognitionFilter) { recognitions(filter: $filter, first: 5) { totalCount } }', { filter: { cycleId, unitId: year.member('E0111').unit.id } });
  ledger.show('S4.7', `${recognitions.totalCount} recognitions in the team by June; a fine was refused (${negative.code})`, recognitions.totalCount >= 2);
}

/** A control point that nobody reported at is told to the superior. */
async function missControlPoint(year, month) {
  const { house, ledger } = year;
  const point = year.points.find((one) => one.objective.owner.employeeNumber === grouse);
  await house.goOnTo(`${period(month + 1)}-20`);
  const { node } = await house.ask('E0111', 'query($id: ID!) { node(id: $id) { ... on ControlPoint { status } } }', { id: point.id });
  const told = await toldOf(year, 'E0111', 'CONTROL_POINT_ESCALATED', point.id);
  ledger.show('S7.1', `${grouse} did not report in June: ${node.status}, and his superior was told “${told}”`, node.status === 'MISSED');
}

/** Everyone says how the method is lived; nobody can be told from his answers. */
async function answerPulse(year) {
  const { house, cycleId } = year;
  await each([...year.people.values()].filter((one) => !one.roles.includes('AUDITOR')), ({ employeeNumber: number }, index) => house.tell(number, 'answerPulse', { cycleId, attainable: 3 + (index % 3), executiveSupport: 4, trustInLeader: 3 + (index % 2), fairness: 4, encouragement: 2 + (index % 3), paperwork: 2 + (index % 2) }, 'accepted'));
}

async function finishProject(year) {
  const { house, ledger } = year;
  const { owner, milestones } = year.project;
  for (const { id } of milestones) await house.tell(owner, 'reportMilestone', { milestoneId: id, percentComplete: 100 });
  const { node } = await house.ask(owner, 'query($id: ID!) { node(id: $id) { ... on Milestone { project { name percentComplete } } } }', { id: milestones[0].id });
  ledger.show('S5.3', `“${node.project.name}” is ${node.project.percentComplete} % complete`, node.project.percentComplete === 100);
}

async function forecast(year) {
  const { house, ledger } = year;
  const { objective } = await house.ask('E0110', 'query($id: ID!) { objective(id: $id) { code target progress(asOf: "2027-10-31") { actualToDate forecast { expected low high probability method } } now: progress { actualToDate attainmentOfCycle health } } }', { id: year.teamObjective });
  const { expected, low, high, probability } = objective.progress.forecast;
  ledger.show('S7.3', `At the end of October ${objective.code} was forecast at ${expected} (80 % between ${low} and ${high}; ${Math.round(probability * 100)} % to reach ${objective.target}); it came to ${objective.now.actualToDate}`, Number(low) < Number(high) && objective.now.attainmentOfCycle !== null);
}

/** The state at any time, looking back. */
async function controlled(year) {
  const { house, ledger, cycleId } = year;
  const states = new Map();
  for (const { status } of await house.all('E0111', 'controlPoints', { cycleId: [cycleId, 'ID!'], filter: [{ unitId: year.member('E0111').unit.id }, 'ControlPointFilter'] }, 'status')) states.set(status, (states.get(status) ?? 0) + 1);
  ledger.show('S7.1', `The team’s control points of the year: ${[...states].map(([status, count]) => `${status} ${count}`).join(', ')}`, states.get('REVIEWED') > 90);
}
