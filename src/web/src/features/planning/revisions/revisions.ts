import { graphql, type DecimalText, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

const RevisionLine = graphql(`
  fragment RevisionLine on TargetRevision {
    id
    status
    externalCause
    evidence
    oldTarget
    newTarget
    effectiveFrom
    workPlanChange
    requestedAt
    decidedAt
    decisionReason
    exemptFromAppraisal
    viewerMay
    newPhasing {
      period
      value
    }
    requestedBy {
      id
      name
    }
    decidedBy {
      id
      name
    }
  }
`);

export type RevisionData = ResultOf<typeof RevisionLine>;
export type RevisionStatus = RevisionData['status'];

export const RevisionsQuery = graphql(
  `
    query Revisions($id: ID!) {
      objective(id: $id) {
        id
        measure {
          id
          unitOfMeasure
          decimals
        }
        progress {
          series {
            period
            target
          }
        }
        revisions {
          ...RevisionLine
        }
      }
    }
  `,
  [RevisionLine],
);

export type RevisedObjective = NonNullable<ResultOf<typeof RevisionsQuery>['objective']>;

/** What one needs to know to ask for another target. */
export const ObjectiveToReviseQuery = graphql(`
  query ObjectiveToRevise($id: ID!) {
    objective(id: $id) {
      id
      code
      title
      target
      childCount
      measure {
        id
        unitOfMeasure
        decimals
      }
      progress {
        series {
          period
          target
        }
      }
    }
  }
`);

export type ObjectiveToRevise = NonNullable<ResultOf<typeof ObjectiveToReviseQuery>['objective']>;

export const RequestTargetRevision = graphql(
  `
    mutation RequestTargetRevision($input: RequestTargetRevisionInput!) {
      requestTargetRevision(input: $input) {
        targetRevision {
          ...RevisionLine
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [RevisionLine, UserErrorFields],
);

export const DecideTargetRevision = graphql(
  `
    mutation DecideTargetRevision($input: DecideTargetRevisionInput!) {
      decideTargetRevision(input: $input) {
        targetRevision {
          ...RevisionLine
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [RevisionLine, UserErrorFields],
);

export const WithdrawTargetRevision = graphql(
  `
    mutation WithdrawTargetRevision($input: WithdrawTargetRevisionInput!) {
      withdrawTargetRevision(input: $input) {
        targetRevision {
          ...RevisionLine
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [RevisionLine, UserErrorFields],
);

export const UndoTargetRevision = graphql(
  `
    mutation UndoTargetRevision($input: WithdrawTargetRevisionInput!) {
      undoTargetRevision(input: $input) {
        targetRevision {
          ...RevisionLine
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [RevisionLine, UserErrorFields],
);

/** What a decider sees as two things is one right. */
export type RevisionTask = 'APPROVE' | 'REJECT' | 'WITHDRAW' | 'UNDO';

export const tasksOf = (revision: Pick<RevisionData, 'viewerMay'>): RevisionTask[] => revision.viewerMay.flatMap((right): RevisionTask[] => (right === 'DECIDE' ? ['APPROVE', 'REJECT'] : [right]));

export interface Month {
  period: string;
  value: DecimalText;
}

/** The months in force, whether the target was phased or is spread evenly. */
export const monthsOf = (objective: { progress: { series: readonly { period: string; target: DecimalText | null }[] } }): Month[] =>
  objective.progress.series.flatMap(({ period, target }) => (target === null ? [] : [{ period, value: target }]));

/** The months of a revised target beside those before it; null where there were none. */
export const beside = (before: readonly Month[], after: readonly Month[]): { period: string; before: DecimalText | null; after: DecimalText; isChanged: boolean }[] =>
  after.map(({ period, value }) => {
    const former = before.find((month) => month.period === period)?.value ?? null;
    return { period, before: former, after: value, isChanged: former !== value };
  });
