/** The plan in columns, one step of it wide, all of it as one text, or its items of one kind as a table. */
export type View = 'board' | 'focus' | 'document' | 'table'
