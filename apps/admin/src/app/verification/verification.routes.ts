import { type UrlSegment, type Routes, type UrlMatchResult } from '@angular/router';
import { ToVerifyPage } from './to-verify-page';
import { VerifyPage } from './verify-page';

/** What there is to verify, and one assessment question by question. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', component: ToVerifyPage },
  { matcher: anAssessmentAndMaybeAQuestion, component: VerifyPage },
];

/** One route for both addresses, so that going from question to question keeps the page and what it has loaded. */
function anAssessmentAndMaybeAQuestion(segments: readonly UrlSegment[]): UrlMatchResult | null {
  const [assessmentId, questionId] = segments;
  if (assessmentId === undefined || segments.length > 2) return null;
  return {
    consumed: [...segments],
    posParams: { assessmentId, ...(questionId !== undefined && { questionId }) },
  };
}
