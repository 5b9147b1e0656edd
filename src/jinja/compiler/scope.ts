/** What the compiler knows about the place where a node stands. */
import { FunctionScope, Symbols } from '../scope/symbols.js';

/** Whether printed values are escaped, as far as the source tells. */
export interface Escaping {
  autoescape: boolean;
  /** An `autoescape` tag depends on a variable: what prints has to ask at run time. */
  volatile: boolean;
}

export class Scope {
  /** What is assigned here is exported to the context, where blocks find it. */
  toplevel = false;
  /** Inside an `if`: unknown filters and tests fail when they are reached, not when the template is compiled. */
  soft = false;
  /** Below an `extends` nothing is printed. */
  silenced = false;

  private constructor(readonly symbols: Symbols) {}

  static root(): Scope {
    return new Scope(new Symbols(null, new FunctionScope(null)));
  }

  /** A scope inside this one, in the same function unless it is given its own. */
  inner(owner: FunctionScope = this.symbols.owner): Scope {
    const scope = new Scope(new Symbols(this.symbols, owner));
    scope.silenced = this.silenced;
    return scope;
  }

  /** A scope that is a function of its own. */
  innerFunction(): Scope {
    return this.inner(new FunctionScope(this.symbols.owner));
  }

  /** This scope as the branches of an `if` see it. */
  asSoft(): Scope {
    if (this.soft) return this;
    const scope = new Scope(this.symbols);
    scope.toplevel = this.toplevel;
    scope.silenced = this.silenced;
    scope.soft = true;
    return scope;
  }
}
