import { Button, List } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/Section';
import { formatDay } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { RemoveDrawer } from '../work/RemoveDrawer';
import { mayGrant, type NegotiatedData } from './negotiation';

interface AuthorityListProps {
  objective: NegotiatedData;
  onDone: () => void;
}

/** What the owner may decide by himself, which whoever stands above takes back; nothing where nothing was given. */
export function AuthorityList({ objective, onDone }: AuthorityListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [takenBack, setTakenBack] = useState<NegotiatedData['authorityGrants'][number] | null>(null);
  const { authorityGrants: grants, negotiationState: state } = objective;
  if (grants.length === 0) return null;
  return (
    <Section title={t('negotiation.authority')}>
      <List listStyleType="none" size="sm" px="md" py="xs" spacing={6} aria-label={t('negotiation.authority')}>
        {grants.map((grant) => (
          <List.Item key={grant.id}>
            {grant.scope}
            {grant.limit && ` · ${t('negotiation.upTo', { amount: groupDecimal(grant.limit.amount), currency: grant.limit.currency })}`}
            {` · ${grant.by.name} · ${formatDay(grant.from, language)}${grant.until ? ` – ${formatDay(grant.until, language)}` : ''}`}
            {state && mayGrant(objective, state) && (
              <>
                {' '}
                <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setTakenBack(grant)}>
                  {t('negotiation.takeBack')}
                </Button>
              </>
            )}
          </List.Item>
        ))}
      </List>
      {takenBack && (
        <RemoveDrawer
          title={t('negotiation.takeBack')}
          hint={t('negotiation.takeBackHint')}
          subject={{ id: takenBack.id, version: objective.version, name: takenBack.scope }}
          onDone={onDone}
          onClose={() => setTakenBack(null)}
        />
      )}
    </Section>
  );
}
