/** Asks a form of questions on a terminal. */
import { nextOfForm, startForm } from './form.js';
import { answeredLines, drawForm } from './form-view.js';
import { interact, type PromptStreams } from './interact.js';
import type { Answers, Question } from './question.js';

/**
 * One question at a time: Enter answers, Escape goes back to the question before, Ctrl-C cancels all. What was answered
 * stays on the terminal, a line each.
 * @param streams both terminals, with a person before them
 * @returns null where it was cancelled
 */
export async function askQuestions(
  questions: readonly Question[],
  streams: PromptStreams,
): Promise<Answers | null> {
  const start = startForm(questions);
  if (!('questions' in start)) return start;
  return interact(
    {
      start,
      next: nextOfForm,
      draw: drawForm,
      rest: (state, _result, pen) => answeredLines(state.questions, state.answers, pen),
    },
    streams,
  );
}
