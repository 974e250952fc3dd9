import { toldOf } from '../house.mjs';

const caseNow = 'improvementCase { id status version causes { id text confirmedRoot } criteria { id name } countermeasures { id title total winsFrom scored } nextReportDue due verifiableFrom verification { verdict gapBefore gapAfter periods } }';

/** From the lag that came back to a gap that is shown to be closed. */
export const improve = {
  async open(year) {
    const { house, ledger } = year;
    const { improvementCase } = await house.tell('E0113', 'openImprovementCase', { deviationId: year.lag.id }, caseNow);
    const caseId = improvementCase.id;
    year.caseId = caseId;
    const why = async (text, category, parentId) => (await house.tell('E0113', 'saveCause', { caseId, category, text, parentId }, caseNow)).improvementCase.causes.find((one) => one.text === text).id;
    const first = await why('返修占用了一半工时 Repeat visits take half of the hours', 'METHOD');
    const second = await why('备件常不匹配 Parts often do not fit', 'TOOLS', first);
    const root = await why('派工前未核对型号 The model is not checked before dispatch', 'INFORMATION', second);
    await why('旺季人手不足 Too few people in the season', 'PEOPLE');
    const early = await house.refused('E0111', 'setCriteria', { caseId, criteria: [{ name: '效果 Effect', weight: '100' }] });
    ledger.show('S7.7', `Five whys and branches are on record; without a confirmed root cause the case does not go on: ${early.message}`, true);
    const confirmed = await house.tell('E0111', 'confirmRootCause', { caseId, causeId: root, evidence: '抽查 40 单，26 单型号有误 Of 40 orders 26 had the wrong model' }, caseNow);
    year.rootCause = root;
    ledger.show('S7.7', `With evidence the third why is the root cause: ${confirmed.improvementCase.status}`, confirmed.improvementCase.status === 'COUNTERMEASURES');
  },

  async decide(year) {
    const { house, ledger, caseId } = year;
    const { improvementCase } = await house.tell('E0111', 'setCriteria', { caseId, criteria: [{ name: '效果 Effect', weight: '50' }, { name: '费用 Cost', weight: '30' }, { name: '速度 Speed', weight: '20' }] }, caseNow);
    const score = (values) => improvementCase.criteria.map((one, index) => ({ criterionId: one.id, score: values[index] }));
    const save = (title, values, costAmount) => house.tell('E0111', 'saveCountermeasure', { caseId, title, description: `${title}。`, addresses: [year.rootCause], scores: score(values), costAmount, costCurrency: 'CNY' }, caseNow);
    const one = await save('派工前电话核对型号 Check the model by phone before dispatch', [8, 9, 9], '0');
    const decision = { caseId, countermeasureId: one.improvementCase.countermeasures[0].id, rationale: '见效快，几乎无费用 Fast and nearly free', responsibleId: year.member('E0113').id, due: '2027-08-31', reportEveryDays: 14 };
    const alone = await house.refused('E0110', 'decideCountermeasure', decision);
    ledger.show('S7.8', `One countermeasure alone is not decided: ${alone.message}`, alone.code === 'NOT_ENOUGH_ALTERNATIVES');
    const two = (await save('改造派工系统 Rebuild the dispatch system', [9, 3, 2], '200000')).improvementCase;
    ledger.show('S7.8', `Two were compared: ${two.countermeasures.map((it) => `“${it.title}” ${it.total}, wins in ${Math.round(it.winsFrom * 100)} % of weightings nearby`).join('; ')}`, two.countermeasures.every((it) => it.scored));
    const { responsibleId, ...nobody } = decision;
    const incomplete = await house.ask('E0110', 'mutation($input: DecideCountermeasureInput!) { decideCountermeasure(input: $input) { userErrors { code } } }', { input: nobody }).then(() => false, () => true);
    const decided = (await house.tell('E0110', 'decideCountermeasure', decision, caseNow)).improvementCase;
    ledger.show('S7.9', `Decided with E0113 responsible until ${decided.due}; a decision that named nobody was not taken`, incomplete && decided.status === 'IN_PROGRESS' && responsibleId !== undefined);
    year.nextReport = decided.nextReportDue;
  },

  async report(year) {
    const { house, ledger, caseId } = year;
    const { improvementCase } = await house.tell('E0113', 'fileImprovementReport', { caseId, done: '已对全部工单核对型号 All orders are checked', effect: '返修率下降三成 A third fewer repeat visits', next: '写入派工规程 Into the rules of dispatch', percentComplete: 60 }, caseNow);
    ledger.show('S7.10', `E0113 reports on the rhythm agreed; the next is due ${improvementCase.nextReportDue}`, improvementCase.nextReportDue !== null);
  },

  async missReport(year) {
    const { house, ledger, caseId } = year;
    const { node } = await house.ask('E0111', 'query($id: ID!) { node(id: $id) { ... on ImprovementCase { overdue nextReportDue } } }', { id: caseId });
    ledger.show('S7.10', `The report of ${node.nextReportDue} is missing, which his superior was told: “${await toldOf(year, 'E0111', 'IMPROVEMENT_REPORT_ESCALATED', caseId)}”`, node.overdue);
    const { improvementCase } = await house.tell('E0113', 'fileImprovementReport', { caseId, done: '规程已发布 The rules are out', effect: '返修率降一半 Half as many repeat visits', next: '看后续实绩 Watch the figures', percentComplete: 100 }, caseNow);
    ledger.show('S7.10', `Reported done; later figures can show it from ${improvementCase.verifiableFrom} on`, improvementCase.status === 'VERIFYING');
    const early = await house.refused('E0110', 'verifyImprovement', { caseId });
    ledger.show('S7.10', `Before there are later figures it does not close: ${early.message}`, true);
  },

  async verify(year) {
    const { house, ledger, caseId } = year;
    const { improvementCase } = await house.tell('E0110', 'verifyImprovement', { caseId, lessons: '派工前核对型号，返修减半 Checking the model before dispatch halves repeat visits' }, caseNow);
    const { verdict, gapBefore, gapAfter, periods } = improvementCase.verification;
    ledger.show('S7.10', `${periods.join(', ')} show it: the monthly gap of ${gapBefore} became ${gapAfter}, ${verdict}`, verdict === 'GAP_CLOSED' && improvementCase.status === 'CLOSED');
  },
};
