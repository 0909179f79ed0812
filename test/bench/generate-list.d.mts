export function generateList(folder: string, size: number): string;
export function recordFile(folder: string, number: number): string;
export function recordText(number: number, edition?: number): string;
