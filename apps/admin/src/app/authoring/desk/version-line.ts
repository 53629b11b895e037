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
  /** Those of the line, the newest first. */
  readonly earlier = computed(() => {
    const code = this.desk.document()?.questionnaire.code;
    const versions = this.versions.hasValue() ? this.versions.value().versions : [];
    return versions
      .filter((version) => version.code === code)
      .sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
  });
  /** The draft has the name of a version that it did not become itself: it could not be published. */
  readonly isNameTaken = computed(() => {
    const [name, draftId] = [this.desk.document()?.questionnaire.version, this.desk.draft()?.id];
    return this.earlier().some((each) => each.version === name && each.draftId !== draftId);
  });
}
