import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../../format/dates';
import { groupDecimal, roundDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { HealthBadge } from '../health/HealthBadge';
import type { ReportToFollowUp } from './control';
import { actualBy } from './points';

interface StandingProps {
  point: Pick<ReportToFollowUp['controlPoint'], 'date' | 'period' | 'expected' | 'objective'>;
}

/** Which objective it is about, where it stood by the point's month and should have, and where it stands now. */
export function Standing({ point: { date, period, expected, objective } }: StandingProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { measure, progress } = objective;
  const figure = (value: string | null) => (value === null ? '—' : `${groupDecimal(roundDecimal(value, Math.max(2, measure.decimals)), measure.decimals)} ${measure.unitOfMeasure}`);
  const reached = period === null ? null : actualBy(progress.series, period);
  return (
    <div>
      <Link className="text-link" style={{ overflowWrap: 'anywhere' }} to={`/objectives/${objective.id}`}>
        {objective.code} {objective.title}
      </Link>
      <Group gap="xs" mt={4}>
        <HealthBadge health={progress.health} />
        <Text size="sm">{t('control.standing', { reached: figure(reached), day: formatDay(date, language), expected: figure(expected) })}</Text>
        {progress.actualToDate !== reached && <Text size="sm">{t('control.standingNow', { actual: figure(progress.actualToDate) })}</Text>}
      </Group>
    </div>
  );
}
