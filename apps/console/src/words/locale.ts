import { createI18n, useI18n } from 'vue-i18n';
import { shellWords } from './shell-words';

export type Language = 'zh' | 'en';

const KEPT = 'mediation.language';
const kept = (): Language => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh');

export const i18n = createI18n({
  legacy: false,
  locale: kept(),
  fallbackLocale: 'zh',
  messages: shellWords,
  missingWarn: false,
  fallbackWarn: false,
});

const global = i18n.global;

export const language = (): Language => global.locale.value as Language;

const say = (chosen: Language): void => {
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
};
say(kept());

export const choose = (chosen: Language): void => {
  global.locale.value = chosen;
  localStorage.setItem(KEPT, chosen);
  say(chosen);
};

/** A text that comes in both languages, as many answers carry it. */
export const pick = (zh: string, en: string): string => (language() === 'zh' || en === '' ? zh : en);

export interface Words {
  readonly zh: Readonly<Record<string, string>>;
  readonly en: Readonly<Record<string, string>>;
}

/** A page's own words, which come with the page. `t` takes what they hold, and `{name}` in them from the second argument. */
export const useWords = <W extends Words>(words: W) => {
  const { t } = useI18n({ useScope: 'local', messages: { zh: { ...words.zh }, en: { ...words.en } } });
  return (key: keyof W['zh'] & keyof W['en'] & string, values: Readonly<Record<string, unknown>> = {}): string =>
    t(key, values);
};

/** The shell's words, for parts that are everywhere. */
export const shared = (key: keyof (typeof shellWords)['zh'], values: Readonly<Record<string, unknown>> = {}): string =>
  global.t(key, values);
