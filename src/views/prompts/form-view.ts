/** What stands on the terminal while a form is asked, and what stays of it. */
import type { Pen } from '../pen.js';
import { displayWidth, neutralise, padEnd, truncateEnd, wrapWords } from '../text.js';
import { type FormState, hasBefore, questionOf } from './form.js';
import { keyHints, type Picture } from './interact.js';
import { shownLine } from './line.js';
import { type Answer, type Answers, type Choice, choicesOf, isText, type Question } from './question.js';

/** Fixed, so that a secret's length stays unknown once it is given. */
const givenSecret_length = 8;

export function drawForm(state: FormState, pen: Pen, height: number): Picture {
  const question = questionOf(state);
  const { palette, width } = pen;
  const indent = '  ';
  const title = titleLines(question, pen);
  const faults =
    state.fault === null
      ? []
      : wrapWords(pen.outside(state.fault), width - 4).map((line) => `${indent}${palette.bad(`! ${line}`)}`);
  const hints = keyHints(
    [...ownHints(question), ...(hasBefore(state) ? ['Esc back'] : []), 'Ctrl-C cancel'],
    pen,
  );
  const room = height - title.length - faults.length - 1;
  const body = isText(question)
    ? inputLine(state, question, pen)
    : choiceLines(state, question, pen, Math.max(room, 1));
  const lines = [...title, ...body.lines, ...faults, hints];
  const before = answeredLines(state.questions, state.answers, pen);
  const shown = before.slice(Math.max(before.length - Math.max(height - lines.length, 0), 0));
  if (body.cursor === undefined) return { lines: [...shown, ...lines] };
  return {
    lines: [...shown, ...lines],
    cursor: { x: body.cursor.x, y: shown.length + title.length + body.cursor.y },
  };
}

/** One line for each answer. */
export function answeredLines(questions: readonly Question[], answers: Answers, pen: Pen): string[] {
  return questions.flatMap((question) => {
    const answer = answers.get(question.id);
    return answer === undefined ? [] : [answeredLine(question, answer, pen)];
  });
}

function answeredLine(question: Question, answer: Answer, { palette, glyphs, width, outside }: Pen): string {
  const room = width - 5;
  const text = outside(shownAnswer(question, answer, glyphs.unicode));
  const prompt = truncateEnd(
    outside(question.prompt),
    Math.max(room - Math.min(displayWidth(text), room >> 1), 8),
    glyphs.ellipsis,
  );
  const shown = truncateEnd(text, room - displayWidth(prompt), glyphs.ellipsis);
  return `${palette.good(glyphs.done)} ${prompt}  ${shown === '' ? '' : palette.strong(shown)}`.trimEnd();
}

function shownAnswer(question: Question, answer: Answer, unicode: boolean): string {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  const dash = unicode ? '–' : '-';
  if (question.kind === 'secret') return answer === '' ? dash : bullet(unicode).repeat(givenSecret_length);
  const labels = new Map(choicesOf(question).map(({ value, label }) => [value, label ?? value]));
  if (typeof answer === 'string') return (labels.get(answer) ?? answer) || dash;
  return answer.map((value) => labels.get(value) ?? value).join(', ') || dash;
}

const bullet = (unicode: boolean): string => (unicode ? '•' : '*');

function titleLines(question: Question, { palette, width, outside }: Pen): string[] {
  const [first = '', ...others] = wrapWords(outside(question.prompt), width - 3);
  const lines = [
    `${palette.accent('?')} ${palette.strong(first)}`,
    ...others.map((line) => `  ${palette.strong(line)}`),
  ];
  const offered = offeredText(question);
  if (offered === null) return lines;
  const note = `(${outside(offered)})`;
  const last = others.at(-1) ?? first;
  if (displayWidth(last) + displayWidth(note) + 4 <= width) {
    lines.push(`${lines.pop() ?? ''} ${palette.muted(note)}`);
  } else lines.push(`  ${palette.muted(truncateEnd(note, width - 3))}`);
  return lines;
}

/** What Enter alone answers. */
function offeredText(question: Question): string | null {
  const { kind, default: offered } = question;
  if (kind === 'confirm') return offered === false ? 'y/N' : 'Y/n';
  if (kind === 'secret')
    return offered === undefined || offered === '' ? null : 'Enter keeps the one there is';
  return kind === 'text' && typeof offered === 'string' && offered !== '' ? offered : null;
}

function ownHints(question: Question): string[] {
  switch (question.kind) {
    case 'confirm':
      return ['y/n', 'Enter'];
    case 'choice':
      return ['arrows', 'Enter'];
    case 'choices':
      return ['space', 'a all', 'Enter'];
    case 'text':
      return offeredText(question) === null ? ['Enter'] : ['Enter', 'Tab edit'];
    case 'secret':
      return ['Enter'];
  }
}

function inputLine({ line }: FormState, { kind }: Question, { glyphs, palette, width }: Pen): Picture {
  const arrow = `${glyphs.unicode ? '›' : '>'} `;
  // Not masked: text that a person types must not change below the fingers.
  const show = kind === 'secret' ? () => bullet(glyphs.unicode) : neutralise;
  const { text, cursor } = shownLine(line, width - 5, { ellipsis: glyphs.ellipsis, show });
  return { lines: [`  ${palette.accent(arrow)}${text}`.trimEnd()], cursor: { x: 4 + cursor, y: 0 } };
}

function choiceLines(state: FormState, question: Question, pen: Pen, room: number): Picture {
  if (question.kind === 'confirm') return { lines: [confirmLine(state.mark, pen)] };
  const choices = choicesOf(question);
  const widest = Math.max(...choices.map(({ value, label }) => displayWidth(pen.outside(label ?? value))));
  const first = windowStart(state.mark, choices.length, room);
  const lines = choices
    .slice(first, first + room)
    .map((choice, row) => choiceLine(choice, first + row, state, question, pen, widest));
  return { lines };
}

/** The first of those that are shown, so that the marked one is among them. */
export function windowStart(mark: number, count: number, room: number): number {
  return Math.max(Math.min(mark - Math.floor(room / 2), count - room), 0);
}

function choiceLine(
  { value, label, detail }: Choice,
  at: number,
  { mark, taken }: FormState,
  { kind }: Question,
  { palette, glyphs, width, outside }: Pen,
  widest: number,
): string {
  const isMarked = at === mark;
  const pointer = isMarked ? palette.accent(glyphs.unicode ? '›' : '>') : ' ';
  const box = kind === 'choices' ? `${taken.has(value) ? '[x]' : '[ ]'} ` : '';
  const room = width - 5 - box.length;
  const name = truncateEnd(outside(label ?? value), room, glyphs.ellipsis);
  const shown = isMarked ? palette.strong(name) : name;
  const left = room - Math.max(widest, displayWidth(name)) - 2;
  const more = detail === undefined || left < 8 ? '' : truncateEnd(outside(detail), left, glyphs.ellipsis);
  if (more === '') return `  ${pointer} ${box}${shown}`;
  return `  ${pointer} ${box}${shown}${padEnd('', widest - displayWidth(name))}  ${palette.muted(more)}`;
}

function confirmLine(mark: number, { palette, glyphs }: Pen): string {
  const pointer = palette.accent(glyphs.unicode ? '›' : '>');
  const word = (text: string, at: number) =>
    at === mark ? `${pointer} ${palette.strong(text)}` : `  ${text}`;
  return `  ${word('Yes', 0)}  ${word('No', 1)}`;
}
