/** The thresholds that are decimals, and those that are whole numbers, in the order in which people look for them. */
export const decimalThresholds = [
  'tolerance', 'atRiskProbability', 'readinessThreshold', 'individualShareLimit', 'duplicateSimilarity', 'tooLowPercentile', 'stretchPercentile', 'tooHighPercentile', 'rebalanceBound',
] as const;

export const countThresholds = ['followUpWorkingDays', 'reportGraceDays', 'escalationDays', 'paperworkMinutesPerMonth'] as const;

export const policyActions = ['ALLOW', 'WARN', 'BLOCK'] as const;
