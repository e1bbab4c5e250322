import { exceptionsIn, normalForm, type Volatile } from './normal-form.ts';
import type { Step } from './scene.ts';

/** `worded`: exit code, output and exceptions are the same, the words of an error message are not. */
export type Verdict = 'same' | 'worded' | 'different';

export interface Compared {
  readonly verdict: Verdict;
  readonly invocation: string;
  /** What each said that the other did not. */
  readonly ottla: readonly string[];
  readonly kafka: readonly string[];
}

interface Said {
  readonly exit: string;
  readonly lines: readonly string[];
}

/** A line with an error in the words of a server: which error it is follows from the exception that stands beside it. */
const ERROR_LINE = /\b(?:error|fail(?:ed|ure)?|could not|unable|exception)\b|Exception\b/i;

export function compared(ottla: Step, kafka: Step, volatiles: { readonly ottla: Volatile; readonly kafka: Volatile }): Compared {
  const [ours, theirs] = [said(ottla, volatiles.ottla), said(kafka, volatiles.kafka)];
  const ourRest = without(ours.lines, theirs.lines);
  const theirRest = without(theirs.lines, ours.lines);
  const exits = ours.exit === theirs.exit ? [[], []] : [[`exit ${ours.exit}`], [`exit ${theirs.exit}`]];
  const invocation = kafka.tool === '' ? kafka.line : /^[A-Z]/.test(kafka.tool) ? `${kafka.tool} ${kafka.line}` : `kafka-${kafka.tool} ${kafka.line}`;
  const result = (verdict: Verdict): Compared => ({ verdict, invocation, ottla: [...(exits[0] as string[]), ...ourRest], kafka: [...(exits[1] as string[]), ...theirRest] });
  if (ours.exit !== theirs.exit) return result('different');
  if (kafka.asked.onlyShape === true) return ours.lines.length > 0 === theirs.lines.length > 0 ? { ...result('same'), ottla: [], kafka: [] } : result('different');
  if (ourRest.length === 0 && theirRest.length === 0) {
    const inOrder = kafka.asked.inAnyOrder === true || ours.lines.every((line, index) => line === theirs.lines[index]);
    return inOrder ? result('same') : { ...result('different'), ottla: ['in another order', ...ours.lines], kafka: theirs.lines };
  }
  const onlyErrors = [...ourRest, ...theirRest].every((line) => ERROR_LINE.test(line) || continuesError(line));
  const sameExceptions = exceptionsIn(ours.lines).join() === exceptionsIn(theirs.lines).join();
  return result(onlyErrors && sameExceptions && ourRest.length > 0 && theirRest.length > 0 ? 'worded' : 'different');
}

/** The second line of a message that has several. */
const continuesError = (line: string): boolean => /^\s*(?:null|Caused by:)/.test(line);

function said({ exit, stdout, stderr, asked }: Step, volatile: Volatile): Said {
  const { masks = [] } = asked;
  const lines = normalForm(`${stdout}\n${stderr}`, volatile).map((line) => masks.reduce((masked, mask) => masked.replace(mask, '<masked>'), line));
  return { exit, lines };
}

/** What `lines` has more than `others`, each counted. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
