import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, preferredLanguage } from '../api/locale';

const bundles: Record<Language, () => Promise<object>> = {
  en: async () => (await import('./en')).en,
  'zh-CN': async () => (await import('./zh-CN')).zhCN,
};

export const i18n = i18next.createInstance();

export async function startLanguage(): Promise<void> {
  const language = preferredLanguage();
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: await bundles[language]() } },
  });
  label(language);
}

function label(language: Language): void {
  document.documentElement.lang = language;
  document.getElementById('overlays')?.setAttribute('aria-label', i18n.t('common.overlays'));
}

export async function changeLanguage(language: Language): Promise<void> {
  if (!i18n.hasResourceBundle(language, 'translation')) i18n.addResourceBundle(language, 'translation', await bundles[language]());
  await i18n.changeLanguage(language);
  label(language);
}
