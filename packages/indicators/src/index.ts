/** The engine: questionnaire, answers, scores. Pure; the same in the browser, on the server and on the command line. */
export * from './definition/check-questionnaire.js';
export * from './definition/compile-questionnaire.js';
export * from './definition/compiled.js';
export * from './definition/condition.js';
export * from './definition/decimal.js';
export * from './definition/evidence-rule.js';
export * from './definition/formula.js';
export * from './definition/direction.js';
export * from './definition/identity.js';
export * from './definition/json-schema.js';
export * from './definition/looked-at.js';
export * from './definition/option.js';
export * from './definition/points.js';
export * from './definition/question.js';
export * from './definition/questionnaire-fault.js';
export * from './definition/questionnaire.js';
export * from './definition/rational.js';
export * from './definition/scale.js';
export * from './definition/stale-translations.js';
export * from './definition/texts.js';
export * from './definition/validation.js';

export * from './answers/address.js';
export * from './answers/answer.js';
export * from './answers/asked-at.js';
export * from './answers/completeness.js';
export * from './answers/evaluate-condition.js';
export * from './answers/evaluate-formula.js';
export * from './answers/evidence-fit.js';
export * from './answers/fault.js';
export * from './answers/outstanding.js';
export * from './answers/progress.js';
export * from './answers/same-answer.js';
export * from './answers/sight.js';
export * from './answers/standing.js';
export * from './answers/validate-answer.js';
export * from './answers/validate-assessment.js';
export * from './answers/visible-questions.js';

export * from './scoring/bounds/in-doubt.js';
export * from './scoring/bounds/influence.js';
export * from './scoring/bounds/possible-scores.js';
export * from './scoring/calculation.js';
export * from './scoring/columns.js';
export * from './scoring/derivation.js';
export * from './scoring/engine-version.js';
export * from './scoring/flat/answer-block.js';
export * from './scoring/flat/pack-answers.js';
export * from './scoring/flat/score-block.js';
export * from './scoring/flat/unpack-answers.js';
export * from './scoring/input.js';
export * from './scoring/live/live-assessment.js';
export * from './scoring/round-score.js';
export * from './scoring/score-assessment.js';
export * from './scoring/score.js';
export * from './scoring/scorecard.js';
export * from './scoring/trace.js';

export * from './compare/benchmark.js';
export * from './compare/check-ranks.js';
export * from './compare/cohort.js';
export * from './compare/possible-rank.js';
export * from './compare/published-set.js';
export * from './compare/rank.js';
export * from './compare/spread.js';

export * from './formats/coded-answers.js';
export * from './formats/losses.js';
export * from './formats/survey-answer.js';
export * from './formats/survey-export.js';
export * from './formats/survey-import/import-survey.js';
export * from './formats/survey-json.js';

export * from './editing/index.js';

export * from './versions/index.js';
