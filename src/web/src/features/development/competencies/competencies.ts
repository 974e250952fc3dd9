import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const CompetenciesQuery = graphql(`
  query Competencies {
    competencies {
      id
      code
      name
      levels
    }
  }
`);

export type CompetencyData = ResultOf<typeof CompetenciesQuery>['competencies'][number];

export const HeldLevel = graphql(`
  fragment HeldLevel on PersonCompetency {
    level
    source
    evidence
    assessedAt
    assessedBy {
      id
      name
    }
    competency {
      id
      code
      name
      levels
    }
  }
`);

export type HeldLevelData = ResultOf<typeof HeldLevel>;
export type CompetencySource = HeldLevelData['source'];

export const SaveCompetency = graphql(
  `
    mutation SaveCompetency($input: SaveCompetencyInput!) {
      saveCompetency(input: $input) {
        competency {
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

export const AssessCompetency = graphql(
  `
    mutation AssessCompetency($input: AssessCompetencyInput!) {
      assessCompetency(input: $input) {
        person {
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

/** A level with its name; 0 stands for none of it. */
export const levelText = (levels: readonly string[], level: number): string => `${level} ${levels[level - 1] ?? ''}`.trim();

type Action = ReturnType<typeof graphql.scalar<'DevelopmentAction'>>;

/** In which ways the viewer may say at which level somebody is. */
export function sourcesFor(actions: readonly Action[]): CompetencySource[] {
  const sources: CompetencySource[] = [];
  if (actions.includes('ASSESS_AS_LEADER')) sources.push('LEADER');
  if (actions.includes('RECORD_RESULTS')) sources.push('TEST', 'TRAINING');
  if (actions.includes('ASSESS_SELF')) sources.push('SELF');
  return sources;
}
