import { Anchor, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { Icon } from '../../../components/Icon';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { Stages } from '../../../components/Stages';
import { useWorkspace } from '../../organization/workspace/workspace';
import { tellAgendaChanged } from '../../platform/agenda/agenda';
import { HistoryList } from '../../platform/history/HistoryList';
import { appraisalActions, AppraisalDrawer, type AppraisalAction } from '../appraisals/AppraisalDrawers';
import { AppraisalSection } from '../appraisals/AppraisalSection';
import { ItemsDrawer } from './ItemsDrawer';
import { RebalanceSection } from './RebalanceSection';
import { ScorecardBadge } from './ScorecardBadge';
import { ActivateScorecard, type CardData } from './scorecards';
import styles from './Scorecards.module.css';
import { ScoreFigures } from './ScoreFigures';
import { ScoreTable } from './ScoreTable';

interface ScorecardViewProps {
  card: CardData;
  /** By which one chooses another. */
  tools?: ReactNode;
  onChanged: () => void;
}

const stages = ['DRAFT', 'ACTIVE', 'SELF_APPRAISED', 'APPRAISED', 'CALIBRATED', 'SIGNED'] as const;

/** One scorecard: why its score is what it is, and how far its appraisal has come. */
export function ScorecardView({ card, tools, onChanged }: ScorecardViewProps) {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const [doing, setDoing] = useState<AppraisalAction | 'EDIT' | null>(null);
  const [news, setNews] = useState(0);
  const isOwn = card.person.id === viewer.person.id;
  const reached = card.status === 'DISPUTED' ? stages.indexOf('CALIBRATED') : stages.indexOf(card.status);
  const title = isOwn ? t('scorecards.mine') : t('scorecards.of', { name: card.person.name });
  const done = () => {
    onChanged();
    setNews((n) => n + 1);
    tellAgendaChanged();
  };
  const close = () => setDoing(null);
  return (
    <PageFrame
      title={title}
      subtitle={
        <Group gap="xs">
          <ScorecardBadge status={card.status} />
          <span>
            {card.cycle.name} · {isOwn ? '' : `${card.person.employeeNumber} · `}
            {[card.person.unit.name, card.person.position?.title].filter(Boolean).join(' · ')}
          </span>
        </Group>
      }
      actions={
        <Group gap="xs" className="no-print">
          <Button variant="default" leftSection={<Icon name="file" />} onClick={() => window.print()}>
            {t('scorecards.print')}
          </Button>
          <Button component="a" variant="default" leftSection={<Icon name="download" />} href={`/exports/records/${card.id}.xlsx`} download>
            {t('scorecards.excel')}
          </Button>
        </Group>
      }
    >
      {tools}
      <div className={`surface ${styles.next}`}>
        <Stages label={t('scorecards.stages')} stages={stages.map((stage, index) => t(`enums.ScorecardStatus.${index === reached ? card.status : stage}`))} reached={reached} />
        <Actions card={card} onDo={setDoing} onDone={done} />
      </div>
      <ScoreFigures card={card} />
      <Section title={t('scorecards.whySo')}>
        <ScoreTable card={card} />
      </Section>
      <RebalanceSection card={card} onDone={done} />
      <AppraisalSection card={card} isOwn={isOwn} />
      <div className={styles.signatures}>
        <div>
          {t('appraisals.ofPerson')}: {card.person.name}
        </div>
        <div>
          {t('appraisals.ofLeader')}: {card.appraisal?.leaderSignedBy?.name ?? card.person.superior?.name ?? ''}
        </div>
      </div>
      <div className="no-print">
        <Section title={t('history.title')}>
          <HistoryList key={card.id} id={card.id} news={news} />
        </Section>
        {!isOwn && (
          <Anchor component={Link} size="sm" to={`/people/${card.person.id}`}>
            {t('scorecards.toPerson', { name: card.person.name })}
          </Anchor>
        )}
      </div>
      {doing === 'EDIT' && <ItemsDrawer cycleId={card.cycle.id} person={card.person} card={card} onDone={done} onClose={close} />}
      {doing !== null && doing !== 'EDIT' && <AppraisalDrawer action={doing} card={card} onDone={done} onClose={close} />}
    </PageFrame>
  );
}

interface ActionsProps {
  card: CardData;
  onDo: (action: AppraisalAction | 'EDIT') => void;
  onDone: () => void;
}

function Actions({ card, onDo, onDone }: ActionsProps) {
  const { t } = useTranslation();
  const activate = useCommand(ActivateScorecard);
  const [refusal, setRefusal] = useState<string>();
  const may = new Set(card.viewerMay);
  if (may.size === 0) return null;

  async function putInForce() {
    setRefusal(undefined);
    const { done, errors, failure } = await activate.run({ scorecardId: card.id, expectedVersion: card.version });
    if (done) {
      notifications.show({ message: t('scorecards.activated') });
      onDone();
    } else setRefusal(failure ? describeFailure(failure, t) : errors.map((error) => error.message).join(' '));
  }

  return (
    <div>
      <Group gap="xs">
        {appraisalActions.filter((action) => may.has(action)).map((action) => (
          <Button key={action} variant={action === 'DISPUTE' || isAgain(card, action) ? 'default' : 'filled'} onClick={() => onDo(action)}>
            {t(isAgain(card, action) ? `appraisals.again.${action}` : `appraisals.do.${action}`)}
          </Button>
        ))}
        {may.has('EDIT') && (
          <Button variant="default" leftSection={<Icon name="edit" />} onClick={() => onDo('EDIT')}>
            {t('scorecards.edit')}
          </Button>
        )}
        {may.has('ACTIVATE') && (
          <Button loading={activate.busy} onClick={() => void putInForce()}>
            {t('scorecards.activate')}
          </Button>
        )}
      </Group>
      {refusal && (
        <Text size="sm" c="red.9" role="alert" mt={4}>
          {refusal}
        </Text>
      )}
    </div>
  );
}

type Repeatable = 'SELF_APPRAISE' | 'APPRAISE' | 'CALIBRATE';

/** It was done already, and may be done anew. */
function isAgain(card: CardData, action: AppraisalAction): action is Repeatable {
  return (action === 'SELF_APPRAISE' && card.status === 'SELF_APPRAISED') || (action === 'APPRAISE' && card.status === 'APPRAISED') || (action === 'CALIBRATE' && card.status === 'CALIBRATED');
}
