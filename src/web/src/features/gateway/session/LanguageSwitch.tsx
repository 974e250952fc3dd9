import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isLanguage, languages, rememberLanguage, type Language } from '../../../api/locale';
import { changeLanguage } from '../../../i18n/i18n';

/** Each in itself. */
export const languageNames: Record<Language, string> = { 'zh-CN': '中文', en: 'EN' };

export async function chooseLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  await changeLanguage(language);
}

/** @param onChosen for who is signed in, so that the choice follows him. */
export function LanguageSwitch({ onChosen }: { onChosen?: (language: Language) => void }) {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('session.language')}
      data={languages.map((value) => ({ value, label: languageNames[value] }))}
      value={i18n.language}
      onChange={(value) => {
        if (isLanguage(value)) void chooseLanguage(value).then(() => onChosen?.(value));
      }}
    />
  );
}
