import type { DemoFile } from './demo-file.js';

/** What Port Selda sends along. */
export const PORT_SELDA_FILES = {
  mediation: {
    kind: 'pdf',
    name: 'mediation-activity-report.pdf',
    text: {
      title: 'Mediation service: activity report',
      issued: 'Mediation service of Port Selda',
      language: 'en',
      sections: [
        {
          heading: 'The service',
          paragraphs: [
            'Four mediators with permanent contracts work in the harbour, in the hills and in the town hall. They speak Portuguese, Creole, Nepali, French and English.',
          ],
        },
        {
          heading: 'The year in figures',
          onNewPage: true,
          paragraphs: [
            'Cases: 164. In health centres 22, in schools 51, in housing 91.',
            'Both sides came to a second meeting in 118 cases. An agreement was reached in 97 of them.',
          ],
        },
      ],
    },
  },
  tides: { kind: 'street', name: 'seven-tides-festival.png' },
} as const satisfies Readonly<Record<string, DemoFile>>;
