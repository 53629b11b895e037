import type { DemoFile } from './demo-file.js';

/** What Cetavia sends along. */
export const CETAVIA_FILES = {
  strategy: {
    kind: 'pdf',
    name: 'one-town-many-voices.pdf',
    text: {
      title: 'One town, many voices: integration strategy',
      issued: 'Adopted by the city council of Cetavia',
      language: 'en',
      sections: [
        {
          heading: 'What we want',
          paragraphs: [
            'Cetavia has spoken several languages for eight hundred years. Those who came lately are part of the town as those are who have always been here.',
          ],
        },
        {
          heading: 'What we will do',
          onNewPage: true,
          paragraphs: [
            '1. Everybody who wishes to learn Romanian finds a course.',
            '2. The three theatres and the museum plan their programmes together with the communities.',
            '3. The settlement by the brickworks is connected to the rest of the town.',
            '4. The office for integration has two permanent posts. Its means: 96 000 EUR a year.',
            '5. A working group of five departments meets at least twice a year.',
          ],
        },
      ],
    },
  },
} as const satisfies Readonly<Record<string, DemoFile>>;
