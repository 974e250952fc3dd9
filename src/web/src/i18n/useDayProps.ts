import { useTranslation } from 'react-i18next';
import { formatDay } from '../format/dates';
import { useLanguage } from './useLanguage';

/** What every date picker says to those who do not see it. */
export function useDayProps() {
  const { t } = useTranslation();
  const language = useLanguage();
  return {
    ariaLabels: {
      previousMonth: t('common.days.previousMonth'),
      nextMonth: t('common.days.nextMonth'),
      previousYear: t('common.days.previousYear'),
      nextYear: t('common.days.nextYear'),
      previousDecade: t('common.days.previousDecade'),
      nextDecade: t('common.days.nextDecade'),
    },
    monthLabelFormat: language === 'zh-CN' ? 'YYYY年M月' : 'MMMM YYYY',
    yearLabelFormat: language === 'zh-CN' ? 'YYYY年' : 'YYYY',
    getDayAriaLabel: (day: string) => formatDay(day, language),
    popoverProps: { withRoles: false, transitionProps: { duration: 0 } },
  };
}
