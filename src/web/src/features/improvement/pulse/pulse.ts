import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const OpenPulseQuery = graphql(`
  query OpenPulse($cycleId: ID!) {
    openPulse(cycleId: $cycleId) {
      period
      until
      answered
    }
  }
`);

export const PulseQuery = graphql(`
  query Pulse($cycleId: ID!, $unitId: ID) {
    pulse(cycleId: $cycleId, unitId: $unitId, children: true) {
      period
      answers
      attainable
      executiveSupport
      trustInLeader
      fairness
      encouragement
      paperwork
      comments
      unit {
        id
        name
      }
    }
  }
`);

export type PulseData = ResultOf<typeof PulseQuery>['pulse'][number];

export const AnswerPulse = graphql(
  `
    mutation AnswerPulse($input: AnswerPulseInput!) {
      answerPulse(input: $input) {
        accepted
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

export const questions = ['attainable', 'executiveSupport', 'trustInLeader', 'fairness', 'encouragement', 'paperwork'] as const;

/** So many answers are told at least. */
export const fewestTold = 5;

/** From no to yes. */
export const grades = ['1', '2', '3', '4', '5'] as const;

/** How far a mean reaches from no to yes, 0 to 1. */
export const lengthOf = (mean: string): number => Math.min(1, Math.max(0, (Number(mean) - 1) / 4));

/** The quarters of which anything is told, the newest first. */
export const quartersOf = (results: readonly PulseData[]): string[] => [...new Set(results.map((one) => one.period))].sort().reverse();
