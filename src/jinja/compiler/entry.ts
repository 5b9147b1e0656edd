/** Entering and leaving scopes: the first values of variables, and their end. */
import { missing } from '../runtime/missing.js';
import type { Symbols } from '../scope/symbols.js';
import type { Execute } from './compiler.js';
import { readVariable } from './names.js';
import { sequence } from './sequence.js';

export interface Entry {
  /** Context look-ups that nothing in the scope can change: once is enough, however often it is entered. */
  readonly once: Execute | null;
  /** Everything else. */
  readonly each: Execute | null;
}

/** Gives the variables of a scope their first values. In a frame that is new, unassigned ones are so already. */
export function compileEntry(symbols: Symbols, isNewFrame: boolean): Entry {
  const once: Execute[] = [];
  const each: Execute[] = [];
  for (const [{ slot, name }, load] of symbols.loads) {
    switch (load.from) {
      case 'parameter':
        break;
      case 'context': {
        const steps = symbols.stores.has(name) ? each : once;
        const wanted = load.name;
        steps.push((frame) => {
          frame.variables[slot] = frame.context.resolve(wanted);
        });
        break;
      }
      case 'variable': {
        const source = readVariable(load.source, symbols);
        each.push((frame) => {
          frame.variables[slot] = source(frame);
        });
        break;
      }
      case 'nothing':
        if (isNewFrame) break;
        each.push((frame) => {
          frame.variables[slot] = missing;
        });
    }
  }
  return { once: joined(once), each: joined(each) };
}

const joined = (steps: readonly Execute[]): Execute | null => (steps.length > 0 ? sequence(steps) : null);

/** Entry and exit of a scope in a frame that it shares with others. */
export function compileEnter(symbols: Symbols, isNewFrame: boolean): Execute {
  const { once, each } = compileEntry(symbols, isNewFrame);
  return sequence([once, each].filter((step) => step !== null));
}

/** Leaving a scope unassigns its variables, which a macro that was made inside may still see. */
export function compileLeave(symbols: Symbols): Execute {
  let slots: number[] | null = null;
  return (frame) => {
    // Which variables are captured is known once the whole template is compiled.
    slots ??= [...symbols.loads.keys()].filter(({ captured }) => captured).map(({ slot }) => slot);
    for (const slot of slots) frame.variables[slot] = missing;
  };
}
