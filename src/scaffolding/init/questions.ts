/** What `init` asks, which depends on what is there. */
import { type Answers, permalinkQuestion, type Question } from '../question.js';
import { permalinkOf } from '../render-scaffold.js';
import type { Choices, Project } from './model.js';

const yesOrNo = ['yes', 'no'];

const nameQuestion: Question = {
  id: 'name',
  text: 'Name of the first connector',
  kind: 'text',
  default: 'Hello',
  required: true,
  longest: 255,
};
const userQuestion: Question = {
  id: 'user',
  text: 'Name of the user who is signed in, on this machine alone',
  kind: 'user',
  default: 'ada',
  longest: 64,
};
const testsQuestion: Question = choice('tests', 'A first test file', yesOrNo, 'yes');
const vscodeQuestion: Question = choice('vscode', 'Settings for VS Code', yesOrNo, 'yes');
const agentsQuestion: Question = choice('agents', 'Notes for coding agents (AGENTS.md)', yesOrNo, 'no');

function choice(id: string, text: string, choices: readonly string[], usual: string): Question {
  return { id, text, kind: 'choice', choices, default: usual };
}

export interface Questions {
  /** Those that matter here. */
  readonly asked: readonly Question[];
  /** Those that have an answer or need none are among them too: every flag is checked. */
  readonly all: readonly Question[];
}

/** @param wantsExample false where a flag says that none is wanted */
export function initQuestions(project: Project, wantsExample: boolean): Questions {
  const service = project.otherService ? 'none' : 'github';
  const ciQuestion = choice('ci', 'Checks in continuous integration', ['github', 'none'], service);
  const isNew = wantsExample && !project.registry.isThere;
  const asked = [
    ...(isNew ? [nameQuestion, permalinkQuestion] : []),
    ...(project.configuration === undefined ? [userQuestion] : []),
    ...(isNew && !project.tests ? [testsQuestion] : []),
    ...(project.workflow === undefined ? [ciQuestion] : []),
    ...(project.hasEditorSettings ? [] : [vscodeQuestion]),
    // Whoever has a configuration has been asked before, or knows what is wanted.
    ...(project.configuration === undefined ? [agentsQuestion] : []),
  ];
  return {
    asked,
    all: [
      nameQuestion,
      permalinkQuestion,
      userQuestion,
      testsQuestion,
      ciQuestion,
      vscodeQuestion,
      agentsQuestion,
    ],
  };
}

/** @throws {UserError} `underivable-permalink` */
export function choicesOf(answers: Answers, project: Project, wantsExample: boolean): Choices {
  const name = answers.get('name') || 'Hello';
  const isNew = wantsExample && !project.registry.isThere;
  return {
    example: isNew ? { name, permalink: answers.get('permalink') || permalinkOf(name) } : null,
    user: answers.get('user') || 'ada',
    tests: answers.get('tests') !== 'no',
    ci: answers.get('ci') === 'none' ? 'none' : 'github',
    vscode: answers.get('vscode') !== 'no',
    agents: answers.get('agents') === 'yes',
  };
}
