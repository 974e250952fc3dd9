import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { NegotiateDrawer } from '../negotiation/NegotiateDrawer';
import { NegotiationQuery } from '../negotiation/negotiation';

interface ProposeButtonProps {
  objectiveId: string;
  target: string;
  onDone: () => void;
}

/** Carries a target into the negotiation, for whoever may propose one there. */
export function ProposeButton({ objectiveId, target, onDone }: ProposeButtonProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [{ data }] = useQuery({ query: NegotiationQuery, variables: { id: objectiveId }, requestPolicy: 'cache-first' });
  const objective = data?.objective;
  const state = objective?.negotiationState;
  if (!objective || !state || !state.steps.includes('PROPOSAL')) return null;
  return (
    <>
      <Button onClick={() => setOpened(true)}>{t('whatIf.propose')}</Button>
      {opened && <NegotiateDrawer objective={objective} state={{ ...state, target }} kind="PROPOSAL" onDone={onDone} onClose={() => setOpened(false)} />}
    </>
  );
}
