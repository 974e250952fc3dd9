import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/Section';
import type { CycleChoice } from '../../planning/cycles/useCycles';
import styles from '../Development.module.css';
import { ItemRow } from './ItemRow';
import { isOpenItem, type DevelopedPerson } from './plans';

interface ItemSectionProps {
  person: DevelopedPerson;
  cycle: CycleChoice;
  mayPlan: boolean;
  itemId: string | null;
  onDone: () => void;
}

/** What is planned by its days, and then what has ended. */
export function ItemSection({ person, cycle, mayPlan, itemId, onDone }: ItemSectionProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const plan = person.developmentPlan;
  const items = plan ? [...plan.items.filter(isOpenItem), ...plan.items.filter((item) => !isOpenItem(item)).reverse()] : [];
  const isThere = items.some((item) => item.id === itemId);
  useEffect(() => {
    if (isThere) list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'center' });
  }, [isThere]);
  return (
    <Section title={t('development.plan')} actions={items.some(isOpenItem) && <span className="number">{items.filter(isOpenItem).length}</span>}>
      {items.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {t(mayPlan ? 'development.noItemsHint' : 'development.noItems')}
        </Text>
      )}
      <ul ref={list} className={styles.list} aria-label={t('development.plan')}>
        {plan && items.map((item) => <ItemRow key={item.id} item={item} planVersion={plan.version} person={person} cycleId={cycle.id} mayPlan={mayPlan} isCurrent={item.id === itemId} onDone={onDone} />)}
      </ul>
    </Section>
  );
}
