import 'i18next';
import type en from './en.json';

declare module 'i18next' {
  /** Keys are checked against the English file when the app is compiled. */
  interface CustomTypeOptions {
    returnNull: false;
    resources: { translation: typeof en };
  }
}
