import { eventually } from '../house.mjs';

/** A flood closes the training centre: two targets cannot be reached for a cause outside. */
export async function revise(year) {
  await reviseDepartment(year);
  await reviseLastItem(year);
}

const cardOf = async ({ house, cycleId }, who, personId) => (await house.ask(who, 'query($cycleId: ID!, $personId: ID!) { scorecard(cycleId: $cycleId, personId: $personId) { id score totalWeight items { id weight status objective { id code } } rebalances { id status cause { id } before { item { id } weight } after { item { id } weight } proposed { item { id } weight } scoreBefore scoreAfter } } }', { cycleId, personId })).scorecard;

async function requestAndApprove(year, objectiveId, newTarget, { raises, requests, decides }) {
  const { house, ledger } = year;
  const { deviation } = await house.tell(raises, 'raiseDeviation', { objectiveId, kind: 'DIFFICULTY', description: '培训中心因洪水关闭 The training centre is closed by a flood', externalCause: true }, 'deviation { id }');
  await house.tell(requests, 'routeDeviation', { deviationId: deviation.id, route: 'TARGET_REVISION', externalCause: true, note: '外部原因 A cause outside' });
  const { targetRevision } = await house.tell(requests, 'requestTargetRevision', {
    objectiveId, deviationId: deviation.id, externalCause: '洪水 Flood', evidence: '应急局通告 2027-071 Notice of the emergency office', newTarget, workPlanChange: '改为线上进行 Online instead',
  }, 'targetRevision { id oldTarget newTarget effectiveFrom status }');
  const own = await house.refused(requests, 'decideTargetRevision', { revisionId: targetRevision.id, approve: true, reason: '同意 Yes' });
  const { targetRevision: decided } = await house.tell(decides, 'decideTargetRevision', { revisionId: targetRevision.id, approve: true, reason: '证据充分 The evidence holds' }, 'targetRevision { status exemptFromAppraisal effectiveFrom oldTarget newTarget objective { code progress { health } } }');
  ledger.show('S7.5', `${requests} asked to revise ${decided.objective.code} from ${decided.oldTarget} to ${decided.newTarget} from ${decided.effectiveFrom} on; himself he could not decide (${own.code}), ${decides} did: exempt`, decided.status === 'APPROVED' && decided.exemptFromAppraisal);
  return targetRevision.id;
}

/** The department leader's card: the others' weights take over, as he asked, to exactly 100. */
async function reviseDepartment(year) {
  const { house, ledger } = year;
  const objective = year.reporting.find((one) => one.owner.employeeNumber === 'E0110' && one.measure.code === 'TRN');
  const before = await cardOf(year, 'E0110', year.member('E0110').id);
  const target = (await house.ask('E0110', 'query($id: ID!) { objective(id: $id) { target } }', { id: objective.id })).objective.target;
  const revisionId = await requestAndApprove(year, objective.id, String(Math.round(Number(target) * 0.8)), { raises: 'E0110', requests: 'E0100', decides: 'E0001' });
  const rebalance = await proposed(year, 'E0110', year.member('E0110').id, revisionId);
  const weights = rebalance.proposed.filter((one) => Number(one.weight) > 0).map((one) => ({ itemId: one.item.id, weight: one.weight }));
  const wanted = weights.map((one, index) => ({ ...one, weight: plus(one.weight, index === 0 ? 2n : index === 1 ? -2n : 0n) }));
  const tooFar = weights.map((one, index) => ({ ...one, weight: plus(one.weight, index === 0 ? 11n : index === 1 ? -11n : 0n) }));
  const refused = await house.refused('E0110', 'requestRebalance', { rebalanceId: rebalance.id, weights: tooFar });
  await house.tell('E0110', 'requestRebalance', { rebalanceId: rebalance.id, weights: wanted });
  await house.tell('E0100', 'confirmRebalance', { rebalanceId: rebalance.id });
  const after = await cardOf(year, 'E0110', year.member('E0110').id);
  const settled = after.rebalances.find((one) => one.id === rebalance.id);
  ledger.show('S7.6', `E0110 asked for two points otherwise (not for more than the bound: ${refused.message}), E0100 confirmed: ${settled.status}, the weights total ${after.totalWeight}; the score ${settled.scoreBefore} became ${settled.scoreAfter}`,
    settled.status === 'CONFIRMED' && Number(after.totalWeight) === 100 && after.items.filter((one) => one.status === 'EXEMPT').length === before.items.filter((one) => one.status === 'EXEMPT').length + 1);
}

const plus = (weight, points) => {
  const [whole, part = ''] = weight.split('.');
  return `${BigInt(whole) + points}${part && `.${part}`}`;
};

const proposed = (year, who, personId, revisionId) =>
  eventually('a revision proposes a rebalance (S7.6)', async () => (await cardOf(year, who, personId)).rebalances.find((one) => one.cause.id === revisionId));

/** Of one who has a single objective nothing is left to carry the weight: HR decides. */
async function reviseLastItem(year) {
  const { house, ledger } = year;
  const objective = year.reporting.find((one) => one.level === 'PERSONAL' && one.owner.employeeNumber === 'E0115');
  const target = (await house.ask('E0115', 'query($id: ID!) { objective(id: $id) { target } }', { id: objective.id })).objective.target;
  const revisionId = await requestAndApprove(year, objective.id, (Number(target) * 0.9).toFixed(2), { raises: 'E0115', requests: 'E0111', decides: 'E0110' });
  const rebalance = await proposed(year, 'E0115', year.member('E0115').id, revisionId);
  ledger.show('S7.6', `E0115 has no other item: ${rebalance.status}`, rebalance.status === 'HR_DECISION');
  const { rebalance: decided } = await house.tell('E0002', 'decideRebalance', { rebalanceId: rebalance.id, approve: false, reason: '按修订后的目标考核 He is appraised by the revised target' }, 'rebalance { status reason }');
  ledger.show('S7.6', `HR decided: ${decided.status}, ${decided.reason}`, true);
}
