/** A questionnaire as a file that can be brought in: so many yes-or-no questions, ten to a page, each page an area. */
export function largeDraft(questions: number): string {
  const pages = Array.from({ length: Math.ceil(questions / 10) }, (_, page) => page + 1);
  const idOf = (page: number, place: number): string => `q-${String(page)}-${String(place)}`;
  const places = Array.from({ length: 10 }, (_, place) => place + 1);
  const texts: Record<string, string> = {
    'questionnaire.title': `${String(questions)} questions`,
    'x-all.title': 'Index',
  };
  for (const page of pages) {
    texts[`s-${String(page)}.title`] = `Page ${String(page)}`;
    texts[`n-${String(page)}.title`] = `Area ${String(page)}`;
    for (const place of places)
      texts[`${idOf(page, place)}.title`] =
        `Does the city do what is asked in ${String(page)}.${String(place)}?`;
  }
  return JSON.stringify({
    questionnaire: {
      ...{ format: 1, code: 'LARGE', version: String(questions), sourceLanguage: 'en', illustrative: true },
      rules: { unanswered: 'leaveOut', notApplicable: 'leaveOut', coverageToScore: 0, coverageToPublish: 0 },
      sections: pages.map((page) => ({
        ...{ id: `s-${String(page)}`, code: `S${String(page)}` },
        questions: places.map((place) => ({
          ...{
            id: idOf(page, place),
            code: `S${String(page)}.${String(place)}`,
            kind: 'yesNo',
            required: true,
          },
          ...{ indicator: `n-${String(page)}`, points: { yes: 1, no: 0 } },
        })),
      })),
      indicators: pages.map((page) => ({ id: `n-${String(page)}`, code: `N${String(page)}` })),
      composites: [],
      indices: [
        { id: 'x-all', code: 'X', members: pages.map((page) => ({ of: `n-${String(page)}`, weight: 1 })) },
      ],
    },
    source: { language: 'en', texts },
    translations: [],
  });
}
