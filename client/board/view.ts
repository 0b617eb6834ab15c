/** The plan in columns, one step of it wide, or all of it as one text. */
export type View = 'board' | 'focus' | 'document'
