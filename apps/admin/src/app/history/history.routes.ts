import type { Routes } from '@angular/router';
import { AssessmentHistoryPage } from './assessment-history-page';
import { HistoryPage } from './history-page';

/** Every change everywhere. */
export const routes: Routes = [{ path: '', component: HistoryPage }];

/** Every change of one assessment; the address names it. */
export const ofAssessment: Routes = [{ path: '', component: AssessmentHistoryPage }];
