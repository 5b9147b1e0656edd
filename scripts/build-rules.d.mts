export function rulesIndex(): string;
