import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { themeIn } from '@kilim/look';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import { OutsideContract } from '../http/endpoint.decorator.js';
import { allowPage } from '../http/security-headers.js';
import { METHOD_LANGUAGES, MethodPage, type MethodLanguage } from './method-page.js';

/** How the index is calculated, for everybody who asks: nobody has to sign in to read it. */
@Controller('method')
@ApiExcludeController()
@OutsideContract()
export class MethodController {
  private readonly page = new MethodPage();

  constructor(private readonly settings: Settings) {}

  /** The page in the language that is asked for, else in the first one of the browser's that it is written in. */
  @Get()
  method(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const language = languageOf(request);
    const nonce = allowPage(reply, this.settings, "'none'");
    void reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-language', language)
      .header('cache-control', 'no-store')
      .header('vary', 'accept-language, cookie')
      .send(this.page.html(language, nonce, themeIn(request.headers.cookie)));
  }
}

function languageOf({ query, headers }: FastifyRequest): MethodLanguage {
  const { language: asked } = query as Readonly<Record<string, unknown>>;
  const accepted = (headers['accept-language'] ?? '').split(',').map((each) => each.trim().slice(0, 2));
  const wanted: readonly unknown[] = [asked, ...accepted];
  return wanted.flatMap((each) => METHOD_LANGUAGES.find((language) => language === each) ?? []).at(0) ?? 'en';
}
