import en from 'element-plus/es/locale/lang/en';
import zh from 'element-plus/es/locale/lang/zh-cn';
import { shallowRef, watchEffect } from 'vue';
import { i18n } from './locale';

const settings = shallowRef({ locale: zh });
watchEffect(() => {
  settings.value = { locale: i18n.global.locale.value === 'en' ? en : zh };
});

/** The words inside Element Plus's own parts. */
export const elementSettings = settings;
