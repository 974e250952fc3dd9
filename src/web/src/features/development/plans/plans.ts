import { graphql, type CycleStatus, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';
import { RecognitionLine } from '../../performance/recognition/recognitions';
import { HeldLevel } from '../competencies/competencies';
import { ReadinessFacts } from '../readiness/readiness';

export const ItemLine = graphql(
  `
    fragment ItemLine on DevelopmentItem {
      id
      kind
      title
      targetLevel
      due
      status
      result
      endedAt
      course {
        id
        code
        title
        provider
        hours
      }
      coach {
        id
        name
        employeeNumber
        unit {
          id
          name
        }
      }
      competency {
        id
        name
        levels
      }
      forObjective {
        id
        code
        title
      }
      encouragement {
        ...RecognitionLine
      }
    }
  `,
  [RecognitionLine],
);

export type ItemData = ResultOf<typeof ItemLine>;
export type ItemKind = ItemData['kind'];

export const GapLine = graphql(`
  fragment GapLine on CompetencyGap {
    required
    current
    planned
    competency {
      id
      name
      levels
    }
    objective {
      id
      code
      title
    }
  }
`);

export type GapData = ResultOf<typeof GapLine>;

export const DevelopmentQuery = graphql(
  `
    query Development($personId: ID!, $cycleId: ID!) {
      person(id: $personId) {
        id
        name
        employeeNumber
        unit {
          id
          name
        }
        viewerMayDevelop
        readiness {
          ...ReadinessFacts
        }
        competencies {
          ...HeldLevel
        }
        competencyGaps(cycleId: $cycleId) {
          ...GapLine
        }
        developmentPlan(cycleId: $cycleId) {
          id
          version
          items {
            ...ItemLine
          }
        }
      }
    }
  `,
  [ReadinessFacts, HeldLevel, GapLine, ItemLine],
);

export type DevelopedPerson = NonNullable<ResultOf<typeof DevelopmentQuery>['person']>;

export const ProposalQuery = graphql(`
  query DevelopmentProposal($personId: ID!, $cycleId: ID!) {
    developmentProposal(personId: $personId, cycleId: $cycleId) {
      kind
      title
      targetLevel
      due
      course {
        id
        hours
      }
      coach {
        id
        name
      }
      competency {
        id
        name
        levels
      }
      forObjective {
        id
        code
        title
      }
    }
  }
`);

export type ProposedItem = ResultOf<typeof ProposalQuery>['developmentProposal'][number];

export const SaveItem = graphql(
  `
    mutation SaveDevelopmentItem($input: SaveDevelopmentItemInput!) {
      saveDevelopmentItem(input: $input) {
        developmentPlan {
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

export const StartItem = graphql(
  `
    mutation StartDevelopmentItem($input: StartDevelopmentItemInput!) {
      startDevelopmentItem(input: $input) {
        developmentPlan {
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

export const CompleteItem = graphql(
  `
    mutation CompleteDevelopmentItem($input: CompleteDevelopmentItemInput!) {
      completeDevelopmentItem(input: $input) {
        developmentPlan {
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

export const CancelItem = graphql(
  `
    mutation CancelDevelopmentItem($input: RemoveInput!) {
      remove(input: $input) {
        removedId
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

export const OwnedChoices = graphql(`
  query DevelopedObjectives($cycleId: ID!, $ownerId: ID!) {
    objectives(filter: { cycleId: $cycleId, ownerId: $ownerId, status: [DRAFT, NEGOTIATING, AGREED, COMMITTED] }, orderBy: { field: CODE, direction: ASC }, first: 100) {
      nodes {
        id
        code
        title
      }
    }
  }
`);

export const itemKinds: readonly ItemKind[] = ['COURSE', 'COACHING', 'ON_THE_JOB'];

export const isOpenItem = (item: Pick<ItemData, 'status'>): boolean => item.status === 'PLANNED' || item.status === 'IN_PROGRESS';

/** What is planned stays as it is once its cycle is closed. */
export const takesPlans = (status: CycleStatus): boolean => status !== 'CLOSED';

export interface CompetencyGapData {
  competency: GapData['competency'];
  /** The most that any objective needs. */
  required: number;
  current: number;
  planned: boolean;
  gaps: GapData[];
}

/** Gaps competency by competency, the widest first. */
export function byCompetency(gaps: readonly GapData[]): CompetencyGapData[] {
  const found = new Map<string, CompetencyGapData>();
  for (const gap of gaps) {
    const known = found.get(gap.competency.id);
    if (known) {
      known.required = Math.max(known.required, gap.required);
      known.planned &&= gap.planned;
      known.gaps.push(gap);
    } else {
      found.set(gap.competency.id, { competency: gap.competency, required: gap.required, current: gap.current, planned: gap.planned, gaps: [gap] });
    }
  }
  return [...found.values()].sort((a, b) => b.required - b.current - (a.required - a.current));
}
