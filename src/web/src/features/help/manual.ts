import type { en } from '../../i18n/en';

type Nav = keyof typeof en.nav;

export const roles = ['member', 'leader', 'hr'] as const;

export type ManualRole = (typeof roles)[number];

/** The times of a cycle, each a chapter. */
export const chapters = ['setting', 'execution', 'appraisal'] as const;

export interface ManualStep {
  to: string;
  screen: Nav;
}

const step = (to: string, screen: Nav): ManualStep => ({ to, screen });

/** On which screen each step of a chapter is done; what is done there stands in the texts, by its number. */
export const manual: Readonly<Record<ManualRole, Readonly<Record<(typeof chapters)[number], readonly ManualStep[]>>>> = {
  member: {
    setting: [step('/briefings', 'briefings'), step('/development', 'development'), step('/tree', 'tree'), step('/my-day', 'myDay')],
    execution: [step('/my-day', 'myDay'), step('/report', 'report'), step('/control', 'control'), step('/deviations?whose=mine', 'deviations'), step('/improvement', 'improvement'), step('/pulse', 'pulse')],
    appraisal: [step('/scorecard', 'scorecard'), step('/scorecard', 'scorecard'), step('/awards', 'awards')],
  },
  leader: {
    setting: [step('/briefings', 'briefings'), step('/setting', 'setting'), step('/tree', 'tree'), step('/my-day', 'myDay'), step('/findings', 'findings')],
    execution: [step('/week', 'week'), step('/control', 'control'), step('/deviations', 'deviations'), step('/improvement', 'improvement'), step('/recognitions', 'recognitions'), step('/leadership', 'leadership')],
    appraisal: [step('/scorecards', 'scorecards'), step('/my-day', 'myDay'), step('/development', 'development')],
  },
  hr: {
    setting: [step('/cycles', 'cycles'), step('/strategy', 'strategy'), step('/competencies', 'competencies'), step('/scorecards/make', 'scorecards')],
    execution: [step('/dashboard', 'dashboard'), step('/health', 'health'), step('/pulse', 'pulse'), step('/cycles', 'cycles'), step('/reports', 'reports')],
    appraisal: [step('/scorecards', 'scorecards'), step('/calibration', 'calibrationBoard'), step('/incentives', 'incentives')],
  },
};
