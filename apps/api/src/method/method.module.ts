import { Module } from '@nestjs/common';
import { MethodController } from './method.controller.js';

@Module({ controllers: [MethodController] })
export class MethodModule {}
