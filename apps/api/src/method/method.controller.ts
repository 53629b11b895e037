import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  isInterfaceLanguage,
  languageIn,
  nearestLanguage,
  themeIn,
  type InterfaceLanguage,
} from '@kilim/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import { acceptedLanguages } from '../http/accepted-languages.js';
import { OutsideContract } from '../http/endpoint.decorator.js';
import { allowPage } from '../http/security-headers.js';
import { MethodPage } from './method-page.js';

/** How the index is calculated, for everybody who asks: nobody has to sign in to read it. */
@Controller('method')
@ApiExcludeController()
@OutsideContract()
export class MethodController {
  private readonly page = new MethodPage();

  constructor(private readonly settings: Settings) {}

  /** The page in the language that is asked for, else in the one chosen in the apps, else in one the browser wants. */
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

function languageOf({ query, headers }: FastifyRequest): InterfaceLanguage {
  const { language: asked } = query as Readonly<Record<string, unknown>>;
  if (typeof asked === 'string' && isInterfaceLanguage(asked)) return asked;
  return languageIn(headers.cookie) ?? nearestLanguage(acceptedLanguages(headers['accept-language']));
}
