import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { SideDrawer } from '../../../components/SideDrawer';
import { groupDecimal } from '../../../format/decimal';
import { useList } from '../../../i18n/useList';
import { RulesQuery, type RuleData } from './cards';
import { RuleDrawer } from './RuleDrawer';
import styles from './Scorecards.module.css';
import { percentOf } from './weights';

/** What attainments are worth: the rules by which items are scored. */
export function RulesDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [{ data, error }, read] = useQuery({ query: RulesQuery });
  const [editing, setEditing] = useState<RuleData | 'new' | null>(null);
  const again = () => read({ requestPolicy: 'network-only' });
  if (editing) return <RuleDrawer rule={editing === 'new' ? null : editing} onDone={again} onClose={() => setEditing(null)} />;
  return (
    <SideDrawer title={t('scorecards.rules')} onClose={onClose}>
      <Group justify="space-between" mb="xs" wrap="nowrap" align="flex-start">
        <Text size="sm" c="dimmed">
          {t('scorecards.rulesHint')}
        </Text>
        <Button leftSection={<Icon name="plus" />} onClick={() => setEditing('new')} style={{ flex: 'none' }}>
          {t('scorecards.addRule')}
        </Button>
      </Group>
      {!data && (error ? <FailureState error={error} onRetry={again} /> : <LoadingRows count={3} />)}
      <ul className={styles.list}>
        {data?.scoringRules.map((rule) => (
          <li key={rule.id} className={styles.choice}>
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <div>
                <Text size="sm" fw={600}>
                  {rule.name}
                </Text>
                <RuleTerms rule={rule} />
              </div>
              <Button variant="default" size="compact-sm" style={{ flex: 'none' }} aria-label={t('scorecards.editRuleOf', { name: rule.name })} onClick={() => setEditing(rule)}>
                {t('scorecards.editRule')}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
    </SideDrawer>
  );
}

function RuleTerms({ rule }: { rule: RuleData }) {
  const { t } = useTranslation();
  const list = useList();
  const text =
    rule.kind === 'LINEAR'
      ? t('scorecards.linear', { floor: percentOf(rule.floor ?? '0'), cap: percentOf(rule.cap ?? '1') })
      : rule.kind === 'BANDS'
        ? list.format(rule.bands.map((band) => t('scorecards.band', { attainment: percentOf(band.attainment), score: groupDecimal(band.score) })))
        : t('scorecards.passFail');
  return (
    <Text size="xs" c="dimmed">
      {text}
    </Text>
  );
}
