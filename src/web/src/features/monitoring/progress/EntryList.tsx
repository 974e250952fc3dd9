import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatPeriod } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useInstant } from '../../organization/workspace/workspace';
import { chainsOf, figureOf, type ActualData, type EntryChain } from '../actuals/actuals';
import styles from './Progress.module.css';

const few = 4;

interface EntryListProps {
  actuals: readonly ActualData[];
  measure: { decimals: number };
  onCorrect?: (actual: ActualData) => void;
}

/** What was recorded, by whom and when, each with what it replaced and why. */
export function EntryList({ actuals, measure, onCorrect }: EntryListProps) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const chains = chainsOf(actuals);
  const shown = isWhole ? chains : chains.slice(0, few);
  return (
    <>
      <Title order={3} size="h3" px="md" pt="sm" pb={6}>
        {t('progress.entries', { count: chains.length })}
      </Title>
      <ul className={styles.entries}>
        {shown.map((chain) => (
          <Entry key={chain.standing.id} chain={chain} decimals={measure.decimals} onCorrect={onCorrect} />
        ))}
      </ul>
      {shown.length < chains.length && (
        <Group justify="center" p="xs">
          <Button variant="default" onClick={() => setWhole(true)}>
            {t('common.more', { shown: shown.length, total: chains.length })}
          </Button>
        </Group>
      )}
    </>
  );
}

interface EntryProps {
  chain: EntryChain<ActualData>;
  decimals: number;
  onCorrect?: (actual: ActualData) => void;
}

export function Entry({ chain: { standing, replaced }, decimals, onCorrect }: EntryProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const period = formatPeriod(standing.period, language);
  return (
    <li className={styles.entry}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <div>
          <Text size="sm" span fw={600} className="number">
            {period} · {figureOf(standing, decimals)}
          </Text>
          <Origin actual={standing} />
          {standing.note && (
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {standing.note}
            </Text>
          )}
          {standing.evidenceUrl && (
            <a className="text-link" href={standing.evidenceUrl} target="_blank" rel="noreferrer noopener">
              {t('progress.evidence')}
            </a>
          )}
        </div>
        {onCorrect && (
          <Button variant="default" size="compact-sm" aria-label={t('progress.correctOf', { period })} onClick={() => onCorrect(standing)}>
            {t('progress.correct')}
          </Button>
        )}
      </Group>
      {replaced.length > 0 && (
        <ul className={styles.replaced}>
          {replaced.map((old, index) => (
            <li key={old.id}>
              <s className="number">{figureOf(old, decimals)}</s> <Origin actual={old} />
              <div style={{ overflowWrap: 'anywhere' }}>{t('progress.replacedFor', { reason: (index === 0 ? standing : replaced[index - 1])?.correctionReason ?? '' })}</div>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Origin({ actual }: { actual: ActualData }) {
  const { t } = useTranslation();
  const instant = useInstant();
  return (
    <Text size="xs" c="dimmed">
      <Link className="text-link" to={`/people/${actual.reportedBy.id}`}>
        {actual.reportedBy.name}
      </Link>{' '}
      · {instant(actual.reportedAt)} · {t(`enums.ActualSource.${actual.source}`)}
    </Text>
  );
}
