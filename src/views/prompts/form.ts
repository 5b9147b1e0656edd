/** A form of questions as a state that keys change: one question at a time, Enter forth, Escape back. */
import type { Next } from './interact.js';
import type { Key } from './keys.js';
import { edit, emptyLine, type Line, lineOf, textOf } from './line.js';
import { type Answer, type Answers, choicesOf, isText, type Question, textFault } from './question.js';

export interface FormState {
  readonly questions: readonly Question[];
  /** The question that is being asked. */
  readonly at: number;
  /** Of the questions before it. */
  readonly answers: Answers;
  /** Answers that Escape has taken back, to begin with when their question comes again. */
  readonly earlier: Answers;
  /** Of `text` and `secret`. */
  readonly line: Line;
  /** The choice that the mark stands at; of `confirm` 0 is yes. */
  readonly mark: number;
  /** Of `choice`: what was typed since another key, to find a choice by its beginning. */
  readonly sought: string;
  /** Of `choices`: the values that are taken. */
  readonly taken: ReadonlySet<string>;
  /** What is wrong with the answer. */
  readonly fault: string | null;
}

/** @returns the state at the first question, or the answers where nothing is to be asked */
export function startForm(questions: readonly Question[]): FormState | Answers {
  const answers: Answers = new Map();
  const at = nextQuestion(questions, -1, answers);
  return at === null ? answers : asking({ questions, at, answers, earlier: new Map() });
}

export function nextOfForm(state: FormState, key: Key): Next<FormState, Answers> {
  if (key.name === 'escape') return { state: back(state) };
  const question = questionOf(state);
  if (key.name === 'enter') return answered(state, question);
  if (isText(question)) return { state: typed(state, question, key) };
  return question.kind === 'confirm' ? confirmed(state, key) : { state: chosen(state, question, key) };
}

export function questionOf({ questions, at }: FormState): Question {
  const question = questions[at];
  if (question === undefined) throw new Error(`there is no question ${at}`);
  return question;
}

/** Whether Escape leads anywhere. */
export const hasBefore = ({ answers }: FormState): boolean => answers.size > 0;

type Place = Pick<FormState, 'questions' | 'at' | 'answers' | 'earlier'>;

/** Begins with the answer that was given before, else with the default. */
function asking(place: Place): FormState {
  const question = place.questions[place.at];
  if (question === undefined) throw new Error(`there is no question ${place.at}`);
  const earlier = place.earlier.get(question.id);
  const begin = earlier ?? question.default;
  const values = choicesOf(question).map(({ value }) => value);
  const mark = question.kind === 'confirm' ? (begin === false ? 1 : 0) : values.indexOf(String(begin));
  return {
    ...place,
    line: typeof earlier === 'string' && isText(question) ? lineOf(earlier) : emptyLine,
    mark: Math.max(mark, 0),
    sought: '',
    taken: new Set(Array.isArray(begin) ? begin.filter((value) => values.includes(value)) : []),
    fault: null,
  };
}

function nextQuestion(questions: readonly Question[], after: number, answers: Answers): number | null {
  for (let at = after + 1; at < questions.length; at += 1) {
    if (questions[at]?.when?.(answers) ?? true) return at;
  }
  return null;
}

function back(state: FormState): FormState {
  const last = [...state.answers.keys()].at(-1);
  if (last === undefined) return state;
  const answers = new Map(state.answers);
  const answer = answers.get(last);
  answers.delete(last);
  const earlier = new Map(state.earlier);
  if (answer !== undefined) earlier.set(last, answer);
  const { questions } = state;
  const at = questions.findIndex(({ id }) => id === last);
  // What stands in the line now is kept as well, as it is.
  const question = questionOf(state);
  if (isText(question)) earlier.set(question.id, textOf(state.line));
  if (question.kind === 'choices') earlier.set(question.id, [...state.taken]);
  return asking({ questions, at, answers, earlier });
}

function answered(state: FormState, question: Question): Next<FormState, Answers> {
  const answer = answerOf(state, question);
  const fault =
    typeof answer === 'string' && isText(question)
      ? textFault(question, answer)
      : question.kind === 'choices' && question.required && state.taken.size === 0
        ? 'Take one at least: the space bar does.'
        : null;
  if (fault !== null) return { state: { ...state, fault } };
  const answers: Answers = new Map([...state.answers, [question.id, answer]]);
  const at = nextQuestion(state.questions, state.at, answers);
  if (at === null) return { state: { ...state, answers }, result: answers };
  return { state: asking({ ...state, at, answers }) };
}

function answerOf({ line, mark, taken }: FormState, question: Question): Answer {
  switch (question.kind) {
    case 'text': {
      const text = textOf(line);
      return text.trim() === '' && typeof question.default === 'string'
        ? question.default
        : text.trim() && text;
    }
    case 'secret': {
      const text = textOf(line);
      return text === '' && typeof question.default === 'string' ? question.default : text;
    }
    case 'confirm':
      return mark === 0;
    case 'choice':
      return choicesOf(question)[mark]?.value ?? '';
    case 'choices':
      return choicesOf(question)
        .map(({ value }) => value)
        .filter((value) => taken.has(value));
  }
}

function typed(state: FormState, question: Question, key: Key): FormState {
  if (key.name === 'tab') {
    const offered = question.kind === 'text' ? question.default : undefined;
    if (typeof offered !== 'string' || textOf(state.line) !== '') return state;
    return { ...state, line: lineOf(offered), fault: null };
  }
  const meant = key.name === 'text' && key.isPasted ? { ...key, text: pasted(key.text, question) } : key;
  const line = edit(state.line, meant);
  return line === state.line ? state : { ...state, line, fault: null };
}

/** An answer is one line; a key in PEM is many, and keeps them. */
function pasted(text: string, { kind }: Question): string {
  const lines = text.replaceAll(/\r\n|\r/g, '\n').replace(/\n+$/, '');
  return kind === 'secret' ? lines : lines.replaceAll(/\s*\n\s*/g, ' ').replaceAll('\t', ' ');
}

function confirmed(state: FormState, key: Key): Next<FormState, Answers> {
  if (key.name === 'text' && !key.isPasted) {
    const letter = key.text.at(-1)?.toLowerCase();
    // A letter is the whole answer.
    if (letter === 'y' || letter === 'n') {
      const mark = letter === 'y' ? 0 : 1;
      return answered({ ...state, mark }, questionOf(state));
    }
    if (letter !== 'h' && letter !== 'l' && letter !== 'j' && letter !== 'k') return { state };
    return { state: { ...state, mark: 1 - state.mark } };
  }
  const turns = ['left', 'right', 'up', 'down', 'tab'].includes(key.name);
  return { state: turns ? { ...state, mark: 1 - state.mark } : state };
}

function chosen(state: FormState, question: Question, key: Key): FormState {
  if (key.name === 'text') {
    if (key.isPasted) return state;
    return [...key.text].reduce((each, letter) => pressed(each, question, letter), state);
  }
  return { ...moved(state, question, key), sought: '' };
}

function moved(state: FormState, question: Question, key: Key): FormState {
  const last = choicesOf(question).length - 1;
  switch (key.name) {
    case 'up':
      return { ...state, mark: state.mark === 0 ? last : state.mark - 1 };
    case 'down':
    case 'tab':
      return { ...state, mark: state.mark === last ? 0 : state.mark + 1 };
    case 'home':
    case 'pageup':
      return { ...state, mark: 0 };
    case 'end':
    case 'pagedown':
      return { ...state, mark: last };
    default:
      return state;
  }
}

/** The first choice that goes on as typed, else the next one that begins with the letter; null where there is none. */
function beginningWith(state: FormState, question: Question, letter: string): FormState | null {
  const values = choicesOf(question).map(({ value }) => value.toLowerCase());
  const sought = state.sought + letter.toLowerCase();
  const first = values.findIndex((value) => value.startsWith(sought));
  if (state.sought !== '' && first >= 0) return { ...state, mark: first, sought };
  for (let step = 1; step <= values.length; step += 1) {
    const mark = (state.mark + step) % values.length;
    if (values[mark]?.startsWith(letter.toLowerCase()))
      return { ...state, mark, sought: letter.toLowerCase() };
  }
  return null;
}

function pressed(state: FormState, question: Question, letter: string): FormState {
  const choices = choicesOf(question);
  const found = question.kind === 'choice' ? beginningWith(state, question, letter) : null;
  if (found) return found;
  if (letter === 'j') return chosen(state, question, { name: 'down' });
  if (letter === 'k') return chosen(state, question, { name: 'up' });
  if (/[1-9]/.test(letter) && Number(letter) <= choices.length) return { ...state, mark: Number(letter) - 1 };
  if (question.kind !== 'choices') return state;
  if (letter === 'a') {
    const isAll = state.taken.size === choices.length;
    return { ...state, taken: new Set(isAll ? [] : choices.map(({ value }) => value)), fault: null };
  }
  const value = choices[state.mark]?.value;
  if (letter !== ' ' || value === undefined) return state;
  const taken = new Set(state.taken);
  if (!taken.delete(value)) taken.add(value);
  return { ...state, taken, fault: null };
}
