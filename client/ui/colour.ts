import css from './colour.module.css'

/** The class that sets `--who` to a person's colour on the board, 1–8. */
export const who = (colour: number): string => css[`who${((colour - 1) % 8) + 1}`] ?? ''
