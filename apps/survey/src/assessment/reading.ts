import {
  answersIn,
  completeness,
  questionStates,
  scoreAssessment,
  TextBook,
  violationsIn,
  type Answers,
  type CompiledQuestionnaire,
  type Language,
} from '@kilim/indicators';
import { askedIn } from './asked.js';
import type { ReadyVersion, Reading } from './work.js';

/** What follows from answers. */
export function readingOf(compiled: CompiledQuestionnaire, answers: Answers): Reading {
  const states = questionStates(compiled, answersIn(answers));
  const asked = askedIn(states);
  return {
    answers,
    states,
    asked,
    visible: new Set(asked.map(({ address }) => address)),
    violations: violationsIn(compiled, states),
    completeness: completeness(compiled, answers),
    scorecard: scoreAssessment(compiled, answers, { basis: 'claimed' }),
  };
}

/** The texts of a version in a language; what is not translated shows in the source language, and says so. */
export function textsIn({ source, translations }: ReadyVersion, language: Language): TextBook {
  if (language === source.language) return new TextBook(source);
  return new TextBook(
    source,
    translations.find((each) => each.language === language) ?? { language, texts: {} },
  );
}
