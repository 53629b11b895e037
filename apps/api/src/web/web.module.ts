import { Module } from '@nestjs/common';
import { RootController } from './root.controller.js';

/** The pages of both apps; their files are served by `serveApps`. */
@Module({ controllers: [RootController] })
export class WebModule {}
