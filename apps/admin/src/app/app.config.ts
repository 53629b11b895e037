import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import {
  inject,
  isDevMode,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  type ApplicationConfig,
} from '@angular/core';
import { provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { INTERFACE_LANGUAGES } from '@kilim/contracts';
import { routes } from './app.routes';
import { Say } from './language/say';
import { TextsLoader } from './language/texts-loader';
import { sessionInterceptor } from './session/session.interceptor';

/** How the dashboard is put together: zoneless, routes with bound inputs, texts before the first paint. */
export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withFetch(), withInterceptors([sessionInterceptor])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideTransloco({
      config: { availableLangs: [...INTERFACE_LANGUAGES], defaultLang: 'en', prodMode: !isDevMode() },
      loader: TextsLoader,
    }),
    provideAppInitializer(() => inject(Say).begin()),
  ],
};
