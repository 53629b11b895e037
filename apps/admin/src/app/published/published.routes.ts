import type { Routes } from '@angular/router';
import { PublishedPage } from './published-page';

/** What others have published about the real index, apart from everything that is scored here. */
export const routes: Routes = [{ path: '', component: PublishedPage }];
