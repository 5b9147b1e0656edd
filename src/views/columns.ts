/** How wide each column of a waterfall may be. The bar and the address give way first, the step's name last. */

export interface ColumnNeeds {
  name: number;
  method: number;
  target: number;
  /** Signs after the address; 0 where no row has any. */
  flags: number;
  duration: number;
}

export interface Columns {
  name: number;
  method: number;
  target: number;
  flags: number;
  status: number;
  duration: number;
  /** Cells of the time axis; 0 where there is no room for one. */
  bar: number;
  /** Method and address stand on a line of their own under the name. */
  stacked: boolean;
  /** Cells left of the bar, the gap included. */
  left: number;
}

export const gap = 2;
const mark = 2;
const status = 3;
const leastTarget = 18;
const leastBar = 16;
const leastStackedBar = 8;
const leastName = 10;
/** Of what the address and the bar share. */
const barShare = 0.55;

export function layoutColumns(width: number, needs: ColumnNeeds): Columns {
  return sideBySide(width, needs) ?? stacked(width, needs) ?? withoutBar(width, needs);
}

function sideBySide(width: number, needs: ColumnNeeds): Columns | null {
  const flags = needs.flags === 0 ? 0 : needs.flags + 1;
  const method = needs.method === 0 ? 0 : needs.method + gap;
  const fixed = mark + needs.name + gap + method + flags + gap + status + gap + needs.duration + gap;
  const free = width - fixed;
  const target = Math.min(
    needs.target,
    Math.max(free - Math.max(leastBar, Math.floor(free * barShare)), leastTarget),
  );
  const bar = free - target;
  if (bar < leastBar) return null;
  return { ...needs, target, status, bar, stacked: false, left: width - bar };
}

function stacked(width: number, needs: ColumnNeeds): Columns | null {
  const fixed = mark + gap + status + gap + needs.duration + gap;
  const name = Math.min(needs.name, width - fixed - leastStackedBar);
  if (name < Math.min(needs.name, leastName)) return null;
  const bar = width - fixed - name;
  return { ...underneath(width, needs), name, status, bar, stacked: true, left: width - bar };
}

function withoutBar(width: number, needs: ColumnNeeds): Columns {
  const rest = { ...underneath(width, needs), bar: 0, stacked: true, left: width };
  const all = width - mark - gap - status - gap - needs.duration;
  if (all >= Math.min(needs.name, 4)) return { ...rest, status, name: Math.min(needs.name, all) };
  const noStatus = width - mark - gap - needs.duration;
  if (noStatus >= Math.min(needs.name, 4))
    return { ...rest, status: 0, name: Math.min(needs.name, noStatus) };
  return { ...rest, status: 0, duration: 0, name: Math.max(Math.min(needs.name, width - mark), 0) };
}

function underneath(width: number, needs: ColumnNeeds) {
  const flags = needs.flags === 0 ? 0 : needs.flags + 1;
  const method = needs.method === 0 ? 0 : needs.method + 1;
  return { ...needs, target: Math.max(width - mark - method - flags, 0) };
}
