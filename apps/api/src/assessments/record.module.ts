import { Module } from '@nestjs/common';
import { AnswerProjection } from './answer-projection.service.js';
import { AnswersRepository } from './answers.repository.js';
import { AssessmentsRepository } from './assessments.repository.js';
import { AssessmentRecord } from './record.service.js';

/**
 * What is on record of assessments. Apart from `AssessmentsModule`: scores are made from the record, and saving an
 * answer makes scores.
 */
@Module({
  providers: [AssessmentsRepository, AnswersRepository, AnswerProjection, AssessmentRecord],
  exports: [AssessmentsRepository, AnswersRepository, AnswerProjection, AssessmentRecord],
})
export class AssessmentRecordModule {}
