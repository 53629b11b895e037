import { computed, inject, Injectable } from '@angular/core';
import { listProgrammeVersions } from '@kilim/contracts';
import { read } from '../../api/read';
import { DraftDesk } from './draft-desk';

/** The published versions of the line that the draft on the desk continues. */
@Injectable()
export class VersionLine {
  private readonly desk = inject(DraftDesk);

  /** All of the programme, as the server lists them. */
  readonly versions = read(listProgrammeVersions, () => {
    const programmeId = this.desk.draft()?.programmeId;
    return programmeId === undefined ? undefined : { params: { programmeId } };
  });
  /** Those of the line, the newest first; without the one that the draft has become itself. */
  readonly earlier = computed(() => {
    const [code, draftId] = [this.desk.document()?.questionnaire.code, this.desk.draft()?.id];
    const versions = this.versions.hasValue() ? this.versions.value().versions : [];
    return versions
      .filter((version) => version.code === code && version.draftId !== draftId)
      .sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
  });
  /** The draft has the name of one of them: it could not be published. */
  readonly isNameTaken = computed(() => {
    const name = this.desk.document()?.questionnaire.version;
    return this.earlier().some(({ version }) => version === name);
  });
}
