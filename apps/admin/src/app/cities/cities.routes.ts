import type { Routes } from '@angular/router';
import { CitiesPage } from './cities-page';
import { CityPage } from './city-page';

/** Cities in their rounds, and one of them with its scores. */
export const routes: Routes = [
  { path: '', component: CitiesPage },
  { path: ':assessmentId', component: CityPage },
];
