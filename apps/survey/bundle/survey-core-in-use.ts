import type { Plugin } from 'vite';
import { leaveInUse } from './leave-in-use.js';

const SURVEY_CORE = /\/survey-core\/fesm\/survey-core\.mjs$/;

/** What the form's code imports of SurveyJS's model, and the types that a section's elements are of. */
export const FORM_USES = {
  imports: [
    'Model',
    'QuestionCheckboxModel',
    'QuestionMatrixModel',
    'QuestionRankingModel',
    'QuestionSelectBase',
    'Serializer',
  ],
  elements: ['checkbox', 'comment', 'matrix', 'radiogroup', 'ranking', 'text'],
} as const;

/**
 * Bundles of SurveyJS's model what the form uses. It is published as one module that tells itself of all its classes
 * when it is loaded, so that by itself no bundler leaves any of them out.
 */
export function surveyCoreInUse(): Plugin {
  let isFound = false;
  return {
    name: 'kilim-survey-core-in-use',
    apply: 'build',
    transform: {
      filter: { id: SURVEY_CORE },
      handler(code) {
        isFound = true;
        return { code: leaveInUse(code, FORM_USES), map: null };
      },
    },
    buildEnd(error) {
      if (!error && !isFound) this.error(`The form is built without ${SURVEY_CORE.source}: it has moved.`);
    },
  };
}
