import { Button, Group, Slider, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useNews } from '../../../api/useNews';
import { DecimalField } from '../../../components/DecimalField';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { groupDecimal, readDecimal } from '../../../format/decimal';
import { percentOf, subtract } from '../../../format/exact';
import type { ObjectiveDetailData } from '../objectives/ObjectiveDetail';
import { EffectItem } from './EffectItem';
import { ProposeButton } from './ProposeButton';
import { decimalAt, sliderOf, WhatIfQuery } from './whatIf';
import styles from './WhatIf.module.css';

interface WhatIfPanelProps {
  objective: ObjectiveDetailData;
  /** Rises when the objective, or something around it, has changed. */
  news: number;
  /** Left out for whoever may not change its target. */
  onEdit?: (target: string) => void;
  onDone: () => void;
}

/** Another target, tried out: what it does to coverage above and below. Nothing is saved. */
export function WhatIfPanel({ objective, news, onEdit, onDone }: WhatIfPanelProps) {
  const { t } = useTranslation();
  const { measure } = objective;
  const [typed, setTyped] = useState<string | null>(objective.target);
  const read = typed === null ? null : readDecimal(typed);
  const [target] = useDebouncedValue(read, 200);
  const [{ data, error, fetching, operation }, ask] = useQuery({ query: WhatIfQuery, variables: { id: objective.id, target: target ?? objective.target }, pause: target === null || target === objective.target });
  useNews(news, () => {
    if (target !== null && target !== objective.target) ask({ requestPolicy: 'network-only' });
  });
  const { min, max, step } = sliderOf(objective.target, measure);
  const isChanged = read !== null && read !== objective.target;
  const difference = isChanged ? subtract(read, objective.target) : null;
  const percent = isChanged ? percentOf(read, objective.target) : null;
  const sign = (text: string) => `${text.startsWith('-') ? '' : '+'}${groupDecimal(text)}`;
  const effects = isChanged && operation?.variables.target !== objective.target ? data?.whatIf.effects : undefined;

  return (
    <div className={styles.panel} role="group" aria-label={t('whatIf.title')}>
      <div className={styles.value}>
        <DecimalField label={t('whatIf.target')} unit={measure.unitOfMeasure} value={typed} onChange={setTyped} error={undefined} />
        <Slider
          key={`${objective.target} ${measure.id}`}
          min={min}
          max={max}
          step={step}
          label={null}
          thumbLabel={t('whatIf.slide')}
          value={Math.min(max, Math.max(min, Number(read ?? objective.target)))}
          onChange={(value) => setTyped(decimalAt(value, measure.decimals))}
          marks={[{ value: Number(objective.target) }]}
          size="sm"
          mb={10}
        />
      </div>
      <Text size="xs" c="dimmed" mt={6}>
        {difference === null
          ? t('whatIf.hint')
          : `${t('whatIf.difference', { current: groupDecimal(objective.target, measure.decimals), unit: measure.unitOfMeasure })} ${sign(difference)} ${measure.unitOfMeasure}${percent === null ? '' : ` (${t('common.percent', { percent: sign(percent) })})`}`}
      </Text>
      {isChanged && !effects && (error && !fetching ? <FailureState error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : <LoadingRows count={2} />)}
      {effects?.length === 0 && (
        <Text size="sm" mt="xs" role="status">
          {t('whatIf.none')}
        </Text>
      )}
      {effects && effects.length > 0 && (
        <ul className={styles.effects} aria-label={t('whatIf.effects')} aria-live="polite" data-waiting={fetching || target !== read || undefined}>
          {effects.map((effect) => (
            <EffectItem key={effect.objective.id} effect={effect} isOwn={effect.objective.id === objective.id} target={effect.objective.id === objective.id ? (target ?? objective.target) : effect.objective.target} />
          ))}
        </ul>
      )}
      <Group gap="xs" mt="sm">
        {isChanged && (
          <>
            <ProposeButton objectiveId={objective.id} target={read} onDone={onDone} />
            {onEdit && (
              <Button variant="default" leftSection={<Icon name="edit" />} onClick={() => onEdit(read)}>
                {t('whatIf.edit')}
              </Button>
            )}
            <Button variant="subtle" onClick={() => setTyped(objective.target)}>
              {t('whatIf.back')}
            </Button>
          </>
        )}
      </Group>
    </div>
  );
}
