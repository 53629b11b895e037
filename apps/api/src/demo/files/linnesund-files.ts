import type { DemoFile } from './demo-file.js';

/** What Linnesund sends along. */
export const LINNESUND_FILES = {
  strategy: {
    kind: 'pdf',
    name: 'together-in-linnesund.pdf',
    text: {
      title: 'Together in Linnesund',
      issued: 'City council of Linnesund: integration strategy and action plan',
      language: 'en',
      sections: [
        {
          heading: '1. Resolution',
          paragraphs: [
            'The council adopts the strategy “Together in Linnesund” without a vote against. The city welcomes diversity, protects everybody who lives here from discrimination, and wants its residents to know each other.',
          ],
        },
        {
          heading: '2. Action plan',
          onNewPage: true,
          paragraphs: [
            'Schools: an open afternoon every week in three primary schools, from the autumn. Responsible: department of education.',
            'Language: a place on a course within six weeks of registration. Responsible: adult education centre.',
            'Work: each company that the city buys from says how it recruits. Responsible: finance department, with the chamber of commerce.',
            'Reports: every department, once a year, to the working group and to the council.',
          ],
        },
      ],
    },
  },
  budget: {
    kind: 'pdf',
    name: 'budget-chapter-7.pdf',
    text: {
      title: 'Budget book, chapter 7: inclusion',
      issued: 'Finance department of Linnesund',
      language: 'en',
      sections: [
        {
          heading: '7.3 Integration',
          paragraphs: [
            'Line 7.3.1, carrying out the integration strategy: 420,000 EUR. Of these 310,000 EUR for staff and 110,000 EUR for grants.',
            'Line 7.3.2, interpreters for schools and health centres: 96,000 EUR.',
          ],
        },
      ],
    },
  },
} as const satisfies Readonly<Record<string, DemoFile>>;
