/*
 * JSON may name half of a character (`\ud83d` alone: a name that was cut in the middle of a smiley). Such a half can
 * be neither stored nor hashed, so it is read as the sign for one that is missing, as everywhere else on the wire.
 */

const escapes =
  /\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}/g

/** The same JSON with whole characters alone. */
export const wholeCharacters = (json: string): string =>
  json.replaceAll(escapes, (found) => (found.length === 6 ? '\\ufffd' : found))
