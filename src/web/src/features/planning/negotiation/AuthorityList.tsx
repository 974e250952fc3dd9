import { List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/Section';
import { formatDay } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import type { NegotiatedData } from './negotiation';

/** What the owner may decide by himself; nothing where nothing was given. */
export function AuthorityList({ grants }: { grants: NegotiatedData['authorityGrants'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (grants.length === 0) return null;
  return (
    <Section title={t('negotiation.authority')}>
      <List listStyleType="none" size="sm" px="md" py="xs" spacing={6}>
        {grants.map((grant) => (
          <List.Item key={grant.id}>
            {grant.scope}
            {grant.limit && ` · ${t('negotiation.upTo', { amount: groupDecimal(grant.limit.amount), currency: grant.limit.currency })}`}
            {` · ${grant.by.name} · ${formatDay(grant.from, language)}${grant.until ? ` – ${formatDay(grant.until, language)}` : ''}`}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
