import type { Routes } from '@angular/router';
import { RoundPage } from './round-page';
import { RoundsPage } from './rounds-page';

/** Rounds, and one round as cities × indicators. */
export const routes: Routes = [
  { path: '', component: RoundsPage },
  { path: ':roundId', component: RoundPage },
];
