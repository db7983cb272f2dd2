/** Spans count code points, JavaScript counts UTF-16 units: positions from the one to the other. */

/** For each code point where it begins in the string, and the string's length at the end. */
export function unitsOf(text: string): (point: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (point) => Math.max(0, Math.min(point, text.length));
  const starts: number[] = [];
  for (let unit = 0; unit < text.length; unit += (text.codePointAt(unit) as number) > 0xffff ? 2 : 1)
    starts.push(unit);
  starts.push(text.length);
  return (point) => starts[Math.max(0, Math.min(point, starts.length - 1))] as number;
}

/** The code point at a position of the string. */
export function pointAt(text: string, unit: number): number {
  return Array.from(text.slice(0, unit)).length;
}
