import type { Execute } from './compiler.js';

/** Runs the steps one after another. */
export function sequence(steps: readonly Execute[]): Execute {
  const [first, second, third] = steps;
  if (!first) return () => {};
  if (!second) return first;
  if (!third) {
    return (frame) => {
      first(frame);
      second(frame);
    };
  }
  if (steps.length === 3) {
    return (frame) => {
      first(frame);
      second(frame);
      third(frame);
    };
  }
  return (frame) => {
    for (const step of steps) step(frame);
  };
}
