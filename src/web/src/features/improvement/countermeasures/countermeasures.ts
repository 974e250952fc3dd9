import { graphql } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';
import type { CountermeasureData } from '../cases/cases';

export const SetCriteria = graphql(
  `
    mutation SetCriteria($input: SetCriteriaInput!) {
      setCriteria(input: $input) {
        improvementCase {
          id
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

export const SaveCountermeasure = graphql(
  `
    mutation SaveCountermeasure($input: SaveCountermeasureInput!) {
      saveCountermeasure(input: $input) {
        improvementCase {
          id
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

export const DecideCountermeasure = graphql(
  `
    mutation DecideCountermeasure($input: DecideCountermeasureInput!) {
      decideCountermeasure(input: $input) {
        improvementCase {
          id
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

export const fewestAlternatives = 2;
export const mostAlternatives = 12;

/** How well each countermeasure does by each criterion, as written: by the countermeasure's id and the criterion's. */
export type Scores = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

export const scoresOf = (measures: readonly CountermeasureData[]): Scores =>
  Object.fromEntries(measures.map((measure) => [measure.id, Object.fromEntries(measure.scores.map(({ criterionId, score }) => [criterionId, String(score)]))]));

/** A whole number from 0 to 10. */
export const isScore = (text: string | null | undefined): text is string => typeof text === 'string' && /^(10|\d)$/.test(text.trim());

/** Which countermeasure has the greatest total; of equals the first. */
export const bestOf = (measures: readonly CountermeasureData[]): CountermeasureData | undefined => measures.reduce<CountermeasureData | undefined>((best, one) => (best && Number(best.total) >= Number(one.total) ? best : one), undefined);

/** A share of one in per cent, with one digit. */
export const shareInPercent = (share: number): string => String(Math.round(share * 1000) / 10);
