/** A unit as it stands behind a number: "1 200 × 1000 kr", where it begins with a number itself. */
export const unitBehind = (unit: string): string => (/^\d/.test(unit.trim()) ? `×\u00a0${unit.trim()}` : unit)
