import { useSyncExternalStore } from 'react';
import type { Question } from 'survey-core';

/** Renders again when the language of the model changes. */
export function useSurveyLocale({ survey }: Question): string {
  const model = survey as unknown as LocaleSource;
  return useSyncExternalStore(
    (listener) => {
      model.onLocaleChangedEvent.add(listener);
      return () => {
        model.onLocaleChangedEvent.remove(listener);
      };
    },
    () => model.locale,
  );
}

interface LocaleSource {
  readonly locale: string;
  readonly onLocaleChangedEvent: { add(listener: () => void): void; remove(listener: () => void): void };
}
