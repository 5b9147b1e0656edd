/**
 * Which variable a name means at each place of a template.
 *
 * Jinja2 turns a template into Python functions, and what a name means follows from where its variables live there:
 * a variable belongs to one nesting level of one function; entering a scope loads the names that it uses (from the
 * context, from an outer variable, or not at all), and from then on reads and writes go to that variable alone. Those
 * rules, not nested dictionaries, explain why a `set` in a loop does not leak, why one in an `if` does, and what a
 * macro sees of the variables around it. This module holds the same tables; the compiler gives each variable a slot.
 */

/** A variable of a function: a slot in its frames. Scopes of one level share it, as Python's locals do. */
export interface Variable {
  readonly name: string;
  readonly slot: number;
  readonly owner: FunctionScope;
  /** Whether a nested function reads it. */
  captured: boolean;
}

/** What becomes one Python function in Jinja2: the template, a block, a macro, a recursive loop, a loop's filter. */
export class FunctionScope {
  /** How many slots its frames need; final once everything in it is compiled. */
  size = 0;
  private readonly variables = new Map<string, Variable>();

  constructor(readonly parent: FunctionScope | null) {}

  variable(level: number, name: string): Variable {
    const key = `${level} ${name}`;
    let variable = this.variables.get(key);
    if (!variable) {
      variable = { name, slot: this.size, owner: this, captured: false };
      this.size += 1;
      this.variables.set(key, variable);
    }
    return variable;
  }
}

/** What a variable holds when its scope is entered. */
export type Load =
  | { readonly from: 'parameter' }
  | { readonly from: 'context'; readonly name: string }
  | { readonly from: 'variable'; readonly source: Variable }
  | { readonly from: 'nothing' };

const parameter: Load = { from: 'parameter' };
const nothing: Load = { from: 'nothing' };

/** The names of one scope, or what one branch of an `if` adds to them. */
export class Symbols {
  readonly level: number;
  readonly loads = new Map<Variable, Load>();
  readonly stores = new Set<string>();
  private readonly variables = new Map<string, Variable>();

  constructor(
    /** The scope around this one. */
    readonly parent: Symbols | null,
    readonly owner: FunctionScope,
    /** The same scope up to the `if` that this is a branch of. */
    private readonly trunk: Symbols | null = null,
  ) {
    this.level = trunk ? trunk.level : parent ? parent.level + 1 : 0;
  }

  private branch(): Symbols {
    return new Symbols(this.parent, this.owner, this);
  }

  private define(name: string, load: Load): Variable {
    const variable = this.owner.variable(this.level, name);
    this.variables.set(name, variable);
    this.loads.set(variable, load);
    return variable;
  }

  private findHere(name: string): Variable | null {
    return this.variables.get(name) ?? this.trunk?.findHere(name) ?? null;
  }

  private isStored(name: string): boolean {
    return this.stores.has(name) || (this.trunk?.isStored(name) ?? false);
  }

  find(name: string): Variable | null {
    return this.findHere(name) ?? this.parent?.find(name) ?? null;
  }

  findLoad(variable: Variable): Load | null {
    return this.loads.get(variable) ?? (this.trunk ?? this.parent)?.findLoad(variable) ?? null;
  }

  declareParameter(name: string): Variable {
    this.stores.add(name);
    return this.define(name, parameter);
  }

  /** The name is read. */
  load(name: string): void {
    if (!this.find(name)) this.define(name, { from: 'context', name });
  }

  /** The name is assigned. */
  store(name: string): void {
    this.stores.add(name);
    if (this.findHere(name)) return;
    const source = this.parent?.find(name);
    this.define(name, source ? { from: 'variable', source } : nothing);
  }

  /**
   * Takes over what the branches of an `if` do, each of which `fill` fills. A name that only some of them assign may
   * still be unassigned after it, so it starts as what it means outside.
   */
  branches<T>(parts: readonly T[], fill: (part: T, branch: Symbols) => void): void {
    const branches = parts.map((part) => {
      const branch = this.branch();
      fill(part, branch);
      return branch;
    });
    const counts = new Map<string, number>();
    for (const branch of branches) {
      for (const name of branch.stores) {
        if (!this.isStored(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    for (const branch of branches) {
      for (const [name, variable] of branch.variables) this.variables.set(name, variable);
      for (const [variable, load] of branch.loads) this.loads.set(variable, load);
      for (const name of branch.stores) this.stores.add(name);
    }
    for (const [name, count] of counts) {
      if (count === branches.length) continue;
      const variable = this.find(name);
      if (!variable) continue;
      const source = this.parent?.find(name);
      this.loads.set(variable, source ? { from: 'variable', source } : { from: 'context', name });
    }
  }

  /** Every name assigned here or further out, with the variable that it means here. */
  assigned(): Map<string, Variable> {
    const found = new Map<string, Variable>();
    for (let scope: Symbols | null = this; scope; scope = scope.parent) {
      for (const name of scope.stores) {
        const variable = found.has(name) ? null : this.find(name);
        if (variable) found.set(name, variable);
      }
    }
    return found;
  }
}
