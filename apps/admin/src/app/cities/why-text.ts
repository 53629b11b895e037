import { evidenceWords } from '../evidence/evidence-words';
import type { Speech } from '../language/speech';
import type { WhyWords } from '../versions/why-words';

/** An explanation as plain text, to be pasted into a letter. */
export function whyText(heading: string, steps: readonly WhyWords[], origin: string, say: Speech): string {
  const lines: string[] = [heading, ''];
  for (const step of steps) {
    lines.push(`${step.level}: ${step.name}: ${step.figure}`);
    for (const sentence of step.sentences) lines.push(`  ${sentence}`);
    for (const line of step.lines) {
      const note = line.note === undefined ? '' : ` (${line.note})`;
      lines.push(`  ${line.name}: ${line.own} × ${line.share} = ${line.adds}${note}`);
    }
    if (step.sum !== undefined) lines.push(`  ${say.t('why.sum')}: ${step.sum}`);
    for (const evidence of step.evidence) {
      lines.push(`  ${say.t('why.evidence')}: ${evidenceWords(evidence, step.id, say)}`);
      if (evidence.url !== undefined) lines.push(`    ${evidence.url}`);
    }
    if (step.answer !== undefined)
      lines.push(
        `  ${say.t('why.answeredBy', { name: step.answer.savedBy.name, moment: say.moment(step.answer.savedAt) })}`,
      );
    if (step.finding !== undefined) {
      lines.push(
        `  ${say.t('why.verifiedBy', { name: step.finding.recordedBy.name, moment: say.moment(step.finding.recordedAt) })}`,
        `  ${say.t('why.because', { reason: step.finding.reason })}`,
      );
    }
    lines.push('');
  }
  lines.push(origin);
  return `${lines.join('\n')}\n`;
}
