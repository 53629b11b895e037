import { dropFile, readFile, sendFile, type ResponseOf } from '@kilim/contracts';
import { Controller, Header, StreamableFile } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../http/actor.decorator.js';
import { EndpointBytes, type ByteBody } from '../http/byte-bodies.js';
import { Endpoint, EndpointParams, EndpointQuery } from '../http/endpoint.decorator.js';
import { attachmentHeader } from './file-name.js';
import { FilesService } from './files.service.js';
import { SendersLimit } from './senders-limit.js';

interface FileParams {
  readonly assessmentId: string;
  readonly fileId: string;
}

@Controller()
export class FilesController {
  constructor(
    private readonly files: FilesService,
    private readonly limit: SendersLimit,
  ) {}

  @Endpoint(sendFile)
  send(
    @EndpointParams(sendFile) params: FileParams,
    @EndpointQuery(sendFile) { name }: { name: string },
    @EndpointBytes() body: ByteBody,
    @CurrentActor() { accountId }: Actor,
  ): Promise<ResponseOf<typeof sendFile>> {
    return this.limit.hold(accountId, () => this.files.take(accountId, { ...params, name, ...body }));
  }

  /** Whatever it is, it runs nothing and is shown as nothing: browsers keep it under its name. */
  @Endpoint(readFile)
  @Header('content-security-policy', "default-src 'none'; sandbox")
  async read(@EndpointParams(readFile) { assessmentId, fileId }: FileParams): Promise<StreamableFile> {
    const { content, type, bytes, name } = await this.files.open(assessmentId, fileId);
    return new StreamableFile(content, { type, length: bytes, disposition: attachmentHeader(name) });
  }

  @Endpoint(dropFile)
  async drop(@EndpointParams(dropFile) { assessmentId, fileId }: FileParams): Promise<void> {
    await this.files.drop(assessmentId, fileId);
  }
}
