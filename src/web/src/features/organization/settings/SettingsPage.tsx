import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { useWorkspace } from '../workspace/workspace';
import { CompanyForm } from './CompanyForm';
import { HolidayEditor } from './HolidayEditor';
import { CompanyQuery } from './settings';

/** The company's name, time zone and currency, and its calendar. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { may, today } = useWorkspace();
  const [{ data, error }, read] = useQuery({ query: CompanyQuery, requestPolicy: 'cache-and-network' });
  const reload = () => read({ requestPolicy: 'network-only' });
  const mayChange = may('manageOrganization');
  return (
    <PageFrame title={t('settings.title')} subtitle={mayChange ? t('settings.hint') : t('settings.readOnly')}>
      <Section title={t('settings.company')}>
        {!data && (error ? <FailureState error={error} onRetry={reload} /> : <LoadingRows />)}
        {data && <CompanyForm key={JSON.stringify(data.organization)} company={data.organization} readOnly={!mayChange} onDone={reload} />}
      </Section>
      <HolidayEditor thisYear={Number(today.slice(0, 4))} readOnly={!mayChange} />
    </PageFrame>
  );
}
