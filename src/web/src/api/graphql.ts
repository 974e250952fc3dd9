import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env';

export type { ResultOf, VariablesOf } from 'gql.tada';

/** An exact decimal as text; never turned into a floating-point number. */
export type DecimalText = string;

export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: {
    DateTime: string;
    LocalDate: string;
    Decimal: DecimalText;
    Period: string;
    CurrencyCode: string;
  };
}>();

export type ObjectiveLevel = ReturnType<typeof graphql.scalar<'ObjectiveLevel'>>;
export type ObjectiveStatus = ReturnType<typeof graphql.scalar<'ObjectiveStatus'>>;
export type CycleStatus = ReturnType<typeof graphql.scalar<'CycleStatus'>>;
export type StrategyKind = ReturnType<typeof graphql.scalar<'StrategyKind'>>;
export type UnitKind = ReturnType<typeof graphql.scalar<'UnitKind'>>;
export type Role = ReturnType<typeof graphql.scalar<'Role'>>;
export type LocaleName = ReturnType<typeof graphql.scalar<'Locale'>>;
export type Health = ReturnType<typeof graphql.scalar<'Health'>>;
export type Aggregation = ReturnType<typeof graphql.scalar<'Aggregation'>>;
