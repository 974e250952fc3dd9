import { each } from '../house.mjs';

const cardNow = 'scorecard { id status score evidenceShare appraisal { selfScore finalScore grade dispute disputeResolution } }';

/** Oneself first, then the leader, HR's calibration, two signatures, and the money that follows. */
export async function appraise(year) {
  const { house, cycleId } = year;
  await house.goOnTo('2028-01-10');
  await house.tell('E0002', 'moveCycle', { cycleId, to: 'APPRAISAL' });
  year.cards = await house.all('E0002', 'scorecards', { cycleId: [cycleId, 'ID!'] }, 'id status score evidenceShare totalWeight person { id employeeNumber superior { employeeNumber } } explanation { text contribution } items { id status score ruleScore }');
  await reviewEachOther(year);
  await dispute(year);
  await pay(year);
}

const leaderOf = (card) => card.person.superior?.employeeNumber ?? (card.person.employeeNumber === 'E0005' ? 'E0001' : 'E0005');

async function reviewEachOther(year) {
  const { house, ledger } = year;
  const one = year.cards.find((card) => card.person.employeeNumber === 'E0112');
  ledger.show('S5.7.6', `E0112’s score of ${one.score} explains itself: ${one.explanation.map((step) => step.text).join(' ')}`, one.explanation.length > 0 && Number(one.evidenceShare) === 1);
  const early = await house.refused('E0111', 'appraise', { scorecardId: one.id, review: '先评 Before him' });
  const [adjusted, unfounded] = [one.items[0], { points: '5', reason: '' }];
  await each(year.cards, (card) => house.tell(card.person.employeeNumber, 'selfAppraise', { scorecardId: card.id, review: '全年按计划完成 As planned over the year', score: Math.round(Number(card.score ?? 80)).toString() }));
  const noReason = await house.refused('E0111', 'appraise', { scorecardId: one.id, review: '好 Good', adjustments: [{ itemId: adjusted.id, ...unfounded }] });
  ledger.show('S5.7.6', `Nobody is appraised before he has appraised himself (${early.code}), and no score is adjusted without a reason: ${noReason.message}`, true);
  await each(year.cards, (card) => house.tell(leaderOf(card), 'appraise', {
    scorecardId: card.id, review: '以实绩为准 By the record', adjustments: card === one ? [{ itemId: adjusted.id, points: '3', reason: '额外承担新人带教 Also taught a newcomer' }] : [],
  }));
  await each(year.cards, async (card) => {
    const { node } = await house.ask('E0002', 'query($id: ID!) { node(id: $id) { ... on Scorecard { score } } }', { id: card.id });
    card.final = node.score ?? '0';
    const by = ['E0002'].includes(card.person.employeeNumber) || leaderOf(card) === 'E0002' ? 'E0010' : 'E0002';
    await house.tell(by, 'calibrateAppraisal', { scorecardId: card.id, finalScore: card.final, grade: Number(card.final) >= 100 ? 'A' : Number(card.final) >= 85 ? 'B' : 'C', note: '尺度一致 One yardstick' });
  });
  const after = await house.all('E0002', 'scorecards', { cycleId: [year.cycleId, 'ID!'] }, 'status person { employeeNumber } items { adjustment { points reason by { employeeNumber } } }');
  const shown = after.find((card) => card.person.employeeNumber === 'E0112').items.find((item) => item.adjustment).adjustment;
  ledger.show('S5.7.6', `The adjustment stays visible: ${shown.points} by ${shown.by.employeeNumber}, ${shown.reason}`, after.every((card) => card.status === 'CALIBRATED'));
}

/** One disputes his appraisal; above it is resolved. All sign. */
async function dispute(year) {
  const { house, ledger } = year;
  const card = year.cards.find((one) => one.person.employeeNumber === 'E0116');
  await house.tell('E0116', 'disputeAppraisal', { scorecardId: card.id, reason: '六月的工单漏记 Orders of June are missing' });
  const { scorecard } = await house.tell('E0110', 'resolveDispute', { scorecardId: card.id, finalScore: card.final, resolution: '已核对，记录完整 Looked at: the record is whole' }, cardNow);
  await each(year.cards, async (one) => {
    await house.tell(one.person.employeeNumber, 'signAppraisal', { scorecardId: one.id });
    await house.tell(leaderOf(one), 'signAppraisal', { scorecardId: one.id });
  });
  const after = await house.all('E0002', 'scorecards', { cycleId: [year.cycleId, 'ID!'] }, 'status');
  ledger.show('S4.3', `${after.length} appraisals were signed by both, one after a dispute (“${scorecard.appraisal.disputeResolution}”)`, after.every((one) => one.status === 'SIGNED'));
}

async function pay(year) {
  const { house, ledger, cycleId, schemeId } = year;
  const ask = (assume) => house.ask('E0002', 'query($schemeId: ID!, $assume: IncentiveAssumption) { incentivePreview(schemeId: $schemeId, assume: $assume) { person { employeeNumber } total { amount } individual { amount } team { amount } company { amount } steps } }', { schemeId, assume });
  const sum = (awards) => Math.round(awards.reduce((total, one) => total + Number(one.total.amount) * 100, 0)) / 100;
  const [asItIs, ifWorse] = [(await ask(null)).incentivePreview, (await ask({ team: '0.8' })).incentivePreview];
  ledger.show('S5.5', `If the teams had reached 80 % all would get ${sum(ifWorse)} instead of ${sum(asItIs)}: what helps the team helps each`, sum(ifWorse) < sum(asItIs));
  const { incentiveScheme } = await house.tell('E0010', 'finaliseAwards', { schemeId }, 'incentiveScheme { finalisedAt budget { amount } }');
  const awards = (await ask(null)).incentivePreview;
  const [least] = awards.map((one) => Number(one.total.amount)).sort((a, b) => a - b);
  const mine = await house.ask('E0112', 'query($id: ID!, $cycleId: ID!) { person(id: $id) { awards(cycleId: $cycleId) { final total { amount currency } steps } } }', { id: year.member('E0112').id, cycleId });
  const award = mine.person.awards.find((one) => one.final);
  ledger.show('S4.3', `E0112 got ${award.total.amount} ${award.total.currency}: ${award.steps.join(' ')}`, award.steps.length > 0);
  ledger.show('S4.7', `${awards.length} awards of ${sum(awards)} in all, within the budget of ${incentiveScheme.budget.amount}; the least is ${least}, none below zero`, sum(awards) <= Number(incentiveScheme.budget.amount) && least >= 0);
}
