import type { LocaleName } from './graphql';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'objectives.language';

export const isLanguage = (text: string | null | undefined): text is Language => languages.some((language) => language === text);

/** What was chosen in this browser before. */
export function rememberedLanguage(): Language | null {
  const stored = localStorage.getItem(storageKey);
  return isLanguage(stored) ? stored : null;
}

/** What was chosen here before, else what the browser prefers. */
export function preferredLanguage(): Language {
  const remembered = rememberedLanguage();
  if (remembered) return remembered;
  return navigator.languages.some((tag) => tag.toLowerCase().startsWith('zh')) ? 'zh-CN' : 'en';
}

export const rememberLanguage = (language: Language) => localStorage.setItem(storageKey, language);

export const toLanguage = (locale: LocaleName): Language => (locale === 'ZH_CN' ? 'zh-CN' : 'en');

export const toLocaleName = (language: Language): LocaleName => (language === 'zh-CN' ? 'ZH_CN' : 'EN');
