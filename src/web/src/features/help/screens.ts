import type { en } from '../../i18n/en';

export type Screen = keyof typeof en.help.screens;
export type Clause = keyof typeof en.help.clauses;

interface ScreenHelp {
  screen: Screen;
  /** Of the method that it serves; none where it only keeps the company's records. */
  clauses: readonly Clause[];
}

/** What each screen is for, by its route. */
export const helpOfRoutes: Readonly<Record<string, ScreenHelp>> = {
  'my-day': { screen: 'myDay', clauses: ['S4_6', 'S7_1'] },
  week: { screen: 'week', clauses: ['S7_2', 'S7_4'] },
  dashboard: { screen: 'dashboard', clauses: ['S7_3'] },
  tree: { screen: 'tree', clauses: ['S4_4', 'S6_1', 'S6_7'] },
  'objectives/:id': { screen: 'objective', clauses: ['S4_5', 'S5_2', 'S5_6', 'S6_6', 'S7_3'] },
  'objectives/:id/allocate': { screen: 'allocate', clauses: ['S6_1', 'S6_8'] },
  report: { screen: 'report', clauses: ['S7_3'] },
  control: { screen: 'control', clauses: ['S4_6', 'S7_1', 'S7_2'] },
  deviations: { screen: 'deviations', clauses: ['S7_4', 'S7_5'] },
  improvement: { screen: 'improvement', clauses: ['S7_7', 'S7_8', 'S7_9', 'S7_10'] },
  'improvement/:id': { screen: 'improvementCase', clauses: ['S7_7', 'S7_8', 'S7_9', 'S7_10'] },
  pulse: { screen: 'pulse', clauses: ['S5_7'] },
  health: { screen: 'health', clauses: ['S5_7'] },
  leadership: { screen: 'leadership', clauses: ['S7_2'] },
  reports: { screen: 'reports', clauses: ['S7_3'] },
  meetings: { screen: 'meetings', clauses: ['S7_4'] },
  'meetings/:id': { screen: 'meeting', clauses: ['S5_6', 'S7_4'] },
  setting: { screen: 'setting', clauses: ['S6_7', 'S6_8'] },
  findings: { screen: 'findings', clauses: ['S6_1', 'S6_3', 'S6_4', 'S6_5', 'S6_11'] },
  strategy: { screen: 'strategy', clauses: ['S5_3'] },
  briefings: { screen: 'briefings', clauses: ['S4_2', 'S6_10'] },
  'briefings/:id': { screen: 'briefing', clauses: ['S4_2', 'S6_10'] },
  scorecard: { screen: 'scorecard', clauses: ['S4_3', 'S7_6'] },
  scorecards: { screen: 'scorecards', clauses: ['S4_3'] },
  'scorecards/make': { screen: 'makeScorecards', clauses: ['S4_3'] },
  'scorecards/:id': { screen: 'oneScorecard', clauses: ['S4_3', 'S7_6'] },
  calibration: { screen: 'calibration', clauses: ['S5_7'] },
  recognitions: { screen: 'recognitions', clauses: ['S4_7', 'S5_7'] },
  incentives: { screen: 'incentives', clauses: ['S4_3', 'S4_7', 'S5_5'] },
  'incentives/:id': { screen: 'incentive', clauses: ['S4_7', 'S5_5'] },
  awards: { screen: 'awards', clauses: ['S4_7'] },
  development: { screen: 'development', clauses: ['S5_4'] },
  'development/:personId': { screen: 'developmentOf', clauses: ['S4_1', 'S5_4'] },
  competencies: { screen: 'competencies', clauses: ['S5_4'] },
  readiness: { screen: 'readiness', clauses: ['S4_1'] },
  courses: { screen: 'courses', clauses: ['S4_1', 'S5_4'] },
  people: { screen: 'people', clauses: ['S6_6'] },
  'people/:id': { screen: 'person', clauses: ['S6_6'] },
  units: { screen: 'units', clauses: ['S6_3'] },
  'units/:id': { screen: 'units', clauses: ['S6_3'] },
  positions: { screen: 'positions', clauses: ['S6_3', 'S6_8'] },
  regions: { screen: 'regions', clauses: ['S6_8'] },
  customers: { screen: 'customers', clauses: ['S6_8'] },
  imports: { screen: 'imports', clauses: ['S5_7'] },
  audit: { screen: 'audit', clauses: [] },
  'audit/readings': { screen: 'readings', clauses: [] },
  cycles: { screen: 'cycles', clauses: ['S5_3', 'S6_9'] },
  measures: { screen: 'measures', clauses: ['S5_1', 'S7_3'] },
  integrations: { screen: 'integrations', clauses: ['S5_7'] },
  settings: { screen: 'settings', clauses: ['S6_9'] },
  manual: { screen: 'manual', clauses: ['S5_7'] },
};

/** "S5_7" as it is written: texts' names have no points. */
export const nameOfClause = (clause: Clause): string => clause.replace('_', '.');
