import type { DemoFile } from './demo-file.js';

/** Co przesyła Nowobrzeg; its documents are in Polish. */
export const NOWOBRZEG_FILES = {
  strategy: {
    kind: 'pdf',
    name: 'strategia-wspolny-brzeg.pdf',
    text: {
      title: 'Strategia „Wspólny brzeg”',
      issued: 'Rada Miasta Nowobrzegu',
      language: 'pl',
      sections: [
        {
          heading: '1. Deklaracja',
          paragraphs: [
            'Nowobrzeg jest wspólnym miastem wszystkich, którzy w nim mieszkają. Rada Miasta deklaruje, że będzie wspierać spotkanie ludzi różnego pochodzenia i przeciwdziałać dyskryminacji.',
          ],
        },
        {
          heading: '4. Kierunki na najbliższe lata',
          onNewPage: true,
          paragraphs: [
            'Szkoły: asystenci międzykulturowi w każdej szkole podstawowej, w której się ich potrzebuje.',
            'Urząd: formularze i pisma w prostym języku, najważniejsze także po ukraińsku i angielsku.',
            'Praca: punkt doradztwa dla osób, które zakładają firmę.',
            'Zespół do spraw integracji spotyka się co najmniej dwa razy w roku. Środki: 310 000 EUR rocznie.',
          ],
        },
      ],
    },
  },
  regional: {
    kind: 'pdf',
    name: 'program-wsparcia-mediacji.pdf',
    text: {
      title: 'Program regionalny wsparcia mediacji',
      issued: 'Urząd Marszałkowski, umowa 14/3',
      language: 'pl',
      sections: [
        {
          heading: 'Umowa 14/3: Nowobrzeg',
          paragraphs: [
            'Region finansuje pracę dwóch mediatorek przez dziesięć miesięcy. Umowa wygasa z końcem czerwca i nie przewiduje przedłużenia.',
          ],
        },
      ],
    },
  },
} as const satisfies Readonly<Record<string, DemoFile>>;
