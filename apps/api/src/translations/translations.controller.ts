import { readTranslationSheet, sendTranslationSheet, WORKBOOK_TYPE, type ResponseOf } from '@kilim/contracts';
import { Controller, StreamableFile } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { attachmentHeader, cleanName } from '../files/file-name.js';
import { CurrentActor } from '../http/actor.decorator.js';
import { EndpointBytes, type ByteBody } from '../http/byte-bodies.js';
import { Endpoint, EndpointParams, EndpointQuery } from '../http/endpoint.decorator.js';
import { Translations } from './translations.service.js';

@Controller()
export class TranslationsController {
  constructor(private readonly translations: Translations) {}

  @Endpoint(readTranslationSheet)
  async write(
    @EndpointParams(readTranslationSheet) { draftId }: { draftId: string },
    @EndpointQuery(readTranslationSheet) { languages }: { languages?: string },
  ): Promise<StreamableFile> {
    const { name, content } = await this.translations.write(draftId, languages);
    return new StreamableFile(content, {
      ...{ type: WORKBOOK_TYPE, length: content.length },
      disposition: attachmentHeader(cleanName(name)),
    });
  }

  @Endpoint(sendTranslationSheet)
  read(
    @EndpointParams(sendTranslationSheet) { draftId }: { draftId: string },
    @EndpointQuery(sendTranslationSheet) { apply, changeId }: { apply: 'true' | 'false'; changeId?: string },
    @EndpointBytes() body: ByteBody,
    @CurrentActor() { accountId }: Actor,
  ): Promise<ResponseOf<typeof sendTranslationSheet>> {
    return this.translations.read(draftId, accountId, body, apply === 'true' ? { changeId } : undefined);
  }
}
