import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../api/graphql';
import { RemoteSelect, type Choice } from '../../components/RemoteSelect';

const MeasureChoices = graphql(`
  query MeasureChoices {
    measures {
      id
      code
      name
      unitOfMeasure
      direction
      aggregation
      decimals
    }
  }
`);

export type MeasureData = ResultOf<typeof MeasureChoices>['measures'][number];

export function useMeasures(): readonly MeasureData[] {
  const [{ data }] = useQuery({ query: MeasureChoices });
  return data?.measures ?? [];
}

interface PickerProps {
  label: string;
  size?: 'xs' | 'sm';
  placeholder?: string;
  required?: boolean;
  clearable?: boolean;
  value: string | null;
  onChange: (id: string | null) => void;
  error?: string;
}

export function MeasurePicker(props: PickerProps) {
  const { t } = useTranslation();
  const measures = useMeasures();
  return (
    <Select
      {...props}
      searchable
      data={measures.map((measure) => ({ value: measure.id, label: `${measure.name} · ${measure.unitOfMeasure} (${measure.code})` }))}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      nothingFoundMessage={t('common.nothingFound')}
    />
  );
}

const StrategyChoices = graphql(`
  query StrategyChoices {
    strategy {
      id
      kind
      title
    }
  }
`);

export function StrategyPicker({ without, ...props }: PickerProps & { without?: ReadonlySet<string> }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: StrategyChoices });
  const elements = (data?.strategy ?? []).filter((element) => !without?.has(element.id));
  return (
    <Select
      {...props}
      searchable
      data={elements.map((element) => ({ value: element.id, label: `${t(`enums.StrategyKind.${element.kind}`)} · ${element.title}` }))}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      nothingFoundMessage={t('common.nothingFound')}
    />
  );
}

const ObjectiveChoices = graphql(`
  query ObjectiveChoices($cycleId: ID!, $text: String) {
    objectives(filter: { cycleId: $cycleId, text: $text, status: [DRAFT, NEGOTIATING, AGREED, COMMITTED] }, orderBy: { field: CODE, direction: ASC }, first: 20) {
      nodes {
        id
        code
        title
        owner {
          id
          name
        }
      }
    }
  }
`);

interface ObjectivePickerProps {
  cycleId: string;
  label: string;
  description?: string;
  placeholder?: string;
  value: Choice | null;
  onChange: (choice: Choice | null) => void;
  error?: string;
}

export function ObjectivePicker({ cycleId, ...props }: ObjectivePickerProps) {
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text, 200);
  const [{ data, fetching }] = useQuery({ query: ObjectiveChoices, variables: { cycleId, text: settled === '' ? null : settled } });
  return (
    <RemoteSelect
      {...props}
      onSearch={setText}
      isLoading={fetching && !data}
      options={(data?.objectives.nodes ?? []).map((o) => ({ id: o.id, label: `${o.code} ${o.title} · ${o.owner.name}` }))}
    />
  );
}
