import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FactList } from '../../../components/FactList';
import { Icon } from '../../../components/Icon';
import { Section } from '../../../components/Section';
import { groupDecimal } from '../../../format/decimal';
import type { ObjectiveDetailData } from './ObjectiveDetail';
import { TargetText } from './TargetText';

interface ObjectiveFactsProps {
  objective: ObjectiveDetailData;
  day: string | null;
  /** What another target would do, where that can be asked; opened beside the target. */
  whatIf?: ReactNode;
}

export function ObjectiveFacts({ objective, day, whatIf }: ObjectiveFactsProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { measure, parent } = objective;
  const value = (amount: string | null): ReactNode => amount !== null && <TargetText target={amount} measure={measure} />;
  const prose = (text: string | null): ReactNode =>
    text && (
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text}
      </Text>
    );
  return (
    <>
      <Section
        title={t('objective.goal')}
        actions={
          whatIf && (
            <Button variant="default" size="compact-sm" leftSection={<Icon name="gauge" size={14} />} aria-expanded={asking} onClick={() => setAsking(!asking)}>
              {t('whatIf.title')}
            </Button>
          )
        }
      >
        <FactList
          facts={[
            [t('objective.measure'), `${measure.name} (${t(`enums.MeasureDirection.${measure.direction}`)})`],
            [t('objective.target'), <strong key="target">{value(objective.target)}</strong>],
            [t('objective.baseline'), value(objective.baseline)],
            [t('objective.lowerBound'), value(objective.lowerBound)],
            [t('objective.rollUp'), `${t(`enums.Aggregation.${measure.aggregation}`)} · ${t('objective.weight', { weight: groupDecimal(objective.rollUpWeight) })}`],
            [t('objective.description'), prose(objective.description)],
            [t('objective.contribution'), prose(objective.contribution)],
          ]}
        />
        {asking && whatIf}
      </Section>
      <Section title={t('objective.place')}>
        <FactList
          facts={[
            [
              t('objective.owner'),
              <Link key="owner" className="plain-link" to={`/people/${objective.owner.id}`}>
                {objective.owner.name} ({objective.owner.employeeNumber})
              </Link>,
            ],
            [
              t('objective.unit'),
              <Link key="unit" className="plain-link" to={`/units/${objective.unit.id}`}>
                {objective.unit.name}
              </Link>,
            ],
            [t('objective.position'), objective.position?.title],
            [t('objective.region'), objective.region?.name],
            [t('objective.customer'), objective.customer?.name],
            [t('objective.responsibility'), objective.responsibility?.text],
            [t('objective.strategyElement'), objective.strategyElement?.title],
            [
              t('objective.parent'),
              parent && (
                <Link key="parent" className="plain-link" to={`/objectives/${parent.id}${day ? `?day=${day}` : ''}`}>
                  {parent.title}
                </Link>
              ),
            ],
            [t('objective.origin'), t(`enums.ObjectiveOrigin.${objective.origin}`)],
            [t('objective.version'), String(objective.version)],
          ]}
        />
      </Section>
    </>
  );
}
