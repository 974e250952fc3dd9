import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { FailureState } from '../../../components/FailureState';
import type { Choice } from '../../../components/RemoteSelect';
import { SideDrawer } from '../../../components/SideDrawer';
import { PersonPicker } from '../../organization/pickers/PersonPicker';
import { ItemsDrawer } from './ItemsDrawer';
import { CardOfPersonQuery } from './scorecards';

interface MakeOneDrawerProps {
  cycleId: string;
  onDone: () => void;
  onClose: () => void;
}

/** Chooses whose scorecard is made, or changed where there is one. */
export function MakeOneDrawer({ cycleId, onDone, onClose }: MakeOneDrawerProps) {
  const { t } = useTranslation();
  const [person, setPerson] = useState<Choice | null>(null);
  const [{ data, error, fetching }, read] = useQuery({ query: CardOfPersonQuery, variables: { cycleId, personId: person?.id ?? '' }, pause: !person, requestPolicy: 'network-only' });
  if (person && data && !fetching) return <ItemsDrawer cycleId={cycleId} person={{ id: person.id, name: person.label }} card={data.scorecard} onDone={onDone} onClose={onClose} />;
  return (
    <SideDrawer title={t('scorecards.makeOne')} onClose={onClose}>
      <Stack gap="sm">
        <PersonPicker label={t('scorecards.person')} required value={person} onChange={setPerson} />
        {error && !data && <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} />}
      </Stack>
    </SideDrawer>
  );
}
