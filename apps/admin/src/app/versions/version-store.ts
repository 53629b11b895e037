import { inject, Injectable, resource, type ResourceRef } from '@angular/core';
import { readVersion, type QuestionnaireVersion } from '@kilim/contracts';
import { Write } from '../api/write';

/** Published versions, each fetched once: what is published never changes. */
@Injectable({ providedIn: 'root' })
export class VersionStore {
  private readonly write = inject(Write);
  private readonly kept = new Map<string, Promise<QuestionnaireVersion>>();

  fetch(versionId: string): Promise<QuestionnaireVersion> {
    const known = this.kept.get(versionId);
    if (known !== undefined) return known;
    const coming = this.write.send(readVersion, { params: { versionId } });
    this.kept.set(versionId, coming);
    // What failed is asked for again the next time.
    coming.catch(() => this.kept.delete(versionId));
    return coming;
  }
}

/** The version that an id names, as a resource of the page that calls this. */
export function versionOf(
  versionId: () => string | undefined,
): ResourceRef<QuestionnaireVersion | undefined> {
  const store = inject(VersionStore);
  return resource({ params: versionId, loader: ({ params }) => store.fetch(params) });
}
