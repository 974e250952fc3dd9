import { Badge, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { Icon } from '../../../components/Icon';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { choiceOfPerson } from '../../organization/pickers/people';
import { useInstant, useWorkspace } from '../../organization/workspace/workspace';
import { RecogniseDrawer } from '../../performance/recognition/RecogniseDrawer';
import { levelText } from '../competencies/competencies';
import styles from '../Development.module.css';
import { CancelDrawer } from './CancelDrawer';
import { CompleteDrawer } from './CompleteDrawer';
import { ItemDrawer } from './ItemDrawer';
import { isOpenItem, StartItem, type DevelopedPerson, type ItemData } from './plans';

const colors: Record<ItemData['status'], string> = { PLANNED: '#41505f', IN_PROGRESS: '#1d4f73', COMPLETED: '#1e6b30', FAILED: '#a3161a', CANCELLED: '#5a6670' };

interface ItemRowProps {
  item: ItemData;
  planVersion: number;
  person: DevelopedPerson;
  cycleId: string;
  mayPlan: boolean;
  isCurrent: boolean;
  onDone: () => void;
}

/** One thing that is done to reach a level: until when, how far it is, what others say of it. */
export function ItemRow({ item, planVersion, person, cycleId, mayPlan, isCurrent, onDone }: ItemRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { viewer, today } = useWorkspace();
  const start = useCommand(StartItem);
  const [refusal, setRefusal] = useState<string>();
  const [doing, setDoing] = useState<'edit' | 'complete' | 'cancel' | 'encourage' | null>(null);
  const isOpen = isOpenItem(item);
  const isOverdue = isOpen && item.due < today;
  const mayEncourage = person.id !== viewer.person.id && !viewer.roles.includes('AUDITOR') && item.status !== 'CANCELLED';
  const close = () => setDoing(null);

  async function begin() {
    setRefusal(undefined);
    const { done, errors, failure } = await start.run({ itemId: item.id });
    if (done) notifications.show({ message: t('common.saved') });
    else setRefusal(failure ? describeFailure(failure, t) : errors.map((error) => error.message).join(' '));
    onDone();
  }

  return (
    <li className={styles.item} data-item={item.id} data-status={item.status} aria-current={isCurrent || undefined}>
      <Group gap="xs" wrap="wrap">
        <Badge variant="default" radius="sm" c={colors[item.status]} tt="none">
          {t(`development.statuses.${item.status}`)}
        </Badge>
        <Text size="sm" fw={600} td={item.status === 'CANCELLED' ? 'line-through' : undefined} className={styles.text}>
          {item.title}
        </Text>
      </Group>
      <Text size="sm" mt={2}>
        {t(`development.kinds.${item.kind}`)} · {item.competency.name} · {levelText(item.competency.levels, item.targetLevel)}
        {item.course && ` · ${item.course.provider} · ${t('development.hours', { count: item.course.hours })}`}
        {item.coach && (
          <>
            {' · '}
            <Link className="text-link" to={`/people/${item.coach.id}`}>
              {item.coach.name}
            </Link>
          </>
        )}
      </Text>
      <Text size="xs" c={isOverdue ? '#a3161a' : 'dimmed'} fw={isOverdue ? 600 : undefined}>
        {isOverdue && <Icon name="warning" size={12} />} {t(isOverdue ? 'development.wasDue' : 'development.due', { day: formatDay(item.due, language) })}
        {item.forObjective && (
          <>
            {' · '}
            <Link className="text-link" to={`/objectives/${item.forObjective.id}`}>
              {item.forObjective.title}
            </Link>
          </>
        )}
      </Text>
      {item.result && (
        <Text size="sm" className={styles.text} mt={4}>
          {t('development.result')} {item.result}
        </Text>
      )}
      <Encouragement item={item} />
      {refusal && (
        <Text size="sm" c="red.9" role="alert">
          {refusal}
        </Text>
      )}
      <Group gap={6} className={styles.actions}>
        {isOpen && person.viewerMayDevelop.includes('COMPLETE') && (
          <Button size="compact-sm" onClick={() => setDoing('complete')}>
            {t('development.complete')}
          </Button>
        )}
        {item.status === 'PLANNED' && mayPlan && (
          <Button size="compact-sm" variant="default" loading={start.busy} onClick={() => void begin()}>
            {t('development.start')}
          </Button>
        )}
        {mayEncourage && (
          <Button size="compact-sm" variant="default" onClick={() => setDoing('encourage')}>
            {t('development.encourage')}
          </Button>
        )}
        {isOpen && mayPlan && (
          <>
            <Button size="compact-sm" variant="default" onClick={() => setDoing('edit')}>
              {t('development.edit')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setDoing('cancel')}>
              {t('development.cancel')}
            </Button>
          </>
        )}
      </Group>
      {doing === 'edit' && <ItemDrawer person={person} cycleId={cycleId} item={item} onDone={onDone} onClose={close} />}
      {doing === 'complete' && <CompleteDrawer item={item} onDone={onDone} onClose={close} />}
      {doing === 'cancel' && <CancelDrawer item={item} planVersion={planVersion} onDone={onDone} onClose={close} />}
      {doing === 'encourage' && <RecogniseDrawer about={{ to: choiceOfPerson(person), kind: 'LEARNING', subject: item.title, developmentItemId: item.id }} onDone={onDone} onClose={close} />}
    </li>
  );
}

function Encouragement({ item }: { item: ItemData }) {
  const { t } = useTranslation();
  const instant = useInstant();
  if (item.encouragement.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('development.encouragement')}>
      {item.encouragement.map((one) => (
        <li key={one.id} className={styles.encouragement}>
          <Text size="sm" className={styles.text}>
            {one.text}
          </Text>
          <Text size="xs" c="dimmed">
            {t('recognition.from', { name: one.by.name, at: instant(one.at) })}
          </Text>
        </li>
      ))}
    </ul>
  );
}
