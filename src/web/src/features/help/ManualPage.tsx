import { SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { PageFrame } from '../../components/PageFrame';
import { Section } from '../../components/Section';
import { useWorkspace } from '../organization/workspace/workspace';
import styles from './Help.module.css';
import { chapters, manual, roles } from './manual';

/** The method in ten minutes: what a member, a leader and HR do at which time of the cycle. */
export function ManualPage() {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const [params, setParams] = useSearchParams();
  const own = viewer.roles.includes('HR') ? 'hr' : viewer.roles.includes('LEADER') ? 'leader' : 'member';
  const role = roles.find((one) => one === params.get('for')) ?? own;
  return (
    <PageFrame
      title={t('manual.title')}
      subtitle={t('manual.hint')}
      actions={<SegmentedControl aria-label={t('manual.whose')} data={roles.map((value) => ({ value, label: t(`manual.roles.${value}`) }))} value={role} onChange={(value) => setParams({ for: value })} />}
    >
      <Section title={t('manual.idea')}>
        <Text className={styles.part}>{t('manual.ideaText')}</Text>
      </Section>
      {chapters.map((chapter) => (
        <Section
          key={chapter}
          title={t(`manual.${role}.${chapter}.title`)}
          actions={
            <Text size="sm" c="dimmed">
              {t(`manual.${role}.${chapter}.when`)}
            </Text>
          }
        >
          <div className={styles.part}>
            <ol className={styles.steps}>
              {manual[role][chapter].map((step, index) => (
                <li key={index}>
                  {t(`manual.${role}.${chapter}.steps.${index + 1}` as 'manual.member.setting.steps.1')}{' '}
                  <Link className="text-link" style={{ whiteSpace: 'nowrap' }} to={step.to}>
                    {t('manual.to', { screen: t(`nav.${step.screen}`) })}
                  </Link>
                </li>
              ))}
            </ol>
          </div>
        </Section>
      ))}
    </PageFrame>
  );
}
