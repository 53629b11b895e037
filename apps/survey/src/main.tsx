import './api/schemas-without-eval.js';
import '@kilim/look/css/form-look.css';
import './form/form.css';
import './print/print.css';
import './score/score.css';
import './shell/shell.css';
import { PREVIEW_PATH } from '@kilim/contracts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { wearKept } from './appearance/theme.js';
import { placeOfPage } from './first-view/leave-first-view.js';
import { startInterfaceTexts } from './language/interface-texts.js';
import { PROGRAM_UPDATES } from './offline/program-updates.js';

wearKept();
await startInterfaceTexts();
createRoot(placeOfPage()).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
// A frame inside the editor is not where somebody needs the form without a network.
if (import.meta.env.PROD && window.location.pathname !== PREVIEW_PATH) PROGRAM_UPDATES.start();
