import type { DemoFile } from './demo-file.js';

/** What Santa Rovira sends along. */
export const SANTA_ROVIRA_FILES = {
  pact: {
    kind: 'pdf',
    name: 'pact-for-living-together.pdf',
    text: {
      title: 'Pact for living together',
      issued: 'Signed by all parties of the city council of Santa Rovira',
      language: 'en',
      sections: [
        {
          heading: 'We, the parties of this council, agree',
          paragraphs: [
            '1. Santa Rovira belongs to everybody who lives here. Diversity is the ordinary state of the city and not a problem to be solved.',
            '2. We do not speak of residents as a burden, neither in this house nor in elections.',
            '3. We want neighbours to meet: in schools, in the streets, in associations.',
            '4. We want everybody to learn both languages of the city.',
            '5. A working group of all parties will propose measures.',
          ],
        },
      ],
    },
  },
  map: { kind: 'map', name: 'meeting-places-map.png' },
} as const satisfies Readonly<Record<string, DemoFile>>;
