import { Box } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import type { ObjectiveValues } from '../objectives/objectiveValues';
import { CalibrationPreview, previewOf } from './calibration';
import { CalibrationView } from './CalibrationView';

interface CalibrationWhileTypingProps {
  cycleId: string;
  values: ObjectiveValues;
  measure: { unitOfMeasure: string; decimals: number };
}

/** History beside the target while one types it; nothing before measure, unit and target are there. */
export function CalibrationWhileTyping({ cycleId, values, measure }: CalibrationWhileTypingProps) {
  const { t } = useTranslation();
  const asked = JSON.stringify(previewOf(values, cycleId));
  const [settled] = useDebouncedValue(asked, 300);
  const variables = useMemo(() => JSON.parse(settled) as ReturnType<typeof previewOf>, [settled]);
  const none: NonNullable<typeof variables> = { cycleId: '', measureId: '', unitId: '', target: '0' };
  const [{ data, error, fetching, operation }, read] = useQuery({ query: CalibrationPreview, variables: variables ?? none, pause: variables === null });
  if (variables === null || asked === 'null') return null;

  // What was found of another measure or scope must not stand here even for a moment.
  const found = operation?.variables;
  const isOfThis = found && (['measureId', 'unitId', 'regionId', 'customerId', 'ownerId', 'positionId'] as const).every((name) => found[name] === variables[name]);
  return (
    <Box role="group" className="surface" aria-label={t('calibration.title')}>
      {data && isOfThis && !error ? (
        <CalibrationView
          calibration={data.calibrationPreview}
          target={variables.target}
          lowerBound={variables.lowerBound ?? null}
          measure={measure}
          isWaiting={fetching || asked !== settled}
        />
      ) : error && !fetching ? (
        <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} />
      ) : (
        <LoadingRows count={3} />
      )}
    </Box>
  );
}
