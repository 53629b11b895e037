import type { DemoFile } from './demo-file.js';

/** What Altenwehr sends along. */
export const ALTENWEHR_FILES = {
  strategy: {
    kind: 'pdf',
    name: 'living-together-strategy.pdf',
    text: {
      title: 'Living together in Altenwehr',
      issued: 'Strategy of the city council, with aims and figures',
      language: 'en',
      sections: [
        {
          heading: 'What the council has decided',
          paragraphs: [
            'Altenwehr is an intercultural city. The council declares that people of every origin belong here, and that it measures its own work by whether they meet as equals.',
            'Each department names one person who answers for its share of this strategy and reports to the council once a year, in public.',
          ],
        },
        {
          heading: 'Aims',
          onNewPage: true,
          paragraphs: [
            'Aim 1. In four years no primary school has more than 40 % pupils who learn German as a second language. Today three of nineteen have.',
            'Aim 2. Twelve of seventeen districts have a place where neighbours meet. Today there are nine.',
            'Aim 3. Of those whom the city employs anew, a quarter have a migration background. Last year it was 14 %.',
            'Aim 4. Everybody who is treated worse because of their origin, religion or language knows where to turn and gets an answer within 60 days.',
            'Money: 940,000 EUR a year in the budget, line 4.1.2, for as long as the strategy holds.',
          ],
        },
      ],
    },
  },
  mediation: {
    kind: 'pdf',
    name: 'mediation-figures.pdf',
    text: {
      title: 'Mediation in the districts',
      issued: 'Office for neighbourhoods, figures of the year',
      language: 'en',
      sections: [
        {
          heading: 'Cases by place',
          paragraphs: [
            'Housing estates: 88. Schools: 41. Health centres: 12. In the street and in parks: 40. Police station: 31. Together: 212.',
            'The service has six mediators with permanent contracts, who speak nine languages between them. Neither side pays.',
            'Two thirds of the cases ended with an agreement in writing. In the others at least one side did not come a second time.',
          ],
        },
      ],
    },
  },
  laundry: { kind: 'street', name: 'laundry-tuesday.png' },
} as const satisfies Readonly<Record<string, DemoFile>>;
