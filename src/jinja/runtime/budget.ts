/** Bounds on what one render may cost. */
import type { Budget } from '../calls.js';
import { TemplateRuntimeError } from '../errors.js';

export interface BudgetLimits {
  /** UTF-16 units of text that the template prints, those that a macro or block prints for later use included. */
  readonly maxOutput: number;
  /** Loop turns and items drawn from iterators. */
  readonly maxSteps: number;
  /** Macro calls, recursive loops and nested values inside each other. */
  readonly maxDepth: number;
  /** UTF-16 units of text, or list items, that one operation makes. */
  readonly maxAllocation: number;
  /** The same of all operations together. */
  readonly maxTotalAllocation: number;
}

export const defaultLimits: BudgetLimits = {
  maxOutput: 50_000_000,
  maxSteps: 10_000_000,
  maxDepth: 200,
  maxAllocation: 50_000_000,
  maxTotalAllocation: 4_000_000_000,
};

export class RenderBudget implements Budget {
  private steps = 0;
  private printed = 0;
  private allocated = 0;
  private depth = 0;

  constructor(private readonly limits: BudgetLimits) {}

  step(count = 1): void {
    this.steps += count;
    if (this.steps > this.limits.maxSteps) {
      throw exceeded(`runs more than ${this.limits.maxSteps} steps`);
    }
  }

  allocate(units: number): void {
    this.allocated += units;
    if (units > this.limits.maxAllocation) {
      throw exceeded(`makes a value of more than ${this.limits.maxAllocation} characters or items`);
    }
    if (this.allocated > this.limits.maxTotalAllocation) {
      throw exceeded(`makes values of more than ${this.limits.maxTotalAllocation} characters or items`);
    }
  }

  output(units: number): void {
    this.printed += units;
    if (this.printed > this.limits.maxOutput) {
      throw exceeded(`prints more than ${this.limits.maxOutput} characters`);
    }
  }

  enter(): void {
    this.depth += 1;
    if (this.depth > this.limits.maxDepth) {
      throw new TemplateRuntimeError('maximum recursion depth exceeded', 'RecursionError');
    }
  }

  leave(): void {
    this.depth -= 1;
  }
}

const exceeded = (what: string) => new TemplateRuntimeError(`The template ${what}.`);
