import {
  exportDraft,
  exportVersion,
  importDraft,
  type ExportFormat,
  type ImportFormat,
  type ResponseOf,
} from '@kilim/contracts';
import { Controller, StreamableFile } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { attachmentHeader, cleanName } from '../files/file-name.js';
import { CurrentActor } from '../http/actor.decorator.js';
import { EndpointBytes, type ByteBody } from '../http/byte-bodies.js';
import { Endpoint, EndpointParams, EndpointQuery } from '../http/endpoint.decorator.js';
import { Transfer, type NamedFile } from './transfer.service.js';

interface ImportQuery {
  readonly format: ImportFormat;
  readonly apply: 'true' | 'false';
  readonly version?: string;
}

@Controller()
export class TransferController {
  constructor(private readonly transfer: Transfer) {}

  @Endpoint(importDraft)
  import(
    @EndpointParams(importDraft) { programmeId }: { programmeId: string },
    @EndpointQuery(importDraft) { apply, ...query }: ImportQuery,
    @EndpointBytes() body: ByteBody,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof importDraft>> {
    return this.transfer.import(actor, programmeId, body, { ...query, apply: apply === 'true' });
  }

  @Endpoint(exportDraft)
  async ofDraft(
    @EndpointParams(exportDraft) { draftId }: { draftId: string },
    @EndpointQuery(exportDraft) { format }: { format: ExportFormat },
  ): Promise<StreamableFile> {
    return streamed(await this.transfer.ofDraft(draftId, format));
  }

  @Endpoint(exportVersion)
  async ofVersion(
    @EndpointParams(exportVersion) { versionId }: { versionId: string },
    @EndpointQuery(exportVersion) { format }: { format: ExportFormat },
  ): Promise<StreamableFile> {
    return streamed(await this.transfer.ofVersion(versionId, format));
  }
}

function streamed({ name, content }: NamedFile): StreamableFile {
  return new StreamableFile(content, {
    ...{ type: 'application/json', length: content.length },
    disposition: attachmentHeader(cleanName(name)),
  });
}
