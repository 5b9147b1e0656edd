const defaultWidth = 100;

/** The width of text that no terminal shows: `COLUMNS` where it is sensible, else 100. */
export function plainWidth(columns: string | undefined): number {
  const width = Number(columns);
  return Number.isInteger(width) && width >= 20 && width <= 1000 ? width : defaultWidth;
}
