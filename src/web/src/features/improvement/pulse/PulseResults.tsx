import { Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Bar } from '../../../components/Bar';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { Section } from '../../../components/Section';
import { formatPeriod } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import styles from '../Improvement.module.css';
import { fewestTold, lengthOf, PulseQuery, questions, quartersOf, type PulseData } from './pulse';
import own from './Pulse.module.css';

/** What a unit and those below it answered in a quarter, as far as it can be told without telling who. */
export function PulseResults({ cycleId, seesAll }: { cycleId: string; seesAll: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { organization, viewer, ledUnitIds } = useWorkspace();
  const led = organization.units.find((unit) => unit.leader?.id === viewer.person.id)?.id ?? null;
  const [unitId, setUnit] = useState<string | null>(seesAll ? null : led);
  const [asked, setAsked] = useState<string | null>(null);
  const [{ data, error }, read] = useQuery({ query: PulseQuery, variables: { cycleId, unitId }, requestPolicy: 'cache-and-network' });
  const shown = unitId ?? organization.root?.id;
  const quarters = quartersOf(data?.pulse ?? []);
  const isTold = (quarter: string) => data?.pulse.some((one) => one.period === quarter && one.unit.id === shown && one.attainable !== null);
  const period = quarters.find((one) => one === asked) ?? quarters.find(isTold) ?? quarters[0];
  const ofQuarter = (data?.pulse ?? []).filter((one) => one.period === period);
  const whole = ofQuarter.find((one) => one.unit.id === shown);
  const below = ofQuarter.filter((one) => one.unit.id !== shown);
  return (
    <Section
      title={t('pulse.results')}
      actions={
        <Group gap="xs">
          <UnitPicker
            size="xs"
            aria-label={t('deviations.unit')}
            placeholder={t('pulse.company')}
            clearable={seesAll}
            value={unitId}
            onChange={(id) => (id !== null || seesAll) && setUnit(id)}
            without={seesAll ? undefined : new Set(organization.units.filter((unit) => !ledUnitIds.has(unit.id)).map((unit) => unit.id))}
          />
          {period && (
            <Select size="xs" w={150} aria-label={t('pulse.quarter')} allowDeselect={false} data={quarters.map((value) => ({ value, label: formatPeriod(value, language) }))} value={period} onChange={setAsked} />
          )}
        </Group>
      }
    >
      {!data && (error ? <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} /> : <LoadingRows count={6} />)}
      {data && !whole && (
        <Text size="sm" c="dimmed" p="md">
          {t('pulse.noAnswers')}
        </Text>
      )}
      {whole && (
        <div className={styles.part}>
          <Text size="sm" mb="xs">
            {t('pulse.answersOf', { unit: whole.unit.name, count: whole.answers })}
          </Text>
          {whole.attainable === null ? <Text size="sm">{t(whole.answers < fewestTold ? 'pulse.tooFew' : 'pulse.tellsOthers')}</Text> : <Means result={whole} />}
        </div>
      )}
      {below.length > 0 && (
        <div className={styles.part}>
          <UnitMeans results={below} />
        </div>
      )}
      {whole && whole.comments.length > 0 && (
        <div className={styles.part}>
          <Text size="sm" fw={600} mb={4}>
            {t('pulse.comments', { count: whole.comments.length })}
          </Text>
          <ul className={styles.list}>
            {whole.comments.map((comment, index) => (
              <li key={index} className={styles.entry}>
                <p className={styles.text}>{comment}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

function Means({ result }: { result: PulseData }) {
  const { t } = useTranslation();
  return (
    <ul className={own.means} aria-label={t('pulse.means')}>
      {questions.map((question) => {
        const mean = result[question] ?? '0';
        return (
          <li key={question}>
            <span>{t(`pulse.questions.${question}`)}</span>
            <Bar length={lengthOf(mean)} />
            <span className="number">{t('pulse.ofFive', { mean: groupDecimal(mean, 1) })}</span>
          </li>
        );
      })}
    </ul>
  );
}

function UnitMeans({ results }: { results: readonly PulseData[] }) {
  const { t } = useTranslation();
  const sorted = [...results].sort((a, b) => a.unit.name.localeCompare(b.unit.name));
  return (
    <div className={own.scroller} tabIndex={0} role="region" aria-label={t('pulse.byUnit')}>
      <table className={own.units} aria-label={t('pulse.byUnit')}>
        <thead>
          <tr>
            <th scope="col">{t('pulse.unit')}</th>
            <th scope="col">{t('pulse.answers')}</th>
            {questions.map((question) => (
              <th key={question} scope="col">
                {t(`pulse.short.${question}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((result) => (
            <tr key={result.unit.id}>
              <th scope="row">{result.unit.name}</th>
              <td className="number">{result.answers}</td>
              {result.attainable === null ? (
                <td colSpan={questions.length}>{t('pulse.hidden')}</td>
              ) : (
                questions.map((question) => (
                  <td key={question}>
                    <span className="number">{groupDecimal(result[question] ?? '0', 1)}</span>
                    <Bar length={lengthOf(result[question] ?? '0')} />
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
