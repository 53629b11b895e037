import { Module } from '@nestjs/common';
import { PublishedFiguresController } from './published-figures.controller.js';

/** What others have published about the real index: files that come along, apart from everything that is scored here. */
@Module({ controllers: [PublishedFiguresController] })
export class PublishedFiguresModule {}
