import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { HealthBadge } from '../health/HealthBadge';
import type { ReportToFollowUp } from './control';

interface StandingProps {
  point: Pick<ReportToFollowUp['controlPoint'], 'date' | 'expected' | 'objective'>;
}

/** Which objective it is about, where it stands and where it should. */
export function Standing({ point: { date, expected, objective } }: StandingProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { measure, progress } = objective;
  const figure = (value: string | null) => (value === null ? '—' : `${groupDecimal(value, measure.decimals)} ${measure.unitOfMeasure}`);
  return (
    <div>
      <Link className="text-link" style={{ overflowWrap: 'anywhere' }} to={`/objectives/${objective.id}`}>
        {objective.code} {objective.title}
      </Link>
      <Group gap="xs" mt={4}>
        <HealthBadge health={progress.health} />
        <Text size="sm" className="number">
          {t('control.standing', { actual: figure(progress.actualToDate), day: formatDay(date, language), expected: figure(expected) })}
        </Text>
      </Group>
    </div>
  );
}
