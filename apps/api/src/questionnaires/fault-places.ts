import type { ProblemPlace } from '@kilim/contracts';
import type { QuestionnaireFault } from '@kilim/indicators';

/** Faults as places in the body of the request that publishes: each with its JSON pointer and how to mend it. */
export function placesOf(
  faults: readonly QuestionnaireFault[],
  translations: readonly unknown[],
): readonly ProblemPlace[] {
  return faults
    .filter(({ severity }) => severity === 'error')
    .map((fault) => ({
      in: 'body',
      pointer: `${documentPointer(fault, translations)}${fault.pointer}`,
      message: fault.message,
      mend: fault.mend,
    }));
}

function documentPointer(fault: QuestionnaireFault, translations: readonly unknown[]): string {
  switch (fault.document) {
    case 'questionnaire':
      return '/questionnaire';
    case 'texts':
      return '/source';
    case 'translation': {
      const place = translations.findIndex((each) => languageOf(each) === fault.language);
      return place < 0 ? '/translations' : `/translations/${String(place)}`;
    }
  }
}

function languageOf(translation: unknown): unknown {
  return typeof translation === 'object' && translation !== null && 'language' in translation
    ? translation.language
    : undefined;
}
