import { compileQuestionnaire, Questionnaire, type CompiledQuestionnaire } from '@kilim/indicators';

/**
 * A version of one section `s-1` with these questions, one indicator `n-1` and one index `x-1` of it alone.
 *
 * @param rules where they are to be others
 */
export function givenSection(
  questions: readonly object[],
  rules: Partial<Questionnaire['rules']> = {},
): CompiledQuestionnaire {
  return compileQuestionnaire(
    Questionnaire.parse({
      ...{ format: 1, code: 'T', version: '1', sourceLanguage: 'en', illustrative: true },
      sections: [{ id: 's-1', code: 'S', questions }],
      indicators: [{ id: 'n-1', code: 'N' }],
      composites: [],
      indices: [{ id: 'x-1', code: 'X', members: [{ of: 'n-1', weight: 1 }] }],
      rules: {
        ...{
          unanswered: 'countAsZero',
          notApplicable: 'leaveOut',
          coverageToScore: 0,
          coverageToPublish: 0.5,
        },
        ...rules,
      },
    }),
  );
}
