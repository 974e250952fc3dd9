import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../components/EmptyState';
import { PageFrame } from '../components/PageFrame';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <PageFrame title={t('common.notFound.title')}>
      <EmptyState icon="search" title={t('common.notFound.text')}>
        <Link className="plain-link" to="/tree">
          {t('common.notFound.back')}
        </Link>
      </EmptyState>
    </PageFrame>
  );
}
