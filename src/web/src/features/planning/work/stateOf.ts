export type MilestoneState = 'OPEN' | 'LATE' | 'COMPLETE';

export const stateOf = (milestone: { late: boolean; percentComplete: number }): MilestoneState => (milestone.late ? 'LATE' : milestone.percentComplete === 100 ? 'COMPLETE' : 'OPEN');
